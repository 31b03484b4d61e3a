"""The weights of very many pairs of words, each reckoned once: what `words.step` says, in numpy.

Decides which pairs of words are aligned at all: those that share a key or a third of their pairs of
sounds; all others have the least weight. Laws: symmetric; a pair has one weight, whichever records ask.
"""

from collections.abc import Sequence
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from habeas.language.batches import cut_words, fits
from habeas.language.given import initials, listed
from habeas.language.sounds import neighbours
from habeas.resolving.compare import ALONE, PRIOR
from habeas.resolving.keys import MOST_WORDS, Ints, Keyed
from habeas.resolving.measures import LENGTH_MOST, ODDS_MOST, word_weights
from habeas.resolving.words import (
    GIVEN_OTHER,
    GIVEN_SAME,
    INITIAL_FITS,
    INITIAL_OTHER,
    LEAST,
    ODD_ROLES,
)

Floats = NDArray[np.float32]
Masks = NDArray[np.uint64]

_MUST_MEET = np.float32(-60)
"""Weight of leaving a word of the shorter name alone."""

_ORDERS = np.array(list(permutations(range(MOST_WORDS))))
_CLASSES = 3
"""Classes of a given name that are looked at."""


def weights(odds: Floats, loss: Floats, length: Ints) -> Floats:
    """The weights of many pairs of words by their spelling alone, as `words.step` reckons them."""
    by = word_weights()
    gain = by.odds * np.minimum(ODDS_MOST, odds) + by.length * np.minimum(LENGTH_MOST, length)
    return (gain + by.any + by.loss * loss).astype(np.float32)


class Judge:
    """The weights of pairs of the words of two lists."""

    def __init__(self, words: Sequence[str], keyed: Keyed) -> None:
        """Look at all words once."""
        self.words = words
        self.father, self.short = keyed.father, keyed.short
        self.cut = cut_words(words)
        self.sounds, self.heard = _masks(words)
        self.keys = _key_masks(keyed)
        known = [listed(word) for word in words]
        self.given = np.array([bool(one.classes) for one in known] + [False])
        self.classes = _class_numbers([sorted(one.classes) for one in known])
        self.initials = {at: initials(word) for at, word in enumerate(words) if known[at].classes}
        self._pairs = np.zeros(0, np.int64)
        self._found = np.zeros(0, np.float32)

    def sums(self, one: Ints, two: Ints) -> Floats:
        """The sum of each two rows of words, in their best meeting."""
        best = self._met(self._table(one, two)).max(0, initial=np.float32(-1e9))
        there = (one >= 0).sum(1), (two >= 0).sum(1)
        spare = np.maximum(*there) - np.minimum(*there)
        more = np.abs(self.father[one].sum(1) - self.father[two].sum(1))
        total: Floats = (best + PRIOR.weight + ALONE * np.maximum(0, spare - more)).astype(
            np.float32
        )
        return total

    def reasons(self, one: Ints, two: Ints) -> list[tuple[tuple[str, float], ...]]:
        """The steps of each two rows of words, as words and weights."""
        if not len(one):
            return []
        table = self._table(one, two)
        orders = _ORDERS[self._met(table).argmax(0)]
        return [
            self._steps(*row) for row in zip(one.tolist(), two.tolist(), table, orders, strict=True)
        ]

    def _steps(
        self, one: list[int], two: list[int], table: Floats, order: Ints
    ) -> tuple[tuple[str, float], ...]:
        return (
            (PRIOR.words, PRIOR.weight),
            *(
                (f"{self.words[one[at]]} ~ {self.words[two[to]]}", round(float(table[at, to]), 2))
                for at, to in enumerate(order)
                if one[at] >= 0 and two[to] >= 0
            ),
        )

    @staticmethod
    def _met(table: Floats) -> Floats:
        """The sum of each table, in each order: orders × tables."""
        found = np.zeros((len(_ORDERS), len(table)), np.float32)
        for number, order in enumerate(_ORDERS):
            for at, to in enumerate(order):
                found[number] += table[:, at, to]
        return found

    def _table(self, one: Ints, two: Ints) -> Floats:
        """Weights of all words of a row with all of the other: rows × words × words, 0 for none."""
        left = np.broadcast_to(one[:, :, None], (len(one), MOST_WORDS, MOST_WORDS))
        right = np.broadcast_to(two[:, None, :], left.shape)
        there = (left >= 0) & (right >= 0)
        low, high = np.minimum(left[there], right[there]), np.maximum(left[there], right[there])
        pairs, inverse = np.unique(low * len(self.words) + high, return_inverse=True)
        table = np.zeros(left.shape, np.float32)
        table[there] = self._weights_of(pairs)[inverse]
        counts = (one >= 0).sum(1)[:, None, None], (two >= 0).sum(1)[:, None, None]
        table[(left >= 0) & (right < 0) & (counts[0] <= counts[1])] = _MUST_MEET
        table[(left < 0) & (right >= 0) & (counts[1] <= counts[0])] = _MUST_MEET
        return table

    def _weights_of(self, pairs: Ints) -> Floats:
        """The weights of distinct pairs, sorted; what was reckoned once is remembered."""
        at = np.searchsorted(self._pairs, pairs)
        inside = at < len(self._pairs)
        old = np.zeros(len(pairs), bool)
        old[inside] = self._pairs[at[inside]] == pairs[inside]
        found = np.zeros(len(pairs), np.float32)
        found[old] = self._found[at[old]]
        new = pairs[~old]
        found[~old] = self._weights(new // max(1, len(self.words)), new % max(1, len(self.words)))
        self._pairs = np.insert(self._pairs, at[~old], new)
        self._found = np.insert(self._found, at[~old], found[~old])
        return found

    def _weights(self, one: Ints, two: Ints) -> Floats:
        found = np.full(len(one), LEAST, np.float32)
        near = np.flatnonzero(self._touch(one, two))
        found[near] = weights(*fits(self.cut, one[near], two[near]))
        odd = self.father[one] != self.father[two]
        found[odd] += 2 * ODD_ROLES
        fathers = self.father[one] & self.father[two]
        found[fathers] = np.minimum(found[fathers], GIVEN_SAME)
        both = self.given[one] & self.given[two]
        mine, other = self.classes[one], self.classes[two]
        shared = (mine[:, :, None] == other[:, None, :]) & (mine[:, :, None] >= 0)
        same = both & shared.any((1, 2))
        found[same] = GIVEN_SAME
        found[both & ~same] = np.minimum(found[both & ~same], GIVEN_OTHER)
        for at in np.flatnonzero(self.short[one] | self.short[two]):
            found[at] = INITIAL_FITS if self._stands_for(one[at], two[at]) else INITIAL_OTHER
        weighed: Floats = np.maximum(found, np.float32(LEAST))
        return weighed

    def _touch(self, one: Ints, two: Ints) -> NDArray[np.bool_]:
        """Whether two words share a key, or a third of the pairs of sounds of the shorter."""
        shared = np.bitwise_count(self.sounds[one] & self.sounds[two]).sum(1)
        fewer = np.minimum(self.heard[one], self.heard[two])
        touch: NDArray[np.bool_] = (3 * shared >= fewer) | (self.keys[one] & self.keys[two]).any(1)
        return touch

    def _stands_for(self, one: int, two: int) -> bool:
        letter, word = (one, two) if self.short[one] else (two, one)
        first = self.initials.get(int(word), frozenset(self.words[word][:1]))
        return self.words[letter] in first


def _masks(words: Sequence[str]) -> tuple[Masks, Ints]:
    """The pairs of sounds of each word as 128 bits, and how many bits are set."""
    bits = np.zeros((len(words) + 1, 2), np.uint64)
    for at, word in enumerate(words):
        whole = 0
        for pair in neighbours.__wrapped__(word):
            whole |= 1 << (31 * ord(pair[0]) + 7 * ord(pair[1])) % 128
        bits[at] = whole & 0xFFFFFFFFFFFFFFFF, whole >> 64
    return bits, np.bitwise_count(bits).sum(1).astype(np.int64)


def _key_masks(keyed: Keyed) -> Masks:
    """The keys of each word as 128 bits; two keys may share one."""
    bits = np.zeros((len(keyed.starts), 2), np.uint64)
    word = np.repeat(np.arange(len(keyed.starts) - 1), np.diff(keyed.starts))
    place = keyed.keys % 128
    np.bitwise_or.at(bits, (word, place // 64), np.uint64(1) << (place % 64).astype(np.uint64))
    return bits


def _class_numbers(classes: Sequence[Sequence[str]]) -> Ints:
    numbers: dict[str, int] = {}
    table = np.full((len(classes) + 1, _CLASSES), -1, np.int64)
    for at, own in enumerate(classes):
        for column, one in enumerate(own[:_CLASSES]):
            table[at, column] = numbers.setdefault(one, len(numbers))
    return table
