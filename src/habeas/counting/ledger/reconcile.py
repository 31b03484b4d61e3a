"""`reconcile`: set reported totals against each other.

Opens with its laws. (1) Only statements of one definition share a balance. (2) Every conflict set
named is minimal: without any one of its statements, the others can all be right. (3) Bounds are
given only over statements that can all be right; which are set aside is the caller's choice, or else
one smallest choice, printed beside the result with its rivals. (4) If the statements kept are true,
the truth lies within the bounds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil, floor

from habeas.counting.ledger import words
from habeas.counting.ledger.conflicts import conflicts, set_aside
from habeas.counting.ledger.definitions import CountedBy, chosen, definition_of
from habeas.counting.ledger.solver import Limit, Proof, Solver
from habeas.counting.ledger.statements import ROUND, Measure, Statement
from habeas.counting.ledger.sums import wrong_sums
from habeas.counting.ledger.system import Grid, Terms, limits, rows, windows
from habeas.errors import MistakeError
from habeas.terms.amount import Hedge


@dataclass(frozen=True, slots=True)
class Ask:
    """What bounds are wanted of: a measure over `first..last`, both inclusive."""

    measure: Measure
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Assumption:
    """A flow is at most `a_day` people a day. In force throughout, and named where it binds."""

    measure: Measure
    a_day: float

    @property
    def words(self) -> str:
        """The assumption as it is printed."""
        return f"assumed: {self.measure} at most {self.a_day:g} a day"


@dataclass(frozen=True, slots=True)
class Told:
    """A conflict set and its arithmetic. `kind`: "balance" over time, or a plain "sum".

    `remark`: "" or what to know before one is set aside.
    """

    claims: tuple[str, ...]
    words: str
    kind: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """Bounds of what was asked; None: not bounded on that side. `because` are the binding claims."""

    ask: Ask
    low: int | None
    high: int | None
    because: tuple[str, ...]
    low_words: str
    high_words: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the statements of one definition say together.

    repeats: statements that say the very same as another, by that other's id.
    left_out: statements under other definitions. rivals: the other smallest choices of `set_aside`.
    open_conflicts: sets that the caller's choice leaves standing; then there are no bounds.
    """

    definition: CountedBy
    used: tuple[str, ...]
    left_out: tuple[str, ...]
    repeats: dict[str, tuple[str, ...]]
    conflicts: tuple[Told, ...]
    complete: bool
    set_aside: tuple[str, ...]
    rivals: tuple[tuple[str, ...], ...]
    open_conflicts: tuple[Told, ...]
    bounds: tuple[Between, ...]
    assumptions: tuple[str, ...] = field(default=())


def reconcile(
    statements: Sequence[Statement],
    *,
    definition: str | None = None,
    aside: Collection[str] | None = None,
    asks: Sequence[Ask] = (),
    assumptions: Sequence[Assumption] = (),
) -> Reconciled:
    """Conflict sets, what to set aside, and bounds, for the statements of one definition.

    Args:
        statements: Reported totals; order decides only between equals.
        definition: Id, name or text of a definition; None: the one most statements count by.
        aside: Ids to set aside; None: one smallest choice is made.
        asks: What bounds are wanted of.
        assumptions: Limits a day, in force throughout.

    Raises:
        MistakeError: unknown definition, unknown id in `aside`, or an ask that ends before it begins.
    """
    by = chosen(statements, definition)
    mine = [one for one in statements if definition_of(one) == by]
    _check(mine, aside, asks)
    firsts, repeats = _firsts(one for one in mine if not one.part_of)
    balance = _Balance(firsts, asks, assumptions)
    found = conflicts(balance.solver, [one.id for one in firsts], balance.firm)
    by_id = {one.id: one for one in mine}
    sums = wrong_sums(mine)
    told = [
        Told(c.owners, words.contradiction(c.proof, by_id), "balance", _remark(c.owners, by_id))
        for c in found.sets
    ]
    told += [Told(one.owners, one.words, "sum") for one in sums]
    choices = set_aside(found.sets)
    without = choices[0] if aside is None else tuple(one.id for one in mine if one.id in aside)
    if aside is None:
        without += tuple(one.owners[0] for one in sums)
    still = [one for one in told if set(without).isdisjoint(one.claims)]
    feasible = balance.holds(without)
    return Reconciled(
        by,
        tuple(one.id for one in mine),
        tuple(one.id for one in statements if definition_of(one) != by),
        repeats,
        tuple(told),
        found.complete,
        without,
        tuple(choices[1:]) if aside is None and found.complete else (),
        tuple(still),
        tuple(balance.between(ask, without, by_id) for ask in asks) if feasible else (),
        tuple(one.words for one in assumptions),
    )


def _remark(owners: Sequence[str], by_id: Mapping[str, Statement]) -> str:
    """Which round numbers of a set, had they been rounded to hundreds, would let all be right."""
    excused = []
    for owner in owners:
        one = by_id[owner]
        if one.hedge != Hedge.EXACT or one.width is not None or one.value < 100 or one.value % 100:
            continue
        some = [replace(by_id[id], hedge=ROUND) if id == owner else by_id[id] for id in owners]
        if _Balance(some, (), ()).holds(()):
            excused.append(f"{one.value:,} ({owner})")
    if not excused:
        return ""
    return f"{' and '.join(excused)} is round; if it was rounded to hundreds, all of these can be right"


class _Balance:
    """The solver over one definition's statements, with the windows asked about on its grid."""

    def __init__(
        self, firsts: Sequence[Statement], asks: Sequence[Ask], assumptions: Sequence[Assumption]
    ) -> None:
        spoken = [(one.measure, one.first, one.last) for one in firsts]
        spoken += [(ask.measure, ask.first, ask.last) for ask in asks]
        self.grid = Grid([cut for one in spoken for cut in windows(*one)])
        lines = self.grid.balance()
        for one in firsts:
            lines += rows(self.grid, one)
        for assumed in assumptions:
            lines += limits(self.grid, assumed.measure, assumed.a_day, assumed.words)
        self.firm = tuple(assumed.words for assumed in assumptions)
        self.owners = tuple(one.id for one in firsts)
        self.solver = Solver(lines, self.grid.columns)

    def holds(self, without: Collection[str]) -> bool:
        """Whether all statements but these can be right."""
        return self.solver.contradiction(self._kept(without)) is None

    def _kept(self, without: Collection[str]) -> list[str]:
        return [*(one for one in self.owners if one not in without), *self.firm]

    def between(self, ask: Ask, without: Collection[str], by_id: dict[str, Statement]) -> Between:
        """Bounds of what was asked, over the statements kept."""
        kept = self._kept(without)
        low = min(self._limits(ask, kept, upward=False), key=lambda one: _value(one, -1))
        high = max(self._limits(ask, kept, upward=True), key=lambda one: _value(one, 1))
        because = dict.fromkeys((*low.proof.owners, *high.proof.owners))
        return Between(
            ask,
            None if low.value is None else max(0, ceil(low.value - 1e-6)),
            None if high.value is None else floor(high.value + 1e-6),
            tuple(because),
            words.bound(low.proof, by_id, upward=False),
            words.bound(high.proof, by_id, upward=True),
        )

    def _limits(self, ask: Ask, kept: Sequence[str], *, upward: bool) -> list[Limit]:
        sums = self._sums(ask, upward=upward)
        return [self.solver.limit(kept, terms, upward=upward) for terms in sums] or [
            Limit(None if upward else 0.0, Proof(()))
        ]

    def _sums(self, ask: Ask, *, upward: bool) -> list[Terms]:
        """The sums whose greatest (or least) value is asked for: one per period for a stock."""
        if ask.measure is Measure.STOCK_INSIDE:
            reach = self.grid.highest if upward else self.grid.lowest
            return [reach(k) for k in self.grid.span(ask.first, ask.last)]
        if ask.measure in (Measure.CUM_RECOGNISED, Measure.CUM_LEFT):
            return [self.grid.grown(ask.measure, ask.last if upward else ask.first)]
        return [self.grid.total(ask.measure, ask.first, ask.last)]


def _value(limit: Limit, unbounded: int) -> float:
    return float("inf") * unbounded if limit.value is None else limit.value


def _firsts(
    statements: Iterable[Statement],
) -> tuple[list[Statement], dict[str, tuple[str, ...]]]:
    """Statements that say something of their own, and the ids that only repeat them."""
    seen: dict[object, Statement] = {}
    repeats: dict[str, tuple[str, ...]] = {}
    for one in statements:
        key = (one.measure, one.first, one.last, one.bounds)
        first = seen.setdefault(key, one)
        if first is not one:
            repeats[first.id] = (*repeats.get(first.id, ()), one.id)
    return list(seen.values()), repeats


def _check(mine: Sequence[Statement], aside: Collection[str] | None, asks: Sequence[Ask]) -> None:
    unknown = sorted(set(aside or ()) - {one.id for one in mine})
    if unknown:
        raise MistakeError(
            f"No statement of this definition has the id {unknown[0]}; see the ids in the table.",
            code="aside-unknown",
        )
    for ask in asks:
        if ask.last < ask.first:
            raise MistakeError(
                f"The window {ask.first}/{ask.last} ends before it begins; turn it round.",
                code="when-empty",
            )
