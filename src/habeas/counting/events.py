"""Claims as events on one person's way through custody, each on an interval of days.

Decides which claims speak of custody, on what days at the widest, and which of them are firm. What
stays come of them is for `spells`. Laws:

1. Only a claim of a custody kind (`terms.kind.CUSTODY`) about a named person is an event; what was done
   in absentia is none.
2. Only a modality in `FACTUAL` makes an event firm. A denial is kept apart: it is no event.
3. What has happened, happened by the day its report was published: a firm event without a day, or
   with an open end, ends there. A fact told ahead of its report is a plan: an `Issue`, and not firm.
4. No day is made up: an event may lie on any day of a very wide interval.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.terms.claim import FACTUAL, Claim, Modality
from habeas.terms.count import Issue
from habeas.terms.ids import ClaimId, MentionId, PersonId
from habeas.terms.kind import CUSTODY, Kind
from habeas.terms.person import mention_id
from habeas.terms.when import When

ABSENT = "in absentia"
"""In the note of a charge or sentence: the person was not there. It says nothing of custody."""

FIRST, LAST = date.min, date.max
"""Stand for an open end of an interval; they are never shown to anyone."""


@dataclass(frozen=True, slots=True)
class Event:
    """One custody event of one person on a day in `low..high`, both inclusive (FIRST, LAST: open).

    `firm`: told as a fact. `penalty` is an ISO 8601 duration, "life", "death", or empty. `claims`
    are those that tell it: one, until events told twice have been put together.
    """

    kind: Kind
    low: date
    high: date
    firm: bool
    claims: tuple[ClaimId, ...]
    penalty: str = ""

    @property
    def exact(self) -> bool:
        """Whether its day is known."""
        return self.low == self.high

    def may_be_within(self, low: date, high: date) -> bool:
        """Whether it may lie on a day of `low..high`, both inclusive."""
        return self.low <= high and low <= self.high


@dataclass(frozen=True, slots=True)
class Told:
    """The events of each person, those that a claim denies, and what was odd about the claims."""

    events: Mapping[PersonId, tuple[Event, ...]]
    denials: Mapping[PersonId, tuple[Event, ...]]
    issues: tuple[Issue, ...]


def events(
    claims: Iterable[Claim],
    person_of: Mapping[MentionId, PersonId],
    kinds: frozenset[Kind] = CUSTODY,
) -> Told:
    """Events of every person named in `claims`; the order of the claims is of no account.

    Args:
        claims: Reviewed claims, an amended one with the amended words.
        person_of: The person (or spelling) each mention stands for; mentions not in it are left out.
        kinds: Kinds of claim that are events; those of custody, unless others are asked for.
    """
    lives: dict[PersonId, list[Event]] = defaultdict(list)
    denials: dict[PersonId, list[Event]] = defaultdict(list)
    issues: list[Issue] = []
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.said.kind not in kinds or _absent(claim, kinds):
            continue
        event, issue = _event(claim)
        issues += [issue] if issue and claim.said.persons else []
        kept = denials if claim.draft.modality is Modality.DENIED else lives
        for number in range(len(claim.said.persons)):
            person = person_of.get(mention_id(claim.id, number))
            if person is not None and event not in kept[person]:
                kept[person].append(event)
    return Told(_sorted(lives), _sorted(denials), tuple(issues))


def _absent(claim: Claim, kinds: frozenset[Kind]) -> bool:
    return kinds is CUSTODY and ABSENT in claim.said.note.casefold()


def _sorted(lives: Mapping[PersonId, list[Event]]) -> dict[PersonId, tuple[Event, ...]]:
    return {person: tuple(lives[person]) for person in sorted(lives)}


def _event(claim: Claim) -> tuple[Event, Issue | None]:
    said, firm, issue = claim.said, claim.draft.modality in FACTUAL, None
    low, high = ends(said.when)
    known = claim.known_on.latest if claim.known_on else None
    denied = claim.draft.modality is Modality.DENIED
    if firm and known and low > known:
        firm, issue = False, _told_ahead(claim, known)
    elif (firm or denied) and known:
        high = max(low, min(high, known))
    penalty = said.penalty.value if said.penalty else ""
    return Event(said.kind, low, high, firm, (claim.id,), penalty), issue


def ends(when: When | None) -> tuple[date, date]:
    """First and last day, with FIRST and LAST for an open end."""
    if when is None:
        return FIRST, LAST
    return when.earliest or FIRST, when.latest or LAST


def days(low: date, high: date) -> When | None:
    """The `When` of two such ends; None where both are open."""
    if (low, high) == (FIRST, LAST):
        return None
    return When(None if low == FIRST else low, None if high == LAST else high)


def _told_ahead(claim: Claim, known: date) -> Issue:
    return Issue(
        "told-ahead",
        f"Claim {claim.id} tells as a fact what comes after its report of {known.isoformat()}; "
        "it is taken as a plan. Amend its day or its modality.",
        (claim.id,),
    )
