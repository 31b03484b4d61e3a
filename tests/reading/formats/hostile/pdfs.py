"""PDF documents."""

import zlib
from collections.abc import Iterator

from tests.reading.formats import made
from tests.reading.formats.hostile.whole import GOOD

ZEROS = zlib.compress(bytes(50_000_000), 9)


def pdfs() -> Iterator[tuple[str, bytes]]:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 %b>>>>>>" % font
    )
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    one = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    yield "nothing.pdf", b"%PDF-1.7"
    yield "text.pdf", b"%PDF-1.7\n" + made.PARAGRAPH.encode()
    yield "no-pages.pdf", made.pdf_of([catalogue, b"<</Type/Pages/Count 0/Kids[]>>"])
    yield "loop.pdf", made.pdf_of([catalogue, b"<</Type/Pages/Count 9/Kids[2 0 R]>>"])
    yield (
        "count.pdf",
        made.pdf_of([catalogue, b"<</Type/Pages/Count 999999999/Kids[3 0 R]>>", page]),
    )
    yield "self.pdf", made.pdf_of([b"1 0 R"])
    yield "contents.pdf", made.pdf_of([catalogue, one, page, b"4 0 R"])
    yield "null.pdf", made.pdf_of([b"null", b"null"])
    bomb = b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(ZEROS), ZEROS)
    yield "bomb.pdf", made.pdf_of([catalogue, one, page, bomb])
    twice = zlib.compress(ZEROS)
    nested = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%b\nendstream"
    yield "bombs.pdf", made.pdf_of([catalogue, one, page, nested % (len(twice), twice)])
    filters = b"/FlateDecode" * 2_000
    yield (
        "filters.pdf",
        made.pdf_of(
            [catalogue, one, page, b"<</Filter[%b]/Length 1>>stream\nx\nendstream" % filters]
        ),
    )
    for name, words in (
        ("brackets", b"[" * 100_000),
        ("quotes", b"(" * 100_000),
        ("dictionaries", b"<<" * 100_000),
        ("saves", b"q " * 100_000),
        ("numbers", b"9" * 100_000 + b" Tf"),
        ("hex", b"<" + b"f" * 100_000),
        ("inline", b"BI /W 9 /H 9 ID " + b"x" * 100_000),
    ):
        stream = b"<</Length %d>>stream\n%b\nendstream" % (len(words), words)
        yield f"{name}.pdf", made.pdf_of([catalogue, one, page, stream])
    yield "deep.pdf", made.pdf_of([catalogue, one, page, b"[" * 20_000])
    yield "locked.pdf", made.pdf_of([catalogue, one, page], b"/Encrypt<</Filter/Standard/V 9>>")
    yield "wrong-start.pdf", GOOD["good.pdf"].replace(b"startxref\n", b"startxref\n9")
    yield "previous.pdf", GOOD["good.pdf"].replace(b"trailer<<", b"trailer<</Prev 9")
    yield "scan.pdf", made.scan(500, 500)
    yield "huge-scan.pdf", made.scan(500, 500).replace(b"/Width 500", b"/Width 999999999")
