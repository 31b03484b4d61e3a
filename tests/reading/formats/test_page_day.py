"""The day of a page: what a page says of itself counts, what its article speaks of does not."""

import pytest

from habeas.reading.formats.page import parsed
from habeas.reading.formats.page_day import page_day

LONG = (
    "People had been waiting for this day for years, in rain and snow, at the gate of the prison. "
)


def day(head: str = "", body: str = "") -> str | None:
    page = parsed(f"<html><head>{head}</head><body>{body}</body></html>", name="a.html")
    found = page_day(page.tree)
    return found.edtf if found else None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-12-14T23:30:00+01:00">',
        '<meta name="date" content="2025-12-14">',
        '<meta itemprop="datePublished" content="2025-12-14T01:00">',
        '<script type="application/ld+json">{"datePublished":"2025-12-14"}</script>',
        '<link rel="canonical" href="https://example.org/2025/12/14/freed.html">',
    ],
)
def test_metadata_tell_the_day(head: str) -> None:
    assert day(head) == "2025-12-14"


def test_the_first_publication_goes_before_a_change() -> None:
    head = (
        '<meta property="article:modified_time" content="2026-01-03">'
        '<meta property="article:published_time" content="2025-12-14">'
    )
    assert day(head) == "2025-12-14"


def test_a_day_printed_beside_the_headline_counts() -> None:
    assert day(body='<h1>Freed</h1><span class="date">14.12.2025</span>') == "2025-12-14"
    assert day(body='<time datetime="2025-12-14">on Sunday</time>') == "2025-12-14"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>He was taken on 2020-06-18. {LONG}</p>",
        f"<div>{LONG} On 2020-06-18 <b>it</b> began. {LONG}</div>",
        '<div class="comments"><time datetime="2023-01-15">then</time></div>',
        '<aside><span class="date">14.12.2025</span></aside>',
        "<footer>© 2019-01-01</footer>",
        '<div class="related"><span class="date">14.12.2025</span></div>',
    ],
)
def test_days_of_the_article_the_comments_and_the_margin_do_not_count(body: str) -> None:
    assert day(body=f"<h1>Ten years</h1>{body}") is None


@pytest.mark.parametrize(
    ("said", "day_found"),
    [
        ("2025-02-30", "2025-02"),
        ("2025-02", "2025-02"),
        ("2025-02-01", "2025-02-01"),
        ("20250201", "2025-02-01"),
        ("2025-02-01T00:00", "2025-02-01"),
        ("1 February 2025", "2025-02-01"),
        ("2025-01", "2025-01"),
        ("2025-01-01", "2025-01-01"),
        ("2025-13-45", None),
        ("January 2025", None),
        ("14.12.25", "2025-12-14"),
        ("December 14, 2025", "2025-12-14"),
        ("12/14/2025", "2025-12-14"),
        ("yesterday", None),
        ("2025", None),
    ],
)
def test_a_day_is_never_made_up(said: str, day_found: str | None) -> None:
    assert day(f'<meta property="article:published_time" content="{said}">') == day_found


OTHER = '{"@type": "NewsArticle", "headline": "Another", "datePublished": "2026-02-02"}'
OWN = '{"@type": ["NewsArticle"], "headline": "Ten freed in Minsk", "datePublished": "2025-12-14T08:00"}'
LISTED = f'{{"@type": "ItemList", "itemListElement": [{OTHER}]}}'
TOP = "<h1>Ten freed in Minsk</h1>"
SCRIPT = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (SCRIPT.format(f'{{"@graph": [{OTHER}, {OWN}]}}'), TOP),
        (SCRIPT.format(OTHER) + SCRIPT.format(OWN), TOP),
        (
            SCRIPT.format(
                f'{{"@graph": [{{"@type": "ItemList", "itemListElement": [{OTHER}]}}, {OWN}]}}'
            ),
            TOP,
        ),
        (
            "",
            f'{TOP}<time class="published" datetime="2025-12-14">x</time>'
            '<time class="updated" datetime="2026-01-05">5.1.2026</time>',
        ),
        (
            '<meta property="article:modified_time" content="2026-01-03">',
            f"{TOP}<p class='dates'>Published 14 December 2025, 10:15 · Updated 3 January 2026</p>",
        ),
        (
            "",
            f"<table><tr><td>02.02.2026 Others<td>{TOP}<div>14.12.2025 23:30</div></tr></table>",
        ),
        (
            "<title>Blog: Ten freed in Minsk</title>",
            "<h1>Blog</h1><h2>14 December 2025</h2><h3>Ten freed in Minsk</h3><p>Words.</p>",
        ),
        (
            "",
            f"{TOP}<p>14 December 2025</p><p>{LONG}</p><div class='card'>"
            '<time datetime="2026-02-02">x</time></div>',
        ),
    ],
)
def test_the_day_is_that_of_the_article_with_the_headline(head: str, body: str) -> None:
    assert day(head, body) == "2025-12-14"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (SCRIPT.format(f'{{"@graph": [{OTHER}, {OTHER}]}}'), TOP),
        (SCRIPT.format("[" * 3_000), TOP),
        (SCRIPT.format('{"@type": "NewsArticle", "datePublished": "soon"}'), TOP),
        ("", f"{TOP}<p>Updated 3 January 2026</p>"),
        ("", f"{TOP}<div class='event-date'>5.3.2026, 18:00</div>"),
        ("", f"{TOP}<h2>Ales Bialiatski was sentenced on 3 March 2023</h2>"),
        ("", f"{TOP}<p>{LONG}</p><div class='card'><time datetime='2026-02-02'>x</time></div>"),
        ("", f"{TOP}<p>{LONG}</p><div class='comment'><span class='date'>1.1.2026</span></div>"),
        ('<meta property="article:modified_time" content="2026-01-03">', TOP),
    ],
)
def test_the_day_of_another_article_or_of_a_change_is_not_taken(head: str, body: str) -> None:
    assert day(head, body) is None


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("14. Dezember 2025", "de"),
        ("14 декабря 2025, 10:15", "ru"),
        ("14 снежня 2025", "be"),
        ("14 грудня 2025", "uk"),
        ("14 grudnia 2025", "pl"),
        ("2025 m. gruodžio 14 d.", "lt"),
    ],
)
def test_a_printed_day_is_read_in_the_language_of_the_page(words: str, language: str) -> None:
    page = parsed(f"<html><body>{TOP}<div class='info'>{words}</div></body></html>", name="a.html")
    found = page_day(page.tree, None, language)
    assert found is not None and found.edtf == "2025-12-14"


def test_the_tree_stays_as_it_was() -> None:
    page = parsed(f"<html><body><p>{LONG}</p><aside>beside</aside></body></html>", name="a")
    before = page.tree.text_content()
    page_day(page.tree)
    assert page.tree.text_content() == before
