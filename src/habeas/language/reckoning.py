"""Reckoning: which days a found form means, given the day of publication and the days named before.

Decides the arithmetic: nearest past, last week, three months ago, early 2025. Finding the words is for
`dates`, the words themselves are data.

Laws: a vague word stays a wide `When`; a day that does not exist is None, never an exception; without
a day published nothing relative is reckoned; every result carries its rule in plain English.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.errors import MistakeError
from habeas.terms.when import When, from_edtf, month, on

DAY, WEEK, MONTH, YEAR = 2, 3, 4, 5
_UNIT_NAMES = {1: "hour", DAY: "day", WEEK: "week", MONTH: "month", YEAR: "year"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PART_NAMES = {1: "early in", 2: "in the middle of", 3: "late in"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LONGEST_PAST = 300
"""Days: a day without a year further back than this, and soon to come, is taken as to come."""
_SOON = 60
_FRESH = 60
"""Days: a day without a year that lies this near before publication is news, not a tale of then."""


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


@dataclass(frozen=True, slots=True)
class Setting:
    """What a day is reckoned from."""

    published: When | None
    named: When | None
    """The day named last before it in the text."""
    year: int | None
    """The year written with a day earlier in the same sentence."""
    future: bool
    """Whether the sentence speaks of what is to come."""

    @property
    def ends(self) -> tuple[date, date] | None:
        """First and last day of publication; an open end is set to the other."""
        if self.published is None:
            return None
        first = self.published.earliest or self.published.latest
        last = self.published.latest or self.published.earliest
        return (first, last) if first and last else None


def reckon(sketch: Sketch, setting: Setting) -> When | None:
    """The days a sketch means, and their rule; None where it cannot be told or no such day is."""
    try:
        return _MEANINGS[sketch.means](sketch, setting)
    except (ValueError, OverflowError, MistakeError):
        return None


def _hull(one: When, other: When) -> When:
    """The interval over both; the rule of the second."""
    earliest = min(one.earliest, other.earliest) if one.earliest and other.earliest else None
    latest = max(one.latest, other.latest) if one.latest and other.latest else None
    return When(earliest, latest, rule=other.rule) if earliest or latest else other


def _calendar(sketch: Sketch, setting: Setting) -> When | None:
    if sketch.year is not None:
        return _of_year(sketch, sketch.year)
    if sketch.month is None and sketch.season is None:
        return None
    ends = setting.ends
    if ends is None:
        return _carried(sketch, setting)
    later = _nearest(sketch, setting, ends[1])
    if (ends[1] - ends[0]).days <= 31 or later is None:
        return later
    sooner = _nearest(sketch, setting, ends[0])
    return later if sooner is None else _hull(sooner, later)


def _carried(sketch: Sketch, setting: Setting) -> When | None:
    if setting.year is None or sketch.day is None:
        return None
    found = _of_year(sketch, setting.year)
    return found and replace(found, rule=f"year of the day named before it, {setting.year}")


def _nearest(sketch: Sketch, setting: Setting, today: date) -> When | None:
    """The nearest past reading of a day without a year, unless it is to come."""
    readings = [
        found
        for year in range(today.year - 8, today.year + 9)
        if (found := _of_year(sketch, year)) is not None
    ]
    past = [one for one in readings if one.earliest and one.earliest <= today]
    coming = [one for one in readings if one.latest and one.latest >= today]
    named = _name(sketch)
    if past and past[-1].latest and (today - past[-1].latest).days > _FRESH:
        carried = _carried(sketch, setting)
        if carried and carried.latest and carried.latest <= today:
            return carried
    if coming and coming[0].earliest and (setting.future or not past):
        return replace(coming[0], rule=f"{named} next after {today}")
    if not past:
        return None
    if coming and past[-1].latest and coming[0].earliest:
        back, on_ = (today - past[-1].latest).days, (coming[0].earliest - today).days
        if back > _LONGEST_PAST and on_ <= _SOON:
            return replace(coming[0], rule=f"{named} next after {today}, the last is too far back")
    return replace(past[-1], rule=f"{named} last before or on {today}")


def _name(sketch: Sketch) -> str:
    if sketch.season is not None:
        return _SEASONS[sketch.season]
    name = _MONTHS[(sketch.month or 1) - 1]
    return f"{sketch.day} {name}" if sketch.day else name


def _of_year(sketch: Sketch, year: int) -> When | None:
    """The days of a sketch in a given year; None where there is no such day."""
    if sketch.month is not None and sketch.day is not None:
        if not 1 <= sketch.day <= monthrange(year, sketch.month)[1]:
            return None
        first = date(year, sketch.month, sketch.day)
        if sketch.last_day is None:
            return replace(on(first), rule="as written")
        last = date(year, sketch.month, sketch.last_day)
        return When(first, last, rule="as written") if first <= last else None
    if sketch.month is not None:
        return _of_month(year, sketch.month, sketch.part)
    if sketch.season is not None:
        return replace(
            from_edtf(f"{year}-{sketch.season}"), rule=f"{_SEASONS[sketch.season]} {year}"
        )
    if sketch.last_year is not None:
        return When(date(year, 1, 1), date(sketch.last_year, 12, 31), rule="as written")
    return _of_whole_year(year, sketch.part)


def _of_month(year: int, number: int, part: int | None) -> When:
    """A month, or its days 1 to 10, 10 to 20, 20 to the end."""
    whole = month(year, number)
    if part is None or whole.latest is None:
        return replace(whole, rule="as written")
    first, last = {1: (1, 10), 2: (10, 20), 3: (20, whole.latest.day)}[part]
    rule = f"{_PART_NAMES[part]} {_MONTHS[number - 1]} {year}: days {first} to {last}"
    return When(date(year, number, first), date(year, number, last), rule=rule)


def _of_whole_year(year: int, part: int | None) -> When:
    """A year, or its months 1 to 3, 5 to 8, 10 to 12."""
    if part is None:
        return When(date(year, 1, 1), date(year, 12, 31), rule="as written")
    first, last = {1: (1, 3), 2: (5, 8), 3: (10, 12)}[part]
    ends = date(year, first, 1), date(year, last, monthrange(year, last)[1])
    return When(*ends, rule=f"{_PART_NAMES[part]} {year}: months {first} to {last}")


def _weekday(sketch: Sketch, setting: Setting) -> When | None:
    ends = setting.ends
    if ends is None or sketch.weekday is None:
        return None
    first, last = ends
    name = _WEEKDAYS[sketch.weekday]
    if (last - first).days >= 7:
        return When(
            first, last, rule=f"a {name} while the day published is known only as {_span(ends)}"
        )
    found = [_one_weekday(sketch, setting, day) for day in ends]
    rule = f"{name} {'after' if found[1] > last else 'before'} {last}"
    if found[1] == last:
        rule = f"{name}, the day published"
    return _hull(on(found[0]), When(found[1], found[1], rule=rule))


def _one_weekday(sketch: Sketch, setting: Setting, day: date) -> date:
    wanted = sketch.weekday or 0
    if sketch.direction == 1 or (setting.future and sketch.direction is None):
        return day + timedelta((wanted - day.weekday() - 1) % 7 + 1)
    if sketch.direction == -1:
        return day - timedelta((day.weekday() - wanted - 1) % 7 + 1)
    return day - timedelta((day.weekday() - wanted) % 7)


def _weekend(sketch: Sketch, setting: Setting) -> When | None:
    ends = setting.ends
    if ends is None:
        return None
    if (ends[1] - ends[0]).days >= 7:
        return When(*ends, rule=f"a weekend while the day published is known only as {_span(ends)}")
    saturday = _one_weekday(replace(sketch, weekday=5), setting, ends[1])
    sunday = saturday + timedelta(1)
    if sketch.direction == -1 and sunday == ends[1]:
        saturday, sunday = saturday - timedelta(7), sunday - timedelta(7)
    return When(saturday, sunday, rule=f"weekend {_side(saturday, ends[1])} {ends[1]}")


def _side(day: date, published: date) -> str:
    return "after" if day > published else "before or on"


def _shift(sketch: Sketch, setting: Setting) -> When | None:
    """Yesterday, last week, next month, this year."""
    ends = setting.ends
    steps, unit = sketch.direction, sketch.unit
    if ends is None or steps is None or unit is None:
        return None
    first, last = (_moved(day, steps, unit) for day in ends)
    side = "before" if steps < 0 else "after"
    many = f"{abs(steps)} {_UNIT_NAMES[unit]}s" if abs(steps) != 1 else _UNIT_NAMES[unit]
    rule = (
        f"{many} {side} the day published" if steps else f"{_UNIT_NAMES[unit]} of the day published"
    )
    return _hull(first, replace(last, rule=rule))


def _moved(day: date, steps: int, unit: int) -> When:
    """The calendar unit that lies `steps` from the one `day` is in."""
    if unit == WEEK:
        monday = day - timedelta(day.weekday()) + timedelta(7 * steps)
        return When(monday, monday + timedelta(6))
    if unit == MONTH:
        number = day.year * 12 + day.month - 1 + steps
        return month(number // 12, number % 12 + 1)
    if unit == YEAR:
        return When(date(day.year + steps, 1, 1), date(day.year + steps, 12, 31))
    return on(day + timedelta(steps))


def _ago(sketch: Sketch, setting: Setting) -> When | None:
    return _apart(sketch, setting.published, -1, "the day published")


def _ahead(sketch: Sketch, setting: Setting) -> When | None:
    return _apart(sketch, setting.published, 1, "the day published")


def _earlier(sketch: Sketch, setting: Setting) -> When | None:
    return _from_named(sketch, setting, -1)


def _later(sketch: Sketch, setting: Setting) -> When | None:
    return _from_named(sketch, setting, 1)


def _from_named(sketch: Sketch, setting: Setting, sign: int) -> When | None:
    if setting.named is not None:
        return _apart(sketch, setting.named, sign, "the day named before it")
    return _apart(sketch, setting.published, sign, "the day published") if sign < 0 else None


def _apart(sketch: Sketch, start: When | None, sign: int, whence: str) -> When | None:
    """So many units from `start`: days exactly, weeks to three days, months and years as such."""
    count, unit = sketch.count, sketch.unit
    if (
        start is None
        or count is None
        or unit is None
        or start.earliest is None
        or start.latest is None
    ):
        return None
    first, last = (_away(day, sign * count, unit) for day in (start.earliest, start.latest))
    side = "before" if sign < 0 else "after"
    units = _UNIT_NAMES[unit] + ("s" if count != 1 else "")
    return _hull(first, replace(last, rule=f"{count} {units} {side} {whence}"))


def _away(day: date, steps: int, unit: int) -> When:
    if unit == WEEK:
        middle = day + timedelta(7 * steps)
        return When(middle - timedelta(3), middle + timedelta(3))
    if unit == YEAR and abs(steps) == 1:
        return _moved(day, 12 * steps, MONTH)
    return on(day) if unit < DAY else _moved(day, steps, unit)


def _same(sketch: Sketch, setting: Setting) -> When | None:
    named = setting.named
    if named is None or named.days != 1:
        return None
    return replace(named, words="", rule="the day named before it")


def _over(sketch: Sketch, setting: Setting) -> When | None:
    """A stretch that ends on the day published: "in the last three months"."""
    ends = setting.ends
    begun = _apart(
        replace(sketch, count=sketch.count or 1), setting.published, -1, "the day published"
    )
    if ends is None or begun is None:
        return None
    return When(begun.earliest, ends[1], rule=f"from {begun.rule} up to it")


def _coming(sketch: Sketch, setting: Setting) -> When | None:
    ends = setting.ends
    return None if ends is None else When(ends[0], None, rule="from the day published on")


def _span(ends: tuple[date, date]) -> str:
    return When(*ends).edtf


_MEANINGS: Mapping[str, Callable[[Sketch, Setting], When | None]] = {
    "calendar": _calendar,
    "bare year": _calendar,
    "weekday": _weekday,
    "weekend": _weekend,
    "shift": _shift,
    "ago": _ago,
    "ahead": _ahead,
    "earlier": _earlier,
    "later": _later,
    "same": _same,
    "over": _over,
    "coming": _coming,
}
