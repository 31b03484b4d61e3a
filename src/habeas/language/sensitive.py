"""Words that speak of minors, of health or of a death, in any language we know them in.

Decides whether a text has such a word, or an age below 18, and whether a word is made of letters of two
alphabets, by which such a word is hidden. What follows from it is for `tasks`: such a claim is never
accepted unread. It errs on the side of holding back. Accents, capitals, the width of letters and the
length of dashes do not matter.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import cast

_WORD = re.compile(r"\w+")
_DASH = re.compile("[\u2010-\u2015\u2212]")
_OF_AGE = 18
"""Years of age from which nobody is a minor."""

_ALPHABETS = {
    "latin": re.compile(r"[a-z\u00df-\u024f]"),
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "greek": re.compile(r"[\u0370-\u03ff]"),
}


class Matter(StrEnum):
    """What a sensitive word is about."""

    MINORS = "minors"
    HEALTH = "health"
    DEATH = "death"


@dataclass(frozen=True, slots=True)
class _Signs:
    """How a matter is known: beginnings of words, whole words, phrases, and ages below 18."""

    stems: tuple[str, ...]
    whole: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    ages: tuple[re.Pattern[str], ...]


def matters(text: str) -> frozenset[Matter]:
    """The sensitive matters that some word or age of the text belongs to."""
    folded = _folded(text)
    words = set(_WORD.findall(folded))
    return frozenset(matter for matter in Matter if _speaks(folded, words, _signs(matter)))


def mixed(text: str) -> bool:
    """Whether a word of the text has letters of two alphabets, as one with a false letter in it."""
    return any(
        sum(alphabet.search(word) is not None for alphabet in _ALPHABETS.values()) > 1
        for word in set(_WORD.findall(_folded(text)))
    )


def _speaks(folded: str, words: set[str], signs: _Signs) -> bool:
    return (
        any(word in signs.whole or word.startswith(signs.stems) for word in words)
        or any(pattern.search(folded) for pattern in signs.patterns)
        or any(int(match[1]) < _OF_AGE for age in signs.ages for match in age.finditer(folded))
    )


def _folded(text: str) -> str:
    """The text in small letters of common width, without accents, its blanks as single spaces."""
    return _DASH.sub("-", " ".join(_unaccented(text.casefold()).split()))


@cache
def _signs(matter: Matter) -> _Signs:
    text = files("habeas.language").joinpath("sensitive.toml").read_text(encoding="utf-8")
    table = cast(dict[str, dict[str, list[str]]], tomllib.loads(text))[str(matter)]
    listed = [_folded(stem) for stem in table["stems"]]
    return _Signs(
        tuple(stem for stem in listed if not stem.startswith("=")),
        frozenset(stem[1:] for stem in listed if stem.startswith("=")),
        _compiled(table.get("patterns", [])),
        _compiled(table.get("ages", [])),
    )


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    """Patterns as they are found in a folded text; their own signs (`\\b`, `\\d`) stay as they are."""
    return tuple(re.compile(_unaccented(pattern)) for pattern in patterns)


def _unaccented(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
