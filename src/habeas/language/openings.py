"""Openings: the tokens of a text at which a number or a day may begin, and the slots each carries.

The numbers themselves are read here once, for all who ask: `numbers` and `durations`.

A cheap sieve: most words begin neither, and the grammars need not look at them. Decides it by the
token alone; what stands behind it is for `numerals` and `days`.

Laws: no number and no day begins at another token; what is kept in mind is of no account for what is
found.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from habeas.language.calendar import NONE, calendar, tags_of
from habeas.language.numerals import Reading, may_begin, number_at
from habeas.language.pack import Pack
from habeas.language.patterns import Tags
from habeas.language.tokens import Token, tokens

_NUMERIC = frozenset({"number", "ratio"})
"""Kinds of tokens that are a number by their signs."""
_WRITTEN = frozenset({"iso", "dotted", "slashed"})
"""Kinds of tokens that may be a whole day by their signs."""
_REMEMBERED = 100_000
"""Tokens of a pack that are kept in mind, at most."""


class Opening(NamedTuple):
    """What a token may begin, wherever it stands, and the slots it carries."""

    tags: Tags
    day: bool
    number: bool


_NOTHING = Opening(NONE, False, False)


class Openings(NamedTuple):
    """For the tokens of a text their slots, and where a day or a number may begin, in order."""

    tags: tuple[Tags, ...]
    days: tuple[int, ...]
    numbers: tuple[int, ...]
    """Articles for "one" among them."""
    readings: Mapping[int, Reading]
    """The number that begins at a token, where one does."""


@lru_cache(maxsize=4)
def openings(text: str, pack: Pack) -> Openings:
    """The openings of a text. The last few texts are remembered."""
    row = tokens(text, pack)
    met = _met(pack)
    tags = [NONE] * len(row)
    days, numbers = [], []
    for at, token in enumerate(row):
        told = met.get(token.text) or _meet(token, pack)
        if told is _NOTHING:
            continue
        tags[at] = told.tags
        if told.day:
            days.append(at)
        if told.number:
            numbers.append(at)
    read = ((at, number_at(row, at, pack)) for at in numbers)
    readings = {at: reading for at, reading in read if reading is not None}
    return Openings(tuple(tags), tuple(days), tuple(numbers), readings)


@cache
def _met(pack: Pack) -> dict[str, Opening]:
    """The tokens of a pack met so far."""
    return {}


def _meet(token: Token, pack: Pack) -> Opening:
    """What a token may begin, to be kept in mind."""
    met = _met(pack)
    if len(met) >= _REMEMBERED:
        met.clear()
    tags = tags_of(token, pack)
    written = token.kind in _WRITTEN or token.key in calendar(pack).days.by_word
    spoken = token.kind == "word" and may_begin(token.key, pack)
    made = Opening(tags, bool(tags) or written, token.kind in _NUMERIC or spoken)
    met[token.text] = made = made if any(made) else _NOTHING
    return made
