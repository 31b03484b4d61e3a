"""The article of a page: what points to other articles is no part of it."""

import pytest

from habeas.reading.formats.headline import headline
from habeas.reading.formats.html import Html
from habeas.reading.formats.page import parsed

LONG = "Twelve political prisoners were released in Minsk on Saturday, and driven to the border. "
OTHER = "777 others were detained in Hrodna"


def body(inside: str, title: str = "Twelve freed in Minsk") -> str:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{inside}</body></html>"
    return Html().text_of(page.encode(), name="a.html").body


@pytest.mark.parametrize(
    "beside",
    [
        f"<p><strong>Read also: <a href=x>{OTHER}</a></strong></p>",
        f"<div class=x><strong>Читайте также:</strong> <a href=x>{OTHER}</a></div>",
        f"<div data-x=a><h2>Related articles</h2><ul><li><a>{OTHER}</a><p>{OTHER}.</li></ul></div>",
        f"<h3>Lesen Sie auch</h3><ul><li><a href=x>{OTHER}</a></li></ul>",
        f"<div><h4><span>Taip pat skaitykite</span></h4></div><div><a href=x>{OTHER}</a></div>",
    ],
)
def test_what_points_to_other_articles_is_left_out(beside: str) -> None:
    found = body(f"<main><p>{LONG * 3}</p>{beside}<p>{LONG * 2}</p></main>")
    assert "777" not in found
    assert found.count("Twelve political") == 5


def test_such_words_within_a_sentence_stay() -> None:
    found = body(
        f"<p>{LONG * 3}</p><p>Related charges against {OTHER} were dropped.</p><p>{LONG}</p>"
    )
    assert "777" in found


def test_the_name_of_a_blog_is_no_headline() -> None:
    page = parsed(
        "<html><head><title>Notes: Twelve freed in Minsk</title></head><body><h1>Notes</h1>"
        "<h3>Twelve freed in Minsk</h3><h3>Nine freed</h3></body></html>",
        name="a",
    )
    assert headline(page.tree).words == "Twelve freed in Minsk"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<title>Only a title</title><p>x", "Only a title"),
        ("<meta property='og:title' content='Of metadata'><p>x", "Of metadata"),
        ("<h1>First</h1><h1>Second</h1>", "First"),
        ("<p>x", ""),
    ],
)
def test_a_headline_is_found_or_there_is_none(page: str, words: str) -> None:
    assert headline(parsed(f"<html>{page}</html>", name="a").tree).words == words
