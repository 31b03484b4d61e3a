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


def test_the_tree_stays_as_it_was() -> None:
    page = parsed(f"<html><body><p>{LONG}</p><aside>beside</aside></body></html>", name="a")
    before = page.tree.text_content()
    page_day(page.tree)
    assert page.tree.text_content() == before
