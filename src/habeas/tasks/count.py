"""Counting who is inside on a day: joins the register, the people and the arithmetic.

The laws of the numbers stand in `counting`; which claims are counted, and in which unit, in
`gathered`.
"""

from datetime import date

from habeas.counting.inside import Standing, inside, stands
from habeas.counting.reported import contradictions, reported
from habeas.errors import MistakeError
from habeas.language.populations import population
from habeas.register.register import Register
from habeas.tasks.answer import Answer, Question
from habeas.tasks.gathered import gathered
from habeas.terms.definition import NAMED


def count(register: Register, question: Question, *, today: date) -> Answer:
    """Who is inside on a day, by the accepted claims, and what reports say the number is.

    Args:
        register: An open register.
        question: The day, and by what was known and recorded.
        today: The day it is; the last day anything can be known by.

    Raises:
        MistakeError: the day counted on is after the day known by, or nobody counts by that definition.
    """
    _check_definition(register, question.definition)
    known_by = question.known_by or today
    told = gathered(register, known_by=question.known_by, recorded_by=question.recorded_by)
    number = inside(told.spells, on=question.on, known_by=known_by)
    standing = {
        person: stand
        for person, stand in stands(told.spells, question.on).items()
        if stand.standing is not Standing.OUTSIDE
    }
    totals = reported(told.claims, on=question.on, population=population)
    return Answer(
        question,
        number,
        told.who.unit,
        standing,
        told.who.names,
        told.who.languages,
        tuple(totals),
        tuple(contradictions(totals)),
        told.issues,
        told.left_out,
        {claim.id: claim for claim in told.claims},
        told.reports,
    )


def _check_definition(register: Register, asked: str) -> None:
    known = {name for one in register.definitions() for name in (str(one.id), one.name)}
    if asked in (str(NAMED.id), NAMED.name):
        return
    if asked in known:
        raise MistakeError(
            f"By “{asked}” nobody is counted yet: who is on that list is not in the register. "
            "Its published totals are shown by `habeas count` without --definition.",
            code="definition-not-counted",
        )
    raise MistakeError(
        f"There is no definition “{asked}”; known are: {', '.join(sorted(known))}.",
        code="definition-unknown",
    )
