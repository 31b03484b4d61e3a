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
from habeas.language.relative import RELATIVE
from habeas.language.sketch import Setting, Sketch, hull
from habeas.terms.when import When, from_edtf, month, on

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


def _last_year(sketch: Sketch, setting: Setting) -> When | None:
    """ "Last year's May": a day, month or season of the year before the one published in."""
    ends = setting.ends
    if ends is None or ends[0].year != ends[1].year:
        return None
    found = _of_year(sketch, ends[1].year - 1)
    return found and replace(found, rule="in the year before the one published in")


MEANINGS = {
    "last year": _last_year,
    "same year": _same_year,
    "calendar": _calendar,
    "bare year": _calendar,
    **RELATIVE,
}
"""What a form can mean (`means` in `calendar.toml`), and how it is reckoned."""
