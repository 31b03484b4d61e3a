"""What a batch must not accept unread, since it could harm a person or make a wrong number sure.

Decides which claims are left for a human eye. Laws: a death is never accepted unread, nor what speaks
of minors or of health, nor a note or a call, nor a sealed report; nor a claim whose arguments were
partly guessed; nor a recognition without the body that recognised. Whoever is named only in notes and
calls is not yet public: all claims that name them there are left out by the rule on notes and calls.
"""

from enum import StrEnum

from habeas.language.sensitive import Matter, matters
from habeas.terms.claim import Argument, Claim
from habeas.terms.kind import Kind
from habeas.terms.report import Medium, Report, Sensitivity


class Harm(StrEnum):
    """Why a claim must be read before it is accepted."""

    DEATH = "tells of a death"
    MINORS = "may be about a minor"
    HEALTH = "may be about somebody's health"
    NOT_PUBLIC = "comes from a note, a call or a sealed report"
    INFERRED = "has arguments that no words of its own stand for"
    UNNAMED_BODY = "does not say who recognised"


def harm(claim: Claim, report: Report) -> Harm | None:
    """The first reason why the claim may not be accepted unread; None: it may."""
    found = matters(_words(claim))
    reasons = {
        Harm.DEATH: claim.said.kind is Kind.DIED,
        Harm.NOT_PUBLIC: report.medium is not Medium.DOCUMENT
        or report.sensitivity is Sensitivity.SEALED,
        Harm.MINORS: Matter.MINORS in found,
        Harm.HEALTH: Matter.HEALTH in found,
        Harm.INFERRED: bool(inferred(claim)),
        Harm.UNNAMED_BODY: claim.said.kind is Kind.RECOGNISED
        and claim.said.actor is None
        and claim.draft.source is None,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def inferred(claim: Claim) -> list[str]:
    """The names of its arguments that were carried over, and have no words of their own."""
    said = claim.said
    singles: dict[str, Argument | None] = {
        "place": said.place,
        "destination": said.destination,
        "actor": said.actor,
        "terms": said.terms,
        "penalty": said.penalty,
        "population": said.population,
        "part": said.part,
        "source": claim.draft.source,
    }
    found = [name for name, argument in singles.items() if argument and argument.inferred]
    if any(person.inferred for person in said.persons):
        found.insert(0, "persons")
    if said.amount is not None and said.amount_at is None:
        found.insert(0, "count")
    return found


def _words(claim: Claim) -> str:
    said = claim.said
    arguments = (said.part, said.population, said.terms, said.place)
    words = [claim.quote.words, said.note, *(one.value for one in arguments if one)]
    return "\n".join(words)
