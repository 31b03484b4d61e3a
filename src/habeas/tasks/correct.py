"""Correcting the day a report was published, or its publisher, and knowing beforehand what that does.

Decides what is told before it is done: the report before and after, its claims, those whose days were
reckoned from the old day, and how many are inside on the days it matters. Laws: what is told is what
happens, since it was tried and taken back; the old value stays in the log; no claim is changed by it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.answer import Question
from habeas.tasks.count import count
from habeas.tasks.ids import new_id
from habeas.terms.bounds import Bounds
from habeas.terms.correction import Correction, corrected
from habeas.terms.ids import ClaimId, CorrectionId, ReportId
from habeas.terms.report import Report
from habeas.terms.when import When

_AS_WRITTEN = "as written"
"""The rule of a day that does not depend on when its report was published."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants corrected. `publisher` None: as it is; `dated`: the day, None for unknown."""

    report: ReportId
    by: str
    publisher: str | None = None
    dated: bool = False
    published: When | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """How many are inside at the end of a day, by what was known on it, before and after."""

    on: date
    before: Bounds
    after: Bounds


@dataclass(frozen=True, slots=True)
class Effect:
    """What a correction does. `counted`: the claims that count; `reckoned`: those to look at."""

    correction: Correction
    before: Report
    after: Report
    claims: int
    counted: int
    reckoned: tuple[ClaimId, ...]
    inside: tuple[Changed, ...]


def effect(register: Register, wanted: Wanted, *, today: date, at: int) -> Effect:
    """What the correction would do; nothing is changed. `at` in µs since 1970 UTC.

    Raises:
        MistakeError: there is no such report, or it is as wanted already.
    """
    before = register.report(wanted.report)
    correction = Correction(
        CorrectionId(new_id("k")),
        wanted.report,
        wanted.by,
        wanted.publisher,
        wanted.dated,
        wanted.published,
        wanted.reason,
    )
    after = corrected(before, correction)
    if (after.publisher, after.published) == (before.publisher, before.published):
        raise MistakeError(
            f"Report {wanted.report} says so already; nothing was changed.", code="correction-same"
        )
    claims = list(register.claims(report=wanted.report))
    days = _days(before, after, today)
    old = _inside(register, days, today)
    with register.as_if_put([correction], at=at):
        new = _inside(register, days, today)
    reckoned = tuple(
        one.claim.id
        for one in claims
        if (when := one.as_counted.said.when) and when.rule not in ("", _AS_WRITTEN)
    )
    return Effect(
        correction,
        before,
        after,
        len(claims),
        sum(one.counts for one in claims),
        reckoned if wanted.dated else (),
        tuple(Changed(*row) for row in zip(days, old, new, strict=True)),
    )


def correct(register: Register, told: Effect, *, at: int) -> None:
    """Write the correction whose effect was told."""
    register.put([told.correction], at=at)


def _days(before: Report, after: Report, today: date) -> list[date]:
    """The days on which the answer may change: when the report was, and is, known at last; today."""
    ends = [when.latest for when in (before.published, after.published) if when and when.latest]
    return sorted({today, *(end for end in ends if end <= today)})


def _inside(register: Register, days: Sequence[date], today: date) -> list[Bounds]:
    return [count(register, Question(day, known_by=day), today=today).count.number for day in days]
