"""Whether two names are one person's: the likeness as a sum of reasons.

Decides how the steps of the words, the sexes and the patronymics add up, and what forbids *same*. What
the claims say about the two (birth, place, relations) comes with `resolving.circumstances`. Laws:
symmetric; a name is *same* as itself if it can be read and has two words; a name of one word, of
initials or of nobody is never *same* as another.
"""

from functools import lru_cache

from habeas.language.roles import Parsed, Role, parsed
from habeas.resolving.alignment import Meeting, meeting
from habeas.resolving.likeness import Likeness, Reason, likeness, nothing

PRIOR = Reason("before anything is known", -4.5)
SEX = -8.0
FATHER = -6.0
ALONE = -0.7
SECOND = -0.6


@lru_cache(1 << 12)
def compare(left: str, right: str) -> Likeness:
    """How far two names are spellings of one person's name."""
    one, two = parsed(left), parsed(right)
    for name, which in ((one, left), (two, right)):
        if name.unreadable:
            return nothing(f"“{which[:40]}”: {name.unreadable}")
    if right < left:
        one, two = two, one
    met = meeting(one.words, two.words)
    reasons = [PRIOR, *(step.reason for _left, _right, step in met.steps)]
    reasons += _alone(one, two, met)
    sexes = _sexes(one, two)
    fathers = _fathers(met)
    reasons += sexes + fathers
    veto = bool(sexes or fathers)
    return likeness(tuple(reasons), veto=veto, capped=_thin(met))


def _alone(one: Parsed, two: Parsed, met: Meeting) -> list[Reason]:
    return [
        Reason(f"{word.written} meets nothing", ALONE)
        for word in met.alone
        if word.role not in (Role.PATRONYMIC, Role.INITIAL, Role.PARTICLE)
    ]


def _sexes(one: Parsed, two: Parsed) -> list[Reason]:
    if not one.sex or not two.sex or one.sex == two.sex:
        return []
    return [Reason("one is a man's name, the other a woman's", SEX)]


def _fathers(met: Meeting) -> list[Reason]:
    for left, right, step in met.steps:
        if left.role is right.role is Role.PATRONYMIC and step.against:
            return [Reason(f"different fathers: {left.written}, {right.written}", FATHER)]
    return []


def _thin(met: Meeting) -> bool:
    """Whether too little of the two names met for *same*: fewer than two whole words."""
    whole = [
        step
        for left, right, step in met.steps
        if Role.INITIAL not in (left.role, right.role)
        and Role.PATRONYMIC not in (left.role, right.role)
    ]
    return len(whole) < 2
