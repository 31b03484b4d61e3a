"""Numerals: the number that begins at a token, in digits, in words or in both.

Decides how values, scales ("thousand"), dozens and vague plurals ("hundreds") join to one number, and
how German-like compounds come apart. Whether the number counts people is decided by `sorts`, hedges
by `numbers`.

Laws: nothing outside the words of the pack is a number; the longest reading wins; a text of numerals
is read in linear time.
It is over 300 lines, since digits and words of one number are read in turn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from habeas.language.pack import Pack, part, valued, word, words
from habeas.language.rows import Rows, row_at, rows
from habeas.language.tokens import Token, key, value

_HUNDRED, _THOUSAND = 100, 1000
_LARGEST = 1e15
_LONGEST = 60
"""Longest compound that is looked into, in letters."""


class Lexicon(NamedTuple):
    """Numeral words of a pack, each with its value."""

    values: Mapping[str, int]
    rows: Rows
    """Numbers of several words, by their first, the longest first ("quatre-vingt-dix")."""
    halves: Mapping[str, int]
    """Words for a half more, in tenths ("anderthalb": 15)."""
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    articles: frozenset[str]
    weak: frozenset[str]
    several: frozenset[str]
    joiners: frozenset[str]
    linkers: frozenset[str]
    """Words between a vague plural and what it multiplies ("tens of thousands")."""


class Reading(NamedTuple):
    """A number that ends before token `last`."""

    last: int
    value: float
    vague: bool = False
    weak: bool = False
    """Said by a word that is mostly an article or a pronoun."""
    spelled: bool = False


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The numeral words of a pack."""
    table = pack.numerals
    values, halves, scales, vague = (
        {key(form): number for form, number in valued(table, name).items()}
        for name in ("values", "halves", "scales", "vague")
    )
    articles, weak, several, joiners, linkers = (
        frozenset(map(key, words(table, name)))
        for name in ("articles", "weak", "several", "joiners", "linkers")
    )
    return Lexicon(
        values, rows(values), halves, scales, vague, articles, weak, several, joiners, linkers
    )


def number_at(tokens: Sequence[Token], first: int, pack: Pack) -> Reading | None:
    """The longest number that begins at token `first`, or None."""
    token = tokens[first]
    if token.kind == "number":
        return _scaled(tokens, first + 1, value(token, pack), pack)
    return _worded(tokens, first, pack)


def _worded(tokens: Sequence[Token], first: int, pack: Pack) -> Reading | None:
    """A number that does not begin with digits."""
    token = tokens[first]
    if token.kind == "ratio":
        return Reading(first + 1, float(token.text.partition(":")[0]))
    if token.kind != "word" or not may_begin(token.key, pack):
        return None
    known = lexicon(pack)
    if token.key in known.several or token.key in known.vague:
        found = _vague(tokens, first, known)
        if found is not None:
            return found
    return _with_half(tokens, _spoken(tokens, first, pack), pack)


def word_value(text: str, pack: Pack) -> int | None:
    """The value of a single numeral word in folded letters, compounds included; None for others."""
    known = lexicon(pack)
    if text in known.values:
        return known.values[text]
    if word(part(pack.numerals, "compound"), "joiner"):
        found = compound(text, pack)
        return None if found is None else int(found)
    return None


@lru_cache(maxsize=20_000)
def compound(text: str, pack: Pack) -> float | None:
    """The value of a numeral written as one word ("einhundertdreiundzwanzig"), in folded letters."""
    settings = part(pack.numerals, "compound")
    joiner = word(settings, "joiner")
    if not joiner or len(text) > _LONGEST or not _pieces(pack).match(text):
        return None
    return _compound(text, pack)


@cache
def _pieces(pack: Pack) -> re.Pattern[str]:
    """What a compound may begin with: a cheap sieve before it is taken apart."""
    known = lexicon(pack)
    begin = {*known.values, *known.halves, *known.scales, *known.articles}
    ordered = sorted(begin, key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


def _compound(text: str, pack: Pack) -> float | None:
    known = lexicon(pack)
    settings = part(pack.numerals, "compound")
    for name, scale in (("thousand", _THOUSAND), ("hundred", _HUNDRED)):
        sign = word(settings, name)
        left, found, right = text.partition(sign)
        if found:
            factor = 1.0 if not left else _compound(left, pack)
            rest = (
                0.0 if not right else _compound(right.removeprefix(word(settings, "joiner")), pack)
            )
            return None if factor is None or rest is None else factor * scale + rest
    half = word(settings, "half")
    if half and text.endswith(half) and text != half:
        whole = _unit(text.removesuffix(half), known)
        return None if whole is None else whole + 0.5
    if text in known.halves:
        return known.halves[text] / 10
    if (whole := _unit(text, known)) is not None:
        return float(whole)
    left, found, right = text.partition(word(settings, "joiner"))
    unit, tens = _unit(left, known), known.values.get(right)
    if found and unit and tens and unit < 10 and tens in range(20, 100, 10):
        return float(tens + unit)
    return None


def _unit(text: str, known: Lexicon) -> int | None:
    return 1 if text in known.articles else known.values.get(text)


def _scaled(tokens: Sequence[Token], at: int, number: float, pack: Pack) -> Reading:
    """Digits and the scales behind them ("1,4 тыс.", "2.3 million")."""
    known = lexicon(pack)
    at, number = half_more(tokens, at, number, pack)
    if at < len(tokens) and not tokens[at].broken:
        scale = known.scales.get(tokens[at].key)
        if scale is not None:
            point = at + 1 < len(tokens) and tokens[at + 1].text == "."
            dotted = point and tokens[at].key in words(pack.numerals, "short")
            return Reading(at + 1 + dotted, round(number * scale, 3))
    return Reading(at, number)


@lru_cache(maxsize=50_000)
def may_begin(text: str, pack: Pack) -> bool:
    """Whether a number, or an article for "one", may begin with this word (folded)."""
    known = lexicon(pack)
    if text in known.scales or text in known.vague or text in known.articles:
        return True
    return text in known.several or text in known.rows or _said(text, pack) is not None


def _with_half(tokens: Sequence[Token], found: Reading | None, pack: Pack) -> Reading | None:
    if found is None:
        return None
    at, number = half_more(tokens, found.last, found.value, pack)
    return found if at == found.last else _scaled(tokens, at, number, pack)._replace(spelled=True)


def half_more(tokens: Sequence[Token], at: int, number: float, pack: Pack) -> tuple[int, float]:
    """ "and a half" behind a number, and the number with it."""
    for phrase in _half_phrases(pack):
        if (
            number < _HUNDRED
            and at < len(tokens)
            and tokens[at].key == phrase[0]
            and tuple(token.key for token in tokens[at : at + len(phrase)]) == phrase
        ):
            return at + len(phrase), number + 0.5
    return at, number


@cache
def _half_phrases(pack: Pack) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in words(pack.numerals, "and_half"))


def _vague(tokens: Sequence[Token], first: int, known: Lexicon) -> Reading | None:
    """ "hundreds", "tens of thousands", "several hundred"."""
    number = known.vague.get(tokens[first].key)
    at = first + 1
    while at < len(tokens) and tokens[at].key in known.linkers:
        at += 1
    if at < len(tokens):
        scale = known.scales.get(tokens[at].key) or known.vague.get(tokens[at].key)
        if scale is not None and (number is None or scale > number):
            return Reading(at + 1, float((number or 1) * scale), vague=True, spelled=True)
    if number is None:
        return None
    return Reading(first + 1, float(number), vague=True, spelled=True)


def _spoken(tokens: Sequence[Token], first: int, pack: Pack) -> Reading | None:
    """A number in words, over as many tokens as belong to it."""
    known = lexicon(pack)
    total, current, limit, at = 0.0, -1.0, float("inf"), first
    last = first
    while at < len(tokens):
        step = _step(tokens, at, current, pack)
        if step is None:
            break
        at, scale, number = step
        if scale >= _THOUSAND:
            if scale >= limit:
                break
            total, current, limit = total + (1 if current < 0 else current) * scale, -1.0, scale
        elif scale:
            current = (1.0 if current < 0 else current) * scale
            if current > _LARGEST:
                break
        else:
            current = number if current < 0 else current + number
        last = at
    if last == first:
        return None
    alone = last == first + 1 and tokens[first].key in known.weak | known.articles
    if alone and tokens[first].key not in known.weak:
        return None
    return Reading(last, total + max(current, 0), weak=alone, spelled=True)


def _step(
    tokens: Sequence[Token], at: int, current: float, pack: Pack
) -> tuple[int, int, float] | None:
    """The next word of a number: where it ends, its scale (0: none) and its value."""
    known = lexicon(pack)
    if current >= 0 and tokens[at].broken:
        return None
    if current >= 0 and tokens[at].key in known.joiners and at + 1 < len(tokens):
        following = tokens[at + 1]
        if following.kind != "word" or following.key in known.joiners:
            return None
        found = _step(tokens, at + 1, current, pack)
        return found if found and not found[1] else None
    text = tokens[at].key
    if (written := row_at(tokens, at, known.rows)) is not None:
        return (written[0], 0, written[1]) if _fits(current, written[1]) else None
    if text in known.scales:
        return at + 1, known.scales[text], 0
    if current < 0 and text in known.articles:
        follows = at + 1 < len(tokens) and tokens[at + 1].key in known.scales
        return (at + 1, 0, 1) if follows or text in known.weak else None
    number = _said(text, pack)
    return (at + 1, 0, number) if number is not None and _fits(current, number) else None


def _said(text: str, pack: Pack) -> float | None:
    known = lexicon(pack)
    if text in known.values:
        return known.values[text]
    if text in known.halves:
        return known.halves[text] / 10
    return compound(text, pack)


def _fits(current: float, number: float) -> bool:
    """Whether a word of value `number` may follow what has been said so far."""
    if current < 0:
        return True
    if number >= _HUNDRED or number <= 0 or current % 1:
        return False
    if current % _HUNDRED == 0 and current > 0:
        return True
    return number < 10 and current % 10 == 0 and current % _HUNDRED >= 20
