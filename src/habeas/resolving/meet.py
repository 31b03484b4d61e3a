"""Which names are worth comparing with one that is sought: an index by coarse keys and letters.

Decides which few of many names are looked at closely, and puts the likeliest first. How far two
names are one person's is for `resolving.compare`. Laws: the same names and the same query give the
same answer; a name that is in the index, sought as it is written, is among the first.

A word of a name is found by its skeletons (all spellings of a sound), by the skeletons of the other
forms of its given name (Zmicier, Dmitry), and by its groups of three letters (typing errors, cases,
names of elsewhere).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf, log

import numpy as np
from numpy.typing import NDArray

from habeas.language.costs import fit
from habeas.language.given import known, listed
from habeas.language.letters import mended, plain
from habeas.language.roles import Role, parsed
from habeas.language.skeletons import skeletons
from habeas.language.sounds import grams
from habeas.resolving.compare import compare
from habeas.resolving.likeness import Likeness, Reason, likeness

CLOSELY = 20
"""Names looked at closely for one query."""

FATHER = 0.4
"""Weight of a patronymic: many lists leave it out."""

ALIKE = 0.34
"""Share of groups of letters from which a word is looked at."""

BY_LETTERS, BY_GIVEN = np.float32(0.85), np.float32(0.9)
"""Weight of a word that shares all groups of letters, and of another form of a given name."""

BY_KEY = (0.35, 0.5, 0.7)
"""Weight, at least, of a word that shares a skeleton of one, two, three or more letters."""

LOSS = 0.45
"""Loss for each letter typed, at most, of what was typed and the beginning of a word."""

_LETTERS = 3
_WORDS = 6
_MOST_WORDS = 600

_NONE = np.zeros(0, np.int32)

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """A name that was found: its position among the names given, and its likeness to the query."""

    position: int
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class _Words:
    """The distinct words of all names; word n stands in `names[starts[n]:starts[n + 1]]`."""

    written: tuple[str, ...]
    starts: Ints
    names: Ints
    sizes: Floats

    def names_of(self, number: int) -> list[int]:
        """The names that a word stands in."""
        return [int(one) for one in self.names[self.starts[number] : self.starts[number + 1]]]


class Index:
    """Names in which one can be sought. Holds about 400 bytes a name."""

    __slots__ = ("_given", "_grams", "_keys", "_names", "_words")

    def __init__(self, names: Sequence[str]) -> None:
        """Index `names`; their order is what `Found.position` counts by."""
        self._names = tuple(names)
        self._words = _gathered(self._names)
        self._keys = _by_key(skeletons.__wrapped__(word) for word in self._words.written)
        self._given = _by_key(listed(word).classes for word in self._words.written)
        self._grams = _by_key(grams.__wrapped__(word) for word in self._words.written)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._names)

    def find(self, query: str, limit: int = 10) -> list[Found]:
        """The names likeliest to be the sought person's, the likeliest first; at most `limit`."""
        close = self.close(query, max(CLOSELY, limit))
        found = [Found(position, compare(query, self._names[position])) for position in close]
        found.sort(key=lambda one: (-_sum(one.likeness), one.position))
        return found[:limit]

    def begun(self, query: str, limit: int = 10) -> list[Found]:
        """Names of which some words begin, by sound, like all words of the query; at most `limit`.

        For a few letters as they are typed: “Тих” finds Tsikhanouskaya. Words of fewer than three
        letters, doubled ones counted once (“zzz”), are not looked for so. The likeness is
        even: letters typed so far prove nothing.
        """
        best: dict[int, tuple[float, str]] = {}
        for at, word in enumerate(_split(query)):
            found = self._beginning(word)
            best = {
                name: (alike + (best[name][0] if at else 0), heard)
                for name, (alike, heard) in found.items()
                if not at or name in best
            }
        order = sorted(best, key=lambda name: (-best[name][0], name))[:limit]
        return [Found(name, _half(query, best[name][1])) for name in order]

    def _beginning(self, word: str) -> dict[int, tuple[float, str]]:
        """By name, how far a word of it begins like `word`, and that word."""
        found: dict[int, tuple[float, str]] = {}
        if len([*groupby(word)]) < _LETTERS:
            return found
        keys = skeletons(word)
        likely = {
            int(number)
            for key, numbers in self._keys.items()
            if key.startswith(keys)
            for number in numbers
        }
        for number in sorted(likely):
            other = self._words.written[number]
            alike = _begins(word, other)
            if alike > 0:
                for name in self._words.names_of(number):
                    if alike > found.get(name, (0.0, ""))[0]:
                        found[name] = alike, other
        return found

    def close(self, query: str, limit: int = CLOSELY) -> list[int]:
        """Positions of the names that share most with the query, by their keys and letters alone."""
        words = [word for word in parsed(query).words if word.role not in _IDLE]
        score = np.zeros(len(self._names), np.float32)
        for word in words:
            self._add(word.text, score, FATHER if word.role is Role.PATRONYMIC else 1.0)
        count = min(limit, len(score))
        if not count:
            return []
        top = np.argpartition(-score, count - 1)[:count]
        top = top[np.lexsort((top, -score[top]))]
        return [int(position) for position in top if score[position] > 0]

    def _add(self, word: str, score: Floats, share: float) -> None:
        """Add to every name what its best word has in common with `word`."""
        near = self._near(word)
        chosen = np.flatnonzero(near)
        if not len(chosen):
            return
        chosen = chosen[np.argsort(near[chosen], kind="stable")][-_MOST_WORDS:]
        words, starts = self._words, self._words.starts
        names = np.concatenate([words.names[starts[one] : starts[one + 1]] for one in chosen])
        best = np.zeros(len(score), np.float32)
        best[names] = np.repeat(near[chosen], starts[chosen + 1] - starts[chosen])
        rare = log(1 + len(self._names) / len(names))
        score += best * np.float32(share * (rare + 1.0))

    def _near(self, word: str) -> Floats:
        """A weight of 0 to 1 for every indexed word: how near it is to `word`."""
        own = grams(word)
        postings = [self._grams[gram] for gram in own if gram in self._grams]
        sizes = self._words.sizes
        shared = np.bincount(np.concatenate([_NONE, *postings]), minlength=len(sizes))
        alike = (2 * shared / (len(own) + sizes)).astype(np.float32)
        near = np.where(alike >= ALIKE, BY_LETTERS * alike, np.float32(0))
        for key in skeletons(word):
            if (numbers := self._keys.get(key)) is not None:
                floor = np.float32(BY_KEY[min(len(key), len(BY_KEY)) - 1])
                by_key = floor + (1 - floor) * alike[numbers]
                near[numbers] = np.maximum(near[numbers], by_key)
        for one in known(word).classes:
            if (numbers := self._given.get(one)) is not None:
                near[numbers] = np.maximum(near[numbers], BY_GIVEN)
        return near


_IDLE = (Role.INITIAL, Role.SECOND_INITIAL, Role.PARTICLE)


def _begins(typed: str, word: str) -> float:
    """How alike, 0 to 1, what was typed is to the likeliest beginning of a word, by units."""
    lengths = range(max(2, len(typed) - 2), min(len(word), len(typed) + 4) + 1)
    loss = min((fit(typed, word[:length]).loss for length in lengths), default=inf)
    return max(0.0, 1 - loss / (LOSS * len(typed)))


def _half(typed: str, word: str) -> Likeness:
    words = f"“{word}” begins like “{typed}” sounds; letters typed so far prove nothing"
    return likeness((Reason(words, 0.0),), capped=True)


def _sum(likeness: Likeness) -> float:
    return sum(reason.weight for reason in likeness.reasons)


def _gathered(names: Sequence[str]) -> _Words:
    numbers: dict[str, int] = {}
    word_at: list[int] = []
    name_at: list[int] = []
    for position, name in enumerate(names):
        for word in _split(name):
            word_at.append(numbers.setdefault(word, len(numbers)))
            name_at.append(position)
    sizes = np.array([len(grams.__wrapped__(word)) for word in numbers], np.float32)
    words = np.array(word_at, np.int32)
    order = np.argsort(words, kind="stable")
    starts = np.zeros(len(numbers) + 1, np.int32)
    np.cumsum(np.bincount(words, minlength=len(numbers)), out=starts[1:])
    return _Words(tuple(numbers), starts, np.array(name_at, np.int32)[order], sizes)


def _split(name: str) -> list[str]:
    text = plain(name).replace(",", " ").replace("-", " ").replace(".", " ")
    return [mended(word) for word in text.split()[:_WORDS] if len(word) > 1]


def _by_key(keys_of_words: Iterable[Iterable[str]]) -> dict[str, Ints]:
    found: dict[str, list[int]] = {}
    for number, keys in enumerate(keys_of_words):
        for key in keys:
            found.setdefault(key, []).append(number)
    return {key: np.array(numbers, np.int32) for key, numbers in found.items()}
