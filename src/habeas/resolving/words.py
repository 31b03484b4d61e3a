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
from habeas.language.heard import vowels_apart, without_article
from habeas.language.roles import Role, Word
from habeas.language.skeletons import skeletons
from habeas.language.sounds import neighbours
from habeas.language.units import cuttings
from habeas.resolving.likeness import Reason
from habeas.resolving.measures import weight as weight_of

GIVEN_SAME = 2.4
"""Weight of two given names of one class; there are many bearers of each."""

SURNAME_TOO = 4.0
"""The same, at most, where they are surnames, too, beside another given name (Hleb, Kolas)."""

GIVEN_OTHER = -7.0
"""Weight of two given names of different classes."""

INITIAL_FITS = 0.6
INITIAL_OTHER = -5.0
INITIALS = (Role.INITIAL, Role.SECOND_INITIAL)

SHORT = 5
"""Letters below which two words are aligned even if they share nothing."""

BY_EAR = 1.5
"""Log-odds of a letter of two words that sound alike in names from elsewhere."""

ARTICLE = 0.4
"""What it costs to see an article in the beginning of a word."""

LEAST = -10.0
"""The worst that one pair of words may say."""

ODD_ROLES = -2.0
"""Weight of a given name that meets a surname, or of a patronymic that meets anything else."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one pair of words says. `against` if it speaks clearly for two people."""

    reason: Reason
    against: bool


@lru_cache(1 << 16)
def step(left: Word, right: Word, *, elsewhere: bool = False) -> Step:
    """The step that two words make; `elsewhere`: of names the tables are not made for."""
    if left.role in INITIALS or right.role in INITIALS:
        return _initial(left, right)
    weight, words = _spelling(left.text, right.text)
    if elsewhere and weight < GIVEN_SAME:
        weight, words = max((weight, words), _by_ear(left.text, right.text))
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


_ODD_INITIALS = ({Role.INITIAL, Role.PATRONYMIC}, {Role.SECOND_INITIAL, Role.GIVEN})


def _given(left: Word, right: Word, spelling: float) -> Step:
    both = f"given name: {left.written} ~ {right.written}: "
    if left.known.classes & right.known.classes:
        nearer = 0.3 if left.text == right.text else 0.0
        far = 0.5 if left.known.short != right.known.short else 0.0
        distance = 0.3 * max(left.known.loss, right.known.loss)
        weight = round(GIVEN_SAME + nearer - far - distance, 2)
        if left.role is right.role is Role.NAME:
            weight = round(max(weight, min(spelling, SURNAME_TOO)), 2)
        return Step(Reason(both + "one given name", weight), False)
    sure = left.known.certain and right.known.certain
    weight = round(max(LEAST, min(GIVEN_OTHER if sure else GIVEN_SAME, spelling)), 2)
    if weight > -1.0:
        return Step(Reason(both + "alike, but not known to be one given name", weight), False)
    return Step(Reason(both + "two different given names", weight), True)


def _initial(left: Word, right: Word) -> Step:
    one, two = (left, right) if left.role in INITIALS else (right, left)
    if {left.role, right.role} in _ODD_INITIALS:
        fits = False
    elif two.role in INITIALS or two.role is Role.PATRONYMIC:
        fits = _alike(one.text, two.text[0])
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
        return weight_of(2.0 * len(left), 0.0, len(left)), "written alike"
    if not cuttings(left)[0] or not cuttings(right)[0]:
        return _elsewhere(left, right)
    if not _touch(left, right):
        return LEAST, "nothing in common"
    fitted = fit(left, right)
    return weight_of(fitted.odds, fitted.loss, fitted.length), _changes(fitted)


def _by_ear(left: str, right: str) -> tuple[float, str]:
    """The weight of two words of names from elsewhere: one article may be glued, vowels may differ."""
    one, two = sorted((left, right), key=len)
    bare = without_article(two)
    if bare != two and without_article(one) == one:
        weight, words = max(_spelling(one, bare), _by_ear(one, bare))
        return weight - ARTICLE, f"{words}, but for an article"
    loss = vowels_apart(one, two)
    if loss is None:
        return LEAST, "nothing in common"
    length = len(one)
    return weight_of(BY_EAR * length, loss, length), "by sound, names from elsewhere"


def _touch(left: str, right: str) -> bool:
    """Whether two words share a skeleton or two sounds side by side; if not, they need no aligning.

    Short words are aligned always.
    """
    if min(len(left), len(right)) < SHORT:
        return True
    if neighbours(left) & neighbours(right):
        return True
    return not set(skeletons(left)).isdisjoint(skeletons(right))


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
