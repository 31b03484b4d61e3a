"""What two words of two names say: the steps of the sum that come from one pair of words.

Decides the weight of a pair by its roles: given names by their classes and by their spelling, initials
by the letters they may stand for, everything else by its spelling alone. Which word meets which is for
`resolving.alignment`. Laws: symmetric; the words of a step name both words.
"""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from habeas.language.costs import Fit, fit
from habeas.language.given import initials
from habeas.language.roles import Role, Word
from habeas.language.units import cuttings
from habeas.resolving.likeness import Reason

GIVEN_SAME = 2.4
"""Weight of two given names of one class; there are many bearers of each."""

GIVEN_OTHER = -7.0
"""Weight of two given names of different classes."""

INITIAL_FITS = 0.6
INITIAL_OTHER = -5.0
MOST = 6.0
"""Weight of two equal surnames that are long enough to be rare."""

BY_ODDS = 0.42
"""Weight a unit of log-odds has, up to `MOST`."""

BY_LOSS = 1.15
"""Weight that a unit of loss takes away."""

LEAST = -8.0
"""The worst that one pair of words may say."""

ODD_ROLES = -2.0
"""Weight of a given name that meets a surname, or of a patronymic that meets anything else."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one pair of words says. `against` if it speaks clearly for two people."""

    reason: Reason
    against: bool


@lru_cache(1 << 16)
def step(left: Word, right: Word) -> Step:
    """The step that two words make."""
    if Role.INITIAL in (left.role, right.role):
        return _initial(left, right)
    weight, words = _spelling(left.text, right.text)
    if left.known.classes and right.known.classes and Role.SURNAME not in (left.role, right.role):
        return _given(left, right, weight)
    if Role.GIVEN in (left.role, right.role) and Role.SURNAME not in (left.role, right.role):
        weight = min(weight, GIVEN_SAME + 1.0)
    if {left.role, right.role} in _ODD:
        weight += ODD_ROLES
    role = left.role if left.role is right.role else Role.NAME
    if role is Role.PATRONYMIC:
        weight = min(weight, GIVEN_SAME)
    weight = max(LEAST, weight)
    reason = Reason(f"{role.value}: {left.written} ~ {right.written}: {words}", round(weight, 2))
    return Step(reason, weight < -1.0)


_ODD = (
    {Role.GIVEN, Role.SURNAME},
    {Role.GIVEN, Role.PATRONYMIC},
    {Role.NAME, Role.PATRONYMIC},
    {Role.SURNAME, Role.PATRONYMIC},
)


def _given(left: Word, right: Word, spelling: float) -> Step:
    both = f"given name: {left.written} ~ {right.written}: "
    if left.known.classes & right.known.classes:
        nearer = 0.3 if left.text == right.text else 0.0
        far = 0.5 if left.known.short != right.known.short else 0.0
        distance = 0.3 * max(left.known.loss, right.known.loss)
        weight = round(GIVEN_SAME + nearer - far - distance, 2)
        return Step(Reason(both + "one given name", weight), False)
    weight = round(max(LEAST, min(GIVEN_OTHER, spelling)), 2)
    return Step(Reason(both + "two different given names", weight), True)


def _initial(left: Word, right: Word) -> Step:
    one, two = (left, right) if left.role is Role.INITIAL else (right, left)
    if two.role is Role.INITIAL:
        fits = _alike(one.text, two.text)
    else:
        fits = any(_alike(one.text, letter) for letter in sorted(initials(two.text)))
    if fits:
        return Step(
            Reason(f"initial {one.text.upper()}. may be {two.written}", INITIAL_FITS), False
        )
    reason = Reason(f"initial {one.text.upper()}. is not {two.written}", INITIAL_OTHER)
    return Step(reason, True)


def _alike(one: str, two: str) -> bool:
    return one == two or fit(one, two).loss < 0.8


def _spelling(left: str, right: str) -> tuple[float, str]:
    """The weight of two words by their spelling, and the words for it."""
    if left == right:
        return min(MOST, 1.2 + 0.9 * len(left)), "written alike"
    if not cuttings(left)[0] or not cuttings(right)[0]:
        return _elsewhere(left, right)
    fitted = fit(left, right)
    weight = min(MOST, BY_ODDS * fitted.odds) - BY_LOSS * fitted.loss
    return weight, _changes(fitted)


def _changes(fitted: Fit) -> str:
    if not fitted.changed:
        return "regular spellings of one name"
    changed = ", ".join(f"{one or '-'}/{two or '-'}" for one, two in fitted.changed)
    return f"changed {changed}"


def _elsewhere(left: str, right: str) -> tuple[float, str]:
    """Words of scripts without a table: plain likeness of letters, by rapidfuzz."""
    alike = JaroWinkler.similarity(left, right)
    return 12 * (alike - 0.9) if alike > 0.5 else LEAST, (
        f"no table for this script; letters alike {alike:.2f} (Jaro-Winkler of rapidfuzz)"
    )
