"""Whether two names are one person's: the likeness as a sum of reasons.

Decides how the steps of the words, the sexes and the patronymics add up, what forbids *same*, and when
a name is read as one in another case. What is known beside the names is weighed in `circumstances`.
Laws: symmetric; a name of two words that can be read is *same* as itself; a name of one word, of
initials or of nobody is never *same* as any, nor one of which a whole word meets nothing. Of a name with
aliases the likeliest counts.
"""

from dataclasses import replace
from functools import lru_cache
from itertools import product

from habeas.language.aliases import named
from habeas.language.cases import readings
from habeas.language.letters import letters_of, plain
from habeas.language.roles import Parsed, Role, parsed
from habeas.language.units import sex_of_ending
from habeas.resolving.alignment import Meeting, meeting
from habeas.resolving.circumstances import Circumstances, forbids, reasons
from habeas.resolving.elsewhere import elsewhere, outside
from habeas.resolving.likeness import Likeness, Reason, likeness, nothing
from habeas.resolving.words import INITIALS
from habeas.terms.person import Judgement

PRIOR = Reason("before anything is known", -2.0)
SEX = -8.0
FATHER = -6.0
ALONE = -0.7
DOUBT = -0.5
OTHER_CASE = -1.0
"""Weight of reading a name as one in another case than the nominative."""


def compare(left: str, right: str, about: Circumstances | None = None) -> Likeness:
    """How far two names are one person's.

    Args:
        left: A name, in any script, spelling, order and case.
        right: Another.
        about: What is known beside the names; None for nothing.
    """
    found = max((_named(*pair) for pair in product(named(left), named(right))), key=_sure)
    steps = reasons(about) if about is not None else ()
    if not steps or parsed(left).unreadable or parsed(right).unreadable:
        return found
    veto = found.vetoed or forbids(steps)
    return likeness((*found.reasons, *steps), veto=veto, capped=found.capped)


def _sure(found: Likeness) -> tuple[bool, float]:
    """Sorts what two readings say: whatever is not vetoed before all that is, then the likelier."""
    return not found.vetoed, found.value


@lru_cache(1 << 13)
def _named(left: str, right: str) -> Likeness:
    """The likeness of two names alone."""
    if right < left:
        left, right = right, left
    for name in (left, right):
        if parsed(name).unreadable:
            return nothing(f"“{name[:40]}”: {parsed(name).unreadable}")
    if lacking := _without_table(left, right):
        return nothing(f"“{lacking[:40]}” is in a script without a table: nothing can be said.")
    found = _direct(left, right)
    if found.verdict is Judgement.SAME:
        return found
    ways = [
        _read(one, two, (left, right))
        for one in (left, *readings(left))
        for two in (right, *readings(right))
        if (one, two) != (left, right)
    ]
    return max([found, *ways], key=lambda one: one.value)


def _without_table(left: str, right: str) -> str:
    """The name in a script that has no table, where the other is in one that has; else empty."""
    lacking = [not any(map(sum, map(letters_of, plain(name).split()))) for name in (left, right)]
    return (left if lacking[0] else right) if lacking[0] is not lacking[1] else ""


def _direct(left: str, right: str) -> Likeness:
    one, two = parsed(left), parsed(right)
    met = meeting(one.words, two.words, elsewhere=outside(left, right))
    steps = [PRIOR, *(step.reason for _left, _right, step in met.steps)]
    vetoes = _sexes(one, two) + _fathers(met)
    alone, doubts = _alone(met), _doubts(one, two)
    doubts += elsewhere(left, right) + _endings(met, sure=one.sure and two.sure)
    whole = any(reason.weight <= ALONE for reason in alone)
    against = any(step.against for _left, _right, step in met.steps)
    capped = _thin(met) or whole or against or bool(doubts)
    return likeness((*steps, *alone, *doubts, *vetoes), veto=bool(vetoes), capped=capped)


def _read(left: str, right: str, given: tuple[str, str]) -> Likeness:
    """The likeness of two names of which one at least is read as its nominative."""
    found = _direct(left, right)
    read = [
        f"{old} read as {new}" for old, new in zip(given, (left, right), strict=True) if old != new
    ]
    case = Reason("; ".join(read) + ", from another case", OTHER_CASE)
    doubtful = any(
        parsed(old).sure and parsed(old).sex != parsed(new).sex
        for old, new in zip(given, (left, right), strict=True)
    )
    veto = found.verdict is Judgement.DIFFERENT and any(
        reason.weight <= FATHER for reason in found.reasons
    )
    capped = doubtful or found.verdict is not Judgement.SAME
    return replace(likeness((*found.reasons, case), veto=veto, capped=capped))


def _alone(met: Meeting) -> list[Reason]:
    """A whole word that meets nothing makes doubt; a patronymic hardly any, an initial none."""
    return [
        Reason(f"{word.written} meets nothing", _ALONE.get(word.role, ALONE))
        for word in met.alone
        if word.role not in (*INITIALS, Role.PARTICLE)
    ]


_ALONE = {Role.PATRONYMIC: -0.2}


def _doubts(one: Parsed, two: Parsed) -> list[Reason]:
    found = dict.fromkeys((*one.doubts, *two.doubts))
    return [Reason(f"{words}: never taken for same unseen", DOUBT) for words in found]


def _sexes(one: Parsed, two: Parsed) -> list[Reason]:
    if not one.sex or not two.sex or one.sex == two.sex or _indifferent(one, two):
        return []
    return [Reason("one is a man's name, the other a woman's", SEX)]


def _endings(met: Meeting, *, sure: bool) -> list[Reason]:
    """The doubt that a man's and a woman's ending make where given names do not settle it."""
    for left, right, _step in met.steps:
        if not sure and {sex_of_ending(left.text), sex_of_ending(right.text)} == {"m", "f"}:
            words = f"{left.written} has a man's ending or a woman's, {right.written} the other"
            return [Reason(f"{words}: never taken for same unseen", DOUBT)]
    return []


def _indifferent(one: Parsed, two: Parsed) -> bool:
    """Whether only a surname tells the one sex, and the bearer of the other has that ending, too.

    “S. I. Hayakawa” is no woman: Samuel Hayakawa is a man.
    """
    if one.sure is two.sure:
        return False
    known, guessed = (one, two) if one.sure else (two, one)
    return any(
        sex_of_ending(word.text) == guessed.sex
        for word in known.words
        if word.role is not Role.GIVEN
    )


def _fathers(met: Meeting) -> list[Reason]:
    for left, right, step in met.steps:
        if left.role is right.role is Role.PATRONYMIC and step.against:
            return [Reason(f"different fathers: {left.written}, {right.written}", FATHER)]
    return []


def _thin(met: Meeting) -> bool:
    """Whether too little of the two names met for *same*: fewer than two whole words."""
    idle = (*INITIALS, Role.PATRONYMIC)
    whole = [
        step for left, right, step in met.steps if left.role not in idle and right.role not in idle
    ]
    return len(whole) < 2
