"""What stands beside an article and tells of others: links under a word like "Read also".

Decides by that word alone, which is data (`page_words`), and by how much of a block is link. Law: what
holds the headline, or most of the page's words, is never dropped.
"""

from collections.abc import Iterator
from itertools import islice

from lxml import html

from habeas.reading.formats.page import Sizes
from habeas.reading.formats.page_words import bare, page_words

_LONGEST_BLOCK = 400
"""Letters of a line of links within an article."""
_LINKED = 0.4
"""Share of a line that is link where it only points to another article."""
_MOST_BELOW = 30
"""Elements that may follow such a heading and belong to it."""
_BLOCKS = frozenset(("p", "div", "li", "blockquote", "section", "aside", "figure", "td"))
_HEADINGS = ("h2", "h3", "h4", "h5", "h6", "strong", "b", "span", "div", "p", "header")


def beside(
    tree: html.HtmlElement, top: html.HtmlElement | None, sizes: Sizes
) -> list[html.HtmlElement]:
    """The elements that only point to other articles, for the caller to drop.

    Args:
        tree: The page.
        top: Its headline, if it has one.
        sizes: Those of the tree as it is now.
    """
    above = {top, *top.iterancestors()} if top is not None else set()
    found: dict[html.HtmlElement, None] = {}
    for heading in tree.iter(*_HEADINGS):
        if heading in found or not 0 < sizes[heading] <= _LONGEST_BLOCK:
            continue
        words = bare(heading.text_content())
        if words in page_words().related:
            found |= dict.fromkeys(_under(heading, above, sizes))
        elif heading.tag in _BLOCKS and _points(heading, words):
            found[heading] = None
    return [element for element in found if element not in above]


def _points(block: html.HtmlElement, words: str) -> bool:
    """Whether a block is one of those words, and a link."""
    if not words.startswith(page_words().leading):
        return False
    linked = sum(len(bare(link.text_content())) for link in block.iter("a"))
    return linked >= _LINKED * len(words)


def _under(
    heading: html.HtmlElement, above: set[html.HtmlElement], sizes: Sizes
) -> Iterator[html.HtmlElement]:
    """The box of a heading; where the article stands in it, too, only what follows the heading."""
    box = heading.getparent()
    while box is not None and box not in above and sizes[box] == sizes[heading]:
        box, heading = box.getparent(), box
    if box is not None and box not in above and box.tag not in ("body", "html"):
        yield box
        return
    yield heading
    for later in islice(heading.itersiblings(), _MOST_BELOW):
        if later.tag in ("h1", "h2", "article") and str(later.tag) <= str(heading.tag):
            return
        if later.tag == "p" and not _mostly_links(later):
            return
        yield later


def _mostly_links(block: html.HtmlElement) -> bool:
    linked = sum(len(link.text_content()) for link in block.iter("a"))
    return linked * 2 > len(block.text_content())
