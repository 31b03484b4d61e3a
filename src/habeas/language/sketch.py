"""`Sketch`: what the words of a day say, before it is reckoned which days they mean.

Decides nothing; it is what `days` hands to `reckoning`, with the `Setting` a day is reckoned from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from habeas.terms.when import When

DAY, WEEK, MONTH, YEAR = 2, 3, 4, 5
"""Units of time as packs number them; 1 is an hour."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a form says, before it is reckoned. Values not said are None."""

    means: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    season: int | None = None
    part: int | None = None
    weekday: int | None = None
    direction: int | None = None
    count: int | None = None
    unit: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    weak: bool = False
    """Too little to be a day by itself; only inside "since …", "between … and …"."""


class Setting(NamedTuple):
    """What a day is reckoned from."""

    published: When | None
    named: When | None
    """The day named last before it in the text."""
    year: int | None
    """The year written with a day earlier in the same sentence."""
    future: bool
    """Whether the sentence speaks of what is to come."""
    day: When | None = None
    """The single day named last before it."""
    apart: bool = False
    """Whether a sign parts it from the day named before it."""

    @property
    def ends(self) -> tuple[date, date] | None:
        """First and last day of publication; an open end is set to the other."""
        if self.published is None:
            return None
        first = self.published.earliest or self.published.latest
        last = self.published.latest or self.published.earliest
        return (first, last) if first and last else None


def hull(one: When, other: When) -> When:
    """The interval over both; the rule of the second."""
    earliest = min(one.earliest, other.earliest) if one.earliest and other.earliest else None
    latest = max(one.latest, other.latest) if one.latest and other.latest else None
    return When(earliest, latest, rule=other.rule) if earliest or latest else other
