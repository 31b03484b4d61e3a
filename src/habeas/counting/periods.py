"""`Period`: a day, an ISO week (from Monday) or a month of the calendar, cut off at a window's ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.errors import MistakeError

MOST = 4000
"""Periods that a table may have: eleven years of days."""

_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days `first..last`, both inclusive, and their name ("2025-12", "2025-W50", "2025-12-13")."""

    name: str
    first: date
    last: date


def periods(first: date, last: date, by: str) -> list[Period]:
    """The periods by "day", "week" or "month" that make up `first..last`, both inclusive.

    The first and last are cut off at the window's ends.

    Raises:
        MistakeError: the window ends before it begins, or has too many periods.
    """
    if last < first:
        raise MistakeError(
            f"The window {first}/{last} ends before it begins; turn it round.", code="window-empty"
        )
    end_of, name_of = _BY[by]
    found: list[Period] = []
    while first <= last:
        if len(found) == MOST:
            raise MistakeError(
                f"More than {MOST} periods by {by}; give --from, or count by month.",
                code="periods-too-many",
            )
        end = min(last, end_of(first))
        found.append(Period(name_of(first), first, end))
        if end == date.max:
            break
        first = end + _DAY
    return found


def _week_end(day: date) -> date:
    return date.fromordinal(min(date.max.toordinal(), day.toordinal() + 6 - day.weekday()))


def _month_end(day: date) -> date:
    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) - _DAY


def _week_name(day: date) -> str:
    year, week, _weekday = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_BY: dict[str, tuple[Callable[[date], date], Callable[[date], str]]] = {
    "day": (lambda day: day, date.isoformat),
    "week": (_week_end, _week_name),
    "month": (_month_end, lambda day: day.isoformat()[:7]),
}
