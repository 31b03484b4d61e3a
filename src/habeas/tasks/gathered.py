"""`Gathered`: the accepted claims of a register as people and stays, before anything is counted.

Decides which claims are asked for, and in which unit people are counted: people, as far as a judge has
settled who they are. Law: nothing unreviewed is
counted; how much was left out is part of every answer.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.counting.spells import spells
from habeas.language.folding import fold
from habeas.register.register import Register
from habeas.resolving.people import settled, spellings
from habeas.tasks.answer import PEOPLE, SOME, SPELLINGS, LeftOut
from habeas.tasks.aside import chosen
from habeas.terms.aside import SetAside
from habeas.terms.claim import Claim
from habeas.terms.count import Issue, Spell
from habeas.terms.ids import ClaimId, MentionId, PersonId, ReportId
from habeas.terms.person import Mention, Person, Verdict, mention_id
from habeas.terms.report import Report


@dataclass(frozen=True, slots=True)
class Named:
    """The people or spellings that claims name: who each mention stands for, and how it is written.

    `settled`: those that may be called people, since a judge has settled every mention of theirs.
    """

    unit: str
    settled: frozenset[PersonId]
    persons: tuple[Person, ...]
    person_of: Mapping[MentionId, PersonId]
    names: Mapping[PersonId, str]
    languages: Mapping[PersonId, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Accepted claims, who they name, the stays they tell, what is odd, and what was left out.

    `aside`: the claims whose numbers a reviewer has set aside.
    """

    claims: tuple[Claim, ...]
    reports: Mapping[ReportId, Report]
    who: Named
    spells: tuple[Spell, ...]
    issues: tuple[Issue, ...]
    left_out: LeftOut
    verdicts: tuple[Verdict, ...]
    aside: Mapping[ClaimId, SetAside]


def gathered(
    register: Register, *, known_by: date | None = None, recorded_by: int | None = None
) -> Gathered:
    """What was known by the end of a day (None: all), and recorded by an instant (None: now)."""
    claims = tuple(register.counted(known_by=known_by, recorded_by=recorded_by))
    reports = {report.id: report for report in register.reports(recorded_by=recorded_by)}
    verdicts = tuple(register.verdicts(recorded_by=recorded_by))
    who = named(claims, reports, verdicts)
    drawn = spells(claims, who.person_of)
    who = replace(who, unit=_unit({spell.person for spell in drawn.spells}, who.settled))
    aside = chosen(register, recorded_by=recorded_by)
    left_out = _left_out(register, reports, known_by, recorded_by)
    issues = (*drawn.issues, *_contested(who))
    return Gathered(claims, reports, who, drawn.spells, issues, left_out, verdicts, aside)


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
    unit = _unit({person.id for person in found}, whole)
    return Named(unit, whole, tuple(found), person_of, names, languages)


def _unit(told: Collection[PersonId], settled: Collection[PersonId]) -> str:
    """What is counted: people, if a judge has settled all of those told of."""
    whole = sum(1 for person in told if person in settled)
    if not whole:
        return SPELLINGS
    return PEOPLE if whole == len(told) else SOME


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


def _left_out(
    register: Register,
    reports: Mapping[ReportId, Report],
    known: date | None,
    recorded: int | None,
) -> LeftOut:
    waiting = register.unreviewed(recorded_by=recorded)
    unreviewed = sum(1 for claim in waiting if known is None or _known(claim, known))
    undated = {id for id, report in reports.items() if report.published is None}
    if known is None or not undated:
        return LeftOut(unreviewed, 0)
    accepted = register.counted(recorded_by=recorded)
    return LeftOut(unreviewed, sum(1 for claim in accepted if claim.report in undated))


def _known(claim: Claim, known_by: date) -> bool:
    return claim.known_on is not None and claim.known_on.certainly_by(known_by)
