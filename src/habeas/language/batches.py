"""Many pairs of words at once: the costs of `language.costs`, in numpy.

Decides nothing of its own. Law: `fits` gives the odds and losses of `costs.fit`, up to the rounding of
single precision and words of more than `MOST_UNITS` units.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from habeas.language.costs import LONE, REGULAR, costs, numbers_of
from habeas.language.units import cuttings

MOST_UNITS = 16
"""Units of a word that are looked at."""

_AT_ONCE = 20_000
"""Pairs aligned together; those of like lengths, so that few steps are idle."""
_FAR = np.float32(-1e6)

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Cut:
    """Words as rows of units; word n has the rows from `starts[n]` to `starts[n + 1]`."""

    rows: NDArray[np.int16]
    starts: Ints


def fits(words: Cut, left: Ints, right: Ints) -> tuple[Floats, Floats, Ints]:
    """Odds, loss and length of the longer word for each pair of words `left[n]` and `right[n]`."""
    cut, starts = words.rows, words.starts
    counts = np.diff(starts)
    ways = counts[left] * counts[right]
    pair = np.repeat(np.arange(len(left)), ways)
    turn = np.arange(len(pair)) - np.repeat(np.cumsum(ways) - ways, ways)
    one = cut[starts[left[pair]] + turn // counts[right[pair]]]
    two = cut[starts[right[pair]] + turn % counts[right[pair]]]
    odds, loss = np.empty(len(pair), np.float32), np.empty(len(pair), np.float32)
    by_length = np.lexsort(((two >= 0).sum(1), (one >= 0).sum(1)))
    for at in range(0, len(pair), _AT_ONCE):
        part = by_length[at : at + _AT_ONCE]
        odds[part], loss[part] = _aligned(one[part], two[part])
    order = np.lexsort((-odds, loss, pair))
    best = order[np.searchsorted(pair[order], np.arange(len(left)))]
    length = np.maximum((one[best] >= 0).sum(1), (two[best] >= 0).sum(1))
    return odds[best], loss[best], length


def cut_words(words: Sequence[str]) -> Cut:
    """Words in small letters, cut for `fits`; of many ways to cut a word the first and the last."""
    rows: list[tuple[int, ...]] = []
    starts = [0]
    for word in words:
        cut = cuttings(word)
        rows += map(numbers_of, cut if len(cut) < 3 else (cut[0], cut[-1]))
        starts.append(len(rows))
    table = np.full((len(rows), MOST_UNITS), -1, np.int16)
    for at, row in enumerate(rows):
        table[at, : len(row)] = row[:MOST_UNITS]
    return Cut(table, np.array(starts))


@cache
def _table() -> tuple[Floats, Floats]:
    """Log-odds of two units, and of one alone; the last place of the latter is for no unit."""
    table = costs()
    lone = np.append(np.array(table.lone, np.float32), np.float32(0.0))
    return np.array(table.pairs, np.float32), lone


def _aligned(one: NDArray[np.int16], two: NDArray[np.int16]) -> tuple[Floats, Floats]:
    """Gain of the best alignment of each two rows of units, and its loss."""
    pairs, lone = _table()
    free = np.maximum(np.float32(0), np.float32(LONE) - lone)
    high, wide = (int((side >= 0).sum(1).max(initial=0)) for side in (one, two))
    left, right = np.ascontiguousarray(one.T[:high]), np.ascontiguousarray(two.T[:wide])
    alone, other, lost, other_lost = lone[left], lone[right], free[left], free[right]
    gain, loss = (_running(side, len(one)) for side in (other, other_lost))
    for at in range(high):
        live = left[at] >= 0
        new, new_loss = gain.copy(), loss.copy()
        new[0], new_loss[0] = gain[0] + alone[at], loss[0] + lost[at]
        for to in range(wide):
            together = pairs[left[at], right[to]]
            cost = np.maximum(np.float32(0), np.float32(REGULAR) - together)
            cost[left[at] == right[to]] = 0
            best, best_loss = gain[to] + together, loss[to] + cost
            for step, step_loss in (
                (gain[to + 1] + alone[at], loss[to + 1] + lost[at]),
                (new[to] + other[to], new_loss[to] + other_lost[to]),
            ):
                better = step > best
                best = np.where(better, step, best)
                best_loss = np.where(better, step_loss, best_loss)
            there = right[to] >= 0
            new[to + 1] = np.where(there, best, new[to])
            new_loss[to + 1] = np.where(there, best_loss, new_loss[to])
        gain = np.where(live, new, gain)
        loss = np.where(live, new_loss, loss)
    return gain[-1], loss[-1]


def _running(steps: Floats, count: int) -> Floats:
    """Sums of the first none, one, two… of the steps."""
    none = np.zeros((1, count), np.float32)
    sums: Floats = np.cumsum(np.concatenate([none, steps]), 0, dtype=np.float32)
    return sums
