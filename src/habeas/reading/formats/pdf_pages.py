"""The words of a PDF's pages, with pypdf; or, of a scan, its pictures. Runs in a worker (`limited`).

Decides when a page counts as scanned: hardly a word, and a picture that fills it. Nothing a PDF asks
for is done: no script, no link, no attachment.
"""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import StreamObject

from habeas.errors import ReportError
from habeas.reading.formats.archive import encrypted
from habeas.reading.formats.limited import MOST_BYTES, Piece, damaged

MOST_PAGES = 3_000
"""Pages a PDF may have."""

_SCANNED = 20
"""Characters below which a page with a picture is a scan."""

_SMALLEST = 500
"""Pixels a scan has at least on each side."""

_BROKEN = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError)
_FAULTS = (*_BROKEN, RecursionError, OverflowError, NotImplementedError, OSError, ZeroDivisionError)


def pages(data: bytes, name: str) -> Iterator[Piece]:
    """Each page's words ("page"), or the picture of a scanned page ("scan"); first, the title."""
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise encrypted(name)
        count = len(reader.pages)
        title = str((reader.metadata.title if reader.metadata else "") or "")
    except _FAULTS:
        raise damaged(name, "is a damaged PDF, or cut off") from None
    if count > MOST_PAGES:
        raise ReportError(
            f"“{name}” has {count:,} pages, more than the {MOST_PAGES:,} Habeas reads; split it.",
            code="pdf-too-long",
            report=name,
        )
    yield Piece(b"", {"title": title[:1000]})
    left = MOST_BYTES
    for number in range(count):
        for piece in _page(reader, number):
            left -= len(piece.data)
            if left < 0:
                raise MemoryError
            yield piece


def _page(reader: PdfReader, number: int) -> Iterator[Piece]:
    label = str(number + 1)
    try:
        page = reader.pages[number]
        words = page.extract_text()
        scan = _scan(page) if len(words.split()) < _SCANNED // 4 else None
    except _FAULTS:
        yield Piece(b"", {"broken": label})
        return
    if scan is not None and len(words.strip()) < _SCANNED:
        yield Piece(scan, {"scan": label})
    else:
        yield Piece(words.encode("utf-8", "replace"), {"page": label})


def _scan(page: PageObject) -> bytes | None:
    """The largest picture of a page as a file of its own; b"" if it is of a kind not known here."""
    resources = page.get("/Resources")
    pictures = resources.get_object().get("/XObject") if resources else None
    best: tuple[int, bytes] | None = None
    for value in pictures.get_object().values() if pictures else ():
        found = value.get_object()
        if not isinstance(found, StreamObject) or found.get("/Subtype") != "/Image":
            continue
        width, height = _whole(found, "/Width"), _whole(found, "/Height")
        if min(width, height) >= _SMALLEST and (best is None or width * height > best[0]):
            best = width * height, _file(found, width, height)
    return best[1] if best else None


def _whole(picture: StreamObject, key: str) -> int:
    value = picture.get(key)
    return value if isinstance(value, int) else 0


def _file(picture: StreamObject, width: int, height: int) -> bytes:
    """A picture as JPEG as it stands, as a fax in TIFF, or its bare pixels as PNM."""
    filters = picture.get("/Filter")
    last = filters[-1] if isinstance(filters, list) else filters
    if last in ("/DCTDecode", "/JPXDecode"):
        return bytes(picture._data) if last == filters else b""
    if last == "/CCITTFaxDecode":
        return bytes(picture.get_data())  # pypdf puts the head of a TIFF before it
    if last not in (None, "/FlateDecode", "/LZWDecode", "/RunLengthDecode"):
        return b""
    pixels = picture.get_data()
    bits = picture.get("/BitsPerComponent", 8)
    for kind, size in (("P6", width * height * 3), ("P5", width * height)):
        if bits == 8 and len(pixels) == size:
            return b"%b\n%d %d\n255\n%b" % (kind.encode(), width, height, pixels)
    if bits == 1 and len(pixels) == (width + 7) // 8 * height:
        turned = bytes(byte ^ 0xFF for byte in pixels)
        return b"P4\n%d %d\n%b" % (width, height, turned)
    return b""
