"""More feeds: entities, encodings that lie, days and addresses that nobody expects."""

from collections.abc import Iterator

from tests.reading.formats import made

_ENTRY = "<item><title>x</title>{}<description>{}</description></item>"
_DAYS = (
    *("Sun, 30 Feb 2025", "Mon, 32 Dec 0000 00:00:00 +0000", "10000-01-01", "2025-12-14T99:99:99Z"),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "9" * 6_000, "", "2025-W50-7"),
    *("2025-12-14T10:00:00+99:99", "Thu, 01 Jan 1970 00:00:00 +99999999999"),
)
_LINKS = (
    *(
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://u:secret@example.org/a#b",
        "http://[::1",
    ),
    "https://x/&#10;Kind: letter&#x2028;Publisher: Nobody",
)


def feeds() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    laughs = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10 if at else "x"}">' for at in range(12))
    yield "laughs.rss", made.rss(made.item("One"), head=f"<!DOCTYPE rss [{laughs}]>")
    yield "unknown-entity.rss", made.rss("<item><title>a&nbsp;b</title></item>")
    yield "old.rss", made.rss(made.item("One"), head='<!DOCTYPE rss PUBLIC "a" "http://b/c.dtd">')
    include = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    yield "include.rss", made.rss(_ENTRY.format("", f"{include}words stand here"))
    yield "cdata.rss", made.rss(_ENTRY.format("", "<![CDATA[" + "]]&gt;" * 9_999 + "]]>"))
    yield "deep-page.rss", made.rss(made.item("One") + _ENTRY.format("", "&lt;div&gt;" * 9_999))
    yield "items.rss", made.rss("<item>" * 200 + "<title>x</title>" + "</item>" * 200)
    yield "titles.rss", made.rss(f"<item>{'<title>' * 200}x{'</title>' * 200}</item>")
    for at, day in enumerate(_DAYS):
        yield f"day-{at}.rss", made.rss(made.item("One", day=day))
    for at, link in enumerate(_LINKS):
        yield f"link-{at}.rss", made.rss(_ENTRY.format(f"<link>{link}</link>", "words stand here"))
    for name, told, real in (
        ("utf-16", "UTF-16", "utf-16"),
        ("utf-16-lie", "UTF-16", "utf-8"),
        ("utf-7", "UTF-7", "utf-8"),
        ("cyrillic", "windows-1251", "cp1251"),
        ("cyrillic-lie", "utf-8", "cp1251"),
    ):
        words = made.rss(made.item("В Минске")).decode()
        head = f'<?xml version="1.0" encoding="{told}"?>'
        data = words.replace('<?xml version="1.0"?>', head).encode(real)
        yield f"{name}.rss", data
    spaces = " ".join(f"xmlns:n{at}='u'" for at in range(9_999))
    yield "spaces.rss", made.rss(f"<item {spaces}/>")
    yield "attribute.rss", made.rss(f"<item a='{'x' * 1_000_000}'><title>x</title></item>")
    yield "unseen.rss", made.rss(made.item("One\x0b") + made.item("Two"))
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>V</title><entry><title>t</title>{}</entry>'
    outside = '<content src="file:///etc/passwd"/><updated>2025-02-30T00:00:00Z</updated>'
    yield "outside.atom", (atom.format(outside) + "</feed>").encode()
    yield "page.rss", made.page()
