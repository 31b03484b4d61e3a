"""Marked-up documents as lines: what stands in one paragraph, heading or table row becomes one line.

Decides nothing about any format: which elements begin a line and which are never read is given as a
`Shape`.
"""

from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

from habeas.reading.formats.xml import local


@dataclass(frozen=True, slots=True)
class Shape:
    """Names of elements (without namespace): those that end a line, cells, breaks, those left out."""

    blocks: frozenset[str]
    cells: frozenset[str]
    breaks: frozenset[str]
    unread: frozenset[str]


PAGE = Shape(
    frozenset(
        ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "blockquote", "pre", "table")
        + ("section", "article", "header", "footer", "ul", "ol", "dl", "dt", "dd", "title", "body")
        + ("figure", "figcaption", "address", "aside", "main", "nav", "hr", "form", "fieldset")
    ),
    frozenset(("td", "th")),
    frozenset(("br",)),
    frozenset(
        ("script", "style", "head", "template", "svg", "math", "noscript", "iframe", "object")
    ),
)
"""Web pages and what is made like them."""


def flowed(root: _Element, shape: Shape) -> str:
    """The words of a document, one block a line; blanks are one each, cells are parted by " | "."""
    parts: list[str] = []
    cells = 0
    walker = iterwalk(root, events=("start", "end"))
    for event, element in walker:
        name = local(element)
        if event == "start":
            if name in shape.unread or not name:
                walker.skip_subtree()
            else:
                parts.append(_opening(name, shape, cells) + _blank(element.text))
                cells += name in shape.cells
            continue
        if name in shape.cells:
            cells -= 1
            parts.append(" | ")
        elif name in shape.blocks:
            parts.append(" " if cells else "\n")
        if element is not root:
            parts.append(_blank(element.tail))
    lines = (" ".join(line.split()).strip("| ") for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _opening(name: str, shape: Shape, cells: int) -> str:
    if name in shape.breaks:
        return " " if cells else "\n"
    if name in shape.blocks:
        return " " if cells else "\n"
    return ""


def _blank(words: str | None) -> str:
    return " ".join((words or "").splitlines()) if words and "\n" in words else words or ""
