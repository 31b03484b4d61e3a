"""Who is inside at the end of a day: surely, or possibly.

Decides how one spell stands on a day, and adds spells up to people. Which spells there are is for
`spells`; what others say the number is, for `reported`. "On day D" means at the end of D, in local
time: who was detained on D is inside on D, who was freed on D is not. Laws:

1. Surely inside on D: the last possible day of entry is D or before, and the first possible day of
   exit is after D, and, where no exit is told, the last sign of being inside is not too old (5).
2. Possibly inside: may have entered by D, may not have left by D, and not surely inside.
3. Who left on a known day, with no arrest told, was surely inside on the eve of that day and possibly
   before (EVE); where the day of exit is not known, only possibly: the stay may lie within its days.
4. People are counted, not spells: sure by one spell is sure.
5. No news is not “still inside”. Without an exit told, sure becomes possible once the longest term may
   be over, or 12 months after the last day proved inside, whichever comes first.
6. Widening an interval of a spell never narrows the bounds. On certain data the number on a later day
   is the number before, and those who came in, less those who left.
7. The truth lies within the bounds, if every exit was told and every claim is true.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from habeas.counting.term import months_after
from habeas.errors import MistakeError
from habeas.terms.count import Count, Spell
from habeas.terms.definition import NAMED, Definition
from habeas.terms.ids import PersonId

MONTHS_WITHOUT_NEWS = 12
"""Months after the last day proved inside, until which silence is taken for being inside."""


class Standing(IntEnum):
    """How a person stands on a day."""

    OUTSIDE = 0
    POSSIBLE = 1
    SURE = 2


class Rule(StrEnum):
    """Why a person stands so; RULES has the words."""

    CLOSED = "closed"
    PROVED = "proved"
    EVE = "eve"
    ENTRY_OPEN = "entry-open"
    EXIT_OPEN = "exit-open"
    HEARSAY = "hearsay"
    TERM_OVER = "term-over"
    NO_NEWS = "no-news"
    CUSTODY_UNTOLD = "custody-untold"
    LENGTH_UNTOLD = "length-untold"
    DEPRIVATION_UNSAID = "deprivation-unsaid"
    RECOGNITION_OPEN = "recognition-open"
    RECOGNITION_UNTOLD = "recognition-untold"
    PROSECUTED = "prosecuted"
    CHARGE_OPEN = "charge-open"
    CHARGE_UNTOLD = "charge-untold"
    NOT_YET = "not-yet"
    GONE = "gone"
    TOO_SHORT = "too-short"
    OTHER_DEPRIVATION = "other-deprivation"
    NOT_YET_RECOGNISED = "not-yet-recognised"


RULES: dict[Rule, str] = {
    Rule.CLOSED: "Sure: entered by then, and the day of exit told is later.",
    Rule.PROVED: "Sure: entered by then, no exit told, last sign of being inside under "
    f"{MONTHS_WITHOUT_NEWS} months old.",
    Rule.EVE: "Sure on the eve of a known day of exit: who leaves had stayed one night at least.",
    Rule.ENTRY_OPEN: "Possible: it is not told, or not exactly, when the stay began.",
    Rule.EXIT_OPEN: "Possible: the stay may have ended by then; its day of exit is not exactly told.",
    Rule.HEARSAY: "Possible: only hearsay, a plan or contradicting claims speak of entry or exit.",
    Rule.TERM_OVER: "Possible: no exit told, but the longest term told may be over.",
    Rule.NO_NEWS: f"Possible: no exit told, and no sign of being inside for {MONTHS_WITHOUT_NEWS} "
    "months.",
    Rule.CUSTODY_UNTOLD: "Possible: charged, sentenced, moved or pardoned; custody is not told.",
    Rule.LENGTH_UNTOLD: "Possible: the claims do not tell whether the stay lasts long enough.",
    Rule.DEPRIVATION_UNSAID: "Possible: the definition does not say whether such a deprivation counts.",
    Rule.RECOGNITION_OPEN: "Possible: recognised, but perhaps only later, or only by hearsay.",
    Rule.RECOGNITION_UNTOLD: "Possible: inside, but no accepted claim tells of a recognition.",
    Rule.PROSECUTED: "Sure: charged or sentenced by then. A charge and a sentence may be of one "
    "prosecution: the lower number takes all of a person as one, the upper each as its own.",
    Rule.CHARGE_OPEN: "Possible: charged or sentenced, but perhaps only later, or by hearsay.",
    Rule.CHARGE_UNTOLD: "Possible: inside, but no accepted claim tells of a charge.",
    Rule.NOT_YET: "Outside: not yet arrested.",
    Rule.GONE: "Outside: left by then.",
    Rule.TOO_SHORT: "Outside: the stay was too short to count.",
    Rule.OTHER_DEPRIVATION: "Outside: such a deprivation does not count.",
    Rule.NOT_YET_RECOGNISED: "Outside: recognised only later.",
}
"""Each rule as a reader is told it."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How a person stands on a day, by which rule, and the spell that says so."""

    standing: Standing
    rule: Rule
    spell: Spell


def stand(spell: Spell, day: date) -> Stand:
    """How one spell stands at the end of `day`."""
    outside = _outside(spell, day)
    if outside is not None:
        return Stand(Standing.OUTSIDE, outside, spell)
    doubt = _doubt(spell, day)
    if doubt is not None:
        return Stand(Standing.POSSIBLE, doubt, spell)
    if spell.left is None or spell.left.latest is None:
        return Stand(Standing.SURE, Rule.PROVED, spell)
    alone = spell.entered is not None and spell.entered.earliest is None
    eve = alone and spell.entered is not None and spell.entered.latest == day
    return Stand(Standing.SURE, Rule.EVE if eve else Rule.CLOSED, spell)


def _outside(spell: Spell, day: date) -> Rule | None:
    if spell.entered is not None and not spell.entered.possibly_by(day):
        return Rule.NOT_YET
    if spell.left is not None and spell.left.certainly_by(day):
        return Rule.GONE
    return None


def _doubt(spell: Spell, day: date) -> Rule | None:
    """Why someone who may be inside on `day` is not surely so; None: there is no doubt."""
    if spell.entered is None and spell.left is None:
        return Rule.CUSTODY_UNTOLD
    if spell.entered is not None and spell.entered.latest is None and spell.exit is None:
        return Rule.HEARSAY
    if spell.entered is None or not spell.entered.certainly_by(day):
        return Rule.ENTRY_OPEN
    if spell.left is not None and spell.left.possibly_by(day):
        return Rule.HEARSAY if spell.left.latest is None else Rule.EXIT_OPEN
    if spell.left is None or spell.left.latest is None:
        return _silence(spell, day)
    return None


def _silence(spell: Spell, day: date) -> Rule | None:
    """Whether the silence about an open spell is too long by `day`."""
    if spell.last_proof is None:
        return Rule.NO_NEWS
    if spell.term_end is not None and spell.last_proof < spell.term_end <= day:
        return Rule.TERM_OVER
    return Rule.NO_NEWS if months_after(spell.last_proof, MONTHS_WITHOUT_NEWS) < day else None


def stands(spells: Iterable[Spell], day: date) -> dict[PersonId, Stand]:
    """How each person stands at the end of `day`: by the spell that says most for being inside."""
    best: dict[PersonId, Stand] = {}
    for spell in sorted(spells, key=lambda one: (one.person, one.claims)):
        now = stand(spell, day)
        if spell.person not in best or now.standing >= best[spell.person].standing:
            best[spell.person] = now
    return best


def inside(
    spells: Iterable[Spell], *, on: date, known_by: date, definition: Definition = NAMED
) -> Count:
    """People in custody at the end of day `on`, as far as the spells tell.

    Args:
        spells: Stays in custody, drawn from what was known by `known_by`; order is of no account.
        on: Day in local time of the country.
        known_by: Last day whose reports were used, inclusive.
        definition: By whose rule the spells' people are counted.

    Returns:
        The sure and the possible, and all claims their spells were drawn from.

    Raises:
        MistakeError: `on` lies after `known_by`.
    """
    if on > known_by:
        raise MistakeError(
            f"Nobody could know by {known_by.isoformat()} who is inside on {on.isoformat()}; "
            "give a day to count on that is not after the day known by.",
            code="day-not-known-yet",
        )
    people = stands(spells, on)
    sure = tuple(sorted(p for p, now in people.items() if now.standing is Standing.SURE))
    possible = tuple(sorted(p for p, now in people.items() if now.standing is Standing.POSSIBLE))
    basis = {claim for person in (*sure, *possible) for claim in people[person].spell.claims}
    return Count(
        "people inside at the end of the day",
        on,
        known_by,
        definition.name,
        sure,
        possible,
        tuple(sorted(basis)),
    )
