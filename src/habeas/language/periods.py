"""Periods: months and years, and their beginnings, middles, ends, halves and quarters.

Decides which days "early in 2025" or "the end of June" are. The parts are wide on purpose, and they
may overlap: a vague word must not make up a day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from habeas.terms.when import When, month

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMES = {1: "early in", 2: "in the middle of", 3: "late in"}
_OF_YEAR = {
    1: (1, 3),
    2: (5, 8),
    3: (10, 12),
    4: (1, 6),
    5: (7, 12),
    6: (1, 3),
    7: (4, 6),
    8: (7, 9),
    9: (10, 12),
}
"""First and last month of the parts of a year: early, middle, late, two halves, four quarters."""


def of_month(year: int, number: int, part: int | None) -> When:
    """A month, or its days 1 to 10 (early), 10 to 20 (middle), 20 to the end (late)."""
    whole = month(year, number)
    if part not in _NAMES or whole.latest is None:
        return replace(whole, rule="as written")
    first, last = {1: (1, 10), 2: (10, 20), 3: (20, whole.latest.day)}[part]
    rule = f"{_NAMES[part]} {MONTH_NAMES[number - 1]} {year}: days {first} to {last}"
    return When(date(year, number, first), date(year, number, last), rule=rule)


def of_year(year: int, part: int | None) -> When:
    """A year, or the months of a part of it (see `_OF_YEAR`)."""
    if part is None:
        return When(date(year, 1, 1), date(year, 12, 31), rule="as written")
    first, last = _OF_YEAR[part]
    ends = date(year, first, 1), date(year, last, monthrange(year, last)[1])
    name = _NAMES.get(part, "part of")
    return When(*ends, rule=f"{name} {year}: months {first} to {last}")
