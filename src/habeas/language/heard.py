"""How a Latin word of a name from elsewhere is heard, whichever romanisation wrote it.

Decides what is one sound in names the tables are not made for (Khaled, Chalid, Khalid): consonants
matter, vowels hardly. It is coarse on purpose, and only for two such words. Laws: never fails; a word
sounds like itself; a glued article is seen only before four letters or more.
"""

import re
from functools import cache, lru_cache
from tomllib import loads

from rapidfuzz.distance import Levenshtein

from habeas.language.conventions.tables import data

VOWEL = 0.3
"""Loss of a vowel written another way."""

_VOWELS = re.compile("[aeiouáâąęěôûŭ]+")
_ARTICLE = re.compile("(?:al|el|аль|эль)(?=.{4})")


def vowels_apart(left: str, right: str) -> float | None:
    """The loss between two Latin words with the same consonants by sound; None where they differ."""
    one, two = _heard(left), _heard(right)
    bones = [_VOWELS.sub("", word) for word in (one, two)]
    if bones[0] != bones[1] or len(bones[0]) < 2 or one[0] != two[0]:
        return None
    return VOWEL * Levenshtein.distance(one, two)


def without_article(word: str) -> str:
    """The word without an article that is glued to it ("alhathloul"); the word itself without one."""
    return _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word


@lru_cache(1 << 14)
def _heard(word: str) -> str:
    pattern, sounds = _table()
    text = pattern.sub(lambda match: sounds[match[0]], word)
    return re.sub(r"(.)\1+", r"\1", text)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    words = loads(data("elsewhere.toml"))["heard"].split()
    sounds = dict(zip(words[::2], words[1::2], strict=True))
    return re.compile("|".join(sorted(sounds, key=lambda one: (-len(one), one)))), sounds
