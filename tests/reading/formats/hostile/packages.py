"""DOCX, ODT and EPUB: bombs, entities, odd names, missing parts, wrong kinds."""

from collections.abc import Iterator

from tests.reading.formats import made
from tests.reading.formats.hostile.whole import GOOD

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def packages() -> Iterator[tuple[str, bytes]]:
    word, zeros = "word/document.xml", b" " * 30_000_000
    yield "bomb.docx", made.docx("", parts={word: b"<a>" + zeros})
    yield "bomb.odt", made.odt("", parts={"content.xml": b"<a>" + zeros})
    yield "bomb.xlsx", made.xlsx([], parts={"xl/worksheets/sheet1.xml": b"<a>" + zeros})
    yield "bomb.epub", made.epub({"one.xhtml": "x"}, parts={"OPS/one.xhtml": zeros})
    yield "bomb.wacz", made.zipped({"archive/a.warc": zeros, "datapackage.json": "{}"})
    for name, text in (("entities", BOMB), ("outside", OUTSIDE)):
        for made_of, part, ending in (
            (made.docx, word, "docx"),
            (made.odt, "content.xml", "odt"),
        ):
            yield f"{name}.{ending}", made_of("", parts={part: f"{text}<x>&a;</x>"})
        yield f"{name}.xlsx", made.xlsx([], parts={"xl/workbook.xml": f"{text}<x>&a;</x>"})
        yield (
            f"{name}.epub",
            made.epub({}, parts={"META-INF/container.xml": f"{text}<x>&a;</x>"}),
        )
        yield f"{name}.rss", made.rss(made.item("&a;"), head=text.replace("x [", "rss ["))
    paths = {f"../../{at}" * at: "x" for at in range(1, 20)}
    yield "paths.docx", made.docx(made.paragraphs(made.PARAGRAPH), parts={**paths, "/etc/x": "x"})
    yield "entries.docx", made.zipped({word: "<x/>", **{str(at): "" for at in range(10_001)}})
    yield "empty.docx", made.zipped({word: ""})
    yield "no-xml.docx", made.zipped({word: b"\xff\xfe\0\0\0"})
    yield "no-words.docx", made.docx("")
    yield "deep.docx", made.docx("<w:p>" * 5_000)
    yield "wide.docx", made.docx("<w:p " + " ".join(f"a{at}='1'" for at in range(5_000)) + "/>")
    yield "long.docx", made.docx(f"<w:p><w:r><w:t>{'word ' * 1_100_000}</w:t></w:r></w:p>")
    yield "nested.docx", made.zipped({"a.docx": GOOD["good.docx"], "b": b"word/document.xml"})
    yield "renamed.docx", GOOD["good.pdf"]
    yield "renamed.xlsx", GOOD["good.docx"]
    yield "locked.odt", made.odt("", parts={"META-INF/manifest.xml": "<m:encryption-data/>"})
    yield "locked.epub", made.epub({}, parts={"META-INF/encryption.xml": "<x/>"})
    yield "chapters.epub", made.epub({f"{at}.xhtml": "" for at in range(2_001)})
    yield "lost.epub", made.epub({"../../../etc/passwd": "x"})
    yield "loop.epub", made.epub({"book.opf": "x"})
    yield "binary.epub", made.epub({"one.xhtml": "x"}, parts={"OPS/one.xhtml": bytes(range(256))})
    encrypted = bytearray(GOOD["good.docx"])
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = encrypted.find(mark)
        while at >= 0:
            encrypted[at + flags] |= 1
            at = encrypted.find(mark, at + 1)
    yield "locked.docx", bytes(encrypted)
    yield "method.docx", GOOD["good.docx"].replace(b"\x14\0\0\0\x08\0", b"\x14\0\0\0\x63\0")
