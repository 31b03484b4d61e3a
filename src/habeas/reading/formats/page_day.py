"""The day a page was published, as the page itself tells it.

Decides which is believed: first what is said of this very article (`day_told`), then what htmldate finds
in the metadata and beside the text. Running text, comments and side columns are taken out first: a day
that the article speaks of must never pass for the day it was published.
What htmldate finds is believed only as far as the page really says it: it makes up days (a mere month
gets today's day of the month, 30 February becomes the first).
Laws: nothing is fetched (the library is handed a tree, never an address); no clock is felt (the
bounds are fixed, and a day that is not written on the page is not believed); the extensive search,
which guesses, is off.
"""

import re
from copy import deepcopy
from datetime import date

from htmldate import find_date
from lxml import html

from habeas.reading.formats.day_told import strange_data, told_day
from habeas.reading.formats.headline import Headline, headline
from habeas.terms.when import When, month, on

_EARLIEST = "1990-01-01"
_LATEST = "2199-12-31"
_LONGEST_DATELINE = 80
_BESIDE = re.compile(r"comment|disqus|sidebar|related|teaser|footer|event|archive|calendar", re.I)


def page_day(
    tree: html.HtmlElement, top: Headline | None = None, language: str | None = None
) -> When | None:
    """When the page says it was published: a day, or the month where it says no day.

    None where it does not say. `tree` stays as it is; `top` is its headline, `language` the language it
    names as its own.
    """
    if day := told_day(tree, headline(tree) if top is None else top, language):
        return day
    bones = _bones(tree)
    source = html.tostring(bones, encoding="unicode")
    found = find_date(
        bones,
        extensive_search=False,
        original_date=True,
        min_date=_EARLIEST,
        max_date=_LATEST,
        deferred_url_extractor=True,
    )
    return _as_said(date.fromisoformat(found), source) if found else None


def _as_said(day: date, source: str) -> When | None:
    """As much of a day as the page really says: htmldate fills up a month with today's day."""
    word = r"[^\W\d]{3,12}\.?"
    if _says(source, str(day.year), rf"0?{day.month}|{word}", f"0?{day.day}"):
        return on(day)
    if re.search(
        rf"{day.year}[-/._]?0?{day.month}(?!\d)|(?<!\d)0?{day.month}[-/.]{day.year}", source
    ):
        return month(day.year, day.month)
    return None


def _says(source: str, year: str, months: str, days: str) -> bool:
    """Whether a page names that day of that month, the year first or last, in figures or words."""
    gap = r"[-/._,\s]{0,3}"
    orders = (
        rf"{year}{gap}(?:{months}){gap}{days}(?!\d)",
        rf"(?<!\d){days}(?:st|nd|rd|th|er|º)?{gap}(?:de )?(?:{months}){gap}(?:de )?{year}",
        rf"(?:{months}){gap}{days}(?:st|nd|rd|th)?{gap}{year}",
        rf"(?<!\d){days}[-/.]0?(?:{months})[-/.]{year[2:]}(?!\d)",
    )
    return any(re.search(order, source) for order in orders)


def _bones(tree: html.HtmlElement) -> html.HtmlElement:
    """A copy without comments, side columns and running text: what is left speaks of the page."""
    bones = deepcopy(tree)
    for element in strange_data(bones):
        _remove(element)
    for element in list(bones.iter("aside", "footer", "nav", "form", "table")):
        _remove(element)
    for element in list(bones.iter("div", "section", "ul", "ol", "article")):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _BESIDE.search(names) and element.find(".//h1") is None:
            _remove(element)
    for element in bones.iter("p", "li", "blockquote", "div", "article", "section", "main", "body"):
        _blank(element)
    return bones


def _blank(element: html.HtmlElement) -> None:
    """Take out an element's own long words, and its children's tails."""
    pieces = [element.text or "", *(child.tail or "" for child in element)]
    if sum(map(len, pieces)) > _LONGEST_DATELINE:
        element.text = None
        for child in element:
            child.tail = None


def _remove(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
