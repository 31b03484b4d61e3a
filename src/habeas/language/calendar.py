"""The grammar of days of one pack: which tokens carry which slots, and the forms a day is written in.

Decides what words and digits may stand for (a month, a weekday, a year…). The forms themselves are
data (`calendar.toml`); their meaning is reckoned in `reckoning`.

Laws: a word that the language writes with a capital is a month or weekday only with a capital; a
token of digits is a day only from 1 to 31, a year only from 1900 to 2100 and without marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from habeas.language.numerals import lexicon, word_value
from habeas.language.pack import Pack, lists, part, parts, valued, word, words
from habeas.language.patterns import Forms, Tags, forms
from habeas.language.tokens import Token, key

FIRST_YEAR, LAST_YEAR = 1900, 2100

UNITS = {"hour": 1, "day": 2, "week": 3, "month": 4, "year": 5}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_PARTS = {"early": 1, "middle": 2, "late": 3}
_CAPITAL_SLOTS = frozenset({"month", "weekday"})
_SMALL_SLOTS = frozenset({"adjective"})
"""Slots of words that are no day where they are written with a capital ("Октябрьский суд")."""
NONE: Tags = {}
"""The slots of a token that carries none."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Calendar:
    """The words and forms of days of one pack."""

    slots: Mapping[str, Tags]
    """Folded word → slots it carries."""
    plain: Mapping[str, Tags]
    """The same, for words written small where the language wants a capital."""
    days: Forms
    spans: Forms
    future: frozenset[str]
    """Words by which a clause speaks of what is to come."""
    past: frozenset[str]
    """Words by which it does not, whatever else is in it ("soll … worden sein")."""
    order: str
    """How digits with slashes are ordered: dmy, mdy, or "" where that is not certain."""


@cache
def calendar(pack: Pack) -> Calendar:
    """The grammar of days of a pack."""
    slots: dict[str, dict[str, int]] = {}
    for form, slot, value in _entries(pack):
        slots.setdefault(key(form), {})[slot] = value
    capital = word(pack.calendar, "capital") == "yes"
    plain = {
        form: {slot: value for slot, value in tags.items() if slot not in _CAPITAL_SLOTS}
        for form, tags in slots.items()
    }
    return Calendar(
        slots,
        plain if capital else slots,
        forms(parts(pack.calendar, "day")),
        forms(parts(pack.calendar, "span")),
        frozenset(map(key, words(pack.calendar, "future"))),
        frozenset(map(key, words(pack.calendar, "not_future"))),
        word(pack.calendar, "slashed"),
    )


def _entries(pack: Pack) -> Iterator[tuple[str, str, int]]:
    """Each word of the calendar with a slot it carries and the value there."""
    table = pack.calendar
    for number, names in enumerate(lists(table, "months"), 1):
        yield from ((name, "month", number) for name in names)
    tails = ("", *words(table, "weekday_tails"))
    for number, names in enumerate(lists(table, "weekdays")):
        yield from ((name + tail, "weekday", number) for name in names for tail in tails)
    for number, names in enumerate(lists(table, "adjectives"), 1):
        yield from ((name, "adjective", number) for name in names)
    for slot, values in (("season", SEASONS), ("unit", UNITS), ("part", _PARTS)):
        given = part(table, slot + "s")
        yield from ((form, slot, values[name]) for name in values for form in words(given, name))
    for slot in ("day_words", "shift", "direction", "ordinal"):
        yield from (
            (form, slot.removesuffix("_words"), n) for form, n in valued(table, slot).items()
        )
    named = part(table, "words")
    yield from ((form, slot, 0) for slot in named for form in words(named, slot))


def tags(row: Sequence[Token], pack: Pack) -> list[Tags]:
    """The slots each token carries."""
    return [tags_of(token, pack) for token in row]


def tags_of(token: Token, pack: Pack) -> Tags:
    """The slots a token carries."""
    if token.kind in ("word", "sign"):
        return _word_tags(token.key, token.text[0].isupper(), pack)
    if token.kind == "number":
        return _digits(token.text)
    return NONE


@lru_cache(maxsize=50_000)
def _word_tags(text: str, capital: bool, pack: Pack) -> Tags:
    known = calendar(pack)
    found = (known.slots if capital else known.plain).get(text, NONE)
    if capital and _SMALL_SLOTS & found.keys():
        found = {slot: value for slot, value in found.items() if slot not in _SMALL_SLOTS}
    number = _small_number(text, pack)
    return found if number is None else {**found, "n": number}


def _small_number(text: str, pack: Pack) -> int | None:
    """A number in one word, as it stands before "days" or "months"."""
    known = lexicon(pack)
    if text in known.articles or text in known.weak:
        return 1
    return word_value(text, pack)


@cache
def _digits(text: str) -> Tags:
    if not text.isdecimal() or len(text) > 4:
        return NONE
    value = int(text)
    found = {"n": value} if value <= 1000 else {}
    if len(text) <= 2 and 1 <= value <= 31:
        found["day"] = value
    if len(text) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        found["year"] = value
    return found
