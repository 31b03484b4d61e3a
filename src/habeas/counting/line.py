"""One person's firm events put together where several claims tell the same, and laid in order.

Decides which claims may tell one event, and which event came before which. What stays they bound is
for `stays`. Laws:

1. Fewest events: claims of one kind whose intervals share a day tell one event, which then lies where
   they all allow it. A claim so wide that it holds a narrower one adds nothing to it.
2. Claims of one kind that share no day are not joined: they stay apart, and `spells` asks about them.
3. An exit told without a first day ("has been freed") adds nothing to a dated exit of another kind
   that it may be. Dated exits of two kinds are two events.
4. Order goes by the last day each may have; where intervals overlap, in and out alternate.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from habeas.counting.events import FIRST, Event
from habeas.terms.kind import ENTRIES, EXITS


def merged(events: Iterable[Event]) -> list[Event]:
    """Events of one kind, those that may be the same joined into one with all their claims."""
    rest = sorted(events, key=lambda event: (event.high, event.low, event.claims))
    core = [event for number, event in enumerate(rest) if not _holds_one(event, number, rest)]
    joined: list[Event] = []
    for event in core:
        if joined and event.low <= joined[-1].high:
            joined[-1] = _both(joined[-1], event)
        else:
            joined.append(event)
    for event in rest:
        if event not in core:
            place = next(
                i for i, one in enumerate(joined) if event.may_be_within(one.low, one.high)
            )
            joined[place] = _told_by(joined[place], event)
    return joined


def exits(events: Iterable[Event]) -> list[Event]:
    """Exits of every kind, those that may be the same put together."""
    told = list(events)
    found = [
        one
        for kind in sorted(EXITS)
        for one in merged(event for event in told if event.kind is kind)
    ]
    kept = [one for one in found if not _dated_twins(one, found)]
    for one in found:
        for twin in _dated_twins(one, kept)[:1]:
            kept[kept.index(twin)] = _told_by(twin, one)
    return kept


def _dated_twins(one: Event, others: Iterable[Event]) -> list[Event]:
    """Dated exits of another kind that an exit without a first day may be."""
    if one.low != FIRST:
        return []
    dated = [other for other in others if other.low != FIRST and other.kind is not one.kind]
    return [other for other in dated if other.high <= one.high]


def ordered(events: Iterable[Event]) -> list[Event]:
    """Entries, proofs and exits in the order they happened; where it is open, they alternate.

    With nothing known before, a stay is begun before it is ended.
    """
    rest = sorted(events, key=lambda event: (event.high, event.low, _rank(event)))
    line: list[Event] = []
    inside = False
    while rest:
        turn = next((event for event in rest if _fits(event, rest[0], inside)), rest[0])
        rest.remove(turn)
        line.append(turn)
        inside = turn.kind not in EXITS
    return line


def _fits(event: Event, first: Event, inside: bool) -> bool:
    """Whether `event` may come as early as `first`, and turns in to out, or out to in."""
    turns = event.kind in EXITS if inside else event.kind in ENTRIES
    if event is first:
        return turns or (inside and event.kind not in ENTRIES)
    return turns and event.low <= first.high and not (event.exact and first.exact)


def _rank(event: Event) -> int:
    """Of events on one day: first the entry, then the proof, then the exit."""
    return 0 if event.kind in ENTRIES else 2 if event.kind in EXITS else 1


def _holds_one(event: Event, number: int, others: Sequence[Event]) -> bool:
    """Whether another event lies wholly within `event` (of equal ones the first is kept)."""
    return any(
        event.low <= other.low
        and other.high <= event.high
        and ((other.low, other.high) != (event.low, event.high) or place < number)
        for place, other in enumerate(others)
        if place != number
    )


def _both(one: Event, other: Event) -> Event:
    low, high = max(one.low, other.low), min(one.high, other.high)
    return _told_by(replace(one, low=low, high=high), other)


def _told_by(one: Event, other: Event) -> Event:
    return replace(one, claims=one.claims + other.claims, penalty=one.penalty or other.penalty)
