"""Halves: what stands in the first half of "between A and B", and is not told of the second.

Decides by the word for "between" before a day, and a joining word behind it.
"""

from __future__ import annotations

from habeas.reading.mentions import DayAt
from habeas.reading.page import Page, Read

_HALF = 10
"""Words from "between" to a day of its first half, at most."""


def is_of_half(day: DayAt, read: Read, page: Page, near: int) -> bool:
    """ "Between the first release in May and K.'s return": a day of the first half, not the second."""
    row, known = read.sentence.row, page.known
    before = row[max(0, day.first - _HALF) : day.first]
    behind = row[day.last : near]
    opened = any(known.between.takes(word) for word in before)
    return opened and any(known.joins.takes(word) and word.spoken for word in behind)
