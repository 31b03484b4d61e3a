"""`Bounds`: a whole number known to lie between two others."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.errors import MistakeError


@dataclass(frozen=True, slots=True)
class Bounds:
    """A whole number in `low..high`, both inclusive; `high` None: no upper bound is known.

    Laws: adds and subtracts like an interval, so that the result holds every value the parts allow;
    never narrows by itself.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        """Refuse bounds that hold no number."""
        if self.high is not None and self.high < self.low:
            raise MistakeError(
                f"Bounds {self.low}..{self.high} hold no number; give the lower one first.",
                code="bounds-empty",
            )

    def __contains__(self, number: int) -> bool:
        """Whether `number` may be the one meant."""
        return self.low <= number and (self.high is None or number <= self.high)

    def __add__(self, other: Bounds) -> Bounds:
        """Bounds of the sum."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Bounds(self.low + other.low, high)

    def minus(self, other: Bounds) -> Bounds | None:
        """Bounds of the difference; None where nothing is known below, since `other` has no high."""
        if other.high is None:
            return None
        return Bounds(self.low - other.high, None if self.high is None else self.high - other.low)

    def meets(self, other: Bounds) -> bool:
        """Whether one number may satisfy both."""
        below = other.high is None or self.low <= other.high
        return below and (self.high is None or other.low <= self.high)
