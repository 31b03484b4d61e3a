"""The balance that reported numbers must keep, as rows over one grid of periods.

Laws, for one definition and every period k (the days between two neighbouring boundaries of the
statements' own windows, so that no statement is cut):

    stock(k) = stock(k-1) + newly(k) - pardoned(k) - otherwise left(k)          and never below 0
    ever counted(k)    = ever counted before the grid + sum of newly and of counted-after-leaving
    no longer inside(k) = ever counted(k) - stock(k)

A flow over a window is the sum over its periods. A stock on *some* day of a window is one of several
ways (`Way`): at the end of a one-day period, or inside a longer one. A growing number (ever counted)
on some day of a window is no more than its allowed high when the window begins, and no less than its
allowed low when it ends. A fixed weekly or monthly grid is wrong: it hides contradictions.

Leaves solving to `solver`. Source: population balancing equation; docs/explanation/ledger.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.counting.ledger.statements import Measure, Statement

INFINITE = float("inf")
_DAY = timedelta(1)
_SUMS: dict[Measure, tuple[str, ...]] = {
    Measure.RECOGNISED_IN: ("newly",),
    Measure.DETAINED: ("newly",),
    Measure.REHABILITATED: ("after",),
    Measure.PARDONED: ("pardoned",),
    Measure.PARDONED_STATE: ("pardoned",),
    Measure.RELEASED_DEPORTED: ("pardoned", "otherwise"),
    Measure.LEFT_PRISON: ("pardoned", "otherwise"),
    Measure.DEPORTED: ("pardoned", "otherwise"),
    Measure.DIED_INSIDE: ("otherwise",),
}
_SOME_OF = frozenset({Measure.RELEASED_DEPORTED, Measure.DEPORTED, Measure.DIED_INSIDE})
_FLOWS = ("newly", "pardoned", "otherwise", "after")
_GROWING: dict[Measure, tuple[str, ...]] = {
    Measure.CUM_RECOGNISED: ("newly", "after"),
    Measure.CUM_LEFT: ("pardoned", "otherwise", "after"),
}

Terms = dict[int, float]
"""Coefficient per column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One inequality `low <= sum of coefficient x column <= high`, of the claim `owner` (or none).

    `way` None: always there with its owner. Else it is one of the owner's ways, and one must hold.
    """

    terms: tuple[tuple[int, float], ...]
    low: float
    high: float
    owner: str | None = None
    way: int | None = None


class Grid:
    """Periods between the boundaries of all windows, and the columns that stand for them.

    Columns: one per period for the stock and each flow; then the stock and the ever counted and
    already left before the first period.
    """

    def __init__(self, windows: Collection[tuple[date, date]]) -> None:
        """Cut time at the first day of each window and the day after its last."""
        cuts = {first for first, _last in windows} | {last + _DAY for _first, last in windows}
        self.cuts: Sequence[date] = sorted(cuts)
        self.periods = max(0, len(self.cuts) - 1)
        self.start_stock = 5 * self.periods
        self.start_left = self.start_stock + 1
        self.columns = self.start_stock + 2

    def column(self, name: str, period: int) -> int:
        """Column of the stock or a flow in a period; the stock of period -1 is the starting one."""
        if name == "stock":
            return self.start_stock if period < 0 else period
        return (1 + _FLOWS.index(name)) * self.periods + period

    def span(self, first: date, last: date) -> range:
        """The periods that make up the window."""
        return range(bisect_left(self.cuts, first), bisect_left(self.cuts, last + _DAY))

    def days(self, period: int) -> int:
        """How many days a period has."""
        return (self.cuts[period + 1] - self.cuts[period]).days

    def balance(self) -> list[Row]:
        """stock(k) - stock(k-1) - newly + pardoned + otherwise = 0, for every period."""
        rows = []
        for k in range(self.periods):
            terms = {
                self.column("stock", k): 1.0,
                self.column("stock", k - 1): -1.0,
                self.column("newly", k): -1.0,
                self.column("pardoned", k): 1.0,
                self.column("otherwise", k): 1.0,
            }
            rows.append(Row(tuple(terms.items()), 0.0, 0.0))
        return rows

    def total(self, measure: Measure, first: date, last: date) -> Terms:
        """The sum that a flow measure is over a window."""
        periods = self.span(first, last)
        return {self.column(name, k): 1.0 for name in _SUMS[measure] for k in periods}

    def grown(self, measure: Measure, day: date) -> Terms:
        """The sum that a growing measure is at the end of `day`."""
        before = {self.start_left: 1.0}
        if measure is Measure.CUM_RECOGNISED:
            before[self.start_stock] = 1.0
        periods = range(bisect_left(self.cuts, day + _DAY))
        return before | {self.column(n, k): 1.0 for n in _GROWING[measure] for k in periods}

    def highest(self, period: int) -> Terms:
        """The most the stock can have been at the end of a day of the period."""
        if self.days(period) == 1:
            return {self.column("stock", period): 1.0}
        return {self.column("stock", period - 1): 1.0, self.column("newly", period): 1.0}

    def lowest(self, period: int) -> Terms:
        """The least the stock can have been at the end of a day of the period."""
        if self.days(period) == 1:
            return {self.column("stock", period): 1.0}
        return {
            self.column("stock", period - 1): 1.0,
            self.column("pardoned", period): -1.0,
            self.column("otherwise", period): -1.0,
        }


def windows(measure: Measure, first: date, last: date) -> list[tuple[date, date]]:
    """Windows the grid is cut by for a measure over `first..last`; a growing one has two."""
    return [(first, last), (first, first)] if measure in _GROWING else [(first, last)]


def rows(grid: Grid, statement: Statement) -> list[Row]:
    """The rows that a statement demands of the grid."""
    bounds = statement.bounds
    low, high = float(bounds.low), INFINITE if bounds.high is None else float(bounds.high)
    measure, owner = statement.measure, statement.id
    if measure in _SUMS:
        high = INFINITE if measure in _SOME_OF else high
        return [_row(grid.total(measure, statement.first, statement.last), low, high, owner)]
    if measure in _GROWING:
        return _growing(grid, statement, low, high)
    return _stock(grid, statement, low, high)


def limits(grid: Grid, measure: Measure, a_day: float, owner: str) -> list[Row]:
    """Rows for an assumption: the flow `measure` is at most `a_day` people a day, in every period."""
    found = []
    for k in range(grid.periods):
        terms = {grid.column(name, k): 1.0 for name in _SUMS[measure]}
        found.append(_row(terms, -INFINITE, a_day * grid.days(k), owner))
    return found


def _growing(grid: Grid, statement: Statement, low: float, high: float) -> list[Row]:
    measure, owner = statement.measure, statement.id
    if statement.first == statement.last:
        return [_row(grid.grown(measure, statement.last), low, high, owner)]
    early = _row(grid.grown(measure, statement.first), -INFINITE, high, owner)
    return [early, _row(grid.grown(measure, statement.last), low, INFINITE, owner)]


def _stock(grid: Grid, statement: Statement, low: float, high: float) -> list[Row]:
    """One pair of rows per way. Beside them what all ways need, which is linear, so that most
    contradictions show before any way is tried."""
    owner, periods = statement.id, grid.span(statement.first, statement.last)
    if len(periods) == 1:
        return [_of(owner, pair) for pair in _inside(grid, periods[0], low, high)]
    before = grid.column("stock", periods[0] - 1)
    most = {before: 1.0} | {grid.column("newly", k): 1.0 for k in periods}
    least = {before: 1.0}
    for name in ("pardoned", "otherwise"):
        least |= {grid.column(name, k): -1.0 for k in periods}
    found = [_row(most, low, INFINITE, owner), _row(least, -INFINITE, high, owner)]
    for way, period in enumerate(periods):
        found += [_of(owner, pair, way) for pair in _inside(grid, period, low, high)]
    return found


def _inside(grid: Grid, period: int, low: float, high: float) -> list[Row]:
    """What a stock in `low..high` on some day of the period demands, owned by nobody yet."""
    if grid.days(period) == 1:
        return [Row(tuple(grid.highest(period).items()), low, high)]
    return [
        Row(tuple(grid.highest(period).items()), low, INFINITE),
        Row(tuple(grid.lowest(period).items()), -INFINITE, high),
    ]


def _of(owner: str, row: Row, way: int | None = None) -> Row:
    return replace(row, owner=owner, way=way)


def _row(terms: Terms, low: float, high: float, owner: str) -> Row:
    return Row(tuple(terms.items()), low, high, owner)
