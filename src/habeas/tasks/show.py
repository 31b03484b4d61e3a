"""One report, claim, person or spelling, with all that the register holds about it.

Decides what an id names: "r-…" a report, "c-…" a claim, "c-….0" a mention, and so its person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.counting.spells import spells
from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.register.reviewed import Reviewed
from habeas.tasks.grounds import Ground, ground, grounds
from habeas.tasks.spelling import Spelled, spelled
from habeas.terms.claim import Claim
from habeas.terms.count import Issue, Spell
from habeas.terms.ids import ClaimId, MentionId, ReportId
from habeas.terms.person import mention_id
from habeas.terms.report import Report
from habeas.terms.review import Review
from habeas.terms.sending import Sending

_ID = re.compile(r"[a-z]-[0-9A-Za-z-]{1,64}(\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class ReportShown:
    """A report and its claims, in the order of the text."""

    report: Report
    length: int
    claims: tuple[Ground, ...]
    sendings: tuple[Sending, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim as it was proposed, what stands behind it, and all its reviews, withdrawn ones too."""

    proposed: Claim
    ground: Ground
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person or spelling: claims in the order of their days, and the stays the accepted ones bound."""

    spelled: Spelled
    claims: tuple[Ground, ...]
    spells: tuple[Spell, ...]
    issues: tuple[Issue, ...]


def show(register: Register, name: str) -> ReportShown | ClaimShown | PersonShown:
    """What an id names.

    Raises:
        MistakeError: it is no id, or names nothing.
    """
    match = _ID.fullmatch(name.strip())
    if name.strip().startswith("p-"):
        raise MistakeError(
            "This is a protected case: `habeas protect show CASE` shows it.", code="id-protected"
        )
    if match is None or name.strip()[0] not in "rc":
        raise MistakeError(
            f"“{name[:80]}” is not the id of a report (r-…), a claim (c-…) or a person (c-….0); "
            "`habeas find NAME` and `habeas review --list` print ids.",
            code="id-unknown",
        )
    if match[1]:
        return _person(register, MentionId(match.group()))
    if match.group().startswith("r-"):
        return _report(register, ReportId(match.group()))
    return _claim(register, ClaimId(match.group()))


def _report(register: Register, name: ReportId) -> ReportShown:
    report = register.report(name)
    claims = sorted(register.claims(report=name), key=lambda one: one.claim.quote.start)
    sent = tuple(register.sendings(name))
    return ReportShown(report, len(register.text(name)), _grounds(register, claims), sent)


def _claim(register: Register, name: ClaimId) -> ClaimShown:
    one = register.claim(name)
    return ClaimShown(
        one.claim,
        ground(register, one.as_counted, one.review),
        tuple(register.reviews(name)),
    )


def _person(register: Register, name: MentionId) -> PersonShown:
    found = spelled(register, name)
    person_of = {
        mention_id(one.claim.id, number): found.person.id
        for one in found.counted
        for number in range(len(one.as_counted.said.persons))
        if mention_id(one.claim.id, number) in found.person.mentions
    }
    drawn = spells([one.as_counted for one in found.counted], person_of)
    return PersonShown(found, _grounds(register, found.claims), drawn.spells, drawn.issues)


def _grounds(register: Register, claims: Sequence[Reviewed]) -> tuple[Ground, ...]:
    reviews = {one.claim.id: one.review for one in claims}
    return tuple(grounds(register, (one.as_counted for one in claims), reviews).values())
