"""How many came in, were recognised, and left, period by period; and what others say of it.

Decides what is added up per period of a window. Laws:

1. In, recognised and out are told apart and never added up: recognition is not arrest.
2. Stays are counted, not people: who is arrested twice in a period came in twice.
3. A change is *sure* in a period that holds all the days it may lie on; *possible* in every other
   period that it may lie in; *undated* where no claim bounds its days on both sides. The bounds of a
   flow run from the sure to all three.
4. The net change is drawn stay by stay, so that who came and left within a period weighs nothing. If
   the claims are true and every exit was told, and every arrest between two exits, in, out and net
   lie within their bounds. (Two releases without an arrest between are one event told with two days:
   the bounds are those of one stay, and `spells` asks which it is.)
5. Reported flows stand beside; nothing is mixed in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from habeas.counting.asof import Curves, curves
from habeas.counting.changes import Change, entries, exits
from habeas.counting.periods import Period
from habeas.counting.reported import UNSAID
from habeas.counting.spans import columns
from habeas.terms.bounds import Bounds
from habeas.terms.claim import Claim
from habeas.terms.count import Spell
from habeas.terms.ids import PersonId
from habeas.terms.kind import ENTRIES, EXITS, Kind

REPORTABLE = frozenset({Kind.FLOW_TOTAL, Kind.RECOGNISED, Kind.PARDONED, *ENTRIES, *EXITS})
"""Kinds of claim that tell a flow, where they give a number."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Changes in one period; `undated` only says how many of those may lie in it."""

    sure: tuple[Change, ...]
    possible: tuple[Change, ...]
    undated: int

    @property
    def bounds(self) -> Bounds:
        """How many there were, both ends inclusive."""
        low = len(self.sure)
        return Bounds(low, low + len(self.possible) + self.undated)


@dataclass(frozen=True, slots=True)
class Flow:
    """One period: who came in, who was newly recognised, who left by kind of exit, and the rest.

    `net` is in less out; `sure`, `possible`: people inside at the end of the period's last day.
    `reported`: totals of flows that may speak of a day of the period.
    """

    period: Period
    detained: Tally
    recognised: Tally
    left: Mapping[str, Tally]
    out: Tally
    net: Bounds
    sure: int
    possible: int
    reported: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What flows are drawn from: stays, recognitions, and all accepted claims.

    `doubted`: people who may not count by the definition; no change of theirs is sure.
    """

    spells: Sequence[Spell]
    recognised: Sequence[Change]
    claims: Sequence[Claim]
    doubted: frozenset[PersonId] = frozenset()


def flow(told: Told, window: Sequence[Period]) -> list[Flow]:
    """The flow of every period of the window, in order; periods follow one another without a gap."""
    came, went = _doubting(told, entries(told.spells)), _doubting(told, exits(told.spells))
    inside = _inside(told.spells, window)
    certain = _inside([one for one in told.spells if one.person not in told.doubted], window)
    recognised = tallies(told.recognised, window)
    detained, out = tallies(came, window), tallies(went, window)
    kinds = sorted({change.kind for change in went})
    by_kind = {
        kind: tallies([change for change in went if change.kind == kind], window) for kind in kinds
    }
    nets = _nets(came, went, window)
    reports = reported_flows(told.claims)
    found = []
    for place, period in enumerate(window):
        day = period.last.toordinal() - inside.first
        told_here = [one for one in reports if _speaks_of(one, period)]
        left = {kind: rows[place] for kind, rows in by_kind.items()}
        found.append(
            Flow(
                period,
                detained[place],
                recognised[place],
                {kind: one for kind, one in left.items() if one.bounds.high},
                out[place],
                nets[place],
                int(certain.sure[0, day]),
                int(inside.sure[0, day] + inside.possible[0, day] - certain.sure[0, day]),
                tuple(told_here),
            )
        )
    return found


def _doubting(told: Told, changes: Iterable[Change]) -> list[Change]:
    return [
        replace(change, certain=False) if change.person in told.doubted else change
        for change in changes
    ]


def tallies(changes: Iterable[Change], window: Sequence[Period]) -> list[Tally]:
    """The changes of each period."""
    sure: dict[int, list[Change]] = defaultdict(list)
    possible: dict[int, list[Change]] = defaultdict(list)
    undated = [0] * (len(window) + 1)
    for change in changes:
        first, last = _reach(window, change.low, change.high)
        if first >= last:
            continue
        if change.within(window[first].first, window[first].last):
            sure[first].append(change)
        elif change.dated:
            for place in range(first, last):
                possible[place].append(change)
        else:
            undated[first] += 1
            undated[last] -= 1
    counts = np.cumsum(undated)
    return [
        Tally(tuple(sure[place]), tuple(possible[place]), int(counts[place]))
        for place in range(len(window))
    ]


def reported_flows(claims: Iterable[Claim]) -> list[Claim]:
    """Accepted claims that tell a number of people who came, were recognised or left, by day."""
    found = [
        claim
        for claim in claims
        if claim.said.kind in REPORTABLE
        and claim.said.amount is not None
        and claim.draft.modality not in UNSAID
    ]
    return sorted(found, key=lambda claim: (_days(claim), claim.id))


def _days(claim: Claim) -> tuple[date, date]:
    when = claim.said.when or claim.known_on
    low = when.earliest if when else None
    return (low or date.min, (when.latest if when else None) or date.max)


def _speaks_of(claim: Claim, period: Period) -> bool:
    low, high = _days(claim)
    return low <= period.last and period.first <= high


def _reach(window: Sequence[Period], low: date, high: date) -> tuple[int, int]:
    """The periods that `low..high` meets, as a half-open range of places."""
    return (
        _place(window, lambda period: period.last < low),
        _place(window, lambda period: period.first <= high),
    )


def _place(window: Sequence[Period], before: Callable[[Period], bool]) -> int:
    """How many periods at the window's beginning are `before` (binary search)."""
    low, high = 0, len(window)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if before(window[middle]) else (low, middle)
    return low


def _inside(spells: Sequence[Spell], window: Sequence[Period]) -> Curves:
    first = window[0].first.toordinal()
    table, _people = columns(spells)
    return curves(table, first=first, days=window[-1].last.toordinal() - first + 1)


def _nets(came: Sequence[Change], went: Sequence[Change], window: Sequence[Period]) -> list[Bounds]:
    """In less out per period, as the sum of what each stay can have added."""
    lows, highs = [0] * (len(window) + 1), [0] * (len(window) + 1)
    for into, out in zip(came, went, strict=True):
        for first, last in _alike(
            _reach(window, into.low, into.high), _reach(window, out.low, out.high)
        ):
            least, most = _weight(into, out, window[first])
            for steps, weight in ((lows, least), (highs, most)):
                steps[first] += weight
                steps[last] -= weight
    sums = zip(np.cumsum(lows)[:-1].tolist(), np.cumsum(highs)[:-1].tolist(), strict=True)
    return [Bounds(low, high) for low, high in sums]


def _alike(came: tuple[int, int], gone: tuple[int, int]) -> list[tuple[int, int]]:
    """Half-open ranges of places that either change may lie in, in each of which a stay weighs the same.

    A change that may lie in several periods is sure in none of them, and it has certainly not begun
    before the first of them; so only that first one differs from the rest.
    """
    cuts = sorted({*came, came[0] + 1, *gone, gone[0] + 1})
    ranges = zip(cuts, cuts[1:], strict=False)
    return [
        (first, last)
        for first, last in ranges
        if came[0] <= first < came[1] or gone[0] <= first < gone[1]
    ]


def _weight(into: Change, out: Change, period: Period) -> tuple[int, int]:
    """The least and the most that one stay can have added to the number inside."""
    first, last = period.first, period.last
    came, gone = into.meets(first, last), out.meets(first, last)
    surely_came, surely_gone = into.within(first, last), out.within(first, last)
    can = set()
    if came and not surely_gone:
        can.add(1)
    if gone and not surely_came and into.low < first:
        can.add(-1)
    if (came and gone) or not (surely_came or surely_gone):
        can.add(0)
    return min(can), max(can)
