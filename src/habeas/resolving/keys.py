"""Two lists of people as words and keys: what meets at all when lists are joined.

Decides which records of two lists are compared: those that share a key of two words, a skeleton or a
given name each. The keys are plain text, so that another engine can join by them. Laws: the same record
has the same keys in any list; a patronymic is no half of a key where there are other words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from habeas.language.given import listed
from habeas.language.letters import mended, plain
from habeas.language.roles import is_patronymic
from habeas.language.skeletons import skeletons

MOST_WORDS = 4
"""Words of a name that are looked at."""

MOST_KEYS = 6
"""Skeletons of a word that are looked at."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """The distinct words of several lists, and which of them are patronymics and initials."""

    written: list[str]
    numbers: dict[str, int]

    def number(self, word: str) -> int:
        """The number of a word; a new one for a new word."""
        found = self.numbers.setdefault(word, len(self.written))
        if found == len(self.written):
            self.written.append(word)
        return found


def rows(names: Sequence[str], words: Words) -> Ints:
    """The words of each name by number, -1 for none: names × `MOST_WORDS`."""
    table = np.full((len(names), MOST_WORDS), -1, np.int64)
    for at, name in enumerate(names):
        for column, word in enumerate(split(name)):
            table[at, column] = words.number(word)
    return table


def split(name: str) -> list[str]:
    """The words of a name in small letters, at most `MOST_WORDS`."""
    text = plain(name).replace(",", " ").replace("-", " ").replace(".", " ")
    return [mended(word) for word in text.split()[:MOST_WORDS]]


@lru_cache(1 << 17)
def keys_of_word(word: str) -> tuple[str, ...]:
    """The keys of one word: "~" and its given names, its skeletons; "." and an initial."""
    if len(word) == 1:
        return ("." + word,)
    own = skeletons.__wrapped__(word)
    given = tuple("~" + one for one in sorted(listed(word).classes))
    return (*given, *own[: 2 if given else MOST_KEYS])


def keys(name: str) -> tuple[str, ...]:
    """The keys of a name: two keys of words each, sorted, with a "+" between."""
    words = split(name)
    fathers = [word for word in words if is_patronymic(word)]
    if len(words) > 2 and len(fathers) == 1:
        words = [word for word in words if word not in fathers]
    found = {
        "+".join(sorted((one, two)))
        for at, left in enumerate(words)
        for right in words[at + 1 :]
        for one in keys_of_word(left)
        for two in keys_of_word(right)
        if not (one[0] == "." and two[0] == ".")
    }
    return tuple(sorted(found))


def meetings(left: Sequence[str], right: Sequence[str]) -> tuple[Ints, Ints]:
    """Positions of the records of two lists of names that share a key, each pair once."""
    numbers: dict[str, int] = {}
    one, two = _places(left, numbers), _places(right, numbers)
    order = np.argsort(two[0], kind="stable")
    key, place = two[0][order], two[1][order]
    start, stop = np.searchsorted(key, one[0]), np.searchsorted(key, one[0], side="right")
    sizes = stop - start
    mine = np.repeat(one[1], sizes)
    offset = np.arange(len(mine)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    other = place[np.repeat(start, sizes) + offset]
    both = np.unique(mine * max(1, len(right)) + other)
    return both // max(1, len(right)), both % max(1, len(right))


def _places(names: Sequence[str], numbers: dict[str, int]) -> tuple[Ints, Ints]:
    found: list[int] = []
    places: list[int] = []
    for place, name in enumerate(names):
        for key in keys(name):
            found.append(numbers.setdefault(key, len(numbers)))
            places.append(place)
    return np.array(found, np.int64), np.array(places, np.int64)
