"""What a batch must not accept unread, since it could harm a person or make a wrong number sure.

Decides which claims are left for a human eye. Laws: a death is never accepted unread, nor what speaks
of a death, of minors or of health, in the quote or close to it and to the names, nor a note or a call
(whatever file its bytes came in), nor a sealed report; nor words with letters of two alphabets, by which
a word or a name can be hidden; nor a claim whose arguments were partly guessed; nor a recognition
without the body that recognised. Whoever is named only in notes and
calls is not yet public: all claims that name them there are left out by the rule on notes and calls.
"""

from collections.abc import Iterator
from enum import StrEnum

from habeas.language.sensitive import Matter, matters, mixed
from habeas.terms.claim import Argument, Claim
from habeas.terms.kind import Kind
from habeas.terms.report import Medium, Report, Sensitivity

NEAR = 160
"""Code points on either side of a quote, and of a name in it, that are looked at, too."""

NOTES = "text/vnd.habeas.note"
"""What the bytes of a note or a call are, also when they come as a file."""


class Harm(StrEnum):
    """Why a claim must be read before it is accepted."""

    DEATH = "tells of a death"
    DEATH_NEAR = "may be about somebody who died"
    MINORS = "may be about a minor"
    HEALTH = "may be about somebody's health"
    NOT_PUBLIC = "comes from a note, a call or a sealed report"
    TWO_ALPHABETS = "has a word with letters of two alphabets"
    INFERRED = "has arguments that no words of its own stand for"
    UNNAMED_BODY = "does not say who recognised"


def harm(claim: Claim, report: Report, text: str = "") -> Harm | None:
    """The first reason why the claim may not be accepted unread; None: it may.

    Args:
        claim: The claim.
        report: Its report.
        text: The report's text, to look around the quote; "": only the claim's own words are looked at.
    """
    words = "\n".join((_words(claim), *_around(claim, text)))
    found = matters(words)
    reasons = {
        Harm.DEATH: claim.said.kind is Kind.DIED,
        Harm.NOT_PUBLIC: report.medium is not Medium.DOCUMENT
        or report.sensitivity is Sensitivity.SEALED
        or report.media_type == NOTES,
        Harm.MINORS: Matter.MINORS in found,
        Harm.HEALTH: Matter.HEALTH in found,
        Harm.DEATH_NEAR: Matter.DEATH in found,
        Harm.TWO_ALPHABETS: mixed(words),
        Harm.INFERRED: bool(inferred(claim)),
        Harm.UNNAMED_BODY: claim.said.kind is Kind.RECOGNISED
        and claim.said.actor is None
        and claim.draft.source is None,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def grave(claim: Claim) -> Harm | None:
    """What is said of a person in its own words that may harm most: a death, a minor, health."""
    found = matters(_words(claim))
    reasons = {
        Harm.DEATH: claim.said.kind is Kind.DIED,
        Harm.DEATH_NEAR: Matter.DEATH in found,
        Harm.MINORS: Matter.MINORS in found,
        Harm.HEALTH: Matter.HEALTH in found,
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


def _around(claim: Claim, text: str) -> Iterator[str]:
    """What stands close to the quote and to each name in the text."""
    places = [(claim.quote.start, claim.quote.stop)]
    places += [(one.start or 0, one.stop or 0) for one in claim.said.persons if not one.inferred]
    for start, stop in places:
        yield text[max(0, start - NEAR) : stop + NEAR]


def _words(claim: Claim) -> str:
    said = claim.said
    arguments = (*said.persons, said.part, said.population, said.terms, said.place)
    words = [claim.quote.words, said.note, *(one.value for one in arguments if one)]
    return "\n".join(words)
