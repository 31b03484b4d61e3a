"""The demo's page as a value: what is shown, and the claims that each part of it rests on.

Decides what is asked of the register, and in which order: what was read, two months of releases, who
is inside on two days, which totals contradict each other, one walk from a number to its sentences.
Words and columns are for `cli`; how the register came about, for `tasks/demo.py`.

Law: every number on the page is reckoned from the register at that moment.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from habeas.counting.at_odds import Excess, Jump, Stock, excesses, jumps, stocks
from habeas.counting.inside import Standing
from habeas.language.pack import codes, pack
from habeas.language.populations import population
from habeas.register.register import Register
from habeas.tasks.answer import Answer, Question
from habeas.tasks.count import count
from habeas.tasks.demo_month import Called, Month, month_of, within
from habeas.tasks.demo_names import Judged
from habeas.tasks.demo_totals import Totals
from habeas.tasks.gathered import Named, named
from habeas.tasks.grounds import Ground
from habeas.tasks.why import Walk, why
from habeas.terms.claim import Claim
from habeas.terms.ids import MentionId, PersonId, ReportId
from habeas.terms.report import Report
from habeas.terms.when import When, month

MONTHS = (month(2025, 9), month(2025, 12))
EVE, YEAR_END = date(2025, 12, 12), date(2025, 12, 31)
DISPUTED = When(date(2025, 12, 13), YEAR_END)
WITHIN = 7
"""Days within which two totals are set against each other."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read. `languages`: English name and number of reports; `left`: reason and number.

    `proposed` claims are those `accepted`, all of them unread, and those left for a human eye.
    """

    languages: tuple[tuple[str, int], ...]
    published: When | None
    proposed: int
    accepted: int
    left: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Odds:
    """Totals of some days that contradict each other: all of them, the steps, and the sums.

    `unreviewed` totals were looked at by nobody: they take part in no step, and a sum they take part
    in is to be shown as unreviewed.
    """

    totals: tuple[Stock, ...]
    unreviewed: tuple[Stock, ...]
    jumps: tuple[Jump, ...]
    excesses: tuple[Excess, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page. `eve` and `after` are answers for two days; `walk` opens the first.

    `person` is the one the walk is shown for, None where nobody is surely inside.
    """

    read: Read
    who: Judged
    months: tuple[Month, ...]
    eve: Answer
    after: Answer
    odds: Odds
    totals: Totals
    walk: Walk
    person: PersonId | None
    reports: Mapping[ReportId, Report]

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """What the walk's person is counted by, in the order in which it happened."""
        if self.person is None:
            return ()
        claims = self.walk.answer.people[self.person].spell.claims
        found = [self.walk.grounds[claim] for claim in claims if claim in self.walk.grounds]
        return tuple(sorted(found, key=_happened))


def page(register: Register, read: Read, who: Judged, totals: Totals, *, today: date) -> Page:
    """What the register says, asked question by question.

    Args:
        register: An open register, its claims reviewed.
        read: What was read into it.
        who: Who was judged to be who.
        totals: What five years of published totals say.
        today: The day it is.

    Raises:
        IntegrityError: a quote does not stand in its report.
    """
    accepted, proposed = list(register.counted()), list(register.unreviewed())
    reports = {report.id: report for report in register.reports()}
    people = named([*accepted, *proposed], reports, register.verdicts())
    walk = why(register, f"count:{EVE.isoformat()}", today=today)
    return Page(
        read,
        who,
        tuple(month_of(accepted, proposed, when, _called(people)) for when in MONTHS),
        walk.answer,
        count(register, Question(YEAR_END), today=today),
        _odds(accepted, proposed),
        totals,
        walk,
        _most_told(walk.answer),
        reports,
    )


def _called(people: Named) -> dict[MentionId, Called]:
    """How the person of each mention is called, and whether it is a person yet."""
    return {
        mention: Called(people.names[person], person in people.settled)
        for mention, person in people.person_of.items()
    }


def _odds(accepted: list[Claim], proposed: list[Claim]) -> Odds:
    said, unreviewed = (
        tuple(stocks((claim for claim in claims if within(claim, DISPUTED)), population=population))
        for claims in (accepted, proposed)
    )
    return Odds(
        said, unreviewed, tuple(jumps(said, within=WITHIN)), tuple(excesses((*said, *unreviewed)))
    )


def languages(reports: list[Report]) -> tuple[tuple[str, int], ...]:
    """English names of the reports' languages and how many there are of each, sorted."""
    found = Counter(report.language or "" for report in reports)
    names = {code: pack(code).name for code in codes()}
    return tuple(sorted((names.get(code, code or "unknown"), n) for code, n in found.items()))


def span(reports: list[Report]) -> When | None:
    """From the first to the last day any of the reports was published; None where none is dated."""
    first = [when.earliest for report in reports if (when := report.published) and when.earliest]
    last = [when.latest for report in reports if (when := report.published) and when.latest]
    return When(min(first), max(last)) if first and last else None


def _most_told(answer: Answer) -> PersonId | None:
    """Of those surely inside, the one with the most claims; the first by spelling, if several."""
    sure = [person for person, stand in answer.people.items() if stand.standing is Standing.SURE]
    return min(sure, key=lambda one: _told(answer, one), default=None)


def _told(answer: Answer, person: PersonId) -> tuple[int, str, str]:
    """Most claims first, then by spelling and language."""
    claims = answer.people[person].spell.claims
    report = answer.reports[answer.claims[claims[0]].report]
    return -len(claims), answer.names[person], report.language or ""


def _happened(ground: Ground) -> tuple[date, date, str, int]:
    when, known = ground.claim.said.when, ground.report.published
    first = (when.earliest if when else None) or date.max
    last = (when.latest if when else None) or date.max
    return first, last, known.edtf if known else "", ground.claim.quote.start
