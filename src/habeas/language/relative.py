"""Relative days: weekdays, "last month", "three months ago", "two days later".

Decides the arithmetic from the day published, or from the day named before it. Days that are written
out are for `reckoning`.

Laws: without a day published (or named) the answer is None; where the day published is known only as
a month, a weekday is any day of that month; every result carries its rule in plain English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from habeas.language.periods import of_month, of_year
from habeas.language.sketch import DAY, MONTH, WEEK, YEAR, Setting, Sketch, hull
from habeas.terms.when import When, month, on

_UNIT_NAMES = {1: "hour", DAY: "day", WEEK: "week", MONTH: "month", YEAR: "year"}
_WIDEST = {DAY: 7, WEEK: 31, MONTH: 366, YEAR: 366}
"""Days a day named before may span, to reckon from it in days, weeks, months or years."""
SOON = "no later than"
"""How the rule of a day begins that followed soon after the one named before it."""
FROM_NAMED = "the day named before it"
"""How the rule of a day ends that is reckoned from another of the text."""
_HOURS = 3
"""Days back from the one published up to which hours are counted from a day."""
_LONG = 10_000
"""Days of a span without an end, for comparing."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
    return hull(on(found[0]), When(found[1], found[1], rule=rule))


def _one_weekday(sketch: Sketch, setting: Setting, day: date) -> date:
    wanted = sketch.weekday or 0
    if sketch.direction == 1 or (setting.future and sketch.direction is None):
        return day + timedelta((wanted - day.weekday() - 1) % 7 + 1)
    if sketch.direction == -1:
        return day - timedelta((day.weekday() - wanted - 1) % 7 + 1)
    return day - timedelta((day.weekday() - wanted) % 7)


def _weekday_of_week(sketch: Sketch, setting: Setting) -> When | None:
    """ "Thursday of last week"."""
    ends = setting.ends
    if ends is None or sketch.weekday is None or sketch.direction is None or ends[0] != ends[1]:
        return None
    monday = _moved(ends[1], sketch.direction, WEEK).earliest
    if monday is None:
        return None
    day = monday + timedelta(sketch.weekday)
    rule = f"{_WEEKDAYS[sketch.weekday]} of the week from {monday}"
    return replace(on(day), rule=rule)


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
    first, last = (_part(_moved(day, steps, unit), sketch.part, unit) for day in ends)
    side = "before" if steps < 0 else "after"
    many = f"{abs(steps)} {_UNIT_NAMES[unit]}s" if abs(steps) != 1 else _UNIT_NAMES[unit]
    rule = (
        f"{many} {side} the day published" if steps else f"{_UNIT_NAMES[unit]} of the day published"
    )
    told = f"{rule}; {last.rule}" if sketch.part else rule
    return hull(first, replace(last, rule=told))


def _part(whole: When, part: int | None, unit: int) -> When:
    """A part of a month or year; of shorter units the whole."""
    if part is None or whole.earliest is None or unit not in (MONTH, YEAR):
        return whole
    day = whole.earliest
    return of_month(day.year, day.month, part) if unit == MONTH else of_year(day.year, part)


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
    """ "Через три дня": behind the day named before it, where that lies back; else to come."""
    told = None if setting.future else _later(sketch, setting)
    return told or _apart(sketch, setting.published, 1, "the day published")


def _earlier(sketch: Sketch, setting: Setting) -> When | None:
    return _from_named(sketch, setting, -1)


def _later(sketch: Sketch, setting: Setting) -> When | None:
    found, ends = _from_named(sketch, setting, 1), setting.ends
    if found is None or found.earliest is None or ends is None or setting.future:
        return found
    return found if found.earliest <= ends[1] else None


def _lapse(sketch: Sketch, setting: Setting) -> When | None:
    """ "Nach drei Tagen": after the day named before it, unless that is the day they were over."""
    return _later(sketch, setting) if setting.apart else None


def _soon(sketch: Sketch, setting: Setting) -> When | None:
    """ "A few days later": from the day named before it, so many units at most."""
    named, ends = setting.named, setting.ends
    last = _from_named(sketch, setting, 1)
    if named is not None and sketch.unit is not None and sketch.unit <= DAY:
        named = named if named.days == 1 else setting.day
    if named is None or named.earliest is None or last is None or last.latest is None:
        return None
    latest = min(last.latest, ends[1]) if ends else last.latest
    if latest < named.earliest:
        return None
    return When(named.earliest, latest, rule=f"{SOON} {last.rule}")


def _eve(sketch: Sketch, setting: Setting) -> When | None:
    """ "Накануне": the day before the one named before it, else before the day published."""
    day = replace(sketch, count=1, unit=DAY)
    if setting.named is not None and setting.named.days == 1:
        return _earlier(day, setting)
    return _ago(day, setting)


def _following(sketch: Sketch, setting: Setting) -> When | None:
    """ "The March after": the first such month, season or year behind the day named before it."""
    named = setting.named
    if named is None or named.latest is None or (named.days or _LONG) > _WIDEST[YEAR]:
        return None
    year, rule = named.latest.year, f"next after {FROM_NAMED}"
    if sketch.month is None:
        return replace(of_year(year + 1, sketch.part), rule=rule)
    year += sketch.month <= named.latest.month or sketch.unit == YEAR
    if sketch.day is not None:
        return replace(on(date(year, sketch.month, sketch.day)), rule=rule)
    return replace(month(year, sketch.month), rule=rule)


def _from_named(sketch: Sketch, setting: Setting, sign: int) -> When | None:
    if setting.named is not None:
        widest = _WIDEST.get(sketch.unit or YEAR, 0)
        widest = max(widest, _WIDEST[WEEK]) if sign > 0 and widest else widest
        if (setting.named.days or _LONG) > widest:
            return _from_day(sketch, setting, sign)
        return _apart(sketch, setting.named, sign, FROM_NAMED)
    return _apart(sketch, setting.published, sign, "the day published") if sign < 0 else None


def _from_day(sketch: Sketch, setting: Setting, sign: int) -> When | None:
    """So many days or hours from the single day named last, where the page was about it just now."""
    day, ends = setting.day, setting.ends
    if day is None or day.latest is None or ends is None or (sketch.unit or YEAR) > DAY:
        return None
    reach = _WIDEST[WEEK] if sketch.unit == DAY else _HOURS
    if not 0 <= (ends[1] - day.latest).days <= reach:
        return None
    return _apart(sketch, day, sign, FROM_NAMED)


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
    return hull(first, replace(last, rule=f"{count} {units} {side} {whence}"))


def _away(day: date, steps: int, unit: int) -> When:
    if unit == WEEK:
        middle = day + timedelta(7 * steps)
        return When(middle - timedelta(3), middle + timedelta(3))
    if unit == YEAR and abs(steps) == 1:
        return _moved(day, 12 * steps, MONTH)
    return on(day) if unit < DAY else _moved(day, steps, unit)


def _same(sketch: Sketch, setting: Setting) -> When | None:
    """The day named before it; with a unit, also a week or month."""
    named = setting.named
    if named is None or (named.days or _LONG) > _WIDEST.get(sketch.unit or 0, 1):
        return None
    return replace(named, words="", rule=FROM_NAMED)


def _over(sketch: Sketch, setting: Setting) -> When | None:
    """A stretch that ends on the day published: "in the last three months"."""
    ends = setting.ends
    begun = _apart(
        replace(sketch, count=sketch.count or 1), setting.published, -1, "the day published"
    )
    if ends is None or begun is None:
        return None
    return When(begun.earliest, ends[1], rule=f"from {begun.rule} up to it")


def _standing(sketch: Sketch, setting: Setting) -> When | None:
    """ "For two years now": since then, up to the day published."""
    lasting = _over(sketch, setting)
    if lasting is None:
        return None
    return replace(lasting, rule=f"from then up to the day published; {lasting.rule}")


def _coming(sketch: Sketch, setting: Setting) -> When | None:
    ends = setting.ends
    return None if ends is None else When(ends[0], None, rule="from the day published on")


def _span(ends: tuple[date, date]) -> str:
    return When(*ends).edtf


RELATIVE: Mapping[str, Callable[[Sketch, Setting], When | None]] = {
    "weekday": _weekday,
    "weekday of week": _weekday_of_week,
    "weekend": _weekend,
    "shift": _shift,
    "ago": _ago,
    "ahead": _ahead,
    "earlier": _earlier,
    "later": _later,
    "same": _same,
    "over": _over,
    "standing": _standing,
    "lapse": _lapse,
    "soon": _soon,
    "eve": _eve,
    "following": _following,
    "coming": _coming,
}
"""What a form means (`means` in `calendar.toml`), and how it is reckoned."""
