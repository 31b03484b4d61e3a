"""What others may add, and the list of our own parts: both come in by the same door.

A part of others is an entry point of the group "habeas.formats" that names a class without
arguments, or a ready object. Decides which format is asked first: parts of others, then our own in
the order of `OWN_FORMATS`; the first whose `sniff` says yes reads the file.
"""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast

from habeas.errors import MistakeError, ReportError
from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.html import Html
from habeas.reading.formats.markdown import Markdown
from habeas.reading.formats.note import Note
from habeas.reading.formats.plain import PlainText
from habeas.terms.report import Text

FORMATS = "habeas.formats"
"""Entry point group of formats."""


class Format(Protocol):
    """A way to turn bytes into text. `name` and `version` are kept with every report it read."""

    @property
    def name(self) -> str:
        """A short word, as "html"; unlike any other format's."""
        ...

    @property
    def version(self) -> str:
        """Rises whenever the same bytes may give another text."""
        ...

    @property
    def media_types(self) -> tuple[str, ...]:
        """What it reads; the first is kept with a report."""
        ...

    @property
    def endings(self) -> tuple[str, ...]:
        """Endings of file names, with their dot, in small letters."""
        ...

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether it can read these bytes, which came under this name. Never raises."""
        ...

    def text_of(self, data: bytes, *, name: str) -> Text:
        """What the bytes say. Pure: no file, no clock, no network.

        Raises:
            ReportError: they cannot be read; never any other exception.
        """
        ...


OWN_FORMATS: tuple[Format, ...] = (Note(), Html(), Markdown(), PlainText())
"""The formats of the house, the most particular first."""


@cache
def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are asked.

    Raises:
        MistakeError: a part of others cannot be loaded, or lacks something of `Format` (code
            "part-broken").
    """
    return parts(entry_points(group=FORMATS))


def parts(entries: Iterable[EntryPoint]) -> tuple[Format, ...]:
    """The formats that entry points name, sorted by name, and then our own.

    Raises:
        MistakeError: as `formats`.
    """
    others = sorted(entries, key=lambda entry: entry.name)
    return (*(_part(entry) for entry in others), *OWN_FORMATS)


def format_of(data: bytes, *, name: str) -> Format:
    """The first format that can read the bytes.

    Raises:
        ReportError: there are no bytes (code "report-empty"), or no format reads them (code
            "report-binary").
    """
    if not data:
        raise ReportError(
            f"“{name}” is empty; check that it was saved or copied to the end.",
            code="report-empty",
            report=name,
        )
    for part in formats():
        if part.sniff(data, name=name):
            return part
    kind = binary_kind(data)
    what = kind.name if kind else "of a kind Habeas does not know"
    later = "Habeas cannot read this kind yet" if kind and kind.later else "Habeas reads no such"
    raise ReportError(
        f"“{name}” is {what}; {later}. Save its words as text, Markdown or HTML.",
        code="report-binary",
        report=name,
    )


def _part(entry: EntryPoint) -> Format:
    try:
        found = entry.load()
        part = found() if isinstance(found, type) else found
    except (ImportError, AttributeError, TypeError) as wrong:
        raise _broken(entry.name, f"cannot be loaded ({wrong})") from None
    lacking = [word for word in _NEEDED if not hasattr(part, word)]
    if lacking:
        raise _broken(entry.name, f"lacks {', '.join(lacking)}")
    return cast(Format, part)


def _broken(name: str, what: str) -> MistakeError:
    return MistakeError(
        f"The format “{name}” of another package {what}; update or remove that package.",
        code="part-broken",
    )


_NEEDED = ("name", "version", "media_types", "endings", "sniff", "text_of")
