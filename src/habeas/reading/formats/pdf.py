"""PDF documents: the words of their pages, and where each page begins and ends.

A scanned page has no words: where the `tesseract` command is installed it is asked, and the extractor
and a warning say so; else one sentence says what to do. Reading is done in a worker process.
"""

from habeas.errors import ReportError
from habeas.language.clean import clean
from habeas.reading.formats.limited import Piece, damaged, read_limited
from habeas.reading.formats.lines import unwrapped
from habeas.reading.formats.making import made
from habeas.reading.formats.ocr import Scanner, scanner
from habeas.terms.report import Text


class Pdf:
    """PDF documents."""

    name = "pdf"
    version = "1"
    media_types = ("application/pdf",)
    endings = (".pdf",)

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the bytes begin as a PDF does; some have a few bytes before it."""
        named = name.lower().endswith(self.endings)
        return data.startswith(b"%PDF-") or (named and b"%PDF-" in data[:1024])

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The words, page by page; `Text.pages` says which lie where.

        Raises:
            ReportError: it is locked, damaged, too long, or a scan that nobody here can read.
        """
        title, *found = read_limited("pdf_pages:pages", data, name=name)
        scans = [piece for piece in found if "scan" in piece.facts]
        eye = scanner() if scans else None
        bodies = [_words(piece, eye) for piece in found]
        unread = sum(not body for body, piece in zip(bodies, found, strict=True) if piece in scans)
        if scans and not any(bodies):
            raise _scanned(name, eye)
        broken = sum("broken" in piece.facts for piece in found)
        if broken and not any(bodies):
            raise damaged(name, "is a PDF whose pages are all damaged")
        body, spans = _joined(bodies)
        by = f"{self.name} {self.version}" + (f" (tesseract {eye.version})" if eye else "")
        warnings = _warnings(len(scans) - unread, unread, broken)
        raw = Text(body, by, title.facts["title"], warnings=warnings, pages=spans)
        return made(raw, name=name)


def _words(piece: Piece, eye: Scanner | None) -> str:
    if "scan" in piece.facts:
        read = eye.words(piece.data) if eye and piece.data else None
        return clean(unwrapped(read or ""))[0].strip()
    return clean(unwrapped(piece.data.decode("utf-8", "replace")))[0].strip()


def _joined(bodies: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """All pages as one text, and where each lies in it."""
    spans, start = [], 0
    for body in bodies:
        spans.append((start, start + len(body)))
        start += len(body) + 2
    return "\n\n".join(bodies), tuple(spans)


def _warnings(scanned: int, unread: int, broken: int) -> tuple[str, ...]:
    told = []
    if scanned:
        told.append(
            f"{scanned} of its pages are scans; their words are tesseract's guess: check every name "
            "and number against the picture."
        )
    if unread:
        told.append(f"{unread} of its pages are scans that could not be read; they are left out.")
    if broken:
        told.append(f"{broken} of its pages are damaged; they are left out.")
    return tuple(told)


def _scanned(name: str, eye: Scanner | None) -> ReportError:
    why = (
        "tesseract found no words on it; type what matters as a note"
        if eye
        else "install the program tesseract with its languages, or add its words as text"
    )
    return ReportError(
        f"“{name}” is a scan without any text; {why}.", code="pdf-scanned", report=name
    )
