"""What is known beside two names, and what it says: birth, places, articles, days, relations.

Decides the weight of each circumstance, and which forbid *same*: years of birth that cannot be one, a
relation (spouse, father, brother), two entries of one list. What the names say is for `compare`. Laws:
symmetric; what is not known says nothing; nothing here makes two different names one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from habeas.resolving.likeness import Reason
from habeas.terms.when import When

BORN_ON_ONE_DAY = 5.0
BORN_IN_ONE_YEAR = 2.5
BORN_A_YEAR_APART = -1.5
BORN_APART = -7.0
PLACE, OTHER_PLACE = 0.7, -0.3
ARTICLE, OTHER_ARTICLE = 0.8, -0.4
DAY = 2.0
RELATED = -8.0
TOGETHER = -7.0
VETO = -7.0
"""A weight as low as this forbids *same*."""

_YEAR = 366


@dataclass(frozen=True, slots=True)
class Facts:
    """What claims say of the person behind one name; all of it may be missing.

    `places`, `articles` and `detained` are compared as they are written: fold them before.
    """

    born: When | None = None
    places: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    detained: frozenset[str] = frozenset()
    """Days of detention, as EDTF; only those known to the day."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beside two names. `relation` is a word ("spouse"), empty for none.

    `together`: both stand in one report as two people. `bearers`: people of this name in the register, 1
    where it is not known.
    """

    left: Facts = Facts()
    right: Facts = Facts()
    relation: str = ""
    together: bool = False
    bearers: int = 1


def reasons(about: Circumstances) -> tuple[Reason, ...]:
    """What the circumstances say, each as one step of the sum."""
    one, two = about.left, about.right
    found = [
        *_born(one.born, two.born),
        *_shared("place", one.places, two.places, (PLACE, OTHER_PLACE)),
        *_shared("article", one.articles, two.articles, (ARTICLE, OTHER_ARTICLE)),
        *_shared("day of detention", one.detained, two.detained, (DAY, 0.0)),
    ]
    if about.relation:
        found.append(Reason(f"one is the other's {about.relation}", RELATED))
    if about.together:
        found.append(Reason("two entries of one report are two people", TOGETHER))
    if about.bearers > 1:
        words = f"{about.bearers} people of this name in the register"
        found.append(Reason(words, round(-log(about.bearers), 2)))
    return tuple(found)


def forbids(steps: Sequence[Reason]) -> bool:
    """Whether one of these steps forbids *same*."""
    return any(step.weight <= VETO for step in steps)


def _born(one: When | None, two: When | None) -> list[Reason]:
    if one is None or two is None:
        return []
    told = " and ".join(sorted((one.edtf, two.edtf)))
    days = [when.days for when in (one, two)]
    if one.meets(two):
        if days == [1, 1]:
            return [Reason(f"born on one day, {one.edtf}", BORN_ON_ONE_DAY)]
        narrow = all(count is not None and count <= _YEAR for count in days)
        return [Reason(f"born {told}, which may be one", BORN_IN_ONE_YEAR if narrow else 0.5)]
    near = _gap(one, two) <= _YEAR
    return [Reason(f"born {told}", BORN_A_YEAR_APART if near else BORN_APART)]


def _gap(one: When, two: When) -> int:
    """Days between two intervals that do not meet."""
    first, last = sorted((one, two), key=lambda when: str(when.earliest or ""))
    if first.latest is None or last.earliest is None:
        return 0
    return (last.earliest - first.latest).days


def _shared(
    what: str, one: frozenset[str], two: frozenset[str], weights: tuple[float, float]
) -> list[Reason]:
    if not one or not two:
        return []
    if both := sorted(one & two):
        return [Reason(f"same {what}: {', '.join(both)}", weights[0])]
    return [Reason(f"no {what} in common", weights[1])] if weights[1] else []
