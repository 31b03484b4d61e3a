"""`Nearby`: whether some statements can be right beside all others, looked at in their own time first.

Decides how far one must look. A *neighbourhood* is a stretch of periods; two small questions are asked
of it: can the statements that speak of it alone not all be right? then they are a conflict, whatever is
told elsewhere. Can they all be right, and all others too, while nothing outside it changes from the
*ground*, a solution for the rest? then they can be right; of such solutions the one nearest to the
ground is taken, so that few rows are touched. Where neither is so, a wider stretch is asked, and at last
all of time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from habeas.counting.ledger.asked import Assumption
from habeas.counting.ledger.balance import Balance
from habeas.counting.ledger.matrix import Mask, Matrix
from habeas.counting.ledger.solver import Floats, Proof, Solver
from habeas.counting.ledger.statements import Statement
from habeas.counting.ledger.system import INFINITE

NEARNESS = 1e-4
"""Cost of changing the ground by one person, where leaving a row unfulfilled by one costs 1."""

REACHES = (8, 64)
"""Periods by which a neighbourhood is wider than what is asked about, on both sides."""


@dataclass(frozen=True, slots=True)
class _Neighbourhood:
    """Columns that may change, the rows they meet, and the statements that speak of them alone."""

    free: Mask
    around: Solver
    within: Balance


class Nearby:
    """The whole balance with its ground, and the neighbourhoods looked at so far."""

    def __init__(
        self,
        told: Sequence[Statement],
        assumptions: Sequence[Assumption],
        whole: Balance,
        ground: Floats,
    ) -> None:
        """Take over the whole; `ground` is a solution for the statements that are in no known set."""
        self._told = told
        self._assumptions = assumptions
        self._whole = whole
        self.ground = ground
        self.matrix = Matrix(whole.rows, whole.grid.columns)
        self._days = {one.id: (one.first, one.last) for one in told}
        self._seen: dict[tuple[int, int], _Neighbourhood] = {}

    @property
    def work(self) -> int:
        """Rows solved for so far, in all that was asked."""
        seen = sum(one.around.work + one.within.work for one in self._seen.values())
        return self._whole.work + seen

    def look(self, kept: frozenset[str], about: frozenset[str]) -> Proof | Floats:
        """Why the kept statements cannot all be right, or a solution for them, near the ground.

        `about`: those of them that the ground does not hold for, at the least.
        """
        if not about:
            return self.ground
        for place in self._places(about):
            near = self._neighbourhood(place)
            proof = near.within.contradiction(kept.intersection(near.within.owners))
            if proof is not None:
                return proof
            if near.around.contradiction(kept | self._whole.firm) is None:
                added, taken = np.split(near.around.values, 2)
                values = self.ground.copy()
                values[near.free] += added - taken
                return values
        proof = self._whole.contradiction(kept)
        return proof if proof is not None else self._whole.values

    def _places(self, about: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Half-open stretches of periods, growing; none that is all of time."""
        grid = self._whole.grid
        days = [self._days[one] for one in about]
        span = grid.span(min(first for first, _ in days), max(last for _, last in days))
        for reach in REACHES:
            first, last = max(0, span.start - reach), min(grid.periods, span.stop + reach)
            if last - first > grid.periods // 2:
                return
            yield first, last

    def _neighbourhood(self, place: tuple[int, int]) -> _Neighbourhood:
        if place not in self._seen:
            grid, (first, last) = self._whole.grid, place
            free = np.zeros(grid.columns, dtype=bool)
            for flow in range(5):
                free[flow * grid.periods + first : flow * grid.periods + last] = True
            begin, end = grid.cuts[first], grid.cuts[last]
            own = [one for one in self._told if begin <= one.first and one.last < end]
            rows = self.matrix.loosened(self.ground, free)
            most = np.concatenate([np.full(int(free.sum()), INFINITE), self.ground[free]])
            around = Solver(rows, len(most), cost=NEARNESS, upper=most)
            self._seen[place] = _Neighbourhood(free, around, Balance(own, self._assumptions))
        return self._seen[place]
