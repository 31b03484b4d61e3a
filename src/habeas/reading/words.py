"""Words of a text as the reader sees them: with their hyphens and apostrophes, folded for look-up.

Decides what is one word for names and triggers ("US-Gesandter", "Kara-Murza", "30-Jährige", "U.S."),
and what is two ("l'opposant", where the language shortens its articles). Numbers, days and terms are
found by `language`, which has its own finer tokens.

Laws: words do not overlap and stand in order; `text[start:stop] == word.text`; the scan is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from habeas.language.remembered import Remembered
from habeas.language.tokens import LETTERS

_WHOLE = rf"(?:[^\W\d_]\.){{2,}}|(?:\d+-)?{LETTERS}(?:[-‑'’ʼ/]{LETTERS})*|\d+|\S"


_REMEMBERED = 100_000
"""Words whose folded form is kept in mind, at most."""


class Word(NamedTuple):
    """A word, a row of digits, or a sign, at `start..stop` (half-open, code points)."""

    start: int
    stop: int
    text: str
    low: str
    """Folded for look-up: small letters, ё as е, one kind of apostrophe and hyphen."""
    capital: bool
    """Whether it begins with a capital letter, and is no shortened article ("L'")."""
    spoken: bool
    """Whether it is made of letters (not of digits or signs)."""


def folded_line(text: str) -> str:
    """Any words folded for look-up."""
    low = text.lower().replace("ё", "е")
    return low.replace("’", "'").replace("ʼ", "'").replace("‑", "-")


def _shape(text: str) -> tuple[str, bool, bool]:
    """A word folded, whether it has a capital, and whether it is made of letters."""
    capital = text[0].isupper() and text[-1] not in "'’"
    return folded_line(text), capital, text[0].isalpha()


_FOLDS = Remembered(folded_line, _REMEMBERED)
_SHAPES = Remembered(_shape, _REMEMBERED)


def folded(text: str) -> str:
    """A word folded for look-up; those met before are kept in mind."""
    return _FOLDS[text]


def words(
    text: str, start: int = 0, stop: int | None = None, *, shortened: str = ""
) -> tuple[Word, ...]:
    """All words of `text[start:stop]`, in order.

    `shortened`: a pattern for what is a word of its own before an apostrophe (`tokens.shortened`).
    """
    end = start + len(text[start:stop].rstrip())
    found: list[Word] = []
    behind = start
    for blanks, piece in _scan(shortened).findall(text, start, end):
        begin = behind + len(blanks)
        behind = begin + len(piece)
        found.append(tuple.__new__(Word, (begin, behind, piece, *_SHAPES[piece])))
    return tuple(found)


@cache
def _scan(shortened: str) -> re.Pattern[str]:
    """A pattern for the blanks before a word, and the word."""
    return re.compile(rf"(\s*+)({shortened}|{_WHOLE})" if shortened else rf"(\s*+)({_WHOLE})")


def at(row: Sequence[Word], place: int) -> int:
    """Index of the first word that ends behind code point `place`; `len(row)` where none does."""
    return bisect_left(row, place + 1, key=attrgetter("stop"))
