"""`Change`: somebody comes in, is recognised, or leaves, on a day known to lie in an interval.

Decides which changes the spells and the claims of recognition tell, and how sure each is. Laws:

1. A stay's beginning and end are one change each, on the days of the spell. What is told only as
   hearsay, or not at all, is not certain: it may never have come.
2. An open stay may have ended unseen from the day on which `inside` no longer calls it sure.
3. Newly recognised is who was not recognised before: of one person's recognitions the first counts.
   Two tellings that share a day are one (`line.merged`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.counting.events import FIRST, LAST, ends, events
from habeas.counting.line import merged
from habeas.counting.questions import denied
from habeas.counting.spans import silent_from
from habeas.terms.claim import Claim
from habeas.terms.count import Spell
from habeas.terms.ids import ClaimId, MentionId, PersonId
from habeas.terms.kind import Kind

UNSEEN = "unseen"
"""The kind of an exit that nobody told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change on a day in `low..high` (FIRST, LAST: open); `certain`: it did happen.

    `kind` is a kind of claim, or UNSEEN.
    """

    kind: str
    person: PersonId
    low: date
    high: date
    certain: bool
    claims: tuple[ClaimId, ...]

    @property
    def dated(self) -> bool:
        """Whether claims give it a first and a last day."""
        return self.low != FIRST and self.high != LAST

    def within(self, first: date, last: date) -> bool:
        """Whether it surely happened on a day of `first..last`, both inclusive."""
        return self.certain and first <= self.low and self.high <= last

    def meets(self, first: date, last: date) -> bool:
        """Whether it may have happened on a day of `first..last`."""
        return self.low <= last and first <= self.high


def entries(spells: Iterable[Spell]) -> list[Change]:
    """The beginning of each stay."""
    found = []
    for spell in spells:
        low, high = ends(spell.entered)
        certain = spell.entered is not None and high != LAST
        found.append(Change(Kind.DETAINED, spell.person, low, high, certain, spell.claims))
    return found


def exits(spells: Iterable[Spell]) -> list[Change]:
    """The end of each stay; of an open one, the end that nobody told."""
    found = []
    for spell in spells:
        kind = str(spell.exit) if spell.exit else UNSEEN
        low, high = ends(spell.left) if spell.left else (FIRST, LAST)
        if high == LAST:
            low = max(low, _silent(spell)) if spell.left is None else low
        found.append(Change(kind, spell.person, low, high, high != LAST, spell.claims))
    return found


def _silent(spell: Spell) -> date:
    day = silent_from(spell)
    return FIRST if day < FIRST.toordinal() else date.fromordinal(min(day, LAST.toordinal()))


def recognitions(claims: Iterable[Claim], person_of: Mapping[MentionId, PersonId]) -> list[Change]:
    """The first recognition of each person, as `claims` tell it; hearsay alone is not certain."""
    told = events(claims, person_of, frozenset({Kind.RECOGNISED}))
    found = []
    for person, life in told.events.items():
        known, _refused = denied(life, told.denials.get(person, ()))
        firm = merged(event for event in known if event.firm)
        first = firm[0] if firm else min(life, key=lambda event: (event.low, event.claims))
        high = first.high if firm else LAST
        certain = bool(firm) and high != LAST
        found.append(Change(first.kind, person, first.low, high, certain, first.claims))
    return found
