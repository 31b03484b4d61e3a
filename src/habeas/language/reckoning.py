"""Reckoning: which days a found form means, given the day of publication and the days named before.

Decides what a day, month, season or year means, above all one without a year: the nearest past,
unless the words speak of what is to come. Days told by their distance are for `relative`, finding the
words for `dates`; the words themselves are data.

Laws: a vague word stays a wide `When`; a day that does not exist is None, never an exception; without
a day published nothing relative is reckoned; every result carries its rule in plain English.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from habeas.errors import MistakeError
from habeas.language.periods import MONTH_NAMES, of_month, of_year
from habeas.language.relative import RELATIVE
from habeas.language.sketch import YEAR, Setting, Sketch, hull
from habeas.terms.when import When, from_edtf, on

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_FRESH = 60
"""Days: a day without a year that lies this near before publication is news, not a tale of then."""
_LEAP = 8
"""Years to look through for a 29 February, either way."""
_NEWS = 31
"""Days: what lies this near before publication is not to come, whatever the words around it."""


def reckon(sketch: Sketch, setting: Setting) -> When | None:
    """The days a sketch means, and their rule; None where it cannot be told or no such day is."""
    try:
        return MEANINGS[sketch.means](sketch, setting)
    except (ValueError, OverflowError, MistakeError):
        return None


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
    return later if sooner is None else hull(sooner, later)


def _carried(sketch: Sketch, setting: Setting) -> When | None:
    if setting.year is None or sketch.day is None:
        return None
    found = _of_year(sketch, setting.year)
    return found and replace(found, rule=f"year of the day named before it, {setting.year}")


def _nearest(sketch: Sketch, setting: Setting, today: date) -> When | None:
    """The nearest past reading of a day without a year, unless it is to come."""
    reach = _LEAP if (sketch.month, sketch.day) == (2, 29) else 1
    readings = [
        found
        for year in range(today.year - reach, today.year + reach + 1)
        if (found := _of_year(sketch, year)) is not None
    ]
    past = [one for one in readings if one.earliest and one.earliest <= today]
    coming = [one for one in readings if one.latest and one.latest >= today]
    back = (today - past[-1].latest).days if past and past[-1].latest else None
    if back is not None and back > _FRESH:
        carried = _carried(sketch, setting)
        if carried and carried.latest and carried.latest <= today:
            return carried
    named = _name(sketch)
    future = setting.future and (back is None or back > _NEWS)
    if coming and sketch.direction != -1 and (future or sketch.direction == 1 or not past):
        return replace(coming[0], rule=f"{named} next after {today}")
    if sketch.direction == -1 and back is not None and back <= 0:
        past.pop()
    return replace(past[-1], rule=f"{named} last before or on {today}") if past else None


def _name(sketch: Sketch) -> str:
    if sketch.season is not None:
        return _SEASONS[sketch.season]
    name = MONTH_NAMES[(sketch.month or 1) - 1]
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
        return of_month(year, sketch.month, sketch.part)
    if sketch.season is not None:
        return replace(
            from_edtf(f"{year}-{sketch.season}"), rule=f"{_SEASONS[sketch.season]} {year}"
        )
    if sketch.last_year is not None:
        return When(date(year, 1, 1), date(sketch.last_year, 12, 31), rule="as written")
    return of_year(year, sketch.part)


def _same_year(sketch: Sketch, setting: Setting) -> When | None:
    """ "In August of the same year": the year of the day named before it."""
    named = setting.named
    if named is None or named.earliest is None or named.latest is None:
        return None
    year = named.earliest.year
    if year != named.latest.year:
        return None
    found = _of_year(sketch, year)
    return found and replace(found, rule=f"in {year}, the year named before it")


def _that_year(sketch: Sketch, setting: Setting) -> When | None:
    """ "Last year's May": a day, month or season of a year told by its distance."""
    ends = setting.ends
    if ends is None or ends[0].year != ends[1].year or sketch.direction is None:
        return None
    after = None if setting.future or sketch.direction != 1 else _year_after(sketch, setting)
    if after is not None:
        return after
    year = ends[1].year + sketch.direction
    found = _of_year(sketch, year)
    return found and replace(found, rule=f"in {year}, reckoned from the year published")


def _year_after(sketch: Sketch, setting: Setting) -> When | None:
    """ "In March of the next year": behind the day named before it, where that lies back."""
    found, ends = RELATIVE["following"](replace(sketch, unit=YEAR), setting), setting.ends
    if found is None or found.earliest is None or ends is None or found.earliest > ends[1]:
        return None
    return found


def _decade(sketch: Sketch, _setting: Setting) -> When | None:
    year = sketch.year or 0
    if year % 10:
        return None
    return When(date(year, 1, 1), date(year + 9, 12, 31), rule=f"the ten years from {year}")


def _nothing(_sketch: Sketch, _setting: Setting) -> When | None:
    """Words that look like a day and are none ("von heute auf morgen")."""
    return None


MEANINGS = {
    "that year": _that_year,
    "decade": _decade,
    "nothing": _nothing,
    "same year": _same_year,
    "calendar": _calendar,
    "attribute": _calendar,
    "bare year": _calendar,
    **RELATIVE,
}
"""What a form can mean (`means` in `calendar.toml`), and how it is reckoned."""
