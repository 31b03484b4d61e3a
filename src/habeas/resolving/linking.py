"""Two lists of people joined: which records are one person's, with a likeness and its reasons.

Decides the likeness of very many pairs at once, by the weights of `words` and `circumstances`, and
which pair a record is given. Which pairs are looked at is for `keys`. Laws: the same lists give the same
links; each record of the second list is linked once at most; a likeness is the sum of its reasons, as
in `compare`, but looser: the sex of a surname is not asked, cases are not read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from habeas.language.batches import cut_words, fits
from habeas.language.given import initials, listed
from habeas.language.roles import is_patronymic
from habeas.resolving.circumstances import BORN_A_YEAR_APART, BORN_IN_ONE_YEAR
from habeas.resolving.compare import ALONE, PRIOR
from habeas.resolving.keys import MOST_WORDS, Ints, Words, meetings, rows
from habeas.resolving.words import (
    ANY,
    BY_LENGTH,
    BY_LOSS,
    BY_ODDS,
    BY_ROOT,
    GIVEN_OTHER,
    GIVEN_SAME,
    INITIAL_FITS,
    INITIAL_OTHER,
    LEAST,
    LENGTH_MOST,
    ODD_ROLES,
    ODDS_MOST,
    SCALE,
)

Floats = NDArray[np.float32]

NO_YEAR = -1
"""A year that is not known."""

_AT_ONCE = 200_000
_MUST_MEET = np.float32(-60)
"""Weight of leaving a word of the shorter name alone."""


@dataclass(frozen=True, slots=True)
class People:
    """A list: names, and years of birth (`NO_YEAR` where unknown)."""

    names: Sequence[str]
    years: Ints


@dataclass(frozen=True, slots=True)
class Link:
    """Record `left` of one list and `right` of the other, as one person with this likeness.

    `others` are the records of the first list that are nearly as like (the link is doubtful then).
    """

    left: int
    right: int
    likeness: float
    reasons: tuple[tuple[str, float], ...]
    others: int


def links(one: People, two: People, *, least: float = 0.5, itself: bool = False) -> list[Link]:
    """The links of two lists whose likeness is `least` or more, in the order of the second list.

    `itself`: both are one list; then a record is linked to one that stands before it.
    """
    left, right = meetings(one.names, two.names)
    if itself:
        left, right = left[left < right], right[left < right]
    gap = np.abs(one.years[left] - two.years[right])
    known = (one.years[left] != NO_YEAR) & (two.years[right] != NO_YEAR)
    fits_year = ~known | (gap <= 1)
    left, right, gap, known = left[fits_year], right[fits_year], gap[fits_year], known[fits_year]
    by_year = np.where(known, np.where(gap == 0, BORN_IN_ONE_YEAR, BORN_A_YEAR_APART), 0.0)
    words = Words([], {})
    tables = rows(one.names, words), rows(two.names, words)
    judge = _Judge(words.written)
    sums = by_year.astype(np.float32)
    for at in range(0, len(left), _AT_ONCE):
        part = slice(at, at + _AT_ONCE)
        sums[part] += judge.sums(tables[0][left[part]], tables[1][right[part]])
    chosen, others = _chosen(right, sums, len(two.names), least)
    steps = judge.reasons(tables[0][left[chosen]], tables[1][right[chosen]])
    return [
        Link(
            int(left[at]),
            int(right[at]),
            round(float(1 / (1 + np.exp(-float(sums[at])))), 6),
            (*step, *_year(float(by_year[at]))),
            int(more),
        )
        for at, more, step in zip(chosen, others, steps, strict=True)
    ]


def weights(odds: Floats, loss: Floats, length: Ints) -> Floats:
    """The weights of many pairs of words by their spelling alone, as `words.step` reckons them."""
    gain = BY_ODDS * np.minimum(ODDS_MOST, odds) + BY_LENGTH * np.minimum(LENGTH_MOST, length) + ANY
    return (SCALE * (gain + BY_LOSS * loss + BY_ROOT * np.sqrt(loss))).astype(np.float32)


def _year(weight: float) -> tuple[tuple[str, float], ...]:
    if not weight:
        return ()
    return (("born in one year" if weight > 0 else "born a year apart", weight),)


def _chosen(right: Ints, sums: Floats, size: int, least: float) -> tuple[Ints, Ints]:
    """The best pair of each record on the right, and how many others are within half a unit of it."""
    line = np.log(least / (1 - least))
    best = np.full(size, -1e9, np.float32)
    np.maximum.at(best, right, sums)
    near = sums >= np.maximum(best[right] - 0.5, line)
    count = np.bincount(right[near], minlength=size)
    top = np.flatnonzero(near & (sums == best[right]))
    _records, first = np.unique(right[top], return_index=True)
    return top[first], count[right[top[first]]] - 1


class _Judge:
    """The weights of pairs of words, each reckoned once."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.cut = cut_words(words)
        self.father = np.array([is_patronymic(word) for word in words] + [False])
        self.short = np.array([len(word) == 1 for word in words] + [False])
        known = [listed(word) for word in words]
        self.given = np.array([bool(one.classes) for one in known] + [False])
        self.classes = [one.classes for one in known]
        self.initials = {at: initials(word) for at, word in enumerate(words) if known[at].classes}
        self.sex = np.array([{"m": 1, "f": 2}.get(one.sex, 0) for one in known] + [0])

    def sums(self, one: Ints, two: Ints) -> Floats:
        """The sum of each two rows of words, in their best meeting."""
        table = self._table(one, two)
        there = (one >= 0).sum(1), (two >= 0).sum(1)
        met = np.minimum(*there)
        best = np.full(len(one), -1e9, np.float32)
        for order in permutations(range(MOST_WORDS)):
            best = np.maximum(best, sum(table[:, at, to] for at, to in enumerate(order)))
        spare = np.maximum(*there) - met
        lone = np.maximum(0, spare - self._fathers(one, two))
        total: Floats = (best + PRIOR.weight + ALONE * lone).astype(np.float32)
        return total

    def reasons(self, one: Ints, two: Ints) -> list[tuple[tuple[str, float], ...]]:
        """The steps of each two rows of words, as words and weights."""
        return [self._steps(*row) for row in zip(one, two, self._table(one, two), strict=True)]

    def _steps(self, one: Ints, two: Ints, table: Floats) -> tuple[tuple[str, float], ...]:
        order = max(
            permutations(range(MOST_WORDS)),
            key=lambda to: sum(float(table[at, to[at]]) for at in range(MOST_WORDS)),
        )
        return (
            (PRIOR.words, PRIOR.weight),
            *(
                (f"{self.words[one[at]]} ~ {self.words[two[to]]}", round(float(table[at, to]), 2))
                for at, to in enumerate(order)
                if one[at] >= 0 and two[to] >= 0
            ),
        )

    def _fathers(self, one: Ints, two: Ints) -> Ints:
        """How many patronymics one side has more than the other."""
        counts = self.father[one].sum(1) - self.father[two].sum(1)
        more: Ints = np.abs(counts)
        return more

    def _table(self, one: Ints, two: Ints) -> Floats:
        """Weights of all words of a row with all of the other: rows × words × words, 0 for none."""
        left = np.repeat(one[:, :, None], MOST_WORDS, 2)
        right = np.repeat(two[:, None, :], MOST_WORDS, 1)
        there = (left >= 0) & (right >= 0)
        pairs, inverse = np.unique(
            left[there] * len(self.words) + right[there], return_inverse=True
        )
        found = self._weights(pairs // len(self.words), pairs % len(self.words))
        table = np.zeros(left.shape, np.float32)
        table[there] = found[inverse]
        counts = (one >= 0).sum(1)[:, None, None], (two >= 0).sum(1)[:, None, None]
        table[(left >= 0) & (right < 0) & (counts[0] <= counts[1])] = _MUST_MEET
        table[(left < 0) & (right >= 0) & (counts[1] <= counts[0])] = _MUST_MEET
        return table

    def _weights(self, one: Ints, two: Ints) -> Floats:
        found = weights(*fits(self.cut, one, two))
        odd = self.father[one] != self.father[two]
        found[odd] += 2 * ODD_ROLES
        fathers = self.father[one] & self.father[two]
        found[fathers] = np.minimum(found[fathers], GIVEN_SAME)
        both = self.given[one] & self.given[two]
        same = np.zeros(len(one), bool)
        for at in np.flatnonzero(both):
            same[at] = not self.classes[one[at]].isdisjoint(self.classes[two[at]])
        found[same] = GIVEN_SAME
        other = both & ~same
        found[other] = np.minimum(found[other], GIVEN_OTHER)
        for at in np.flatnonzero(self.short[one] | self.short[two]):
            found[at] = INITIAL_FITS if self._stands_for(one[at], two[at]) else INITIAL_OTHER
        weighed: Floats = np.maximum(found, np.float32(LEAST))
        return weighed

    def _stands_for(self, one: int, two: int) -> bool:
        letter, word = (one, two) if self.short[one] else (two, one)
        first = self.initials.get(int(word), frozenset(self.words[word][:1]))
        return self.words[letter] in first
