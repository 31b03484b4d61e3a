"""Web pages made to make the search for day, headline and links to others take long."""

from collections.abc import Iterator

from tests.reading.formats import made


def pages() -> Iterator[tuple[str, bytes]]:
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
