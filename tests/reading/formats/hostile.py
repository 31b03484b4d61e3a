"""Files made with bad intent or by bad luck, for every format that is no plain text; made by code.

It is over 300 lines: one list of bad files, to be read from top to bottom.
"""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator

from tests.reading.formats import made

GOOD: dict[str, bytes] = {
    "good.pdf": made.pdf([["A report.", made.PARAGRAPH], ["Its second page."]]),
    "good.docx": made.docx(made.paragraphs("Title", made.PARAGRAPH)),
    "good.odt": made.odt(f"<text:p>{made.PARAGRAPH}</text:p>"),
    "good.epub": made.epub({"one.xhtml": f"<p>{made.PARAGRAPH}</p>"}),
    "good.xlsx": made.xlsx([["name", "day"], ["Maria Kalesnikava", 44081]]),
    "good.csv": b"name;day\nMaria Kalesnikava;2020-09-07\n",
    "good.eml": made.letter({"From": "a@example.org", "To": "b@example.org", "Subject": "News"}),
    "good.mhtml": b'From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/html\r\n\r\n" + made.page() + b"\r\n--x--\r\n",
    "good.mbox": b"From a Sun Dec 14\n" + made.letter({"To": "b@example.org", "Subject": "News"}),
    "good.warc": made.warc(made.record("https://example.org/a", made.page())),
    "good.warc.gz": made.warc(made.record("https://example.org/a", made.page()), packed=True),
    "good.wacz": made.zipped(
        {
            "archive/data.warc.gz": made.warc(
                made.record("https://example.org/a", made.page()), packed=True
            ),
            "datapackage.json": "{}",
        }
    ),
    "good.json": made.telegram([made.message(1), made.message(2)]),
    "good-messages.html": made.telegram_page(made.page_message(1)),
    "good.rss": made.rss(made.item("One")),
    "good-saved.html": b"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: "
    b"https://example.org/x \n-->" + made.page(),
}
"""One whole file of each format."""

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
ZEROS = zlib.compress(bytes(50_000_000), 9)


def _cut_and_flipped() -> Iterator[tuple[str, bytes]]:
    for name, data in GOOD.items():
        stem, _, ending = name.partition(".")
        for part in (10, 35, 60, 85, 98):
            yield f"{stem}-cut-{part}.{ending}", data[: len(data) * part // 100]
        for place in (40, 75):
            at = len(data) * place // 100
            turned = bytes(byte ^ 0x55 for byte in data[at : at + 12])
            yield f"{stem}-flipped-{place}.{ending}", data[:at] + turned + data[at + 12 :]


def _packages() -> Iterator[tuple[str, bytes]]:
    """ZIP packages: bombs, entities, odd names, missing parts, wrong kinds."""
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


def _sheets() -> Iterator[tuple[str, bytes]]:
    yield "far.xlsx", made.xlsx([], cells='<row><c r="XFD1"><v>1</v></c></row>')
    yield (
        "row.xlsx",
        made.xlsx([["a"]], cells='<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    )
    yield "index.xlsx", made.xlsx([], cells='<row><c t="s"><v>999999999</v></c></row>')
    yield "minus.xlsx", made.xlsx([], cells='<row><c t="s" s="-1"><v>-5</v></c></row>')
    yield "style.xlsx", made.xlsx([], cells='<row><c s="99999999999999"><v>1e308</v></c></row>')
    yield "day.xlsx", made.xlsx([], cells='<row><c s="1"><v>2958465.9</v></c></row>')
    yield (
        "nan.xlsx",
        made.xlsx([], cells='<row><c s="1"><v>nan</v></c><c s="1"><v>inf</v></c></row>'),
    )
    yield "formula.xlsx", made.xlsx([["=1+1", "=cmd|' /C calc'!A0"], ["@SUM(A1)", "+1"]])
    yield "none.xlsx", made.xlsx([])
    yield (
        "link.xlsx",
        made.xlsx(
            [["a"]],
            parts={
                "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" '
                'TargetMode="External" Target="https://example.org/"/></Relationships>'
            },
        ),
    )
    yield "cells.csv", b"a;b\n" + b";".join(b"x" for _ in range(300)) + b"\n"
    yield "quote.csv", b'a;b\n"' + b"x\n" * 200_000
    yield "quotes.csv", b'"' * 9_999 + b"\na\n"
    yield "nul.csv", b"a,b\n1,\0\n"
    yield "formula.csv", b'name,day\n=HYPERLINK("http://x"),@SUM(A1)\n'
    yield "digits.csv", b"name,arrested,prison,penalty\nA B," + b"9" * 6_000 + b",x," + b"9" * 400
    yield "days.csv", b"name,arrested,prison,penalty\nA B,0000-00-00,x,y\nC D,99.99.9999,x,y\n"
    yield "header.csv", b",,,\n1,2,3,4\n"
    yield "long.csv", b"name,arrested,prison,penalty\n" + b"A" * 5_000 + b",2020-01-01,x,y\n"


def _pdfs() -> Iterator[tuple[str, bytes]]:
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


def _letters() -> Iterator[tuple[str, bytes]]:
    plain = {"From": "a@example.org", "To": "b@example.org", "Subject": "x"}
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at)
        for at in range(500)
    )
    yield "deep.eml", b"From: a\r\nTo: b\r\nSubject: x\r\n" + deep + b"\r\nwords"
    parts = b"--x\r\n\r\nwords\r\n" * 1_500
    yield "parts.eml", b'To: b\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n' + parts
    yield "charset.eml", made.letter(plain, kind="text/plain; charset=rot13")
    yield "charsets.eml", made.letter(plain, kind="text/plain; charset=\0\xff")
    yield "attached.eml", made.letter(plain, kind="application/pdf")
    yield "base64.eml", made.letter({**plain, "Content-Transfer-Encoding": "base64"}, "=" * 999)
    yield "subject.eml", made.letter({"From": "a", "To": "b", "Subject": "=?utf-8?b?////?="})
    yield "subjects.eml", made.letter({"To": "b", "Subject": "=?x?q?a?=" * 5_000})
    yield "day.eml", made.letter({**plain, "Date": "99 Foo 99999 99:99:99 +9999"})
    yield "headers.eml", b"".join(b"X-%d: x\r\n" % at for at in range(20_000)) + b"\r\nwords"
    yield "header.eml", b"Subject: " + b"x" * 2_000_000 + b"\r\n\r\nwords"
    yield "folded.eml", b"Subject: a\r\n" + b" b\r\n" * 50_000 + b"\r\nwords"
    yield "many.mbox", b"From a\nTo: b\n\nwords\n\n" * 10_002
    yield "no-body.eml", b"From: a\r\nTo: b\r\n\r\n"
    yield "page.eml", made.letter(plain, "<div>" * 5_000, kind="text/html")
    yield "addresses.eml", made.letter({"To": "a@b, " * 20_000, "From": "(" * 5_000})
    yield "brackets.eml", made.letter({**plain, "Content-Disposition": "attachment; a*1*=x" * 99})


def _exports() -> Iterator[tuple[str, bytes]]:
    yield "deep.json", b'{"type":"public_channel","messages":[' + b"[" * 100_000
    yield "deep-closed.json", b'{"type":"public_channel","messages":' + b"[" * 9_999 + b"]" * 9_999
    yield "nan.json", b'{"type":"public_channel","messages":[{"type":"message","text":NaN}]}'
    yield "people.json", made.telegram([made.message(from_id="user7")], kind="private_group")
    yield (
        "kinds.json",
        made.telegram(
            [1, None, [], {"type": []}, made.message(1, {"a": 1}), made.message(2, [None, 5, [[]]])]
        ),
    )
    yield (
        "days.json",
        made.telegram(
            [made.message(1, date_unixtime="9" * 30), made.message(2, date_unixtime=None, date=5)]
        ),
    )
    yield (
        "names.json",
        json.dumps(
            {
                "name": ["x"],
                "type": "public_channel",
                "messages": [{**made.message(1), "from": {"a": 1}}],
            }
        ).encode(),
    )
    yield (
        "lone.json",
        b'{"type":"public_channel","messages":[{"type":"message","text":"\\ud800 x"}]}',
    )
    yield "digits.json", b'{"type":"public_channel","id":' + b"9" * 6_000 + b',"messages":[]}'
    yield "bytes.json", b'{"type":"public_channel","messages":[\xff\xfe]}'
    yield "many.json", made.telegram([made.message(at) for at in range(10_001)])
    yield "empty-messages.html", made.telegram_page("")
    yield "people-messages.html", made.telegram_page(made.page_message(1, writer="Somebody"))
    yield "deep-messages.html", made.telegram_page("<div class='message default'>" * 400)
    yield "odd-messages.html", made.telegram_page("<div class='message default'></div>" * 9)
    yield "none.rss", made.rss("")
    yield "empty.rss", made.rss("<item></item>" * 5)
    yield "deep.rss", made.rss("<item>" + "<a>" * 9_000)
    yield "pages.rss", made.rss(made.item("x", "<div>" * 5_000))
    yield "days.rss", made.rss(made.item("x", day="99999-99-99") + made.item("y", day="\u0661"))
    yield "many.rss", made.rss("<item><title>x</title></item>" * 10_001)
    yield "cut.rss", made.rss(made.item("One"))[:-30]
    yield "bytes.rss", b'<?xml version="1.0" encoding="utf-99"?><rss><channel/></rss>'


def _pages() -> Iterator[tuple[str, bytes]]:
    """Pages made to make the search for day, headline and links to others take long."""
    words = made.PARAGRAPH * 4
    many = 20_000

    def page(inside: str, head: str = "") -> bytes:
        body = f"<body><h1>Top</h1>{inside}<p>{words}</p></body>"
        return f"<html><head>{head}</head>{body}</html>".encode()

    data = '<script type="application/ld+json">{}</script>'
    yield "strong.html", page(f"<div>{'<strong>Read also</strong>' * many}</div>")
    yield "related.html", page("<h2>Related</h2>" * many)
    yield (
        "times.html",
        page(f"<div class=card>{'<time datetime=2025-13-45>1 x</time>' * many}</div>"),
    )
    yield "divs.html", page("<div>" * 240 + words * 2_000)
    yield (
        "titles.html",
        page("<h2>A title that is long</h2>" * many, "<meta name=title content=ab>" * many),
    )
    yield "data.html", page("", data.format("[" + "1," * 400_000 + "1]"))
    yield "data-deep.html", page("", data.format('{"@graph":' * 9_000 + "1" + "}" * 9_000))
    yield "datas.html", page("", data.format("{}") * 9_000)


def _archives() -> Iterator[tuple[str, bytes]]:
    good = made.record("https://example.org/a", made.page())
    bomb = gzip.compress(b"<html>" + bytes(30_000_000))
    packed = made.record("https://example.org", bomb, headers="Content-Encoding: gzip\r\n")
    yield "bomb.warc", made.warc(packed)
    yield "bombs.warc.gz", made.warc(packed, packed=True)
    yield "zeros.warc.gz", gzip.compress(b"WARC/1.0\r\n" + bytes(30_000_000))
    yield "length.warc", good.replace(b"Content-Length: ", b"Content-Length: 99999")
    yield "minus.warc", good.replace(b"Content-Length: ", b"Content-Length: -")
    yield "no-length.warc", good.replace(b"Content-Length: ", b"X: ")
    yield "words.warc", good.replace(b"Content-Length: ", b"Content-Length: x")
    yield (
        "chunked.warc",
        made.record(
            "https://example.org", b"FFFFFFFFFF\r\nx", headers="Transfer-Encoding: chunked\r\n"
        ),
    )
    yield (
        "coding.warc",
        made.record(
            "https://example.org", b"\x1f\x8b\xff", headers="Content-Encoding: gzip, br\r\n"
        ),
    )
    zeros = bytes.fromhex("5bffff7f1000a1e0") * 3
    yield (
        "brotli.warc",
        made.record("https://example.org", zeros, headers="Content-Encoding: br\r\n"),
    )
    yield "status.warc", made.record("https://example.org", made.page(), status="999 Odd")
    yield "address.warc", made.record("http://[::1" + "x" * 9_000, made.page())
    yield "addresses.warc", made.record("javascript:alert(1)", made.page())
    yield "first-line.warc", b"WARC/1.0\r\n" + b"x" * 200_000
    yield "headers.warc", b"WARC/1.0\r\n" + b"A: b\r\n" * 50_000 + b"\r\n"
    yield "picture.warc", made.record("https://example.org/a.png", b"\x89PNG", kind="image/png")
    yield "requests.warc", made.warc_record("request", "https://example.org", b"GET /", "text/html")
    yield "binary.warc", made.record("https://example.org", bytes(range(256)) * 50)
    yield (
        "nested.wacz",
        made.zipped({"archive/a.warc.gz": GOOD["good.wacz"], "datapackage.json": ""}),
    )
    yield "empty.wacz", made.zipped({"archive/": "", "datapackage.json": "{}"})
    yield "path.wacz", made.zipped({"archive/../../../a.warc": good, "datapackage.json": "{}"})
    yield "inner.warc.gz", gzip.compress(gzip.compress(good))


_MAKERS: tuple[Callable[[], Iterator[tuple[str, bytes]]], ...] = (
    _cut_and_flipped,
    _packages,
    _sheets,
    _pdfs,
    _letters,
    _exports,
    _archives,
    _pages,
)

FILES: dict[str, bytes] = {name: data for maker in _MAKERS for name, data in maker()}
"""All of them, by name."""
