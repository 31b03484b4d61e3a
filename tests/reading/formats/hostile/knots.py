"""PDF documents whose objects lead in circles, lie about their size, or multiply."""

import zlib
from collections.abc import Iterator

from tests.reading.formats import made
from tests.reading.formats.hostile.whole import GOOD

_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_ONE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 %b>>>>>>"
    % _FONT
)
_WORDS = b"BT /F1 11 Tf 50 780 Td (%b) Tj ET" % made.PARAGRAPH.encode()


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (more, len(data), data)


def _pages() -> Iterator[tuple[str, bytes]]:
    words = _stream(_WORDS)
    round_ = [_CATALOGUE, b"<</Type/Pages/Count 2/Kids[3 0 R]>>", b"<</Type/Pages/Kids[2 0 R]>>"]
    yield "round.pdf", made.pdf_of(round_)
    deep = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (at + 3) for at in range(3_000)]
    yield "tree.pdf", made.pdf_of([_CATALOGUE, *deep, _PAGE])
    wide = b"<</Type/Pages/Count 3001/Kids[%b]>>" % (b"3 0 R " * 3_001)
    yield "wide.pdf", made.pdf_of([_CATALOGUE, wide, _PAGE, words])
    tens = [b"<</Type/Pages/Count 9/Kids[%b]>>" % (b"%d 0 R " % (at + 3) * 10) for at in range(9)]
    yield "tens.pdf", made.pdf_of([_CATALOGUE, *tens, b"<</Type/Page/MediaBox[0 0 9 9]>>"])
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"
    start = [_CATALOGUE, _ONE, page, _stream(b"/A Do " * 10)]
    yield "own-form.pdf", made.pdf_of([*start, _stream(b"/A Do", form % 5)])
    forms = [_stream(b"/A Do " * 10, form % (at + 6)) for at in range(12)]
    yield "forms.pdf", made.pdf_of([*start, *forms, _stream(b"x", form % 5)])
    many = _PAGE.replace(b"4 0 R", b"[" + b"4 0 R " * 20_000 + b"]")
    yield "contents-many.pdf", made.pdf_of([_CATALOGUE, _ONE, many, words])
    array = b"BT /F1 11 Tf [" + b"(a)-300" * 50_000 + b"] TJ ET"
    yield "array.pdf", made.pdf_of([_CATALOGUE, _ONE, _PAGE, _stream(array)])
    far = b"BT /F1 999999999999 Tf 1e308 0 0 1e308 1e308 nan Tm (x) Tj ET " + _WORDS
    yield "far.pdf", made.pdf_of([_CATALOGUE, _ONE, _PAGE, _stream(far)])
    for name, info in (("own", b"<</Title 5 0 R>>"), ("list", b"<</Title[1 2]>>"), ("none", b"5")):
        objects = [_CATALOGUE, _ONE, _PAGE, words, info]
        yield f"title-{name}.pdf", made.pdf_of(objects, b"/Info 5 0 R")


def _places() -> Iterator[tuple[str, bytes]]:
    good = GOOD["good.pdf"]
    start = int(good[good.rfind(b"startxref\n") + 10 :].split()[0])
    for at, previous in enumerate((b"%d" % start, b"-1", b"99999999999999", b"/x")):
        yield f"before-{at}.pdf", good.replace(b"trailer<<", b"trailer<</Prev %b" % previous)
    yield "many-objects.pdf", good.replace(b"xref\n0 ", b"xref\n0 99999999")
    yield "minus-objects.pdf", good.replace(b"xref\n0 ", b"xref\n-5 ")
    yield "no-table.pdf", good[: good.rfind(b"xref\n0")]
    yield "root.pdf", good.replace(b"/Root 1 0 R", b"/Root 99 0 R")
    yield "root-number.pdf", good.replace(b"/Root 1 0 R", b"/Root 5")
    yield "digits.pdf", good.replace(b"/Count ", b"/Count " + b"9" * 5_000)
    zeros = zlib.compress(bytes(100_000_000), 9)
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    end = b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(head)
    table = b"/Type/XRef/Root 1 0 R"
    for name, data, more in (
        ("zeros", zeros, b"/Size 5/W[1 2 1]/Filter/FlateDecode"),
        ("index", bytes(400), b"/Size 99999999/W[1 2 1]/Index[0 99999999]"),
        ("widths", bytes(400), b"/Size 9/W[99999999 99999999 9]"),
    ):
        yield f"table-{name}.pdf", head + b"5 0 obj\n" + _stream(data, table + more) + end
    yield "objects.pdf", b"%PDF-1.7\n" + b"1 0 obj\n" * 50_000


def _streams() -> Iterator[tuple[str, bytes]]:
    predictor = b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns %d/Colors 9>>"
    for name, data, more in (
        ("base85", b"z" * 1_000_000, b"/Filter/ASCII85Decode"),
        ("hex", b"20" * 500_000, b"/Filter/ASCIIHexDecode"),
        ("runs", b"\x81 " * 500_000, b"/Filter/RunLengthDecode"),
        ("lzw", bytes(range(256)) * 400, b"/Filter/LZWDecode"),
        ("columns", zlib.compress(b"\2" * 9_999), predictor % 999_999_999),
        ("no-columns", zlib.compress(b"\2" * 9_999), predictor % 0),
        ("unknown", b"x", b"/Filter/Foo"),
    ):
        objects = [_CATALOGUE, _ONE, _PAGE, _stream(data, more)]
        yield f"stream-{name}.pdf", made.pdf_of(objects)
    for name, length in (("lie", b"99999999"), ("itself", b"4 0 R"), ("minus", b"-5")):
        lying = b"<</Length %b>>stream\n%b\nendstream" % (length, _WORDS)
        yield f"length-{name}.pdf", made.pdf_of([_CATALOGUE, _ONE, _PAGE, lying])
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    yield "scan-svg.pdf", made.scan(600, 800, svg, b"/Filter/DCTDecode")
    yield "scan-cut.pdf", made.scan(600, 800, b"\xff\xd8\xff\xe0" + bytes(99), b"/Filter/DCTDecode")
    fax = b"/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>/BitsPerComponent 1"
    yield "scan-fax.pdf", made.scan(60_000, 60_000, bytes(1_000), fax)


def knots() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    yield from _pages()
    yield from _places()
    yield from _streams()
