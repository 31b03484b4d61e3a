"""ZIP packages whose own tables lie, and XML parts in strange clothes."""

import io
import struct
import warnings
import zipfile
from collections.abc import Iterator

from tests.reading.formats import made
from tests.reading.formats.hostile.whole import GOOD

_WORD = "word/document.xml"
_BOOK = "<package><manifest>{}</manifest><spine>{}</spine></package>"


def _patched(mark: bytes, at: int, new: bytes) -> bytes:
    """The good DOCX with bytes changed at a place behind every such mark."""
    data = bytearray(GOOD["good.docx"])
    place = data.find(mark)
    while place >= 0:
        data[place + at : place + at + len(new)] = new
        place = data.find(mark, place + 4)
    return bytes(data)


def _twins(*parts: tuple[str, str]) -> bytes:
    """An archive in which a name may stand twice."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in parts:
            archive.writestr(name, data)
    return file.getvalue()


def _packed(how: int, data: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        archive.writestr(_WORD, data)
    return file.getvalue()


def _document(body: str) -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'


def _tables() -> Iterator[tuple[str, bytes]]:
    good, words = GOOD["good.docx"], _document(made.paragraphs(made.PARAGRAPH))
    other = _document(made.paragraphs("Twenty were released in Brest."))
    yield "twins.docx", _twins((_WORD, words), (_WORD, other))
    yield "case.docx", _twins((_WORD, words), ("WORD/Document.xml", "x"))
    yield "comment.docx", good[:-2] + b"\xff\xff" + b"x" * 65_535
    yield "zip64.docx", _patched(b"PK\x01\x02", 20, b"\xff" * 8)
    yield "zip64-end.docx", _patched(b"PK\x05\x06", 8, b"\xff" * 12)
    yield "sizes.docx", _patched(b"PK\x01\x02", 24, b"\x01\0\0\0")
    yield "huge-sizes.docx", _patched(b"PK\x01\x02", 24, b"\xfe\xff\xff\xff")
    yield "packed-sizes.docx", _patched(b"PK\x01\x02", 20, b"\xf0\xff\xff\x7f")
    yield "sums.docx", _patched(b"PK\x01\x02", 16, b"\0\0\0\0")
    yield "places.docx", _patched(b"PK\x01\x02", 42, b"\xff\xff\xff\x7f")
    yield "one-place.docx", _patched(b"PK\x01\x02", 42, b"\0\0\0\0")
    yield "count.docx", _patched(b"PK\x05\x06", 10, b"\xff\xff")
    yield "directory.docx", _patched(b"PK\x05\x06", 12, b"\xff\xff\xff\x7f")
    yield "junk.docx", b"PK\x03\x04" + b"junk" * 1000 + good
    yield "two-ends.docx", good + good
    odd = (
        "a\0b",
        "..",
        "/etc/passwd",
        "C:\\x",
        "\\\\host\\x",
        "x" * 65_000,
        "\u202egnp.exe",
        "a/" * 9,
    )
    yield "names.docx", made.docx(made.paragraphs("Ten are free."), parts=dict.fromkeys(odd, "x"))
    for how, name in ((zipfile.ZIP_BZIP2, "bzip2"), (zipfile.ZIP_LZMA, "lzma")):
        yield f"{name}.docx", _packed(how, words)
        yield f"{name}-bomb.docx", _packed(how, bytes(50_000_000))
    packed = _packed(zipfile.ZIP_LZMA, words)
    at = packed.find(_WORD.encode()) + len(_WORD)
    yield "dictionary.docx", packed[: at + 5] + b"\xff" * 4 + packed[at + 9 :]
    one = made.zipped({_WORD: words})
    start, end = one.find(b"PK\x01\x02"), one.find(b"PK\x05\x06")
    many = one[start:end] * 5_000
    tail = struct.pack("<4H2LH", 0, 0, 5_000, 5_000, len(many), start, 0)
    yield "overlap.docx", one[:start] + many + b"PK\x05\x06" + tail


def _documents() -> Iterator[tuple[str, bytes]]:
    words = made.paragraphs(made.PARAGRAPH)
    for name, encoding in (("utf-16", "utf-16"), ("utf-7", "ascii"), ("cp037", "cp037")):
        head = f'<?xml version="1.0" encoding="{name}"?>'
        yield f"{name}.docx", made.zipped({_WORD: (head + _document(words)).encode(encoding)})
    laughs = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10 if at else "x"}">' for at in range(12))
    for name, inside in (
        ("laughs", laughs),
        ("square", f'<!ENTITY a11 "{"a" * 50_000}">'),
        ("parameter", '<!ENTITY % a SYSTEM "file:///etc/passwd">%a;'),
    ):
        document = f"<!DOCTYPE x [{inside}]>" + _document("&a11;" * 5_000)
        yield f"{name}.docx", made.zipped({_WORD: document})
        yield f"{name}-utf-16.docx", made.zipped({_WORD: document.encode("utf-16")})
    yield "public.docx", made.zipped({_WORD: '<!DOCTYPE x PUBLIC "a" "b">' + _document(words)})
    include = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    yield "include.docx", made.docx(f"<w:p><w:r><w:t>{include}</w:t></w:r></w:p>{words}")
    yield "style.docx", made.zipped({_WORD: '<?xml-stylesheet href="x"?>' + _document(words)})
    spaces = " ".join(f'xmlns:n{at}="u{at}"' for at in range(20_000))
    yield "spaces.docx", made.zipped({_WORD: f"<a {spaces}>x</a>"})
    yield "signs.docx", made.docx("<w:p><w:r><w:t>&#0;&#xD800;&#xFFFE;</w:t></w:r></w:p>")
    yield "turned.docx", made.docx("<w:p><w:r><w:t>&#x202E;12 released</w:t></w:r></w:p>")
    yield "empty-lines.docx", made.docx("<w:p/>" * 100_000 + words)
    yield "runs.docx", made.docx(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 50_000}</w:p>")
    yield "metadata.docx", made.docx(words, parts={"docProps/core.xml": b"\0"})
    yield "notes.docx", made.docx(words, parts={"word/footnotes.xml": "<a>" * 10})
    yield "blanks.odt", made.odt(f"<text:p>a<text:s text:c='2000000000'/>{made.PARAGRAPH}</text:p>")
    mark = "<m><encryption-data/></m>".encode("utf-16")
    yield "sealed.odt", made.odt("<text:p>x</text:p>", parts={"META-INF/manifest.xml": mark})
    yield "noise.odt", made.odt("", parts={"content.xml": bytes(range(256)) * 100})


def _books() -> Iterator[tuple[str, bytes]]:
    def book(items: str, spine: str) -> bytes:
        chapter = {"one.xhtml": f"<p>{made.PARAGRAPH}</p>"}
        return made.epub(chapter, parts={"OPS/book.opf": _BOOK.format(items, spine)})

    one = '<item id="a" href="one.xhtml"/>'
    yield "same.epub", book(one, '<itemref idref="a"/>' * 2_000)
    yield (
        "round.epub",
        book(
            '<item id="a" href="b" fallback="b"/><item id="b" href="a" fallback="a"/>',
            '<itemref idref="a"/><itemref idref="b"/>',
        ),
    )
    yield "itself.epub", book('<item id="a" href="book.opf"/>', '<itemref idref="a"/>')
    yield "nameless.epub", book('<item href="one.xhtml"/>', "<itemref/>")
    yield (
        "percent.epub",
        book('<item id="a" href="%00%2e%2e%2fpasswd%ff"/>', '<itemref idref="a"/>'),
    )
    for at, day in enumerate(("10000-99-99", "0000-00-00", "\u0662\u0660\u0662\u0665", "1-1-1")):
        yield f"day-{at}.epub", made.epub({"one.xhtml": f"<p>{made.PARAGRAPH}</p>"}, date=day)
    yield "root.epub", made.epub({}, parts={"META-INF/container.xml": "<container/>"})


def zips() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    yield from _tables()
    yield from _documents()
    yield from _books()
