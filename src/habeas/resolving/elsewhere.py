"""Names the tables are not made for: what rapidfuzz says of them.

Decides when that is asked, and its weight. Laws: symmetric; says in words that it is a fallback; two
names that are written alike get no such reason; with one, a pair is never *same*.
"""

from rapidfuzz import fuzz

from habeas.language.letters import plain
from habeas.language.roles import in_tables
from habeas.resolving.likeness import Reason

EVEN = 75.0
"""Likeness of letters, in percent, that speaks neither for nor against."""

BY_PERCENT, LEAST, MOST = 0.1, -4.0, 1.5


def elsewhere(left: str, right: str) -> list[Reason]:
    """The reason that rapidfuzz gives for two names outside the tables; empty for all others."""
    if not outside(left, right):
        return []
    one, two = sorted((_words(left), _words(right)))
    if one == two:
        return []
    alike = fuzz.token_sort_ratio(one, two)
    weight = max(LEAST, min(MOST, BY_PERCENT * (alike - EVEN)))
    words = f"names outside the tables: letters alike {alike:.0f} % (token sort of rapidfuzz)"
    return [Reason(f"{words}, never taken for same unseen", round(weight, 2))]


def outside(left: str, right: str) -> bool:
    """Whether neither name shows that the tables are made for it."""
    return not in_tables(left) and not in_tables(right)


def _words(name: str) -> str:
    return " ".join(sorted(plain(name).replace(",", " ").replace("-", " ").split()))
