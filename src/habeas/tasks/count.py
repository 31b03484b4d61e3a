"""Counting who is inside on a day: joins the register, the people and the arithmetic.

Decides which claims are asked for, and in which unit people are counted: people, as far as a judge has
settled who they are. The laws of the numbers stand in `counting`. Law: nothing unreviewed is counted;
how much was left out is part of the answer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.counting.inside import Standing, inside, stands
from habeas.counting.reported import contradictions, reported
from habeas.counting.spells import spells
from habeas.errors import MistakeError
from habeas.language.folding import fold
from habeas.language.populations import population
from habeas.register.register import Register
from habeas.resolving.people import leaning, settled, spellings
from habeas.tasks.answer import PEOPLE, SOME, SPELLINGS, Answer, LeftOut, Question
from habeas.terms.claim import Claim
from habeas.terms.count import Issue, Spell
from habeas.terms.definition import NAMED
from habeas.terms.ids import ClaimId, MentionId, PersonId, ReportId
from habeas.terms.person import Mention, Person, Verdict, mention_id
from habeas.terms.report import Report


@dataclass(frozen=True, slots=True)
class Named:
    """The people or spellings that claims name: who each mention stands for, and how it is written.

    `settled`: those that may be called people, since a judge has settled every mention of theirs.
    """

    settled: frozenset[PersonId]
    persons: tuple[Person, ...]
    person_of: Mapping[MentionId, PersonId]
    names: Mapping[PersonId, str]
    languages: Mapping[PersonId, tuple[str, ...]]


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
    claims = list(register.counted(known_by=question.known_by, recorded_by=question.recorded_by))
    reports = {report.id: report for report in register.reports()}
    verdicts = register.verdicts(recorded_by=question.recorded_by)
    who = named(claims, reports, verdicts)
    drawn = spells(claims, who.person_of)
    number = inside(drawn.spells, on=question.on, known_by=known_by)
    standing = {
        person: stand
        for person, stand in stands(drawn.spells, question.on).items()
        if stand.standing is not Standing.OUTSIDE
    }
    totals = reported(claims, on=question.on, population=population)
    return Answer(
        question,
        number,
        _unit(who, drawn.spells),
        standing,
        who.names,
        who.languages,
        tuple(totals),
        tuple(contradictions(totals)),
        (*drawn.issues, *_contested(who)),
        _left_out(register, question, reports),
        {claim.id: claim for claim in claims},
        reports,
        frozenset(who.settled & standing.keys()),
        leaning([one for one in who.persons if one.id in standing], verdicts),
    )


def named(
    claims: Sequence[Claim], reports: Mapping[ReportId, Report], verdicts: Iterable[Verdict]
) -> Named:
    """The people that claims name; spellings, as far as some mention was judged by nobody."""
    mentions = [mention for claim in claims for mention in _mentions(claim, reports)]
    given = list(verdicts)
    found = spellings(mentions, given, fold)
    whole = frozenset(settled(found, given))
    person_of = {mention: person.id for person in found for mention in person.mentions}
    written: dict[PersonId, Counter[str]] = defaultdict(Counter)
    spoken: dict[PersonId, set[str]] = defaultdict(set)
    for mention in mentions:
        written[person_of[mention.id]][mention.written] += 1
        if mention.language is not None:
            spoken[person_of[mention.id]].add(mention.language)
    names = {person: _most_often(forms) for person, forms in written.items()}
    languages = {person: tuple(sorted(spoken[person])) for person in names}
    return Named(whole, tuple(found), person_of, names, languages)


def _unit(who: Named, spells: Iterable[Spell]) -> str:
    """What is counted: people, if a judge has settled everyone of whose custody anything is told."""
    told = {spell.person for spell in spells}
    if not told & who.settled:
        return SPELLINGS
    return PEOPLE if told <= who.settled else SOME


def _contested(who: Named) -> list[Issue]:
    """An issue for everyone whom verdicts join and part at once."""
    return [
        Issue(
            "person-contested",
            f"Verdicts join {who.names[person.id]} ({person.id}) with somebody who is judged "
            "different; one of them must be withdrawn. Counted as one until then.",
            tuple(sorted({ClaimId(name.rpartition(".")[0]) for name in person.mentions})),
        )
        for person in who.persons
        if person.contested
    ]


def _mentions(claim: Claim, reports: Mapping[ReportId, Report]) -> list[Mention]:
    language = reports[claim.report].language
    return [
        Mention(mention_id(claim.id, number), claim.id, number, person.value, language)
        for number, person in enumerate(claim.said.persons)
    ]


def _most_often(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


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


def _left_out(
    register: Register, question: Question, reports: Mapping[ReportId, Report]
) -> LeftOut:
    known, recorded = question.known_by, question.recorded_by
    waiting = register.unreviewed(recorded_by=recorded)
    unreviewed = sum(1 for claim in waiting if known is None or _known(claim, known))
    undated = {id for id, report in reports.items() if report.published is None}
    if known is None or not undated:
        return LeftOut(unreviewed, 0)
    accepted = register.counted(recorded_by=recorded)
    return LeftOut(unreviewed, sum(1 for claim in accepted if claim.report in undated))


def _known(claim: Claim, known_by: date) -> bool:
    return claim.known_on is not None and claim.known_on.certainly_by(known_by)
