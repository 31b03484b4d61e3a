"""Counting who is inside on a day: joins the register, the people and the arithmetic.

The laws of the numbers stand in `counting`; which claims are counted, and in which unit, in
`gathered`.
"""

from datetime import date

from habeas.counting.by_definition import counted
from habeas.counting.definitions import Rule, rule, rules
from habeas.counting.reported import contradictions, reported
from habeas.errors import MistakeError
from habeas.language.populations import population
from habeas.register.register import Register
from habeas.resolving.people import leaning
from habeas.tasks.answer import Answer, Question
from habeas.tasks.definition import evidence
from habeas.tasks.gathered import Gathered, gathered
from habeas.terms.count import Count
from habeas.terms.ids import ClaimId, PersonId

WHAT = {
    "person": "people inside at the end of the day",
    "prosecution": "prosecutions begun by the end of the day",
}
"""What a number counts, by the unit of its definition."""


def count(register: Register, question: Question, *, today: date) -> Answer:
    """Who is inside on a day, by the accepted claims, and what reports say the number is.

    Args:
        register: An open register.
        question: The day, and by what was known and recorded.
        today: The day it is; the last day anything can be known by.

    Raises:
        MistakeError: the day counted on is after the day known by, or nobody counts by that definition.
    """
    by = rule_of(register, question.definition)
    known_by = question.known_by or today
    _check_day(question.on, known_by)
    told = gathered(register, known_by=question.known_by, recorded_by=question.recorded_by)
    found = counted(by, evidence(told, by), question.on)
    number = Count(
        WHAT[by.unit],
        question.on,
        known_by,
        by.name,
        found.sure,
        found.possible,
        tuple(sorted({claim for one in found.people.values() for claim in one.spell.claims})),
    )
    totals = reported(told.claims, on=question.on, population=population)
    return Answer(
        question,
        number,
        told.who.unit if by.unit == "person" else f"{by.unit}s of {told.who.unit}",
        found.people,
        told.who.names,
        told.who.languages,
        tuple(totals),
        tuple(contradictions(one for one in totals if one.claim.id not in told.aside)),
        told.issues,
        told.left_out,
        {claim.id: claim for claim in told.claims},
        told.reports,
        by,
        found.outside,
        _claims_of(told),
        told.who.settled & found.people.keys(),
        leaning([one for one in told.who.persons if one.id in found.people], told.verdicts),
        {one.claim.id: told.aside[one.claim.id] for one in totals if one.claim.id in told.aside},
    )


def _claims_of(told: Gathered) -> dict[PersonId, tuple[ClaimId, ...]]:
    return {
        person.id: tuple(sorted({ClaimId(one.rpartition(".")[0]) for one in person.mentions}))
        for person in told.who.persons
    }


def _check_day(on: date, known_by: date) -> None:
    if on > known_by:
        raise MistakeError(
            f"Nobody could know by {known_by.isoformat()} who is inside on {on.isoformat()}; "
            "give a day to count on that is not after the day known by.",
            code="day-not-known-yet",
        )


def rule_of(register: Register, asked: str) -> Rule:
    """The rule that counts by what is asked for.

    Raises:
        MistakeError: nobody counts by a definition of that name.
    """
    if any(asked.casefold() in (one.id, one.name.casefold()) for one in rules()):
        return rule(asked)
    if asked in {name for one in register.definitions() for name in (str(one.id), one.name)}:
        raise MistakeError(
            f"By “{asked}” nobody is counted yet: its rule is in the register as words only. "
            f"Definitions that can be counted by: {', '.join(one.id for one in rules())}.",
            code="definition-not-counted",
        )
    return rule(asked)
