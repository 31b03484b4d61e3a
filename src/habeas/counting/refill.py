"""Were freed cells filled again? Bounds of those newly counted after a release, set against the freed.

Decides what is compared with what, what would have to be true, and whether it is. Laws:

1. Newly recognised and newly arrested are told apart and never added up: recognition follows arrest by
   weeks or months, so some of the newly recognised were inside already when the cells were freed.
2. The window is the days after `first` until `last`, both inclusive, so that inside at the end of
   `last` = inside at the end of `first` + in − out.
3. Several numbers for the freed give a range; they are never averaged.
4. People named in a register are some of all: they bound from below only (`partial`). A sentence about
   them holds, or nobody can tell; how many are inside is then not compared at all.
5. A sentence *holds* or *does not hold* only if it does for every number within the bounds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from habeas.terms.bounds import Bounds

DAY = timedelta(1)


class Verdict(StrEnum):
    """Whether a sentence is so, for all numbers within the bounds."""

    HOLDS = "holds"
    FAILS = "does not hold"
    OPEN = "cannot tell"


@dataclass(frozen=True, slots=True)
class Freed:
    """One number of people freed on the first day: what it counts, who says it, where it is found."""

    bounds: Bounds
    what: str
    who: str
    id: str


@dataclass(frozen=True, slots=True)
class Known:
    """Bounds, the claims they rest on, and the arithmetic in words (may be empty)."""

    bounds: Bounds
    because: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that would have to be true, whether it is, and the arithmetic."""

    claim: str
    verdict: Verdict
    words: str


@dataclass(frozen=True, slots=True)
class Refill:
    """The days `first..last` between two releases, and the numbers of one source.

    `arrested` None: nothing counts arrests. `before`, `after`: inside at the end of the eve of
    `first`, and of `last`; None where nothing is known. `partial`: only the named are counted;
    `spellings`: not yet as people, so that all of them may be one.
    """

    first: date
    last: date
    freed: tuple[Freed, ...]
    recognised: Known
    arrested: Known | None
    left: Known
    before: Known | None
    after: Known | None
    partial: bool = False
    spellings: bool = False

    def of_all(self, known: Known) -> Bounds:
        """What such a number says of all people, not of the named alone."""
        if not self.partial:
            return known.bounds
        low = known.bounds.low
        return Bounds(min(1, low) if self.spellings else low, None)

    @property
    def window(self) -> tuple[date, date]:
        """First and last day counted, both inclusive."""
        return self.first + DAY, self.last

    @property
    def freed_bounds(self) -> Bounds | None:
        """From the least to the greatest number of freed that is told; None: none is."""
        return hull([one.bounds for one in self.freed])


def hull(many: Sequence[Bounds]) -> Bounds | None:
    """The narrowest bounds that hold all of these; None for none."""
    if not many:
        return None
    highs = [one.high for one in many if one.high is not None]
    return Bounds(min(one.low for one in many), max(highs) if len(highs) == len(many) else None)


def ratio(number: Bounds, freed: Bounds | None) -> tuple[float, float | None] | None:
    """How many newly counted for each freed, both ends; None where nobody is told to be freed."""
    if freed is None or freed.high == 0:
        return None
    low = 0.0 if freed.high is None else number.low / freed.high
    if number.high is None or freed.low == 0:
        return low, None
    return low, number.high / freed.low


def at_least(number: Bounds, other: Bounds) -> Verdict:
    """Whether `number` is at least `other`, for all numbers within both."""
    if other.high is not None and number.low >= other.high:
        return Verdict.HOLDS
    if number.high is not None and number.high < other.low:
        return Verdict.FAILS
    return Verdict.OPEN


def sentences(one: Refill) -> list[Sentence]:
    """What would have to be true for the cells to be filled again, each with its arithmetic."""
    found = []
    freed = one.freed_bounds
    if freed is not None:
        found.append(_as_many("recognised", one.of_all(one.recognised), freed))
        found.append(_arrested(one, freed))
    if one.before is not None and one.after is not None and not one.partial:
        before, after = one.before.bounds, one.after.bounds
        found.append(
            Sentence(
                "As many are inside at the end as on the eve of the release.",
                at_least(after, before),
                f"inside on {one.last}: {told(after)}; on {one.first - DAY}: {told(before)}",
            )
        )
    return found


def _as_many(what: str, number: Bounds, freed: Bounds) -> Sentence:
    return Sentence(
        f"As many were newly {what} as had been freed.",
        at_least(number, freed),
        f"newly {what}: {told(number)}; freed: {told(freed)}",
    )


def _arrested(one: Refill, freed: Bounds) -> Sentence:
    """Of arrests: by their own number, or by how many of the recognised may have been inside before."""
    if one.arrested is not None:
        direct = _as_many("arrested", one.of_all(one.arrested), freed)
        if direct.verdict is not Verdict.OPEN:
            return direct
    claim = "As many were newly arrested as had been freed."
    number = one.of_all(one.recognised)
    if freed.high is None or number.low < freed.high:
        words = "no number of arrests tells; newly recognised is not arrested"
    else:
        spare = number.low - freed.high
        words = (
            f"it is so unless more than {number.low:,} − {freed.high:,} = {spare:,} of the at least "
            f"{number.low:,} newly recognised had been inside already at the end of {one.first}"
        )
    if one.arrested is not None:
        words = f"newly arrested: {told(one.of_all(one.arrested))}; freed: {told(freed)}; {words}"
    return Sentence(claim, Verdict.OPEN, words)


def told(bounds: Bounds) -> str:
    """Bounds in words: "52", "158 to 399", "158 or more"."""
    if bounds.high is None:
        return f"{bounds.low:,} or more"
    return f"{bounds.low:,}" if bounds.low == bounds.high else f"{bounds.low:,} to {bounds.high:,}"
