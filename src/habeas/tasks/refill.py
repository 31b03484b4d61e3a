"""Were freed cells filled again? Joins a table of totals, or a register, with `counting.refill`.

Decides where the numbers come from. Named people and reported totals are two answers, never one. What
may be inside by another definition ("newly detained, as Dissidentby counts") stands beside, by its name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.counting.changes import recognitions
from habeas.counting.flow import Tally, Told, flow, reported_flows
from habeas.counting.inside import inside
from habeas.counting.ledger.asked import Ask
from habeas.counting.ledger.between import Between
from habeas.counting.ledger.definitions import definition_of
from habeas.counting.ledger.reconcile import Reconciled, Recorded, reconcile
from habeas.counting.ledger.statements import Measure, Statement
from habeas.counting.periods import Period
from habeas.counting.refill import DAY, Freed, Known, Refill
from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.answer import PEOPLE
from habeas.tasks.gathered import Gathered, gathered
from habeas.tasks.ledger_claims import claimed
from habeas.tasks.reconcile import Wanted
from habeas.terms.aside import SetAside
from habeas.terms.bounds import Bounds
from habeas.terms.count import Issue
from habeas.terms.definition import NAMED
from habeas.terms.ids import ClaimId
from habeas.terms.kind import EXITS, Kind

NEAR = timedelta(7)
"""How wide a number of freed may be dated and still count for the day asked for."""

_FREED = (Measure.RELEASED_DEPORTED, Measure.PARDONED_STATE, Measure.PARDONED, Measure.DEPORTED)
_UNKNOWN = Known(Bounds(0, None))


@dataclass(frozen=True, slots=True)
class ByTotals:
    """The answer of reported totals: one definition's numbers, and arrests by others' definitions.

    `chosen`: what a reviewer had set aside of them.
    """

    refill: Refill
    answer: Reconciled
    detained_by_others: tuple[tuple[str, Known], ...]
    issues: tuple[Issue, ...] = ()
    chosen: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class ByName:
    """The answer of the named in a register, and of its reported totals (None: it has none)."""

    refill: Refill
    told: Gathered
    totals: ByTotals | None


def refill_of_totals(
    statements: Sequence[Statement], first: date, last: date, wanted: Wanted
) -> ByTotals:
    """What reported totals allow between two days; needs no register.

    `wanted`: by whose rule, what is set aside, and what is assumed.

    Raises:
        MistakeError: `last` is not after `first`, or as in `reconcile`.
    """
    _check(first, last)
    begin = first + DAY
    asks = [
        Ask(Measure.RECOGNISED_IN, begin, last),
        Ask(Measure.LEFT_PRISON, begin, last),
        Ask(Measure.STOCK_INSIDE, first - DAY, first - DAY),
        Ask(Measure.STOCK_INSIDE, last, last),
    ]
    answer = reconcile(
        statements,
        definition=wanted.definition,
        aside=wanted.aside,
        asks=asks,
        assumptions=wanted.assumptions,
    )
    new, left, before, after = [_known(one) for one in answer.bounds] or [_UNKNOWN] * 4
    gone = set(answer.set_aside if wanted.aside is None else wanted.aside)
    told = (one for one in statements if one.id not in gone)
    freed = tuple(_freed_told(one) for one in told if _frees(one, first))
    refill = Refill(first, last, freed, new, None, left, before, after)
    others = _detained(statements, answer.definition.id, Ask(Measure.DETAINED, begin, last))
    return ByTotals(refill, answer, others)


def refill(
    register: Register, first: date, last: date, wanted: Wanted, *, known_by: date | None
) -> ByName:
    """What the named of a register, and its reported totals, tell between two days.

    `wanted`: of the totals; where it sets nothing aside, what a reviewer has set aside is.

    Raises:
        MistakeError: `last` is not after `first`, or is after the day known by.
    """
    _check(first, last)
    told = gathered(register, known_by=known_by)
    recognised = recognitions(told.claims, told.who.person_of)
    drawn = Told(told.spells, recognised, told.claims)
    between = flow(drawn, [Period("", first + DAY, last)])[0]
    on_the_day = flow(drawn, [Period("", first, first)])[0]
    limit = known_by or last
    counts = [inside(told.spells, on=day, known_by=max(limit, day)) for day in (first - DAY, last)]
    before, after = (Known(one.number, tuple(map(str, one.basis))) for one in counts)
    by_name = Bounds(on_the_day.out.bounds.low, None)
    if wanted.aside is None:
        wanted = replace(wanted, aside=Recorded(frozenset(map(str, told.aside))))
    freed = _freed_reported(told, first, wanted.aside or ()) or [
        Freed(by_name, "left, by name", NAMED.name, "named")
    ]
    answer = Refill(
        first,
        last,
        tuple(freed),
        _of(between.recognised),
        _of(between.detained),
        _of(between.out),
        before,
        after,
        partial=True,
        spellings=told.who.unit != PEOPLE,
    )
    return ByName(answer, told, _totals(told, first, last, wanted))


def _totals(told: Gathered, first: date, last: date, wanted: Wanted) -> ByTotals | None:
    found, issues = claimed(told.claims, told.reports)
    if not found:
        return None
    by_totals = refill_of_totals(found, first, last, wanted)
    recorded = by_totals.answer.recorded
    used = tuple(one for one in told.aside.values() if one.claim in recorded)
    return replace(by_totals, issues=tuple(issues), chosen=used)


def _check(first: date, last: date) -> None:
    if last <= first:
        raise MistakeError(
            f"The second day, {last}, is not after the first, {first}; turn them round.",
            code="window-empty",
        )


def _of(tally: Tally) -> Known:
    claims: set[ClaimId] = set()
    for change in (*tally.sure, *tally.possible):
        claims.update(change.claims)
    words = (f"{tally.undated} of them may be of any day",) if tally.undated else ()
    return Known(tally.bounds, tuple(sorted(claims)), words)


def _known(one: Between) -> Known:
    words = tuple(line for line in (one.low_words, one.high_words) if line)
    return Known(Bounds(one.low or 0, one.high), one.because, words)


def _frees(one: Statement, day: date) -> bool:
    near = one.first <= day <= one.last and one.last - one.first <= NEAR
    return near and one.measure in _FREED and not one.part_of


def _freed_told(one: Statement) -> Freed:
    what = f"{one.measure}, {one.definition}" if one.definition else str(one.measure)
    return Freed(one.bounds, what, one.claimant, one.id)


def _freed_reported(told: Gathered, day: date, gone: Iterable[str]) -> list[Freed]:
    found = []
    for claim in (one for one in reported_flows(told.claims) if one.id not in set(gone)):
        when, amount = claim.said.when, claim.said.amount
        near = when is not None and when.may_be(day) and (when.days or 999) <= NEAR.days
        if near and amount is not None and claim.said.kind in (*EXITS, Kind.PARDONED):
            report = told.reports[claim.report]
            source = claim.draft.source.value if claim.draft.source else report.publisher
            found.append(Freed(amount.bounds, str(claim.said.kind), source, str(claim.id)))
    return found


def _detained(
    statements: Sequence[Statement], mine: str, ask: Ask
) -> tuple[tuple[str, Known], ...]:
    """Newly detained, as each other definition that counts arrests bounds them."""
    others = {
        definition_of(one).id: definition_of(one).name
        for one in statements
        if one.measure is Measure.DETAINED
    }
    found = []
    for name, words in sorted(others.items()):
        if name == mine:
            continue
        answer = reconcile(statements, definition=name, asks=[ask])
        found += [(words, _known(one)) for one in answer.bounds]
    return tuple(found)
