"""`Likeness`: how far two names are one person's, as a sum of reasons, and the verdict on it.

Decides how a sum of reasons becomes a number between 0 and 1 and a verdict. What the reasons are is
for `compare`. Laws: `value` is the logistic of the sum of the reasons, but for `nothing`; a veto is
never *same*.
"""

from dataclasses import dataclass
from math import exp

from habeas.terms.person import Judgement

SAME = 0.985
"""Likeness from which a pair is *same*: there 99 of 100 are (docs/explanation/names.md)."""

DIFFERENT = 0.25
"""Likeness below which a pair is *different*."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the sum: its words, and its weight in log-odds (above 0 speaks for *same*)."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """`value` 0 to 1, the verdict, and the reasons whose weights add up to the value's log-odds.

    `vetoed`: never anything but *different*. `capped`: never *same*.
    """

    value: float
    verdict: Judgement
    reasons: tuple[Reason, ...]
    vetoed: bool = False
    capped: bool = False


def likeness(reasons: tuple[Reason, ...], *, veto: bool = False, capped: bool = False) -> Likeness:
    """The likeness that a sum of reasons makes.

    Args:
        reasons: Every step, the prior first.
        veto: Something was found that two spellings of one person never show; *different*.
        capped: Too little was said for *same* (a surname alone); at most *unsure*.
    """
    total = sum(reason.weight for reason in reasons)
    value = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    if veto or value < DIFFERENT:
        verdict = Judgement.DIFFERENT
    elif value >= SAME and not capped:
        verdict = Judgement.SAME
    else:
        verdict = Judgement.UNSURE
    return Likeness(round(value, 6), verdict, reasons, veto, capped)


def nothing(words: str) -> Likeness:
    """The likeness of names of which nothing can be said, with the words why: 0, *unsure*."""
    return Likeness(0.0, Judgement.UNSURE, (Reason(words, 0.0),), capped=True)
