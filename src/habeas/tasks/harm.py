"""What a batch must not accept unread, since it could harm a person or make a wrong number sure.

Decides which claims are left for a human eye. Laws: a death is never accepted unread, nor what speaks
of a death, of minors or of health, nor a note or a call (whatever file its bytes came in), nor a letter
that nobody said is public, nor a sealed report; nor words with letters of two alphabets, by which a
word or a name can be hidden; nor a claim whose arguments were partly guessed; nor a recognition without
the body that recognised. A claim speaks of a matter, too, if its report does so within 160 letters of
the quote or of a name in it, in the sentence it stands in, the one before or the one after, or in any
sentence that names one of its people: “He is 16” seldom stands in the words of the arrest. Whoever is
named only in notes and calls is not yet public: all claims that name them there are left out by the rule
on notes and calls. What is a letter is for `letters`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.language.sensitive import Matter, matters, mixed
from habeas.register.register import Register
from habeas.tasks.context import borders
from habeas.tasks.letters import private_letter
from habeas.tasks.withheld import spoken
from habeas.terms.claim import Claim, Draft
from habeas.terms.ids import ReportId
from habeas.terms.kind import Kind
from habeas.terms.report import Report, Sensitivity

NEAR = 160
"""Code points on either side of a quote, and of a name in it, that are looked at, too."""

_ENDING = 2
"""Letters at the end of a name that may change with its case."""


class Harm(StrEnum):
    """Why a claim must be read before it is accepted."""

    DEATH = "tells of a death"
    DEATH_NEAR = "may be about somebody who died"
    MINORS = "may be about a minor"
    HEALTH = "may be about somebody's health"
    NOT_PUBLIC = "comes from a note, a call, a private letter or a sealed report"
    TWO_ALPHABETS = "has a word with letters of two alphabets"
    INFERRED = "says more than its marked words do"
    UNNAMED_BODY = "does not say who recognised"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report that speaks of a sensitive matter.

    `near` is half-open, in code points: from the sentence before it to the end of the one after it.
    """

    words: str
    matters: frozenset[Matter]
    near: tuple[int, int]


def reasons(register: Register, claims: Iterable[Claim]) -> Iterator[tuple[Claim, Harm | None]]:
    """Each claim with the first reason why it may not be accepted unread; None: it may."""
    reports = {one.id: one for one in register.reports()}
    read: dict[ReportId, _Read] = {}
    for claim in claims:
        report = reports[claim.report]
        if report.id not in read:
            text = register.text(report.id)
            kept_back = _unpublished(report) or private_letter(register, report)
            read = {report.id: _Read(text, passages(text, report.language), kept_back)}
        yield claim, _harm(claim, read[report.id])


def passages(text: str, language: str | None) -> tuple[Passage, ...]:
    """The sentences of a text that speak of a death, of minors or of health, in order."""
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


def harm(claim: Claim, report: Report, text: str = "") -> Harm | None:
    """The first reason why the claim may not be accepted unread; None: it may.

    A letter is known by its bytes, and is not seen here: `reasons` looks at them.

    Args:
        claim: The claim.
        report: The report it stands in.
        text: The report's text, to look around the quote; "": only the claim's own words are looked at.
    """
    return _harm(claim, _Read(text, passages(text, report.language), _unpublished(report)))


def grave(claim: Claim) -> Harm | None:
    """What is said of a person in its own words that may harm most: a death, a minor, health."""
    held = _grave(claim, matters(_words(claim)))
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


@dataclass(frozen=True, slots=True)
class _Read:
    """A report that was looked through: its text, its passages, whether it is not public."""

    text: str
    passages: Sequence[Passage]
    unpublished: bool


def _unpublished(report: Report) -> bool:
    return spoken(report) or report.sensitivity is Sensitivity.SEALED


def _harm(claim: Claim, read: _Read) -> Harm | None:
    words = "\n".join((_words(claim), *_around(claim, read.text)))
    found = matters(words).union(*(one.matters for one in read.passages if _about(one, claim)))
    held = {
        Harm.DEATH: claim.said.kind is Kind.DIED,
        Harm.NOT_PUBLIC: read.unpublished,
        **_grave(claim, found),
        Harm.TWO_ALPHABETS: mixed(words),
        Harm.INFERRED: bool(inferred(claim.draft)),
        Harm.UNNAMED_BODY: claim.said.kind is Kind.RECOGNISED
        and claim.said.actor is None
        and claim.draft.source is None,
    }
    return next((reason for reason, holds in held.items() if holds), None)


def _grave(claim: Claim, found: frozenset[Matter]) -> dict[Harm, bool]:
    return {
        Harm.DEATH: claim.said.kind is Kind.DIED,
        Harm.MINORS: Matter.MINORS in found,
        Harm.HEALTH: Matter.HEALTH in found,
        Harm.DEATH_NEAR: Matter.DEATH in found,
    }


def _around(claim: Claim, text: str) -> Iterator[str]:
    """What stands close to the quote and to each name in the text."""
    places = [(claim.quote.start, claim.quote.stop)]
    places += [(one.start or 0, one.stop or 0) for one in claim.said.persons if not one.inferred]
    for start, stop in places:
        yield text[max(0, start - NEAR) : stop + NEAR]


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
    arguments = (*said.persons, said.part, said.population, said.terms, said.place)
    words = [claim.quote.words, said.note, *(one.value for one in arguments if one)]
    return "\n".join(words)
