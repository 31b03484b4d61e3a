"""Whole numbers in running text, with their hedges and what sort of number each is.

Decides where a number begins and ends, what it amounts to, and which hedge it carries ("knapp
1.300"). The shape of a numeral is for `numerals`, the sort (a count of people, a year, an age…) for
`sorts`; to whom a number belongs is for the room that reads.

Laws: never an exception on any text; spans lie inside the text, in order, and do not overlap; only
digits and words of the pack make a number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from habeas.language.calendar import FIRST_YEAR
from habeas.language.days import named
from habeas.language.numerals import Reading, lexicon
from habeas.language.openings import openings
from habeas.language.pack import Pack, part, words
from habeas.language.sorts import Sort, behind_percent, sort_of
from habeas.language.tokens import Token, key, tokens
from habeas.terms.amount import Amount, Hedge

_LARGEST = 10**12
"""Above this nothing is a number of people; such digits are left out."""

_LONGEST_HEDGE = 5
_MEASURED = frozenset({"ago", "ahead", "earlier", "later", "over"})
"""Meanings of days whose number is an amount of time."""
_UNHEDGED = frozenset({Sort.YEAR, Sort.ORDINAL, Sort.ARTICLE, Sort.TIME, Sort.SCORE})
"""Sorts before which a hedge is none ("до 28 февраля" is no "at most")."""


class NumberFound(NamedTuple):
    """A number at `start..stop` (half-open, code points); `whole_start` is where its hedge begins."""

    start: int
    stop: int
    amount: Amount
    """Value (rounded down), hedge, vagueness."""
    whole_start: int
    whole_stop: int
    """Behind a hedge that follows ("or more"); else the same as `stop`."""
    decimal: float | None
    """The value where it is not whole ("6.5"); None for a whole number."""
    sort: Sort
    weak: bool = False
    """Said by a word that mostly is an article ("eine Frau")."""


class _Found(NamedTuple):
    reading: Reading
    first: int
    day: str | None
    """What the day says that the number belongs to, if any."""


@cache
def _hedges(pack: Pack, side: str) -> Mapping[tuple[str, ...], Hedge]:
    """Each hedge phrase as a row of words; `side` is "before" or "after"."""
    table = part(part(pack.numerals, "hedges"), side)
    return {
        tuple(key(phrase).split()): Hedge(name.replace("-", " "))
        for name in table
        for phrase in words(table, name)
    }


@cache
def _hedge_ends(pack: Pack, side: str) -> frozenset[str]:
    """The words of hedges that stand next to the number."""
    return frozenset(phrase[-1 if side == "before" else 0] for phrase in _hedges(pack, side))


@cache
def _close(pack: Pack) -> frozenset[tuple[str, ...]]:
    """Hedges that are one only right before the number: "über 123", not "über die 123"."""
    return frozenset(tuple(key(phrase).split()) for phrase in words(pack.numerals, "close_hedges"))


@cache
def _between(pack: Pack) -> frozenset[str]:
    return frozenset(map(key, words(pack.numerals, "between")))


def numbers(text: str, pack: Pack) -> list[NumberFound]:
    """All numbers of a text in order, of every sort."""
    row = tokens(text, pack)
    told = _told_by_days(text, pack)
    found: list[NumberFound] = []
    at = 0
    for first, reading in openings(text, pack).readings.items():
        if first < at:
            continue
        at = first
        if reading.value < _LARGEST and (
            one := _number(row, _Found(reading, at, told.get(at)), pack)
        ):
            found.append(one)
        at = behind_percent(row, reading.last, pack)
    return found


def _told_by_days(text: str, pack: Pack) -> Mapping[int, str]:
    """Tokens that belong to a day ("13. Dezember", "drei Monate zuvor"), and what the day says."""
    return {
        at: item.sketch.means
        for item in named(text, pack)
        if not (item.sketch.weak and item.sketch.means == "bare year")
        for at in range(item.first, item.last)
    }


def _of_day(value: float, means: str) -> Sort:
    if value >= FIRST_YEAR:
        return Sort.YEAR
    return Sort.TERM if means in _MEASURED else Sort.ORDINAL


def _number(row: Sequence[Token], found: _Found, pack: Pack) -> NumberFound | None:
    reading, first, day = found
    before, hedge = _hedge_before(row, first, pack)
    after, late = hedge_after(row, reading.last, pack)
    told = reading if after == reading.last else reading._replace(last=after)
    sort = _of_day(reading.value, day) if day else sort_of(row, first, told, pack)
    if sort in _UNHEDGED:
        before, hedge, after, late = first, None, reading.last, None
    if reading.weak and not _is_one(row, reading.last, hedge, pack):
        return None
    whole = int(reading.value)
    firm = hedge or late
    vague = reading.vague and not (firm and _is_scale(row, found, pack))
    amount = Amount(whole, firm or (Hedge.AT_LEAST if vague else Hedge.EXACT), vague)
    return NumberFound(
        row[first].start,
        row[reading.last - 1].stop,
        amount,
        row[before].start,
        row[after - 1].stop,
        None if reading.value == whole else reading.value,
        sort,
        reading.weak,
    )


def _is_one(row: Sequence[Token], at: int, hedge: Hedge | None, pack: Pack) -> bool:
    """Whether an article before `at` is "one": not "more than a score", where a number follows it."""
    if at < len(row) and row[at].key in lexicon(pack).values:
        return False
    return hedge is not None or _follows(row, at, pack)


def _follows(row: Sequence[Token], at: int, pack: Pack) -> bool:
    """Whether a word for people stands at `at`: "one Estonian" is a count, "one of them" is not.

    So it does in "one an Estonian", where the verb is left out.
    """
    at += at + 1 < len(row) and row[at].key in lexicon(pack).articles
    return at < len(row) and row[at].key.startswith(_people(pack))


@cache
def _people(pack: Pack) -> tuple[str, ...]:
    return tuple(map(key, words(pack.numerals, "people")))


def _hedge_before(row: Sequence[Token], first: int, pack: Pack) -> tuple[int, Hedge | None]:
    """Where the hedge before token `first` begins, and which it is."""
    phrases = _hedges(pack, "before")
    between = _between(pack)
    end = first
    close = _close(pack)
    for _ in range(3):
        known = end > 0 and row[end - 1].key in _hedge_ends(pack, "before")
        for length in range(min(_LONGEST_HEDGE, end) if known else 0, 0, -1):
            phrase = tuple(token.key for token in row[end - length : end])
            hedge = phrases.get(phrase)
            if hedge is not None and (end == first or phrase not in close):
                return end - length, hedge
        if end == 0 or row[end - 1].key not in between:
            break
        end -= 1
    return first, None


def hedge_after(row: Sequence[Token], last: int, pack: Pack) -> tuple[int, Hedge | None]:
    """Where the hedge behind a number ends, and which it is ("or more")."""
    phrases = _hedges(pack, "after")
    if last >= len(row) or row[last].key not in _hedge_ends(pack, "after"):
        return last, None
    for length in range(min(_LONGEST_HEDGE, len(row) - last), 0, -1):
        hedge = phrases.get(tuple(token.key for token in row[last : last + length]))
        if hedge is not None:
            return last + length, hedge
    return last, None


def _is_scale(row: Sequence[Token], found: _Found, pack: Pack) -> bool:
    """Whether the number is one word for a scale: "около тысячи" is a thousand, "тысячи" are many."""
    alone = found.reading.last == found.first + 1
    return alone and row[found.first].key in lexicon(pack).scales
