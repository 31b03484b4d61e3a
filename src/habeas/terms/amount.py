"""`Amount`: a number as a text says it, with its hedge ("more than 2,000", "knapp 1.300").

Decides what range of whole numbers a hedged number allows. Which words are a hedge in a language is
for `language`. Source of the widths: the measurements in docs/decisions/0005-hedges.md.
"""

from dataclasses import dataclass
from enum import StrEnum

from habeas.errors import MistakeError
from habeas.terms.bounds import Bounds


class Hedge(StrEnum):
    """How firmly a number is said."""

    EXACT = "exact"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    ABOUT = "about"
    ALMOST = "almost"
    AT_MOST = "at most"


ABOUT_PER_MILLE = 25
"""Half-width of "about", in thousandths of the value."""

ALMOST_PER_MILLE = 30
"""How far below the value "almost" may reach, in thousandths of it."""


def allowed(value: int, hedge: Hedge) -> Bounds:
    """Whole numbers that a hedged number allows, both ends inclusive.

    exact: the value alone; at least: it or more; more than: strictly more; at most: 0 up to it;
    about: 2.5 % either way (at least 1); almost: 3 % below (at least 1) and strictly less than it.

    Raises:
        MistakeError: `value` is negative.
    """
    if value < 0:
        raise MistakeError(
            f"A number of people cannot be {value}; give 0 or more.", code="amount-negative"
        )
    match hedge:
        case Hedge.EXACT:
            return Bounds(value, value)
        case Hedge.AT_LEAST:
            return Bounds(value, None)
        case Hedge.MORE_THAN:
            return Bounds(value + 1, None)
        case Hedge.AT_MOST:
            return Bounds(0, value)
        case Hedge.ABOUT:
            width = max(1, value * ABOUT_PER_MILLE // 1000)
            return Bounds(max(0, value - width), value + width)
        case Hedge.ALMOST:
            width = max(1, value * ALMOST_PER_MILLE // 1000)
            return Bounds(max(0, value - width), max(0, value - 1))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of people as said. `vague` marks plurals without a number ("dozens": 10, at least)."""

    value: int
    hedge: Hedge = Hedge.EXACT
    vague: bool = False

    @property
    def bounds(self) -> Bounds:
        """Whole numbers it allows."""
        return allowed(self.value, self.hedge)
