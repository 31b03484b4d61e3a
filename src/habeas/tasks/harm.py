"""What a batch must not accept unread, since it could harm a person or make a wrong number sure.

Decides which claims are left for a human eye. Laws: a death is never accepted unread, nor what speaks
of minors or of health, nor a note or a call, nor a sealed report; nor a claim whose arguments were
partly guessed; nor a recognition without the body that recognised. A claim speaks of minors or of
health, too, if the sentence it stands in does, the one before or the one after, or any sentence of its
report that names one of its people: “He is 16” seldom stands in the words of the arrest. Whoever is
named only in notes and calls is not yet public: all claims that name them there are left out by the
rule on notes and calls.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.language.sensitive import Matter, matters
from habeas.register.register import Register
from habeas.tasks.context import borders
from habeas.terms.claim import Claim, Draft
from habeas.terms.ids import ReportId
from habeas.terms.kind import Kind
from habeas.terms.report import Medium, Report, Sensitivity

_ENDING = 2
"""Letters at the end of a name that may change with its case."""


class Harm(StrEnum):
    """Why a claim must be read before it is accepted."""

    DEATH = "tells of a death"
    MINORS = "may be about a minor"
    HEALTH = "may be about somebody's health"
    NOT_PUBLIC = "comes from a note, a call or a sealed report"
    INFERRED = "has arguments that no words of its own stand for"
    UNNAMED_BODY = "does not say who recognised"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report that speaks of minors or of health.

    `near` is half-open, in code points: from the sentence before it to the end of the one after it.
    """

    words: str
    matters: frozenset[Matter]
    near: tuple[int, int]


def reasons(register: Register, claims: Iterable[Claim]) -> Iterator[tuple[Claim, Harm | None]]:
    """Each claim with the first reason why it may not be accepted unread; None: it may."""
    reports = {one.id: one for one in register.reports()}
    spoken: dict[ReportId, tuple[Passage, ...]] = {}
    for claim in claims:
        report = reports[claim.report]
        if report.id not in spoken:
            spoken[report.id] = passages(register.text(report.id), report.language)
        yield claim, harm(claim, report, spoken[report.id])


def passages(text: str, language: str | None) -> tuple[Passage, ...]:
    """The sentences of a text that speak of minors or of health, in order."""
    if not matters(text):
        return ()
    spans = borders(text, language)
    found = []
    for number, (start, stop) in enumerate(spans):
        spoken = matters(text[start:stop])
        if spoken:
            before, after = spans[max(0, number - 1)], spans[min(len(spans) - 1, number + 1)]
            found.append(Passage(text[start:stop], spoken, (before[0], after[1])))
    return tuple(found)


def harm(claim: Claim, report: Report, spoken: Sequence[Passage] = ()) -> Harm | None:
    """The first reason why the claim may not be accepted unread; None: it may.

    Args:
        claim: The claim.
        report: The report it stands in.
        spoken: What the report says of minors and of health, as `passages` gives it.
    """
    found = matters(_words(claim)).union(*(one.matters for one in spoken if _about(one, claim)))
    held = {
        Harm.DEATH: claim.said.kind is Kind.DIED,
        Harm.NOT_PUBLIC: report.medium is not Medium.DOCUMENT
        or report.sensitivity is Sensitivity.SEALED,
        Harm.MINORS: Matter.MINORS in found,
        Harm.HEALTH: Matter.HEALTH in found,
        Harm.INFERRED: bool(inferred(claim.draft)),
        Harm.UNNAMED_BODY: claim.said.kind is Kind.RECOGNISED
        and claim.said.actor is None
        and claim.draft.source is None,
    }
    return next((reason for reason, holds in held.items() if holds), None)


def inferred(draft: Draft) -> list[str]:
    """The names of its arguments that were carried over, and have no words of their own."""
    said = draft.said
    singles = {**said.singles, "source": draft.source}
    found = [name for name, argument in singles.items() if argument and argument.inferred]
    if any(person.inferred for person in said.persons):
        found.insert(0, "persons")
    if said.amount is not None and said.amount_at is None:
        found.insert(0, "count")
    return found


def _about(passage: Passage, claim: Claim) -> bool:
    """Whether the claim stands beside the passage, or one of its people is named in it."""
    start, stop = passage.near
    if claim.quote.start < stop and start < claim.quote.stop:
        return True
    words = passage.words.casefold()
    return any(_stem(person.value) in words for person in claim.said.persons)


def _stem(name: str) -> str:
    """The longest word of a name, without the end that changes with the case."""
    longest = max(name.casefold().split(), key=len, default=name)
    return longest[:-_ENDING] if len(longest) > 2 * _ENDING else longest


def _words(claim: Claim) -> str:
    said = claim.said
    arguments = (said.part, said.population, said.terms, said.place)
    words = [claim.quote.words, said.note, *(one.value for one in arguments if one)]
    return "\n".join(words)
