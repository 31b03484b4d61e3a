"""Totals that reports give, near a day: what others say the number is.

Decides which reported totals stand on a day or next to it, and which of them cannot all be right.
They are never mixed with the named, never averaged, never made one number. Laws:

1. A total stands on D if its own day may be D. Those of the week before and after are given, too; of a
   population that has none so near, the nearest before and the nearest after.
2. A total without a day stands on the days its report was published, and says so (`dated` False).
3. Each keeps its hedge: the bounds are those its words allow.
4. Totals of different populations, parts or definitions are kept apart; two totals contradict each
   other when they may be of one day and no number satisfies both. If one does not say whom it counts,
   or another list is meant, they are shown as “perhaps of different people”.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from habeas.counting.events import FIRST, LAST
from habeas.terms.amount import Amount
from habeas.terms.bounds import Bounds
from habeas.terms.claim import Claim, Modality
from habeas.terms.ids import ClaimId
from habeas.terms.kind import Kind
from habeas.terms.when import When

WEEK = timedelta(days=7)
"""How far from the day asked for a total may lie and still be given beside those on it."""

UNSAID = frozenset({Modality.DENIED, Modality.PLANNED})
"""Modalities of a total that nobody says is so."""


class Near(StrEnum):
    """Where a total stands from the day asked for."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Reported:
    """One reported total near a day.

    `when` is its own day, or that of its report (`dated` False), or None. `population` is the name of
    those counted, or the text's words, or empty.
    """

    claim: Claim
    amount: Amount
    when: When | None
    dated: bool
    near: Near
    population: str

    @property
    def bounds(self) -> Bounds:
        """Whole people that its words allow."""
        return self.amount.bounds


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two totals that may be of one day, and that no number satisfies; `sure`: of the same people."""

    one: ClaimId
    other: ClaimId
    sure: bool


def reported(
    claims: Iterable[Claim], *, on: date, population: Callable[[str], str]
) -> list[Reported]:
    """The totals on day `on`, or next to it, nearest first within each population.

    Args:
        claims: Accepted claims of any kind; only stock totals are used.
        on: The day asked for.
        population: The name of those counted, from the words of the text.
    """
    groups: dict[tuple[str, str, str], list[Reported]] = defaultdict(list)
    for claim in claims:
        amount = claim.said.amount
        if claim.said.kind is not Kind.STOCK_TOTAL or amount is None:
            continue
        if claim.draft.modality in UNSAID:
            continue
        words = claim.said.population.value if claim.said.population else ""
        when = claim.said.when or claim.known_on
        near = _near(when, on)
        total = Reported(claim, amount, when, claim.said.when is not None, near, population(words))
        groups[_counted(total)].append(total)
    return [total for key in sorted(groups) for total in _nearest(groups[key], on)]


def contradictions(totals: Iterable[Reported]) -> list[Contradiction]:
    """Pairs of totals that may be of one day, but not of one number, the surest first."""
    found = []
    ordered = sorted(totals, key=lambda total: total.claim.id)
    for one, other in combinations(ordered, 2):
        apart = _part(one) != _part(other) or one.bounds.meets(other.bounds)
        if apart or one.when is None or other.when is None or not one.when.meets(other.when):
            continue
        found.append(Contradiction(one.claim.id, other.claim.id, _same_people(one, other)))
    return sorted(found, key=lambda pair: (not pair.sure, pair.one, pair.other))


def _same_people(one: Reported, other: Reported) -> bool:
    lists = {total.claim.said.definition for total in (one, other)} - {""}
    return one.population == other.population != "" and len(lists) < 2


def _counted(total: Reported) -> tuple[str, str, str]:
    return total.population, total.claim.said.definition, _part(total)


def _part(total: Reported) -> str:
    return total.claim.said.part.value.casefold() if total.claim.said.part else ""


def _near(when: When | None, on: date) -> Near:
    if when is None or when.may_be(on):
        return Near.ON
    return Near.BEFORE if when.certainly_by(on) else Near.AFTER


def _nearest(totals: Sequence[Reported], on: date) -> list[Reported]:
    """Those on the day and in the weeks around it; failing these, the nearest before and after."""
    close = [total for total in totals if _first(total) <= on + WEEK and on - WEEK <= _last(total)]
    if not close:
        before = [total for total in totals if total.near is Near.BEFORE]
        after = [total for total in totals if total.near is Near.AFTER]
        last = max((_last(total) for total in before), default=FIRST)
        first = min((_first(total) for total in after), default=LAST)
        close = [total for total in before if _last(total) == last]
        close += [total for total in after if _first(total) == first]
    return sorted(
        close, key=lambda total: (total.near is not Near.ON, _width(total), total.claim.id)
    )


def _width(total: Reported) -> int:
    return (_last(total) - _first(total)).days


def _first(total: Reported) -> date:
    return (total.when.earliest if total.when else None) or FIRST


def _last(total: Reported) -> date:
    return (total.when.latest if total.when else None) or LAST
