"""Brackets: what stands in them is told of the name before, and parts no list.

"A. K. (sentenced to five years) and B. L. were freed". Decides only where brackets open and close.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.words import Word

_WIDEST = 30
"""Words in brackets, at most."""


def bracket(row: Sequence[Word], place: int) -> tuple[int, int] | None:
    """Where the brackets around a word open and close; None where it stands in none."""
    for first in range(place, max(-1, place - _WIDEST), -1):
        if row[first].text == ")" and first < place:
            return None
        if row[first].text == "(":
            close = (at for at in range(place, min(len(row), first + _WIDEST)))
            last = next((at for at in close if row[at].text == ")"), None)
            return (first, last) if last is not None else None
    return None


def outside(row: Sequence[Word], first: int, last: int) -> list[int]:
    """The words `first..last` that do not stand in brackets opened there."""
    found: list[int] = []
    at = first
    while at < last:
        inner = bracket(row, at) if row[at].text == "(" else None
        if inner is not None and inner[1] < last:
            at = inner[1] + 1
            continue
        found.append(at)
        at += 1
    return found
