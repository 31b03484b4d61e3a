"""Which language a text is written in, among those there is a pack for.

Decides by script, telling letters and common little words first; only where these do not settle it,
py3langid is asked, over all the languages it knows, so that a language without a pack is not taken
for its neighbour. Unsure is an answer: None.

Laws: the answer is a code of a pack or None; the same text gives the same answer.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from habeas.language.judge import judge
from habeas.language.pack import codes, lists, pack, part, valued, word, words

_WORDS = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
"""How many characters are looked at."""
_ENOUGH = 0.12
"""Share of words of a text that are little words of its language, at least."""
_AHEAD = 1.6
"""How many times the runner-up's score the winner's must be."""
_APART = 0.08
"""Share of words by which the winner must be told from a language with which it shares others."""
_LETTER_WEIGHT = 0.5
_STRANGE_WEIGHT = 3
"""Little words of its own that one little word of a neighbour outweighs."""
_FEWEST_LETTERS = 12
_SURE = 0.5


class _Marks(NamedTuple):
    code: str
    script: str
    letters: frozenset[str]
    never: frozenset[str]
    words: frozenset[str]
    strange: frozenset[str]
    """Little words of its neighbours that it has not."""


@cache
def _marks() -> tuple[_Marks, ...]:
    """The marks of each language, one for each script it is written in."""
    return tuple(
        _Marks(
            code,
            word(table, "script"),
            frozenset(word(table, "letters")),
            frozenset(word(table, "never")),
            frozenset(words(table, "words")) | _dated(code),
            frozenset(words(table, "strange")),
        )
        for code in codes()
        for table in (part(pack(code).segments, name) for name in ("identify", "identify_too"))
        if table
    )


def _dated(code: str) -> frozenset[str]:
    """Words the pack has anyway: months, weekdays, units of time, numerals."""
    known = pack(code)
    named = (*lists(known.calendar, "months"), *lists(known.calendar, "weekdays"))
    units = part(known.calendar, "units")
    return frozenset(
        {
            *(name for names in named for name in names),
            *(name for unit in units for name in words(units, unit)),
            *valued(known.numerals, "values"),
        }
    )


def language_of(text: str) -> str | None:
    """Code of the language of a text, or None where it is none of ours or cannot be told."""
    found = Counter(_WORDS.findall(text[:_SAMPLE].lower()))
    if sum(len(one) * times for one, times in found.items()) < _FEWEST_LETTERS:
        return None
    scores = [(_score(found, marks), marks) for marks in _marks()]
    best, winner = max(scores, key=lambda one: (one[0], one[1].code))
    others = [(score, marks) for score, marks in scores if marks.code != winner.code]
    if best >= _ENOUGH and all(_ahead(found, (best, winner), other) for other in others):
        return winner.code
    return _asked(text[:_SAMPLE])


_Words = Counter[str]
"""The words of a text, each with how often it stands there."""


def _ahead(found: _Words, winner: tuple[float, _Marks], other: tuple[float, _Marks]) -> bool:
    """Whether one language is well ahead of another, the little words they share set aside."""
    shared = _listed(found, winner[1].words & other[1].words) / found.total()
    left = max(0.0, other[0] - shared)
    return winner[0] - min(shared, other[0]) >= max(_AHEAD * left, _APART if other[0] else 0.0)


def _score(found: _Words, marks: _Marks) -> float:
    """Share of little words, and of words with a letter only this language has, less what is strange.

    0 against the script.
    """
    total = found.total()
    cyrillic = sum(times for one, times in found.items() if "\u0400" <= one[0] <= "\u052f")
    if (cyrillic * 2 > total) != (marks.script == "cyrillic"):
        return 0.0
    little = _listed(found, marks.words)
    telling = _lettered(found, marks.letters)
    foreign = _lettered(found, marks.never) + _STRANGE_WEIGHT * _listed(found, marks.strange)
    return max(0.0, (little + _LETTER_WEIGHT * telling - foreign) / total)


def _listed(found: _Words, listed: frozenset[str]) -> int:
    """How many words are on a list."""
    return sum(found[one] for one in listed & found.keys())


def _lettered(found: _Words, letters: frozenset[str]) -> int:
    """How many words have one of these letters."""
    return sum(times for one, times in found.items() if not letters.isdisjoint(one))


def _asked(text: str) -> str | None:
    """What py3langid says; it takes a third of a second to load, so only doubtful texts wait for it."""
    code, sure = judge()(text)
    return code if code in codes() and sure >= _SURE else None
