"""`Question` and `Answer`: what is asked when people are counted, and all that the number rests on.

Decides what an answer carries, so that `count`, `why` and later a page say the same. Law: an answer
holds every claim of its basis, and the report each stands in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from habeas.counting.definitions import Rule as Definition
from habeas.counting.inside import Rule, Stand
from habeas.counting.reported import Contradiction, Reported
from habeas.terms.aside import SetAside
from habeas.terms.claim import Claim
from habeas.terms.count import Count, Issue
from habeas.terms.definition import NAMED
from habeas.terms.ids import ClaimId, PersonId, ReportId
from habeas.terms.person import Verdict
from habeas.terms.report import Report

SPELLINGS, PEOPLE = "spellings, not yet people", "people"
SOME = "people, and spellings that are not yet people"
"""Units of the named: spellings, until a judge has settled every mention; `SOME` in between."""


@dataclass(frozen=True, slots=True)
class Question:
    """Who is inside at the end of day `on`.

    `known_by`: last day whose reports are used (None: all there are). `recorded_by`: the register as
    it was at that instant, µs since 1970 UTC (None: now).
    """

    on: date
    known_by: date | None = None
    recorded_by: int | None = None
    definition: str = str(NAMED.id)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Claims that were not counted: not reviewed by anyone; of a report whose day nobody knows."""

    unreviewed: int
    undated: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The named and the reported, side by side, with everything they rest on.

    `people` are the sure and the possible, each with the rule it stands by; `names` how each is
    written most often, `languages` in what languages. `reported` is never mixed with `count`.
    `outside`: how many are inside by name and left out by the definition, by which rule.
    `claims_of`: every accepted claim that names a person, of whatever kind. `settled`: those who may
    be called people; `verdicts`: who is who, by whose judgement. `aside`: the reported totals that a
    reviewer has set aside; they stand in no contradiction.
    """

    question: Question
    count: Count
    unit: str
    people: Mapping[PersonId, Stand]
    names: Mapping[PersonId, str]
    languages: Mapping[PersonId, tuple[str, ...]]
    reported: tuple[Reported, ...]
    contradictions: tuple[Contradiction, ...]
    issues: tuple[Issue, ...]
    left_out: LeftOut
    claims: Mapping[ClaimId, Claim]
    reports: Mapping[ReportId, Report]
    definition: Definition
    outside: Mapping[Rule, int]
    claims_of: Mapping[PersonId, tuple[ClaimId, ...]]
    settled: frozenset[PersonId]
    verdicts: Mapping[PersonId, tuple[Verdict, ...]]
    aside: Mapping[ClaimId, SetAside]

    @property
    def shares(self) -> tuple[int, int]:
        """How many of the sure and possible are people, and how many are spellings."""
        people = len(self.settled & self.people.keys())
        return people, len(self.people) - people

    @property
    def basis(self) -> tuple[ClaimId, ...]:
        """Every claim the named and the reported rest on, sorted."""
        totals = {total.claim.id for total in self.reported}
        return tuple(sorted({*self.count.basis, *totals}))
