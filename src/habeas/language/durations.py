"""Durations: how long a term of prison is, as ISO 8601 ("P11Y", "P18M", "P6Y6M"), "life", "death".

Decides the length that the words say. Whether it is a sentence of a court, an age or a while ago is
for `sorts` and for the room that reads.

Laws: never an exception; spans lie inside the text and do not overlap; half a unit is written in the
next smaller one (half a year: six months), never rounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from habeas.language.days import named
from habeas.language.numbers import hedge_after
from habeas.language.numerals import Reading, half_more, lexicon
from habeas.language.openings import openings
from habeas.language.pack import Pack, part, valued, words
from habeas.language.remembered import Remembered
from habeas.language.sorts import Sort, sort_of
from habeas.language.tokens import Token, key, tokens

_SMALLER = {5: (4, 12), 4: (2, 30), 3: (2, 7), 2: (1, 24), 1: (0, 60)}
"""The unit that takes what is left over, and how many of it make one."""
_LONGEST = 10_000
_REMEMBERED = 50_000
"""Words that are kept in mind, at most."""
_NEAR = 3
"""Words behind such an adjective within which its noun must stand."""
_HYPHENS = ("-", "\u2010", "\u2011", "\u2013")
_UNITS = {1: "H", 2: "D", 3: "W", 4: "M", 5: "Y"}


class DurationFound(NamedTuple):
    """A duration at `start..stop` (half-open, code points); `length` is ISO 8601, "life" or "death"."""

    start: int
    stop: int
    length: str


class _Known(NamedTuple):
    units: dict[str, int]
    """Unit words: 1 hour, 2 day, 3 week, 4 month, 5 year."""
    fixed: tuple[tuple[tuple[str, ...], str], ...]
    heads: frozenset[str]
    """First two letters of the fixed phrases: a cheap sieve."""
    joiners: frozenset[str]
    between: frozenset[str]
    tails: tuple[tuple[str, int], ...]
    """Beginnings of what follows the number within an adjective ("-летний"), each with its unit."""
    prefixes: dict[str, int]
    """Numbers as such an adjective begins with them ("пяти")."""
    nouns: tuple[str, ...]
    """Beginnings of nouns that such an adjective stands before ("срок")."""


@cache
def _known(pack: Pack) -> _Known:
    table = part(pack.numerals, "durations")
    fixed = part(table, "fixed")
    phrases = [(tuple(key(text).split()), name) for name in fixed for text in words(fixed, name)]
    names = {"hour": 1, "day": 2, "week": 3, "month": 4, "year": 5}
    units = part(pack.calendar, "units")
    return _Known(
        {key(text): names[name] for name in names for text in words(units, name)},
        tuple(sorted(phrases, key=lambda phrase: (-len(phrase[0]), phrase))),
        frozenset(text[:2] for phrase, _ in phrases for text in phrase[:1]),
        frozenset(words(table, "joiners")),
        frozenset(words(table, "between")),
        tuple(
            (key(text), names[name]) for name in names for text in words(part(table, "tails"), name)
        ),
        {key(text): value for text, value in valued(table, "prefixes").items()},
        tuple(key(text) for text in words(table, "nouns")),
    )


def durations(text: str, pack: Pack) -> list[DurationFound]:
    """All durations of a text, in order."""
    row = tokens(text, pack)
    told = {
        at
        for item in named(text, pack)
        if item.sketch.means != "nothing"
        for at in range(item.first, item.last)
    }
    opened = openings(text, pack)
    begins, readings = frozenset(opened.numbers), opened.readings
    opens = _openers(pack)
    found: list[DurationFound] = []
    known = _known(pack)
    at = 0
    for first, token in enumerate(row):
        if not (opens[token.key] or first in begins) or first < at or first in told:
            continue
        got = _fixed(row, first, pack) if token.key[:2] in known.heads else None
        if got is None and first in begins:
            got = _measured(row, first, readings, pack)
        if got is None and _may_be_adjective(token.key, pack):
            got = _adjective(row, first, pack)
        if got is None:
            continue
        at, length = got
        found.append(DurationFound(token.start, row[at - 1].stop, length))
    return found


def _fixed(row: Sequence[Token], at: int, pack: Pack) -> tuple[int, str] | None:
    """ "lebenslang", "to death": phrases of the pack; a final `*` stands for any ending."""
    begins = row[at].key
    for phrase, length in _known(pack).fixed:
        last = at + len(phrase)
        if not begins.startswith(phrase[0].removesuffix("*")):
            continue
        if last <= len(row) and all(
            token.key.startswith(want[:-1]) if want.endswith("*") else token.key == want
            for want, token in zip(phrase, row[at:last], strict=True)
        ):
            return last, length
    return None


def _measured(
    row: Sequence[Token], at: int, readings: Mapping[int, Reading], pack: Pack
) -> tuple[int, str] | None:
    """One or two measures side by side ("five years and six months")."""
    first = _measure(row, at, readings, pack)
    if first is None:
        return None
    last, amounts = first
    following = last
    while following < len(row) and row[following].key in _known(pack).joiners:
        following += 1
    second = _measure(row, following, readings, pack) if following < len(row) else None
    if second is not None and max(second[1]) < min(amounts):
        last, amounts = second[0], amounts | second[1]
    return last, _iso(amounts)


def _measure(
    row: Sequence[Token], at: int, readings: Mapping[int, Reading], pack: Pack
) -> tuple[int, dict[int, int]] | None:
    """Number and unit: where they end, and the amount of each unit."""
    known = _known(pack)
    reading = readings.get(at) or _article(row, at, pack)
    if reading is None:
        return None
    number, last = reading.value, hedge_after(row, reading.last, pack)[0]
    while last < len(row) and row[last].key in known.between:
        last += 1
    unit = known.units.get(row[last].key) if last < len(row) else None
    if unit is None or number > _LONGEST or sort_of(row, at, reading, pack) is Sort.AGE:
        return None
    last, number = half_more(row, last + 1, number, pack)
    return last, _split(number, unit)


@cache
def _openers(pack: Pack) -> Remembered[bool]:
    """Whether a fixed phrase, or a term in one word, may begin with a word: a cheap sieve."""
    heads = _known(pack).heads
    return Remembered(lambda text: text[:2] in heads or _may_be_adjective(text, pack), _REMEMBERED)


@lru_cache(maxsize=_REMEMBERED)
def _may_be_adjective(text: str, pack: Pack) -> bool:
    """Whether a term in one word may begin so: with digits, or with one of its numbers."""
    known = _known(pack)
    return text.isdigit() or any(
        text.partition(tail)[0] in known.prefixes for tail, _ in known.tails
    )


def _adjective(row: Sequence[Token], at: int, pack: Pack) -> tuple[int, str] | None:
    """ "a twelve-year term" in one word, before a noun for a term; the noun is not part of it."""
    known = _known(pack)
    last, begun, rest = at + 1, "", row[at].key
    if rest.isdigit() and at + 2 < len(row) and row[at + 1].key in _HYPHENS:
        last, begun, rest = at + 3, rest, row[at + 2].key
    for tail, unit in known.tails:
        begin, found, _ = rest.partition(tail)
        number = int(begun) if begun else known.prefixes.get(begin, 0)
        if not found or not number or number > _LONGEST or (begun and begin):
            continue
        if any(token.key.startswith(known.nouns) for token in row[last : last + _NEAR]):
            return last, _iso({unit: number})
    return None


def _article(row: Sequence[Token], at: int, pack: Pack) -> Reading | None:
    """ "a" right before a unit is one."""
    unit = at + 1 < len(row) and row[at + 1].key in _known(pack).units
    return Reading(at + 1, 1.0) if unit and row[at].key in lexicon(pack).articles else None


def _split(number: float, unit: int) -> dict[int, int]:
    """The amount in whole units; half a year as months, half of anything else dropped to the smaller."""
    whole = int(number)
    if number == whole:
        return {unit: whole}
    smaller, parts = _SMALLER[unit]
    return ({unit: whole} if whole else {}) | {smaller: round((number - whole) * parts)}


def _iso(amounts: dict[int, int]) -> str:
    """ISO 8601; weeks beside other units are written as days."""
    if 3 in amounts and len(amounts) > 1:
        weeks = amounts.pop(3)
        amounts[2] = amounts.get(2, 0) + 7 * weeks
    text = "".join(f"{amounts[unit]}{_UNITS[unit]}" for unit in (5, 4, 3, 2) if unit in amounts)
    hours = "".join(
        f"{amounts[unit]}{sign}" for unit, sign in ((1, "H"), (0, "M")) if unit in amounts
    )
    return f"P{text}" + (f"T{hours}" if hours else "")
