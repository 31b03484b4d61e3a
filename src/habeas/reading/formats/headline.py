"""The headline of a page: its words, and the element in which they stand.

Decides between the headings of a page: the longest one that the page's own title repeats, so that the
name of a blog or a newspaper never passes for the headline; else the first big one.
"""

from dataclasses import dataclass

from lxml import html

from habeas.reading.formats.page import Sizes, sizes_of
from habeas.reading.formats.page_words import bare

_LEAST = 10
"""Letters from which on a heading that the title repeats is taken for the headline."""
_LONGEST = 500
"""Letters a headline may have."""
_MOST_NAMES = 5
"""Titles in the metadata that are looked at."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The words, and the heading that bears them; None where only the metadata do."""

    words: str
    element: html.HtmlElement | None = None


def headline(tree: html.HtmlElement, sizes: Sizes | None = None) -> Headline:
    """The headline of a page; no words where it has none. `sizes`: those of the tree, if known."""
    named = [" ".join(str(words).split()) for words in tree.xpath(_NAMED)]
    titles = [bare(words) for words in named[:_MOST_NAMES]]
    sizes = sizes_of(tree) if sizes is None else sizes
    first = next(iter(tree.xpath("//h1[normalize-space()]")), None)
    best, longest = first, _LEAST - 1
    for heading in tree.iter("h1", "h2", "h3"):
        words = bare(heading.text_content()) if sizes[heading] <= _LONGEST else ""
        if len(words) > longest and any(words in title for title in titles):
            best, longest = heading, len(words)
    if best is not None:
        return Headline(" ".join(best.text_content().split()), best)
    return Headline(next(iter(named), ""))


_NAMED = (
    "//head/title[normalize-space()]/text()"
    " | //meta[@property='og:title' or @name='title']/@content"
)
