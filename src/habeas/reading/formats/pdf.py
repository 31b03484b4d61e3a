"""PDF documents: the words of their pages as running text, and where each page begins and ends.

Sentences go on over lines and pages (`lines`); ligatures become letters, and signs of symbol fonts,
which mean nothing outside them, bullets or nothing.

A scanned page has no words: where the `tesseract` command is installed it is asked, and the extractor
and a warning say so; else one sentence says what to do. Reading is done in a worker process.
"""

import re
from unicodedata import normalize

from habeas.errors import ReportError
from habeas.language.clean import clean
from habeas.reading.formats.limited import Piece, damaged, read_limited
from habeas.reading.formats.lines import unwrapped
from habeas.reading.formats.making import made
from habeas.reading.formats.ocr import Scanner, scanner
from habeas.terms.report import Text

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_BULLET = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SOFT_BREAK = re.compile(r"\u00ad[ \t]*$", re.M)


class Pdf:
    """PDF documents."""

    name = "pdf"
    version = "2"
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
        pages = [_words(piece, eye) for piece in found]
        unread = sum(not page for page, piece in zip(pages, found, strict=True) if piece in scans)
        if scans and not any(pages):
            raise _scanned(name, eye)
        broken = sum("broken" in piece.facts for piece in found)
        if broken and not any(pages):
            raise damaged(name, "is a PDF whose pages are all damaged")
        body, spans = unwrapped(pages)
        by = f"{self.name} {self.version}" + (f" (tesseract {eye.version})" if eye else "")
        warnings = _warnings(len(scans) - unread, unread, broken)
        raw = Text(body, by, title.facts["title"], warnings=warnings, pages=spans)
        return made(raw, name=name)


def _words(piece: Piece, eye: Scanner | None) -> str:
    """The lines of a page, with letters for signs that only printers know."""
    if "scan" in piece.facts:
        words = (eye.words(piece.data) if eye and piece.data else None) or ""
    else:
        words = piece.data.decode("utf-8", "replace")
    words = _LIGATURE.sub(lambda found: normalize("NFKC", found[0]), words)
    words = _BULLET.sub("•", _SOFT_BREAK.sub("\u2010", words))
    return clean(_PRIVATE.sub("", words))[0].strip()


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
