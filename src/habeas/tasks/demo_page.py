"""The demo's page as a value: what is shown, and the claims that each part of it rests on.

Decides what stands on the page. Words and columns are for `cli/demo_page.py`; who fills it, for
`tasks/demo.py`.
"""

from dataclasses import dataclass
from datetime import date

from habeas.counting.at_odds import Excess, Jump, Stock


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: reports by language, claims proposed, accepted unread, and left, with reasons.

    `left` holds how many claims were left for a human eye, by reason, the most common reason first.
    """

    languages: tuple[tuple[str, int], ...]
    first: date | None
    last: date | None
    proposed: int
    accepted: int
    left: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Odds:
    """Totals of some days that contradict each other: all of them, the steps, and the sums."""

    totals: tuple[Stock, ...]
    jumps: tuple[Jump, ...]
    excesses: tuple[Excess, ...]
