"""Which word of one name meets which of another: the meeting with the greatest sum.

Decides nothing but that; what two words say is for `resolving.words`. Laws: symmetric; every word meets
one other at most; the shorter name's words all meet, but for particles and initials too many.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from habeas.language.roles import Role, Word
from habeas.resolving.words import INITIALS, Step, step


@dataclass(frozen=True, slots=True)
class Meeting:
    """The steps of the words that meet, each with both words; and the words that meet none."""

    steps: tuple[tuple[Word, Word, Step], ...]
    alone: tuple[Word, ...]


def meeting(left: Sequence[Word], right: Sequence[Word], *, elsewhere: bool = False) -> Meeting:
    """The best meeting of two rows of words; longer rows than six words are cut.

    `elsewhere`: they are of names the tables are not made for.
    """
    one, two = _weighty(left), _weighty(right)
    turned = len(one) > len(two)
    if turned:
        one, two = two, one
    steps = [[step(a, b, elsewhere=elsewhere) for b in two] for a in one]
    best = max(
        _orders(len(one), len(two)),
        key=lambda order: sum(steps[at][to].reason.weight for at, to in enumerate(order)),
        default=(),
    )
    met = tuple((one[at], two[to], steps[at][to]) for at, to in enumerate(best))
    alone = tuple(word for at, word in enumerate(two) if at not in best)
    return Meeting(met, alone)


def _weighty(words: Sequence[Word]) -> list[Word]:
    """Words that must meet: no particles, and no initials where two words are written out."""
    found = [word for word in words if word.role is not Role.PARTICLE]
    full = [word for word in found if word.role not in (*INITIALS, Role.PATRONYMIC)]
    return (_written_out(found) if len(full) > 1 else found)[:6] or list(words[:6])


def _written_out(words: Sequence[Word]) -> list[Word]:
    """Words that are no initials."""
    return [word for word in words if word.role not in INITIALS]


@cache
def _orders(short: int, long: int) -> tuple[tuple[int, ...], ...]:
    return tuple(permutations(range(long), short))
