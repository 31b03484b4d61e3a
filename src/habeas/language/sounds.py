"""A word as plain Latin letters by sound, and its groups of three: for finding, never for judging.

Decides nothing about likeness; it is coarse on purpose. Laws: never fails; words of Cyrillic and of
Latin letters meet in one alphabet.
"""

from functools import cache, lru_cache
from tomllib import loads

from habeas.language.conventions.tables import data


@lru_cache(1 << 17)
def grams(word: str) -> frozenset[str]:
    """Groups of three sounds of a word in small letters, its start and end marked with a space."""
    text = f" {word.translate(_sounds())} "
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))


@lru_cache(1 << 16)
def neighbours(word: str) -> frozenset[str]:
    """Pairs of sounds that stand side by side in a word in small letters."""
    text = word.translate(_sounds())
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


@cache
def _sounds() -> dict[int, str]:
    words = loads(data("units.toml"))["sounds"].split()
    return {
        ord(one): "" if two == "-" else two
        for one, two in zip(words[::2], words[1::2], strict=True)
    }
