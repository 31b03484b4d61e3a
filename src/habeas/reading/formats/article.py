"""The article of a page: its words.

Decides which words of a page are the report. trafilatura finds them; where it finds hardly any, or a
page has more elements than it can search in a few seconds, the whole visible page is taken, and a
warning says so. Nothing is fetched: the library is handed a tree, never an address.
"""

import logging
from copy import deepcopy
from dataclasses import dataclass

from lxml import html
from lxml.etree import iterwalk
from trafilatura import __version__, extract
from trafilatura.settings import Extractor

from habeas.reading.formats.headline import Headline
from habeas.reading.formats.page import (
    Page,
    Sizes,
    drop,
    drop_banners,
    drop_unread,
    sizes_of,
    unfold_layout,
)
from habeas.reading.formats.page_beside import beside
from habeas.reading.formats.page_words import bare

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

MOST_ELEMENTS = 20_000
"""Elements up to which the article is searched for; measured at 0.25 ms each at worst."""

BY = f"trafilatura {__version__}"
"""What finds articles, and its version."""

_SOUGHT = Extractor(output_format="txt", comments=False, tables=True, with_metadata=False)
"""What is asked of it: the words of the article, tables too, and no metadata."""

SHORT = 200
"""Characters below which an article counts as not found."""

_BLOCKS = frozenset(
    ("address", "article", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "fieldset")
    + ("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li")
    + ("main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul")
)


@dataclass(frozen=True, slots=True)
class Article:
    """The words of a page's report, its headline, what found them, and what was odd."""

    body: str
    title: str
    by: str
    warnings: tuple[str, ...] = ()


def article(page: Page, top: Headline, sizes: Sizes) -> Article:
    """The report on a page. The tree is changed: what is no part of a report is dropped from it.

    Args:
        page: The page.
        top: Its headline.
        sizes: Those of its tree (`sizes_of`).
    """
    title = top.words
    if drop_banners(page.tree, sizes):
        sizes = sizes_of(page.tree)
    drop(page.tree, beside(page.tree, top.element, sizes), sizes)
    unfold_layout(page.tree)
    body, warnings = "", list[str]()
    if page.elements <= MOST_ELEMENTS:
        body = extract(page.tree, options=_SOUGHT) or ""
    if len(body) < SHORT:
        whole = _visible(page.tree)
        if len(whole) > 2 * len(body):
            body = whole
            warnings.append("The article was not found; the whole visible page was taken.")
    return Article(_with_headline(body, title), title, BY, tuple(warnings))


def _with_headline(body: str, title: str) -> str:
    """The body, with the headline before it where the body does not begin with it."""
    if not body.strip() or not title or bare(title) in bare(body[: 2 * len(title) + 600]):
        return body
    return f"{title}\n\n{body}"


def _visible(tree: html.HtmlElement) -> str:
    """All words a person would see, one block a line."""
    tree = deepcopy(tree)
    drop_unread(tree)
    body = tree.find("body")
    parts: list[str] = []
    for event, element in iterwalk(tree if body is None else body, events=("start", "end")):
        if element.tag in _BLOCKS:
            parts.append("\n")
        parts.append((element.text if event == "start" else element.tail) or "")
    return _lines("".join(parts))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
