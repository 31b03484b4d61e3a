"""Two lists of people as words and keys: what meets at all when lists are joined.

Decides which records of two lists are compared: those that share a key of two words, a skeleton or a
given name each. The keys are plain text, so that another engine can join by them. Laws: the same record
has the same keys in any list; a patronymic is no half of a key where there are other words; `meetings`
are the pairs that share one of `keys`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

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
    """The distinct words of several lists, by number."""

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


class Keyed:
    """Words with their keys by number; word n has `keys[starts[n]:starts[n + 1]]`."""

    def __init__(self, written: Sequence[str]) -> None:
        """Number the keys of all words."""
        numbers: dict[str, int] = {}
        found: list[int] = []
        starts = [0]
        for word in written:
            found += [numbers.setdefault(key, len(numbers)) for key in keys_of_word(word)]
            starts.append(len(found))
        self.keys, self.starts = np.array(found, np.int64), np.array(starts, np.int64)
        self.count = max(1, len(numbers))
        self.father = np.array([*map(is_patronymic, written), False])
        self.short = np.array([len(word) == 1 for word in written] + [False])

    def meetings(self, one: Ints, two: Ints) -> tuple[Ints, Ints]:
        """Positions of the records of two tables of words that share a key, each pair once."""
        left, right = self._places(one), self._places(two)
        order = np.argsort(right[0], kind="stable")
        key, place = right[0][order], right[1][order]
        start = np.searchsorted(key, left[0])
        mine, at = _spread(np.searchsorted(key, left[0], side="right") - start)
        both = np.unique(left[1][mine] * max(1, len(two)) + place[start[mine] + at])
        return both // max(1, len(two)), both % max(1, len(two))

    def _places(self, table: Ints) -> tuple[Ints, Ints]:
        """The keys of all records of a table, and the records they belong to."""
        found, places = [], []
        words = self._without_father(table)
        for one, two in combinations(range(table.shape[1]), 2):
            left, right = words[:, one], words[:, two]
            fits = (left >= 0) & (right >= 0) & ~(self.short[left] & self.short[right])
            record = np.flatnonzero(fits)
            key, mine = self._pairs(left[record], right[record])
            found.append(key)
            places.append(record[mine])
        return np.concatenate(found), np.concatenate(places)

    def _pairs(self, left: Ints, right: Ints) -> tuple[Ints, Ints]:
        """A number for each pair of a key of `left[n]` and one of `right[n]`, and that n."""
        many = self.starts[right + 1] - self.starts[right]
        mine, at = _spread((self.starts[left + 1] - self.starts[left]) * many)
        one = self.keys[self.starts[left[mine]] + at // many[mine]]
        two = self.keys[self.starts[right[mine]] + at % many[mine]]
        return np.minimum(one, two) * self.count + np.maximum(one, two), mine

    def _without_father(self, table: Ints) -> Ints:
        """The table without the patronymic of a record that has one, and two other words."""
        father = self.father[table]
        single = (father.sum(1) == 1) & ((table >= 0).sum(1) > 2)
        left: Ints = np.where(father & single[:, None], -1, table)
        return left


def _spread(sizes: Ints) -> tuple[Ints, Ints]:
    """For groups of these sizes: the group of each member, and its place in the group."""
    group = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(group)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return group, place
