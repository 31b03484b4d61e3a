"""SVG by hand: shapes, words, hatching, a frame with two scales; and `Chart`, a picture with its table.

Decides how every chart looks, so that it can be read in print and by the colour-blind: the colours of
Okabe and Ito (2008), never colour alone (hatching, outline, shape tell the same), text of one size
whatever the numbers; and that a window narrower than the picture shows the whole of it, smaller. Laws:
the same numbers give the same bytes; words of the data are escaped; a chart asks for nothing from
outside.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

BLUE, ORANGE, GREEN, RED = "#0072B2", "#E69F00", "#009E73", "#D55E00"
BLACK, GREY, PALE = "#000000", "#666666", "#DDDDDD"
"""Four of the colours of Okabe and Ito, and greys."""

WIDTH, TEXT, TITLE = 960, 13, 17
"""Pixels: width of every chart, size of its words and of its title."""

_FONT = "DejaVu Sans, Liberation Sans, Arial, Helvetica, sans-serif"
_LETTER = 0.56
"""Width of an average letter of that font, as a part of its size."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture as SVG, and the numbers in it as a CSV table."""

    svg: str
    table: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What a chart must say of itself: title, and lines with definition, source and day known."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot inside a chart, in pixels, and the numbers its edges stand for (y: bottom and top)."""

    left: float
    top: float
    right: float
    bottom: float
    first: float
    last: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Pixels from the left."""
        return self.left + (self.right - self.left) * (value - self.first) / (
            self.last - self.first or 1
        )

    def y(self, value: float) -> float:
        """Pixels from the top."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (
            self.high - self.low or 1
        )


def shape(name: str, inner: str = "", /, **given: object) -> str:
    """One element; `_` in a name stands for `-`, a trailing one is dropped."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_number(value)}"' for key, value in given.items()
    )
    return f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told}/>"


def words(x: float, y: float, text: str, **given: object) -> str:
    """One line of words, its baseline at `y`."""
    style = {"font_size": TEXT, "fill": BLACK} | given
    return shape("text", escape(text), x=x, y=y, **style)


def halo(x: float, y: float, text: str, **given: object) -> str:
    """Words with a white edge, to stand over lines."""
    white = {"stroke": "#FFFFFF", "stroke_width": 4, "paint_order": "stroke"}
    return words(x, y, text, **(white | given))


def line(x1: float, y1: float, x2: float, y2: float, **given: object) -> str:
    """A straight line."""
    return shape("line", x1=x1, y1=y1, x2=x2, y2=y2, **({"stroke": BLACK} | given))


def folded(text: str, width: float, size: float = TEXT) -> list[str]:
    """The words in lines that fit into so many pixels."""
    letters = max(8, int(width / (size * _LETTER)))
    return wrap(text, letters, break_on_hyphens=False) or [""]


def headed(heading: Heading) -> tuple[list[str], float]:
    """The title and the lines under it, and the first free pixel below."""
    parts, y = [], 28.0
    for text in folded(heading.title, WIDTH - 40, TITLE * 1.17):
        parts.append(words(20, y, text, font_size=TITLE, font_weight="bold"))
        y += TITLE + 5
    for told in heading.lines:
        for text in folded(told, WIDTH - 40):
            parts.append(words(20, y, text, fill=GREY))
            y += TEXT + 5
    return parts, y


def picture(heading: Heading, height: float, parts: Iterable[str]) -> str:
    """The whole SVG, with the heading's words for those who cannot see it."""
    about = escape(" ".join(f"{one.rstrip('.')}." for one in (heading.title, *heading.lines)))
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{_number(height)}" '
        f'viewBox="0 0 {WIDTH} {_number(height)}" style="max-width:100%;height:auto" '
        f'role="img" font-family="{_FONT}">\n'
        f"<title>{escape(heading.title)}</title>\n<desc>{about}</desc>\n{_PATTERNS}\n"
        f'<rect width="100%" height="100%" fill="#FFFFFF"/>\n{body}\n</svg>\n'
    )


def ticks(low: float, high: float, most: int = 6) -> list[int]:
    """Round whole numbers from `low` to `high`, at most about so many."""
    step = 1
    while (high - low) / step > most:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    first = int(-(-low // step))
    return [step * n for n in range(first, int(high // step) + 1)]


def scale(frame: Frame) -> list[str]:
    """The y axis: round numbers (below zero too, people are told), and a pale line across at each."""
    parts = []
    for value in ticks(frame.low, frame.high):
        y = frame.y(value)
        parts.append(line(frame.left, y, frame.right, y, stroke=PALE))
        parts.append(words(frame.left - 8, y + 4, f"{abs(value):,}", text_anchor="end"))
    return parts


def key(y: float, entries: Sequence[tuple[str, str]]) -> tuple[list[str], float]:
    """A legend from `y` down: each entry a drawn sign (in a box of 20 × 14) and its words."""
    parts, x = [], 20.0
    for sign, text in entries:
        width = 34 + len(text) * TEXT * _LETTER + 18
        if x > 20 and x + width > WIDTH - 10:
            x, y = 20.0, y + TEXT + 9
        parts.append(f'<g transform="translate({_number(x)} {_number(y)})">{sign}</g>')
        parts.append(words(x + 28, y + 11, text))
        x += width
    return parts, y + TEXT + 9


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A CSV table; None is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    return out.getvalue()


def _number(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return escape(str(value))


def _hatch(name: str, colour: str, angle: int) -> str:
    return (
        f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({angle})"><rect width="6" height="6" fill="#FFFFFF"/>'
        f'<rect width="2.4" height="6" fill="{colour}"/></pattern>'
    )


_PATTERNS = (
    "<defs>"
    + _hatch("hatch-grey", "#999999", 45)
    + _hatch("hatch-green", GREEN, 135)
    + _hatch("hatch-blue", BLUE, 45)
    + _hatch("hatch-orange", ORANGE, 0)
    + "</defs>"
)
