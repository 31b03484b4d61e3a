"""Whether a set of statements can all be right, which of them cannot, and how far a sum may go.

Decides by linear programming (HiGHS) over the rows of `system`. A statement with several ways is
settled by branching on them; a branch whose contradiction does not lean on the way taken speaks for
all ways, and one that reaches as far as the sum can go without any way is the answer.
Answers carry their proof: the multipliers of the rows whose weighted sum is the contradiction, or the
bound (LP duality; Farkas' lemma).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
import numpy.typing as npt

from habeas.counting.ledger.system import INFINITE, Row, Terms

EPSILON = 1e-6
_Ways = Mapping[str, int]
Floats = npt.NDArray[np.float64]
"""A number for each column, or row."""


class Quiet(highspy.Highs):
    """HiGHS without its banner, which the constructor writes to stdout before it can be told not to.

    (HiGHS 1.9 to 1.16; stdout belongs to our data.)
    """

    def enableCallbacks(self) -> bool:
        """Called by the constructor before anything is logged."""
        self.silent()
        return bool(super().enableCallbacks())


@dataclass(frozen=True, slots=True)
class Proof:
    """Rows and the weight of each; a positive weight leans on the row's low, a negative on its high.

    The weighted sum of the rows is a line of arithmetic that a reader can follow.
    """

    weights: tuple[tuple[Row, float], ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """The statements it leans on, in the order of their rows."""
        return tuple(dict.fromkeys(row.owner for row, _weight in self.weights if row.owner))


@dataclass(frozen=True, slots=True)
class Limit:
    """How far a sum may go: `value` None where nothing bounds it. `proof` says why."""

    value: float | None
    proof: Proof


class Solver:
    """Rows loaded once; statements are switched on and off between questions."""

    def __init__(
        self, rows: Sequence[Row], columns: int, *, cost: float = 0.0, upper: Floats | None = None
    ) -> None:
        """Load the rows, with two slacks for each row that a statement owns.

        `cost`: of one in any column, where a slack costs 1; `upper`: the most of each column.
        """
        self._rows = rows
        self._cost = cost
        self._upper = np.full(columns, INFINITE) if upper is None else upper
        self._columns = columns
        self._owned = [i for i, row in enumerate(rows) if row.owner is not None]
        self._ways: dict[str, int] = {}
        for row in rows:
            if row.owner is not None and row.way is not None:
                self._ways[row.owner] = max(self._ways.get(row.owner, 0), row.way + 1)
        self._of = self._by_owner()
        self._model = self._loaded()
        self._last: dict[int, tuple[float, float]] = {}
        self.work = 0
        """Rows solved for so far, once for every time they were."""

    def contradiction(self, owners: Iterable[str]) -> Proof | None:
        """Why these statements cannot all be right; None: they can."""
        wanted = frozenset(owners)
        self._elastic()
        return self._contradiction(wanted, {})

    @property
    def values(self) -> Floats:
        """A number for each column by which the statements last asked about are all right."""
        told = np.array(self._model.getSolution().col_value[: self._columns], dtype=np.float64)
        return np.asarray(np.maximum(told, 0.0))

    def limit(self, owners: Iterable[str], terms: Terms, *, upward: bool) -> Limit:
        """How high (or low) a sum may be while these statements all hold; they must not conflict."""
        self._rigid(terms, upward=upward)
        found = self._limit(frozenset(owners), {}, terms, upward=upward)
        return found if found is not None else Limit(None, Proof(()))

    def _by_owner(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index in self._owned:
            owner = self._rows[index].owner
            if owner is not None:
                found.setdefault(owner, []).append(index)
        return found

    def _loaded(self) -> highspy.Highs:
        model = Quiet()
        model.setOptionValue("threads", 1)
        model.setOptionValue("random_seed", 1)
        width = self._columns + 2 * len(self._owned)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = width, len(self._rows)
        lp.col_cost_ = np.zeros(width)
        lp.col_lower_, lp.col_upper_ = np.zeros(width), np.full(width, INFINITE)
        fixed = [row.owner is None for row in self._rows]
        lp.row_lower_ = np.array(
            [r.low if f else -INFINITE for r, f in zip(self._rows, fixed, strict=True)]
        )
        lp.row_upper_ = np.array(
            [r.high if f else INFINITE for r, f in zip(self._rows, fixed, strict=True)]
        )
        slack = {index: self._columns + 2 * n for n, index in enumerate(self._owned)}
        starts, columns, values = [0], [], []
        for index, row in enumerate(self._rows):
            pairs = list(row.terms)
            if index in slack:
                pairs += [(slack[index], 1.0), (slack[index] + 1, -1.0)]
            columns += [column for column, _value in pairs]
            values += [value for _column, value in pairs]
            starts.append(len(columns))
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(starts)
        lp.a_matrix_.index_ = np.array(columns)
        lp.a_matrix_.value_ = np.array(values, dtype=float)
        model.passModel(lp)
        return model

    def _elastic(self) -> None:
        """Ask for the least total slack."""
        self._objective(np.full(self._columns, self._cost), 1.0, INFINITE, upward=False)

    def _rigid(self, terms: Terms, *, upward: bool) -> None:
        """Ask for the greatest or least value of a sum, without any slack."""
        cost = np.zeros(self._columns)
        for column, value in terms.items():
            cost[column] = value
        self._objective(cost, 0.0, 0.0, upward=upward)

    def _objective(self, cost: Floats, slack: float, most: float, *, upward: bool) -> None:
        width = self._columns + 2 * len(self._owned)
        whole = np.concatenate([cost, np.full(width - self._columns, slack)])
        every = np.arange(width, dtype=np.int32)
        self._model.changeColsCost(width, every, whole)
        upper = np.concatenate([self._upper, np.full(width - self._columns, most)])
        self._model.changeColsBounds(width, every, np.zeros(width), upper)
        sense = highspy.ObjSense.kMaximize if upward else highspy.ObjSense.kMinimize
        self._model.changeObjectiveSense(sense)

    def _switch(self, owners: frozenset[str], ways: _Ways) -> None:
        """Switch on the rows of these statements, and of the ways chosen; all others off."""
        want: dict[int, tuple[float, float]] = {}
        for owner in owners:
            for index in self._of.get(owner, ()):
                row = self._rows[index]
                if row.way is None or ways.get(owner) == row.way:
                    want[index] = (row.low, row.high)
        for index in self._last.keys() - want.keys():
            self._model.changeRowBounds(index, -INFINITE, INFINITE)
        for index, (low, high) in want.items():
            if self._last.get(index) != (low, high):
                self._model.changeRowBounds(index, low, high)
        self._last = want

    def _solve(self, owners: frozenset[str], ways: _Ways) -> highspy.HighsModelStatus:
        self._switch(owners, ways)
        self.work += len(self._rows)
        self._model.run()
        return self._model.getModelStatus()

    def _contradiction(self, owners: frozenset[str], ways: dict[str, int]) -> Proof | None:
        self._solve(owners, ways)
        slack = self._model.getInfo().objective_function_value
        if self._cost:
            slack -= self._cost * float(self.values.sum())
        if slack > EPSILON:
            return self._proof()
        open_one = self._unsettled(owners, ways)
        if open_one is None:
            return None
        weights: dict[int, tuple[Row, float]] = {}
        for way in range(self._ways[open_one]):
            below = self._contradiction(owners, ways | {open_one: way})
            if below is None:
                return None
            if not any(row.owner == open_one and row.way is not None for row, _ in below.weights):
                return below
            weights |= {id(row): (row, weight) for row, weight in below.weights}
        return Proof(tuple(weights.values()))

    def _limit(
        self, owners: frozenset[str], ways: dict[str, int], terms: Terms, *, upward: bool
    ) -> Limit | None:
        """The limit under the ways chosen; None where these ways cannot be."""
        status = self._solve(owners, ways)
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            return Limit(None, Proof(()))
        value = self._model.getInfo().objective_function_value
        proof = self._proof()
        open_one = self._unsettled(owners, ways)
        if open_one is None:
            return Limit(value, proof)
        best: Limit | None = None
        for way in range(self._ways[open_one]):
            below = self._limit(owners, ways | {open_one: way}, terms, upward=upward)
            if below is None:
                continue
            if below.value is None or abs(below.value - value) <= EPSILON:
                return below
            if best is None or (below.value > (best.value or 0.0)) == upward:
                best = below
        return best

    def _unsettled(self, owners: frozenset[str], ways: _Ways) -> str | None:
        """A statement none of whose ways holds in the solution just found."""
        values = self._model.getSolution().row_value
        for owner, count in self._ways.items():
            if owner not in owners or owner in ways:
                continue
            if not any(self._holds(owner, way, values) for way in range(count)):
                return owner
        return None

    def _holds(self, owner: str, way: int, values: Sequence[float]) -> bool:
        chosen = [i for i in self._of[owner] if self._rows[i].way == way]
        return all(
            self._rows[i].low - EPSILON <= values[i] <= self._rows[i].high + EPSILON for i in chosen
        )

    def _proof(self) -> Proof:
        duals = self._model.getSolution().row_dual
        weights = [(self._rows[i], duals[i]) for i in self._last if abs(duals[i]) > EPSILON]
        return Proof(tuple(sorted(weights, key=lambda pair: (pair[0].owner or "", pair[0].terms))))
