"""Stays in custody as they are drawn, step by step, from a line of firm events.

Decides what each event does to the stays before it. Which events are firm, and their order, is for
`line`; what is asked about, for `spells`. Laws:

1. `detained` begins a stay, `released`, `expelled`, `died` end it; an exact `held` proves it.
2. Two entries with neither an exit nor a proof between, or two exits that may not follow one another,
   are one event told with different days: the wider interval holds.
3. A proof and a later entry have an exit between that nobody told; a proof after an exit is contested:
   it makes the person possibly inside, never surely.
4. Who left without an arrest being told had entered at least one night before (EVE).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.counting.events import FIRST, LAST, Event
from habeas.terms.ids import ClaimId
from habeas.terms.kind import ENTRIES, EXITS, MAY_FOLLOW, Kind

NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay being drawn: begun on a day in `low..high`, ended on one in `out_low..out_high`.

    `told`: a claim tells the entry. `out_low` None: still open. `proof`: last day proved inside.
    `contested`: nothing in it is sure unless an exit closes it.
    """

    low: date
    high: date
    claims: tuple[ClaimId, ...]
    told: bool = True
    contested: bool = False
    proof: date | None = None
    out_low: date | None = None
    out_high: date = LAST
    exit: Kind | None = None

    @property
    def open(self) -> bool:
        """Whether no event has ended it."""
        return self.out_low is None

    def may_hold(self, event: Event) -> bool:
        """Whether the event may have happened during it."""
        return event.may_be_within(self.low, self.out_high)


def stays(line: Iterable[Event]) -> list[Stay]:
    """The stays that a line of firm entries, exact proofs and exits bounds, in order."""
    drawn: list[Stay] = []
    for event in line:
        last = drawn[-1] if drawn else None
        drawn[-1:] = _step(last, event)
    return drawn


def _step(last: Stay | None, event: Event) -> tuple[Stay, ...]:
    if event.kind in ENTRIES:
        return _entered(last, event)
    if event.kind in EXITS:
        return _left(last, event)
    return _proved(last, event)


def _entered(last: Stay | None, event: Event) -> tuple[Stay, ...]:
    new = Stay(event.low, event.high, event.claims)
    if last is None:
        return (new,)
    if last.out_low is not None:
        return (last, replace(new, low=min(new.high, max(new.low, last.out_low))))
    if last.told and (last.proof is None or last.proof >= event.low):
        wide = replace(last, low=min(last.low, event.low), high=max(last.high, event.high))
        return (replace(wide, claims=last.claims + event.claims),)
    seen = last.proof + NIGHT if last.proof else last.low
    gone = replace(last, out_low=min(max(seen, last.low), event.high), out_high=event.high)
    return (gone, new)


def _proved(last: Stay | None, event: Event) -> tuple[Stay, ...]:
    day = event.high
    if last is None:
        return (Stay(FIRST, day, event.claims, told=False, proof=day),)
    if last.out_low is not None:
        return (last, Stay(last.out_low, LAST, event.claims, told=False, contested=True))
    claims = last.claims + event.claims
    if last.contested:
        return (replace(last, claims=claims),)
    proof = max(day, last.proof or FIRST)
    return (replace(last, high=min(last.high, max(day, last.low)), proof=proof, claims=claims),)


def _left(last: Stay | None, event: Event) -> tuple[Stay, ...]:
    if last is None:
        return (_closed(Stay(FIRST, LAST, (), told=False), event),)
    if last.out_low is None:
        return (_closed(last, event),)
    low = min(last.out_low, event.low)
    follows = last.exit is not None and event.kind in MAY_FOLLOW[last.exit]
    high = min(last.out_high, event.high) if follows else max(last.out_high, event.high)
    return (replace(last, out_low=low, out_high=high, claims=last.claims + event.claims),)


def _closed(stay: Stay, event: Event) -> Stay:
    low = min(event.high, max(event.low, stay.low, stay.proof or FIRST))
    claims = stay.claims + event.claims
    return replace(stay, out_low=low, out_high=event.high, exit=event.kind, claims=claims)


def entry_high(stay: Stay) -> date:
    """Last day on which it can have begun (LAST: no such day is known)."""
    if stay.open or stay.out_high == LAST:
        return LAST if stay.contested else stay.high
    latest = stay.out_high if stay.told or stay.out_high == FIRST else stay.out_high - NIGHT
    return min(stay.high, latest)
