"""`Between`: bounds of what is asked, over statements that can all be right, with their arithmetic.

Decides which sums stand for a question: the number inside on some day of a window is looked for in each
of its periods. Law: if the statements kept are true, the truth lies within the bounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from habeas.counting.ledger import words
from habeas.counting.ledger.asked import Ask
from habeas.counting.ledger.balance import Balance
from habeas.counting.ledger.solver import Limit, Proof
from habeas.counting.ledger.statements import Measure, Statement
from habeas.counting.ledger.system import Terms


@dataclass(frozen=True, slots=True)
class Between:
    """Bounds of what was asked; None: not bounded on that side. `because` are the binding claims."""

    ask: Ask
    low: int | None
    high: int | None
    because: tuple[str, ...]
    low_words: str
    high_words: str


def between(
    balance: Balance, ask: Ask, kept: Sequence[str], by_id: Mapping[str, Statement]
) -> Between:
    """Bounds of what was asked, over the statements kept, which must not conflict."""
    low = min(_limits(balance, ask, kept, upward=False), key=lambda one: _value(one, -1))
    high = max(_limits(balance, ask, kept, upward=True), key=lambda one: _value(one, 1))
    because = dict.fromkeys((*low.proof.owners, *high.proof.owners))
    return Between(
        ask,
        None if low.value is None else max(0, ceil(low.value - 1e-6)),
        None if high.value is None else floor(high.value + 1e-6),
        tuple(because),
        words.bound(low.proof, by_id, upward=False),
        words.bound(high.proof, by_id, upward=True) if high.value is not None else _no_end(ask),
    )


def _no_end(ask: Ask) -> str:
    what = words.subject(ask.measure, ask.first.isoformat(), ask.last.isoformat())
    return f"unbounded above, because no number that is kept says how many at most were {what}"


def _limits(balance: Balance, ask: Ask, kept: Sequence[str], *, upward: bool) -> list[Limit]:
    sums = _sums(balance, ask, upward=upward)
    return [balance.limit(kept, terms, upward=upward) for terms in sums] or [
        Limit(None if upward else 0.0, Proof(()))
    ]


def _sums(balance: Balance, ask: Ask, *, upward: bool) -> list[Terms]:
    """The sums whose greatest (or least) value is asked for: one per period for a stock."""
    grid = balance.grid
    if ask.measure is Measure.STOCK_INSIDE:
        reach = grid.highest if upward else grid.lowest
        return [reach(k) for k in grid.span(ask.first, ask.last)]
    if ask.measure in (Measure.CUM_RECOGNISED, Measure.CUM_LEFT):
        return [grid.grown(ask.measure, ask.last if upward else ask.first)]
    return [grid.total(ask.measure, ask.first, ask.last)]


def _value(limit: Limit, unbounded: int) -> float:
    return float("inf") * unbounded if limit.value is None else limit.value
