"""More web pages: encodings that lie, days that are none, marks without end, pictures in disguise."""

from collections.abc import Iterator

from tests.reading.formats import made

_RUSSIAN = "В Минске освободили 12 человек. "
_CHARSETS = (
    *("utf-7", "utf-16", "utf-32", "utf-8-sig", "idna", "hex", "zlib", "undefined", "iso-2022-jp"),
    *("unicode_escape", "hz", "cp037", "rot13", "gb18030", "mbcs", "x-user-defined"),
)
_DAYS = (
    *(
        "32.13.0000",
        "2025-02-30",
        "0000-00-00",
        "10000-01-01",
        "2025-12-14T99:99",
        "9" * 5_000,
        "-1",
    ),
    *("99999-12-31", "2025-13", "now", "\u0662\u0660\u0662\u0665-\u0661\u0662-\u0661\u0664"),
)


def _page(inside: str, head: str = "") -> bytes:
    body = f"<body><h1>Top</h1>{inside}<p>{made.PARAGRAPH * 4}</p></body>"
    return f"<html><head>{head}</head>{body}</html>".encode()


def _marks() -> Iterator[tuple[str, bytes]]:
    for name, inside in (
        ("attribute", f"<p title='{'x' * 2_000_000}'>y</p>"),
        ("classes", f"<div class='{'cookie ' * 99_999}'>y</div>"),
        ("unclosed", "<p>" * 20_000),
        ("comments", "<!--x-->" * 20_000),
        ("open-comment", "<!--" + "x" * 500_000),
        ("script", "<script>" + "</scrip" * 99_999),
        ("style", "<style>" + "{" * 500_000),
        ("area", "<textarea>" * 9_999),
        ("plain", "<plaintext>" + "<p>x" * 999),
        ("drawing", "<svg>" * 200 + "<text>x"),
        ("ands", "&" * 200_000),
        ("references", "&#x110000;&#99999999999999999999;&#-1;&#xD800;&#x1F;" * 999),
        ("reference", "&#" + "9" * 99_999 + ";"),
        ("name", "<" + "x" * 99_999 + ">y"),
        ("odd-tags", "<p/><//><!><?><!a><?xml?><![if]><p =x><p =''><>" * 999),
        ("half-tags", "<p " + "<" * 50_000),
        ("data", "data:a," * 99_999),
        ("data-signs", "data:" + ";a=b" * 99_999),
        ("blanks", " " * 500_000 + "\n" * 400_000),
        ("breaks", "x<br>" * 20_000),
        ("cut-words", "<wbr>".join("Kalesnikava") * 2_000),
        ("heaped", "a" + "\u0301\u0316" * 100_000),
        ("years", "2025-12-14 " * 40_000),
        ("cells", "<table>" + "<tr><td>a<td>b" * 9_999 + "</table>"),
    ):
        yield f"marks-{name}.html", _page(inside)


def _heads() -> Iterator[tuple[str, bytes]]:
    for at, day in enumerate(_DAYS):
        head = f"<meta property='article:published_time' content='{day}'>"
        yield f"day-{at}.html", _page(f"<time datetime='{day}'>{day}</time>", head)
    data = '<script type="application/ld+json">{}</script>'
    for at, inside in enumerate(
        (
            '{"@type":["NewsArticle",null,5],"datePublished":{"a":[]},"headline":[null]}',
            '{"datePublished":' + "9" * 6_000 + "}",
            '{"@type":"NewsArticle","datePublished":"2025-12-14"}' * 2_000,
        )
    ):
        yield f"ld-{at}.html", _page("x", data.format(inside))
    yield "base.html", _page("x", "<base href='file:///etc/'><link rel=import href=passwd>")
    yield "address.html", _page("x", "<link rel=canonical href='http://[::1'>")
    yield "days-in-address.html", _page("x", f"<link rel=canonical href='{'/2025/13/45' * 9_999}'>")
    for charset in _CHARSETS:
        start = f"<html><head><meta charset={charset}></head><body><p>".encode()
        yield (
            f"charset-{charset}.html",
            start + (_RUSSIAN * 4).encode("cp1251") + b"</p></body></html>",
        )
    yield "wide.html", _page("x", "<meta charset=utf-8>").decode().encode("utf-16")
    yield "mark.html", b"\xff\xfe" + _page("x")
    saved = b"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: %b\n-->" + made.page()
    for at, address in enumerate((b"javascript:alert(1)", b"x" * 500_000, b"\n url: " * 9_999)):
        yield f"saved-{at}.html", saved % address


def _clothes() -> Iterator[tuple[str, bytes]]:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><text>Twelve were released</text></svg>"
    for name in ("svg.png", "svg.jpg", "svg.pdf", "svg.svg"):
        yield name, svg
    yield "jpeg.jpg", b"\xff\xd8\xff" + svg
    yield "gif.pdf", b"GIF89a%PDF-1.7\n" + svg
    yield "old.doc", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1_000)
    yield "rich.txt", b"{\\rtf1\\ansi Twelve people were released in Minsk on Saturday.}"
    yield "database.txt", b"SQLite format 3\0" + bytes(500)


def markup() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    yield from _marks()
    yield from _heads()
    yield from _clothes()
