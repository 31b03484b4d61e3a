"""Web archives: every page in them is a report of its own; all else is dropped at the door."""

import zlib
from dataclasses import dataclass

from habeas.reading.formats.html import Html
from habeas.reading.formats.limited import read_limited
from habeas.reading.formats.member import Member
from habeas.terms.report import Text


@dataclass(frozen=True, slots=True)
class WebArchive:
    """A format of web archives; `name` is also the job that reads it (`web_archive`)."""

    name: str
    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    version: str = "2"

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes begin as such an archive."""
        if self.name == "wacz":
            marks = (b"datapackage.json", b"archive/")
            return data.startswith(b"PK\x03\x04") and all(mark in data for mark in marks)
        return data.startswith(b"WARC/") or _unpacks_to_warc(data)

    def members(self, data: bytes, *, name: str) -> tuple[Member, ...]:
        """The pages, in the order of the archive, each with its address.

        Raises:
            ReportError: it is damaged, a bomb, or holds no page.
        """
        *found, left = read_limited(f"web_archive:{self.name}", data, name=name)
        told = tuple(
            sentence.format(number=number)
            for key, sentence in _LEFT
            if (number := left.facts.get(key, "0")) != "0"
        )
        return tuple(
            Member(
                f"{name}: {piece.facts.get('address', '')}",
                piece.data,
                address=piece.facts.get("address", ""),
                warnings=told if number == 0 else (),
            )
            for number, piece in enumerate(found)
        )

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words of its first page.

        Raises:
            ReportError: as `members`.
        """
        return Html().text_of(self.members(data, name=name)[0].data, name=name)


_LEFT = (
    ("others", "Of the archive, left out since they are no pages: {number} answers."),
    ("cut", "Of the archive, left out since they are cut off: {number} pages."),
    (
        "packed",
        "Of the archive, left out since they are packed in a way Habeas does not know: {number} pages.",
    ),
    ("large", "Of the archive, left out since they are too large: {number} pages."),
    (
        "broken",
        "The archive is damaged or cut off: what lies behind its last whole page was not read.",
    ),
)


def _unpacks_to_warc(data: bytes) -> bool:
    if not data.startswith(b"\x1f\x8b"):
        return False
    try:
        return zlib.decompressobj(31).decompress(data[:4_096], 5) == b"WARC/"
    except zlib.error:
        return False


WARC = WebArchive("warc", ("application/warc",), (".warc", ".warc.gz"))
WACZ = WebArchive("wacz", ("application/wacz",), (".wacz",))
