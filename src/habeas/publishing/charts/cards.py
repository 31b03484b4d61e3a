"""Conflict cards: the numbers of a set that cannot all be right, side by side, and the arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.publishing.charts.drawing import (
    BLACK,
    BLUE,
    GREY,
    PALE,
    RED,
    TEXT,
    WIDTH,
    Chart,
    Heading,
    folded,
    headed,
    picture,
    shape,
    table,
    words,
)

_STEP, _PAD, _COLUMNS = TEXT + 5, 12, 2
_BOLD = 1.17
"""How much wider bold letters are."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One number: its id, what it says, who says it, its quote, and a note of whoever made the table."""

    id: str
    said: str
    who: str
    quote: str
    set_aside: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One set, and its arithmetic in words."""

    arithmetic: str
    numbers: tuple[Quoted, ...]


def cards(heading: Heading, many: Sequence[Card]) -> Chart:
    """One card under another."""
    parts, y = headed(heading)
    y += 6
    for number, one in enumerate(many, start=1):
        drawn, height = _card(number, one, y)
        parts += drawn
        y += height + 14
    rows = [
        (number, one.arithmetic, two.id, two.said, two.who, two.quote or two.note, two.set_aside)
        for number, one in enumerate(many, start=1)
        for two in one.numbers
    ]
    head = ("set", "arithmetic", "id", "said", "who", "quote", "set aside")
    return Chart(picture(heading, y + 6, parts), table(head, rows))


def _card(number: int, one: Card, top: float) -> tuple[list[str], float]:
    inner: list[str] = []
    y = top + _PAD
    column = (WIDTH - 40 - _PAD * (_COLUMNS + 1)) / _COLUMNS
    for place in range(0, len(one.numbers), _COLUMNS):
        row = one.numbers[place : place + _COLUMNS]
        blocks = [_block(two, column) for two in row]
        tall = max(len(lines) for lines, _said in blocks) * _STEP + 10.0
        for place_in_row, (two, block) in enumerate(zip(row, blocks, strict=True)):
            x = 20 + _PAD + place_in_row * (column + _PAD)
            inner += _drawn(two, block, (x, y, column, tall))
        y += tall + 8
    for text in folded(f"{number}. {one.arithmetic}", WIDTH - 40 - 2 * _PAD, TEXT * _BOLD):
        inner.append(words(20 + _PAD, y + TEXT, text, font_weight="bold"))
        y += _STEP
    height = y - top + _PAD
    box = shape("rect", x=20, y=top, width=WIDTH - 40, height=height, fill="#FFFFFF",
                stroke=BLACK, stroke_width=1, rx=4)  # fmt: skip
    return [box, *inner], height


def _block(two: Quoted, width: float) -> tuple[list[str], int]:
    """Lines of one number; the first is its head, so many after it tell what is said."""
    head = f"{two.id}{' ✕ set aside' if two.set_aside else ''}"
    said = folded(two.said, width - 20)
    lines = [head, *said, *(folded(two.who, width - 20) if two.who else [])]
    more = f"“{two.quote}”" if two.quote else two.note
    return lines + (folded(more, width - 20) if more else []), len(said)


def _drawn(
    two: Quoted, block: tuple[list[str], int], box: tuple[float, float, float, float]
) -> list[str]:
    lines, said = block
    x, y, width, height = box
    colour = RED if two.set_aside else BLUE
    parts = [
        shape("rect", x=x, y=y, width=width, height=height, fill="#FFFFFF", stroke=PALE),
        shape("rect", x=x, y=y, width=4, height=height, fill=colour),
    ]
    for number, text in enumerate(lines):
        bold = (
            {"font_weight": "bold"} if number == 0 else {"fill": BLACK if number <= said else GREY}
        )
        parts.append(words(x + 12, y + 4 + (number + 1) * _STEP - 4, text, **bold))
    return parts
