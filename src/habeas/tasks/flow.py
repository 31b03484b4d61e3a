"""Counting who came, was recognised and left: joins the register and the arithmetic of `counting.flow`.

Decides the window and its periods. Where no first day is asked for, it is that of the first dated
change; where no last day is, the day known by.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from habeas.counting.by_definition import counted, doubted, may_count
from habeas.counting.changes import Change, entries, exits, recognitions
from habeas.counting.definitions import Basis, Rule
from habeas.counting.flow import Flow, Told, flow, reported_flows
from habeas.counting.periods import Period, periods
from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.count import rule_of
from habeas.tasks.definition import evidence
from habeas.tasks.gathered import Gathered, gathered
from habeas.terms.claim import Claim
from habeas.terms.definition import NAMED


@dataclass(frozen=True, slots=True)
class Window:
    """What is asked: by "day", "week" or "month", from and to which day, known and recorded by when."""

    by: str = "month"
    first: date | None = None
    last: date | None = None
    known_by: date | None = None
    recorded_by: int | None = None
    definition: str = str(NAMED.id)


@dataclass(frozen=True, slots=True)
class Flows:
    """The flows of a window, and all they rest on.

    `whole` is the window as one period. `undated`: the changes that no claim dates on both sides.
    `reported`: the totals of flows that may speak of a day of the window.
    """

    asked: Window
    known_by: date
    flows: tuple[Flow, ...]
    whole: Flow
    undated: tuple[Change, ...]
    reported: tuple[Claim, ...]
    told: Gathered
    definition: Rule


def flows(register: Register, asked: Window, *, today: date) -> Flows:
    """The flow of every period of the window asked for.

    Args:
        register: An open register.
        asked: The window; both ends inclusive.
        today: The day it is; the last day anything can be known by.

    Raises:
        MistakeError: the window ends before it begins, after the day known by, or is too long.
    """
    known_by = asked.known_by or today
    told = gathered(register, known_by=asked.known_by, recorded_by=asked.recorded_by)
    by = rule_of(register, asked.definition)
    drawn = _drawn(told, by)
    recognised = drawn.recognised
    changes = [*entries(drawn.spells), *exits(drawn.spells), *recognised]
    last = asked.last or known_by
    if last > known_by:
        raise MistakeError(
            f"Nobody could know by {known_by.isoformat()} who came and left until "
            f"{last.isoformat()}; give a day that is not after the day known by.",
            code="day-not-known-yet",
        )
    window = periods(asked.first or _earliest(changes, last), last, asked.by)
    found = [_inside_by(told, by, one) for one in flow(drawn, window)]
    spoken = {claim.id for one in found for claim in one.reported}
    return Flows(
        asked,
        known_by,
        tuple(found),
        _inside_by(told, by, flow(drawn, [Period("whole", window[0].first, last)])[0]),
        tuple(change for change in changes if not change.dated and _meets(change, window)),
        tuple(claim for claim in reported_flows(told.claims) if claim.id in spoken),
        told,
        by,
    )


def _drawn(told: Gathered, by: Rule) -> Told:
    """The stays that may count by the definition, the recognitions it asks for, and whom it doubts.

    Raises:
        MistakeError: it counts prosecutions, which nobody enters or leaves.
    """
    if by.id == NAMED.id:
        return Told(told.spells, recognitions(told.claims, told.who.person_of), told.claims)
    if by.basis is Basis.PROSECUTION:
        raise MistakeError(
            f"“{by.id}” counts prosecutions, which nobody enters or leaves; a flow is of people in "
            "custody. Use another definition, or `habeas count`.",
            code="definition-no-flow",
        )
    proof = evidence(told, by)
    by_list = by.basis is Basis.RECOGNITION
    recognised = (
        proof.recognised.values() if by_list else recognitions(told.claims, told.who.person_of)
    )
    spells = tuple(one for one in told.spells if may_count(by, proof, one))
    return Told(spells, list(recognised), told.claims, doubted(by, proof))


def _inside_by(told: Gathered, by: Rule, one: Flow) -> Flow:
    """The flow, with as many inside at its end as `habeas count` says by the definition."""
    if by.id == NAMED.id:
        return one
    found = counted(by, evidence(told, by), one.period.last)
    return replace(one, sure=len(found.sure), possible=len(found.possible))


def _earliest(changes: Iterable[Change], last: date) -> date:
    """The first day that a dated change may lie on."""
    return min(
        (change.low for change in changes if change.dated and change.low <= last), default=last
    )


def _meets(change: Change, window: list[Period]) -> bool:
    return change.meets(window[0].first, window[-1].last)
