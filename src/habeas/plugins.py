"""What others may add, and the list of our own parts: both come in by the same door.

A part of others is an entry point of the group "habeas.formats" or "habeas.readers" that names a class
without arguments, or a ready object (`Format`; `Reader` or `PersonFinder`). Decides which format is
asked first: parts of others, then our own in the order of `OWN_FORMATS`; the first whose `sniff` says
yes reads the file. Decides also what a file is kept as (`documents`): itself, or what its format makes
of it at the door (`Door`). A reader is asked for by its name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast, runtime_checkable

from habeas.errors import MistakeError, ReportError
from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.documents import DOCX, EPUB, ODT
from habeas.reading.formats.feed import Feed
from habeas.reading.formats.html import Html
from habeas.reading.formats.mail import Mail
from habeas.reading.formats.markdown import Markdown
from habeas.reading.formats.member import MOST, Member
from habeas.reading.formats.mhtml import Mhtml
from habeas.reading.formats.note import Note
from habeas.reading.formats.pdf import Pdf
from habeas.reading.formats.plain import PlainText
from habeas.reading.formats.post import Post
from habeas.reading.formats.saved_page import SavedPage
from habeas.reading.formats.sheet import CSV, XLSX
from habeas.reading.formats.telegram import Telegram
from habeas.reading.formats.warc import WACZ, WARC
from habeas.reading.others.frames import Frames
from habeas.reading.others.reader import AnyReader as AnyReader
from habeas.reading.others.reader import PersonFinder as PersonFinder
from habeas.reading.others.reader import Reader as Reader
from habeas.terms.claim import Draft
from habeas.terms.report import Text

FORMATS = "habeas.formats"
"""Entry point group of formats."""

READERS = "habeas.readers"
"""Entry point group of readers, and of finders of people."""


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


@runtime_checkable
class Door(Protocol):
    """What a format may have besides: what its files are kept as, decided before they are hashed."""

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        """The documents a file is kept as, each with the bytes that are hashed, sealed and read.

        A member with the very bytes of the file is the file itself. What is in no member is dropped.

        Raises:
            ReportError: the file cannot be read, or holds nothing to keep.
        """
        ...


@runtime_checkable
class Listing(Protocol):
    """What a format of lists has besides: the claims of its rows, by what the columns mean."""

    def listed(
        self, data: bytes, *, name: str, given: str | None = None
    ) -> tuple[Text, tuple[Draft, ...] | None]:
        """The text, and the claims; None: the text is to be read as any other.

        Args:
            data: The bytes.
            name: The name they came under.
            given: The TOML text of a mapping, where a person gave one.

        Raises:
            ReportError: the file or the mapping cannot be read.
        """
        ...


@dataclass(frozen=True, slots=True)
class Document:
    """A member of a file, and the format that reads it."""

    member: Member
    part: Format


DEEPEST = 3
"""Files one inside the other that are opened."""

OWN_FORMATS: tuple[Format, ...] = (
    *(
        Note(),
        Post(),
        Pdf(),
        DOCX,
        ODT,
        EPUB,
        XLSX,
        WACZ,
        WARC,
        Telegram(),
        Feed(),
        Mhtml(),
        Mail(),
    ),
    *(SavedPage(), Html(), CSV, Markdown(), PlainText()),
)
"""The formats of the house, the most particular first."""

FRAMES = Frames()
OWN_READERS: tuple[AnyReader, ...] = (FRAMES,)
"""The readers of the house that need nothing but the text; others of ours are in `tasks.readers`."""


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
    return (*(cast(Format, _part(entry, _OF_FORMAT)) for entry in others), *OWN_FORMATS)


def readers(
    entries: Iterable[EntryPoint] | None = None, own: Iterable[AnyReader] = OWN_READERS
) -> dict[str, AnyReader]:
    """All readers by name: ours, then those that entry points name; a name of ours stays ours.

    Args:
        entries: Entry points; None: those of the packages that are installed.
        own: The readers of the house.

    Raises:
        MistakeError: a part of others cannot be loaded, or lacks something (code "part-broken").
    """
    found = {reader.name: reader for reader in own}
    given = entry_points(group=READERS) if entries is None else entries
    for entry in sorted(given, key=lambda entry: entry.name):
        part = _part(entry, _OF_READER)
        if not isinstance(part, Reader | PersonFinder):
            raise _broken(entry.name, "lacks read and people", "reader")
        found.setdefault(part.name, part)
    return found


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
    raise ReportError(
        f"“{name}” is {what}; Habeas reads no such. Save what it says as text, as a web page, or as "
        "PDF, DOCX or ODT; a list as CSV or XLSX.",
        code="report-binary",
        report=name,
    )


def documents(data: bytes, *, name: str) -> tuple[Document, ...]:
    """What a file is kept as, each with the format that reads it; at least one.

    Raises:
        ReportError: as `format_of` and `Door.members`; or the file holds more than `MOST` documents
            (code "too-many-documents"), or files in files more than `DEEPEST` deep (code
            "archive-too-deep").
    """
    found = tuple(_opened(Member(name, data), name, 0))
    if len(found) > MOST:
        raise ReportError(
            f"“{name}” holds more than {MOST:,} documents; split it.",
            code="too-many-documents",
            report=name,
        )
    return found


def _opened(member: Member, name: str, depth: int) -> Iterable[Document]:
    part = format_of(member.data, name=member.name)
    if not isinstance(part, Door):
        return [Document(member, part)]
    if depth == DEEPEST:
        raise ReportError(
            f"“{name}” holds files in files, more than {DEEPEST} deep; take out what matters.",
            code="archive-too-deep",
            report=name,
        )
    found: list[Document] = []
    for inner in part.members(member.data, name=member.name):
        if inner.data == member.data:
            found.append(Document(inner, part))
        else:
            found += _opened(inner, name, depth + 1)
    return found


def _part(entry: EntryPoint, needed: tuple[str, ...]) -> object:
    what = "format" if needed is _OF_FORMAT else "reader"
    try:
        found = entry.load()
        part: object = found() if isinstance(found, type) else found
    except (ImportError, AttributeError, TypeError) as wrong:
        raise _broken(entry.name, f"cannot be loaded ({wrong})", what) from None
    lacking = [word for word in needed if not hasattr(part, word)]
    if lacking:
        raise _broken(entry.name, f"lacks {', '.join(lacking)}", what)
    return part


def _broken(name: str, how: str, what: str) -> MistakeError:
    return MistakeError(
        f"The {what} “{name}” of another package {how}; update or remove that package.",
        code="part-broken",
    )


_OF_READER = ("name", "version", "settings")
_OF_FORMAT = ("name", "version", "media_types", "endings", "sniff", "text_of")
