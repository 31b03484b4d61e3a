"""DOCX, ODT and EPUB: packages of XML, read in a worker process (`office`)."""

from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.reading.formats.limited import read_limited
from habeas.reading.formats.making import made
from habeas.terms.report import Text
from habeas.terms.when import When, from_edtf


@dataclass(frozen=True, slots=True)
class Package:
    """A format whose files are ZIP packages that hold `mark` among their members' names or bytes."""

    name: str
    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    mark: bytes
    version: str = "1"

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes are a ZIP archive with the mark of this format."""
        return data.startswith(b"PK\x03\x04") and self.mark in data

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words of the document, and its title.

        Raises:
            ReportError: it is damaged, locked, a bomb, or has no words.
        """
        [piece] = read_limited(f"office:{self.name}", data, name=name)
        facts = piece.facts
        published, doubts = _day(facts.get("date", ""))
        if facts.get("lost"):
            doubts += (f"{facts['lost']} chapters it names are not in it.",)
        return made(
            Text(
                piece.data.decode("utf-8", "replace"),
                f"{self.name} {self.version}",
                facts.get("title", ""),
                published,
                facts.get("language", "")[:2].lower() or None,
                doubts,
            ),
            name=name,
        )


def _day(written: str) -> tuple[When | None, tuple[str, ...]]:
    """The day a book says it was published, and a sentence where it says none that can be read."""
    if not written:
        return None, ()
    try:
        return from_edtf(written[:10].removesuffix("-01-01")), ()
    except MistakeError:
        return None, (f"The book's day “{written[:40]}” cannot be read; it was left out.",)


DOCX = Package(
    "docx",
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    (".docx",),
    b"word/document.xml",
)
ODT = Package(
    "odt",
    ("application/vnd.oasis.opendocument.text",),
    (".odt",),
    b"application/vnd.oasis.opendocument.text",
)
EPUB = Package("epub", ("application/epub+zip",), (".epub",), b"application/epub+zip", "2")
