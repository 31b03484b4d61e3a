"""Whether the ways to settle several stories fit together, whichever way is taken in each.

Decides it without trying every combination. Each way is a solution for all statements but those it
leaves out and those of other stories; what it changes of the ground is added up over the stories, once
with the least and once with the most that any way adds to a row. If every row holds at both ends, every
combination of ways is a solution, and so no conflict set lies across stories. Law: an answer without a
clash is a proof; a clash is only a reason to look again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from habeas.counting.ledger.matrix import Matrix
from habeas.counting.ledger.solver import Floats

SLACK = 1e-5
"""People by which a sum may be off, for the arithmetic of a machine."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One way to settle a story: without these statements, by this solution."""

    without: frozenset[str]
    values: Floats


@dataclass(frozen=True, slots=True)
class _Change:
    """What the ways of one story add to each row: in each way, at the least, and at the most."""

    ways: tuple[Floats, ...]
    least: Floats
    most: Floats


def splice(
    matrix: Matrix, ground: Floats, told: Sequence[tuple[frozenset[str], Sequence[Settled]]]
) -> frozenset[int]:
    """The stories, by place, that may clash; empty: all ways fit together.

    Args:
        matrix: The rows of all statements.
        ground: A solution for all statements of no story.
        told: Each story's members, and the ways to settle it.
    """
    changes = [_change([matrix.sums(one.values - ground) for one in ways]) for _, ways in told]
    negative = _below_zero(ground, [[one.values - ground for one in ways] for _, ways in told])
    if negative:
        return negative
    of = {member: n for n, (members, _) in enumerate(told) for member in members}
    base = matrix.sums(ground)
    for owner, places in _rows_of(matrix).items():
        found = _clash(matrix, base, changes, (owner, places, of.get(owner)), told)
        if found:
            return found
    return frozenset()


def _change(ways: list[Floats]) -> _Change:
    both = np.array(ways)
    return _Change(
        tuple(ways), np.minimum(both.min(axis=0), 0.0), np.maximum(both.max(axis=0), 0.0)
    )


def _below_zero(ground: Floats, ways: Sequence[Sequence[Floats]]) -> frozenset[int]:
    """Stories that together may take a column below zero."""
    least = [np.minimum(np.array(one).min(axis=0), 0.0) for one in ways]
    under = np.flatnonzero(ground + np.sum(least, axis=0) < -SLACK)
    column = under[:1]
    return frozenset(n for n, one in enumerate(least) if (one[column] < -SLACK).any())


def _rows_of(matrix: Matrix) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for n, row in enumerate(matrix.rows):
        if row.owner is not None:
            found.setdefault(row.owner, []).append(n)
    return found


def _clash(
    matrix: Matrix,
    base: Floats,
    changes: Sequence[_Change],
    rows: tuple[str, list[int], int | None],
    told: Sequence[tuple[frozenset[str], Sequence[Settled]]],
) -> frozenset[int]:
    """The stories, two if they suffice, that may break a statement's rows; empty: they never do."""
    owner, places, own = rows
    touching = [
        n
        for n, one in enumerate(changes)
        if n != own and (one.least[places].min() < -SLACK or one.most[places].max() > SLACK)
    ]
    if len(touching) + (own is not None) < 2:
        return frozenset()
    cases = [base[places]]
    if own is not None:
        ways = zip(told[own][1], changes[own].ways, strict=True)
        cases = [base[places] + way[places] for one, way in ways if owner not in one.without]
    mine = () if own is None else (own,)
    for some in (*combinations(touching, 2 - len(mine)), touching):
        low = np.sum([changes[n].least[places] for n in some], axis=0)
        high = np.sum([changes[n].most[places] for n in some], axis=0)
        if not all(_holds(matrix, places, case + low, case + high) for case in cases):
            return frozenset([*some, *mine])
    return frozenset()


def _holds(matrix: Matrix, places: list[int], low: Floats, high: Floats) -> bool:
    """Whether the rows hold at both ends; of several ways, one way must."""
    right = (low >= matrix.low[places] - SLACK) & (high <= matrix.high[places] + SLACK)
    ways: dict[int | None, bool] = {}
    for place, well in zip(places, right.tolist(), strict=True):
        way = matrix.rows[place].way
        ways[way] = ways.get(way, True) and well
    always = ways.pop(None, True)
    return always and (not ways or any(ways.values()))
