"""The corridor of a ledger: bounds at the end of every month, with the totals and releases around them.

Decides the grid (the last day of each month, and the last day told) and which releases get a line.
"""

from collections.abc import Collection, Sequence
from datetime import date

from habeas.counting.ledger.asked import Ask, Assumption
from habeas.counting.ledger.reconcile import Reconciled, reconcile
from habeas.counting.ledger.statements import Measure, Statement
from habeas.counting.ledger.words import subject
from habeas.counting.periods import periods
from habeas.publishing.charts.cards import Card, Quoted, cards
from habeas.publishing.charts.corridor import Bar, Dot, Mark, corridor
from habeas.publishing.charts.drawing import Chart, Heading

LARGEST_FEW = 8
"""Releases that get a line: so many of the largest."""

_FREED = (Measure.RELEASED_DEPORTED, Measure.PARDONED_STATE)


def corridor_of(
    statements: Sequence[Statement],
    answer: Reconciled,
    assumptions: Sequence[Assumption],
    *,
    source: str,
) -> Chart:
    """The corridor over all days of the definition's stocks, as `answer` set aside and assumed."""
    stocks = [one for one in statements if one.measure is Measure.STOCK_INSIDE and not one.part_of]
    mine = [one for one in stocks if one.id in answer.used] or stocks
    days = _month_ends(mine)
    asks = [Ask(Measure.STOCK_INSIDE, day, day) for day in days]
    found = reconcile(
        statements,
        definition=answer.definition.id,
        aside=answer.set_aside,
        asks=asks,
        assumptions=assumptions,
    )
    bars = [Bar(one.ask.first, one.low or 0, one.high) for one in found.bounds]
    dots = [_dot(one, answer) for one in stocks if days and one.last >= days[0].replace(day=1)]
    marks = _releases(statements, mine)
    return corridor(_heading(answer, source), bars, dots, marks)


def cards_of(statements: Sequence[Statement], answer: Reconciled, *, source: str) -> Chart:
    """One card for each set of numbers that cannot all be right."""
    by_id = {one.id: one for one in statements}
    found = [
        Card(told.words, tuple(_quoted(by_id[id], answer.set_aside) for id in told.claims))
        for told in answer.conflicts
    ]
    heading = Heading(
        f"{len(found)} sets of numbers that cannot all be right",
        (f"Definition: {answer.definition.name}.", f"Source: {source}. A cross: set aside."),
    )
    return cards(heading, found)


def _heading(answer: Reconciled, source: str) -> Heading:
    aside = ", ".join(answer.set_aside) or "nothing"
    lines = [
        f"Definition: {answer.definition.name}.",
        f"Source: {source}. Set aside: {aside}.",
        *(f"{one[0].upper()}{one[1:]}." for one in answer.assumptions),
    ]
    if answer.open_conflicts:
        lines.append("The numbers kept cannot all be right: no bounds are drawn.")
    return Heading("How many people can have been inside: bounds by arithmetic alone", tuple(lines))


def _month_ends(stocks: Sequence[Statement]) -> list[date]:
    if not stocks:
        return []
    first, last = min(one.first for one in stocks), max(one.last for one in stocks)
    return [one.last for one in periods(first, last, "month")]


def _dot(one: Statement, answer: Reconciled) -> Dot:
    role = "other"
    if one.id in answer.used:
        role = "set aside" if one.id in answer.set_aside else "kept"
    allowed = one.bounds
    return Dot(one.id, one.first, one.last, one.value, allowed.low, allowed.high, role)


def _releases(statements: Sequence[Statement], stocks: Collection[Statement]) -> list[Mark]:
    first, last = min(one.first for one in stocks), max(one.last for one in stocks)
    told: dict[date, int] = {}
    for one in statements:
        if one.measure in _FREED and (one.last - one.first).days <= 7 and first <= one.last <= last:
            told[one.last] = max(one.value, told.get(one.last, 0))
    largest = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))[:LARGEST_FEW]
    return [Mark(day, f"{value} freed") for day, value in sorted(largest)]


def _quoted(one: Statement, aside: Collection[str]) -> Quoted:
    what = subject(one.measure, one.first.isoformat(), one.last.isoformat())
    said = f"{one.value:,} ({one.hedge}) {what}"
    return Quoted(one.id, said, one.claimant, one.quote, one.id in aside, one.note)
