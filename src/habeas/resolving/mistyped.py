"""Records that a typing error keeps from sharing a key: one given name, one year, nearly one surname.

Decides which pairs are looked at beside those that share a key. Without a year nobody is looked for so:
there would be too many. Law: the same lists give the same pairs, each once.
"""

import numpy as np
from numpy.typing import NDArray

from habeas.resolving.judging import Judge
from habeas.resolving.keys import Ints

ALIKE = 2
"""Of this many pairs of sounds of the shorter word one is shared, at least."""

_AT_ONCE = 4_000_000


def mistyped(
    judge: Judge, tables: tuple[Ints, Ints], years: tuple[Ints, Ints]
) -> tuple[Ints, Ints]:
    """Positions of the records of two tables of words that may differ by a typing error."""
    (first, here, mine), (second, there, other) = (
        _blocks(judge, table, year) for table, year in zip(tables, years, strict=True)
    )
    order = np.argsort(second, kind="stable")
    second, there, other = second[order], there[order], other[order]
    start = np.searchsorted(second, first)
    sizes = np.searchsorted(second, first, side="right") - start
    found: list[tuple[Ints, Ints]] = []
    for part in _parts(sizes):
        group = np.repeat(np.arange(len(sizes[part])), sizes[part])
        place = np.arange(len(group)) - np.repeat(np.cumsum(sizes[part]) - sizes[part], sizes[part])
        at = start[part][group] + place
        near = _near(judge, mine[part][group], other[at])
        found.append((here[part][group][near], there[at][near]))
    empty = np.zeros(0, np.int64)
    return (
        np.concatenate([empty, *(left for left, _right in found)]),
        np.concatenate([empty, *(right for _left, right in found)]),
    )


def _blocks(judge: Judge, table: Ints, years: Ints) -> tuple[Ints, Ints, Ints]:
    """Of records with a year, one given name and one other word: the block, the place, that word."""
    given = judge.given[table] & (table >= 0)
    rest = (table >= 0) & ~given & ~judge.father[table] & ~judge.short[table]
    place = np.flatnonzero((years >= 0) & (given.sum(1) == 1) & (rest.sum(1) == 1))
    named = table[place, given[place].argmax(1)]
    block = judge.classes[named, 0] * 10_000 + years[place]
    return block, place, table[place, rest[place].argmax(1)]


def _parts(sizes: Ints) -> list[slice]:
    """Slices of which each makes about `_AT_ONCE` pairs."""
    ends = np.searchsorted(np.cumsum(sizes), np.arange(_AT_ONCE, int(sizes.sum()), _AT_ONCE)) + 1
    bounds = np.unique([0, *ends, len(sizes)])
    return [slice(int(at), int(to)) for at, to in zip(bounds[:-1], bounds[1:], strict=True)]


def _near(judge: Judge, one: Ints, two: Ints) -> NDArray[np.bool_]:
    shared = np.bitwise_count(judge.sounds[one] & judge.sounds[two]).sum(1)
    near: NDArray[np.bool_] = ALIKE * shared >= np.minimum(judge.heard[one], judge.heard[two])
    return near
