"""A web page as a tree, within bounds: hostile pages are refused before they cost time or memory.

Decides how large, how full and how odd a page may be, and which parts of it no reader ever sees
(scripts, styles, forms, navigation, cookie banners). Which of the rest is the article is for
`article`. Laws: nothing is fetched; entities of a page's own are never expanded; the time and memory
of parsing grow no faster than the page (figures in docs/decisions/0013-html-by-trafilatura.md).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import html
from lxml.etree import HTMLParser, ParserError, XMLSyntaxError, fromstring

from habeas.errors import ReportError

LARGEST = 9_500_000
"""Bytes of a page, as UTF-8, without the pictures and fonts packed into it. The parser drops what
follows a piece of text of 10,000,000 bytes; below that, no page can hold one."""

MOST_TAGS = 200_000
"""Tags a page may have, those that end an element counted too."""

MOST_ATTRIBUTES = 200_000
"""Attributes a page may have."""

DEEPEST = 250
"""Elements one inside the other; the parser leaves out what lies deeper than 256."""

_MOST_IN_ONE = 500
"""Attributes one tag may have; the parser's time grows with the square of them."""

_PACKED = re.compile(rb"data:[\w/+.-]{0,80}(?:;[\w=-]{1,40}){0,4},[A-Za-z0-9+/=%._~-]{200,}+")
_PARSING = {
    "encoding": "utf-8",
    "remove_comments": True,
    "remove_pis": True,
    "no_network": True,
    "huge_tree": False,
}

_UNREAD = (
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed"),
    *("canvas", "audio", "video", "button", "select", "textarea", "dialog", "form"),
)
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "title"))
_AROUND = ("nav", "aside", "footer", "menu")
_BLOCKS = ("div", "section", "ul", "ol", "p")
_CELL_BLOCKS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "article")
)
_BANNER = re.compile(r"cookie|consent|gdpr|\bcmp\b|onetrust|usercentrics|didomi", re.I)
_BESIDE = re.compile(
    r"newsletter|subscribe|paywall|popup|modal|share|social|breadcrumb|sidebar|related|advert"
    r"|comment|disqus|skip-link|menu|navigation|footer",
    re.I,
)

Sizes = Mapping[html.HtmlElement, int]
"""Per element, the characters of its words."""


@dataclass(frozen=True, slots=True)
class Page:
    """The tree of a page, and how many elements it has."""

    tree: html.HtmlElement
    elements: int


def within_bounds(data: bytes, *, name: str) -> bytes:
    """The page without pictures and fonts packed into it (`data:` addresses).

    Raises:
        ReportError: it is too large, or has too many tags (code "html-too-large").
    """
    slim = _PACKED.sub(b"data:,", data) if b"data:" in data else data
    _check_size(slim, name)
    if slim.count(b"<") > MOST_TAGS:
        raise _too_much(name, f"is a page with more than {MOST_TAGS:,} tags")
    return slim


def parsed(text: str, *, name: str) -> Page:
    """The tree of a page, from its characters.

    Raises:
        ReportError: it holds no element at all (code "html-empty"); or it is too large as UTF-8, too
            deep, or has too many attributes (code "html-too-large").
    """
    data = text.encode("utf-8", "replace")
    _check_size(data, name)
    try:
        measure = HTMLParser(target=_Measure(), **_PARSING)
        elements = fromstring(data, measure)
        tree = html.document_fromstring(data, parser=html.HTMLParser(collect_ids=False, **_PARSING))
    except _BeyondError as wrong:
        raise _too_much(name, str(wrong)) from None
    except (ParserError, XMLSyntaxError):
        raise ReportError(
            f"“{name}” is a page without any content; save it again from the browser.",
            code="html-empty",
            report=name,
        ) from None
    return Page(tree, elements)


class _BeyondError(Exception):
    """The page is beyond a bound; its words say which."""


class _Measure:
    """Counts elements, their depth and their attributes as the parser itself sees them.

    Building the tree takes time that grows with the square of a tag's attributes; this does not. And
    what lies too deep would be left out of the tree in silence.
    """

    def __init__(self) -> None:
        self.elements = 0
        self.attributes = 0
        self.depth = 0

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        """Count one element."""
        self.elements += 1
        self.depth += 1
        self.attributes += len(attributes)
        if len(attributes) > _MOST_IN_ONE or self.attributes > MOST_ATTRIBUTES:
            raise _BeyondError("has far too many attributes")
        if self.depth > DEEPEST:
            raise _BeyondError(f"has parts in parts more than {DEEPEST} deep")

    def end(self, _tag: str) -> None:
        """Leave one element."""
        self.depth -= 1

    def close(self) -> int:
        """The elements of the page."""
        return self.elements


def drop_banners(tree: html.HtmlElement, sizes: Sizes) -> bool:
    """Take cookie banners and what is marked as hidden out of a tree, in place; whether any was."""
    hidden = [element for element in tree.iter(*_BLOCKS) if element.get("hidden") is not None]
    return drop(tree, [*hidden, *_called(tree, _BANNER)], sizes)


def drop_unread(tree: html.HtmlElement) -> None:
    """Take out of a tree, in place, whatever is no part of what a page tells."""
    unread = [*tree.iter(*_UNREAD), *tree.iter(*_AROUND), *_called(tree, _BESIDE)]
    drop(tree, unread, sizes_of(tree))


def unfold_layout(tree: html.HtmlElement) -> None:
    """Turn tables that only lay a page out into plain blocks, in place, so that paragraphs stay.

    A table lays out where one of its cells holds paragraphs, headings, lists or another table.
    """
    layouts = {
        next(cell.iterancestors("table"), None)
        for cell in tree.iter("td", "th")
        if any(child.tag in _CELL_BLOCKS for child in cell)
    }
    parts = [
        part
        for part in tree.iter("tbody", "thead", "tfoot", "tr", "td", "th")
        if next(part.iterancestors("table"), None) in layouts
    ]
    for element in (*parts, *(table for table in layouts if table is not None)):
        element.tag = "div"


def _called(tree: html.HtmlElement, names: re.Pattern[str]) -> list[html.HtmlElement]:
    return [
        element
        for element in tree.iter(*_BLOCKS)
        if names.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    ]


def drop(tree: html.HtmlElement, elements: list[html.HtmlElement], sizes: Sizes) -> bool:
    """Drop elements, in place, but never one that holds most of the page's words, whatever its name.

    `sizes` are those of the tree as it is now (`sizes_of`). Whether any was dropped.
    """
    dropped = False
    most = sizes[tree] // 2
    for element in elements:
        droppable = element.tag not in ("html", "head", "body")
        if droppable and element.getparent() is not None and sizes[element] <= most:
            element.drop_tree()
            dropped = True
    return dropped


def sizes_of(tree: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """Per element, the characters of its words, without those of scripts, styles and the like.

    Reckoned from the last element to the first: what is inside comes before what it is in.
    """
    sizes: dict[html.HtmlElement, int] = {}
    for element in reversed(list(tree.iter("*"))):
        silent = element.tag in _SILENT
        size = sizes.get(element, 0)
        if element.text and not silent:
            size += len(element.text.strip())
        sizes[element] = size
        outside = 0 if silent else size
        if element.tail:
            outside += len(element.tail.strip())
        if element is not tree:
            box = element.getparent()
            sizes[box] = sizes.get(box, 0) + outside
    return sizes


def _check_size(data: bytes, name: str) -> None:
    if len(data) > LARGEST:
        raise _too_much(name, f"is a page of {len(data):,} bytes, scripts included")


def _too_much(name: str, what: str) -> ReportError:
    return ReportError(
        f"“{name}” {what}, more than Habeas reads; save its article alone, or copy its words into "
        "a text file.",
        code="html-too-large",
        report=name,
    )
