"""`Report`: one document as it came in, and `Text`: what it says, as plain text.

Decides what is kept about a document. How bytes become text is for `reading`, where both are kept is
for `register`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from habeas.terms.ids import ReportId
from habeas.terms.when import When


class Sensitivity(StrEnum):
    """Who may see a report. `restricted` unless somebody said otherwise."""

    PUBLIC = "public"
    RESTRICTED = "restricted"
    SEALED = "sealed"


class Basis(StrEnum):
    """How the day a report was published is known."""

    STATED = "stated"
    """Given by the person who added it (option, sidecar)."""
    VISIBLE = "visible"
    """Printed on the page or in its metadata."""
    INFERRED = "inferred"
    """Reckoned from the text; worth a second look."""
    UNKNOWN = "unknown"


class Medium(StrEnum):
    """How the words reached us."""

    DOCUMENT = "document"
    NOTE = "note"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Text:
    """What a document says: `body` is NFC, without NUL, lone surrogates and bidi controls.

    `title`, `published` and `publisher` are what the format itself tells (a page's metadata);
    `extractor` names the code and version that made it; `warnings` say what was odd, one sentence
    each. `pages` says where each page of a printed document lies in `body`, half-open, in order; empty
    without pages.
    """

    body: str
    extractor: str
    title: str = ""
    published: When | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    publisher: str = ""

    def page_of(self, place: int) -> int | None:
        """The page, counted from 1, on which a place of `body` lies; None where it is on none."""
        return _page(self.pages, place)


@dataclass(frozen=True, slots=True)
class Report:
    """One document. Its bytes and its text are kept apart from it, under their SHA-256 (hex).

    `language` is an ISO 639-1 code. `published` None: nobody knows; then no relative day is reckoned.
    `fetched_from` is the address it came from, never opened by Habeas. `pages` is that of its `Text`.
    """

    id: ReportId
    name: str
    media_type: str
    sha256: str
    text_sha256: str
    extractor: str
    medium: Medium = Medium.DOCUMENT
    publisher: str = ""
    published: When | None = None
    basis: Basis = Basis.UNKNOWN
    language: str | None = None
    title: str = ""
    fetched_from: str = ""
    sensitivity: Sensitivity = Sensitivity.RESTRICTED
    warnings: tuple[str, ...] = field(default=())
    pages: tuple[tuple[int, int], ...] = ()

    def page_of(self, place: int) -> int | None:
        """The page, counted from 1, on which a place of its text lies; None where it is on none."""
        return _page(self.pages, place)


def _page(pages: tuple[tuple[int, int], ...], place: int) -> int | None:
    for number, (start, stop) in enumerate(pages, 1):
        if start <= place < stop:
            return number
    return None
