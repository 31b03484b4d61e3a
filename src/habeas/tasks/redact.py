"""Redacting: forget what a report, claim, review or verdict said, and know beforehand what that does.

Decides what is told before it is done: what goes along, and how many people are counted before and
after. Law: what is told is what happens; it was tried, and taken back.
"""

from dataclasses import dataclass
from datetime import date

from habeas.register.redacting import Doomed, Order
from habeas.register.register import Register
from habeas.tasks.answer import Question
from habeas.tasks.count import count
from habeas.tasks.ids import new_id
from habeas.terms.bounds import Bounds
from habeas.terms.redaction import ReasonClass


@dataclass(frozen=True, slots=True)
class Effect:
    """What a redaction takes along, and the claims and people counted before and after it."""

    doomed: Doomed
    claims: tuple[int, int]
    inside: tuple[Bounds, Bounds]


def order(target: str, *, by: str, reason: ReasonClass) -> Order:
    """An order to redact what has that id."""
    return Order(target, by, reason, new_id)


def effect(register: Register, given: Order, *, today: date, at: int) -> Effect:
    """What the redaction would do; nothing is changed. `at` in µs since 1970 UTC.

    Raises:
        MistakeError: there is nothing of that id to redact.
    """
    gone = register.doomed(given)
    before = _counts(register, today)
    with register.as_if_redacted(given, at=at):
        after = _counts(register, today)
    return Effect(gone, (before[0], after[0]), (before[1], after[1]))


def _counts(register: Register, today: date) -> tuple[int, Bounds]:
    claims = sum(1 for _claim in register.counted())
    return claims, count(register, Question(today), today=today).count.number
