"""Single days in a text: the words that make one, before they are reckoned.

Decides which tokens belong to one day, month, year or "three months ago", and what they say (a
`Sketch`). Spans of two days are for `dates`, the arithmetic for `reckoning`.

Laws: days stand in order and do not overlap; a day that does not exist is no sketch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from habeas.language.calendar import UNITS, Calendar, calendar, tags
from habeas.language.openings import openings
from habeas.language.pack import Pack, word
from habeas.language.patterns import Match, Tags
from habeas.language.sketch import Sketch
from habeas.language.sorts import may_be_year
from habeas.language.tokens import Token, tokens

_CENTURY = 2000
_LONGEST_COUNT = 3
"""Digits of a number right behind a day that may count people; a longer one stands for a year."""
_NOUN = 3
"""Tokens behind a month as an adjective in which its year is looked for."""
_LONGEST_SHORT = 2
"""Letters of an abbreviation for "year" or "day", at most."""


class Item(NamedTuple):
    """A day at tokens `first..last` (`last` not included), as the forms of spans see it."""

    token: Token
    """Its first."""
    stop: int
    tags: Tags
    sketch: Sketch
    first: int
    last: int


@lru_cache(maxsize=4)
def named(text: str, pack: Pack) -> tuple[Item, ...]:
    """The days of a text, each put together to one item, in order. The last few are remembered."""
    row = tokens(text, pack)
    marks = openings(text, pack).tags
    found: list[Item] = []
    behind = 0
    for at in openings(text, pack).days:
        day = _day_at(at, row, marks, pack) if at >= behind else None
        if day is not None:
            sketch, behind = day
            spans = {"date": 0} if sketch.means != "attribute" else {}
            stop = row[behind - 1].stop
            found.append(Item(row[at], stop, {**spans, **marks[at]}, sketch, at, behind))
    return tuple(found)


def _day_at(
    at: int, row: Sequence[Token], marks: Sequence[Tags], pack: Pack
) -> tuple[Sketch, int] | None:
    """The day that begins at a token, and where it ends."""
    known = calendar(pack)
    if (written := _written(row[at], known)) is not None:
        return written, at + 1
    match = known.days.at(row, marks, at)
    if match is None or not _stands(match, row, pack):
        return None
    last = _without_stop(match.last, row)
    sketch = _of_written_year(_sketch(match), last, row, pack)
    return None if _before_no_year(sketch, last, row) else (sketch, last)


def _of_written_year(sketch: Sketch, last: int, row: Sequence[Token], pack: Pack) -> Sketch:
    """ "The January unrest of 2022": a month as an adjective takes the year behind its noun."""
    if sketch.means != "attribute":
        return sketch
    marks = tags(row[last : last + _NOUN], pack)
    return replace(sketch, year=next((one["year"] for one in marks if "year" in one), None))


def _without_stop(last: int, row: Sequence[Token]) -> int:
    """A comma at the end is none of the day's, a full stop only behind an abbreviation ("2025 г.")."""
    sign = row[last - 1].key
    ends = sign == "," or (sign == "." and len(row[last - 2].key) > _LONGEST_SHORT)
    return last - 1 if ends else last


def _stands(match: Match, row: Sequence[Token], pack: Pack) -> bool:
    """Whether a bare year is one, and not a number of people."""
    if match.form.means != "bare year":
        return True
    at = next(place for place in range(match.first, match.last) if row[place].kind == "number")
    return may_be_year(row, at, pack)


def _before_no_year(sketch: Sketch, last: int, row: Sequence[Token]) -> bool:
    """Whether a number stands where the year would, and is none ("13 December 2205"): then it may be
    a slip or a trap, and no year may be put in its place."""
    if sketch.month is None or sketch.year is not None or last >= len(row):
        return False
    text, near = row[last].text, row[last].start - row[last - 1].stop <= 1
    return near and text.isdecimal() and len(text) > _LONGEST_COUNT


def _sketch(match: Match) -> Sketch:
    days, months, years = _days(match), match.all("month"), match.all("year")
    months = months or match.all("adjective")
    settings = match.form.settings
    unit = match.get("unit") or UNITS.get(word(settings, "unit"))
    steps = match.get("shift") if match.get("shift") is not None else match.get("direction")
    fixed = _whole(settings.get("direction"))
    return Sketch(
        match.form.means,
        days[0] if days else None,
        months[0] if months else _given(match, "month"),
        years[0] if years else None,
        _given(match, "season"),
        _given(match, "part"),
        next(iter(match.all("weekday")[-1:]), None),
        fixed if steps is None else steps,
        match.get("n") or _whole(settings.get("count")),
        unit,
        days[1] if len(days) > 1 else None,
        years[1] if len(years) > 1 else None,
        settings.get("weak") == "yes",
    )


def _days(match: Match) -> list[int]:
    """Days of a month in digits, or one in words ("twenty-fourth": its parts are added)."""
    ordinals = match.all("ordinal")
    return [sum(ordinals) + (match.get("n") or 0)] if ordinals else match.all("day")


def _given(match: Match, slot: str) -> int | None:
    """The value in a slot, or the one the form is set to."""
    found = match.get(slot)
    return _whole(match.form.settings.get(slot)) if found is None else found


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _written(token: Token, known: Calendar) -> Sketch | None:
    """Days in digits alone: 2025-12-13, 13.12.2025, 13.12., 13/12/2025."""
    if token.kind == "iso":
        year, month, day = map(int, token.text.split("-"))
        return _checked(day, month, year)
    if token.kind == "dotted":
        first, second, third = token.text.split(".")
        return _checked(int(first), int(second), _full_year(third) if third else None)
    if token.kind == "slashed":
        return _slashed(token.text, known.order)
    return None


def _slashed(text: str, order: str) -> Sketch | None:
    """Digits with slashes; where the order is not certain, only those that can be read in one way."""
    day, month, year = map(int, text.split("/"))
    if order == "mdy" or (not order and day <= 12 < month):
        day, month = month, day
    if not order and day <= 12 and month <= 12 and day != month:
        return None
    return _checked(day, month, year)


def _full_year(text: str) -> int:
    """A year in two digits lies from 1950 to 2049."""
    year = int(text)
    if len(text) > 2:
        return year
    return year + (_CENTURY if year < 50 else _CENTURY - 100)


def _checked(day: int, month: int, year: int | None) -> Sketch | None:
    """A sketch, where there is such a day (29 February, where no year is given)."""
    try:
        date(2024 if year is None else year, month, day)
    except ValueError:
        return None
    return Sketch("calendar", day, month, year)
