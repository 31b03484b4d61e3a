"""The day a page was published, as the page itself tells it.

Decides from the metadata (meta tags, JSON-LD, `time` elements, elements named for a date, the page's
own address), with htmldate. Running text, comments and side columns are taken out first: a day that
the article speaks of must never pass for the day it was published.
Laws: nothing is fetched (the library is handed a tree, never an address); no clock is read (the
bounds are fixed); no day is reckoned from words by a guess (the extensive search is off).
"""

import re
from copy import deepcopy
from datetime import date

from htmldate import find_date
from lxml import html

from habeas.terms.when import When, on

_EARLIEST = "1990-01-01"
_LATEST = "2199-12-31"
_LONGEST_DATELINE = 80
_BESIDE = re.compile(r"comment|disqus|sidebar|related|teaser|footer|event|archive|calendar", re.I)


def page_day(tree: html.HtmlElement) -> When | None:
    """The day the page says it was published on; None where it does not say. `tree` stays as it is."""
    found = find_date(
        _bones(tree),
        extensive_search=False,
        original_date=True,
        min_date=_EARLIEST,
        max_date=_LATEST,
        deferred_url_extractor=True,
    )
    return on(date.fromisoformat(found)) if found else None


def _bones(tree: html.HtmlElement) -> html.HtmlElement:
    """A copy without comments, side columns and running text: what is left speaks of the page."""
    bones = deepcopy(tree)
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
