"""`Span`: on which days one stay stands as sure, and on which as possible, as two intervals.

Decides nothing new: it writes the rules of `inside` as days, so that many days can be counted at once.
Law: for every spell and day, `inside.stand` and its span say the same (held by a test).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from habeas.counting.asof import Columns
from habeas.counting.inside import MONTHS_WITHOUT_NEWS
from habeas.counting.term import months_after
from habeas.terms.count import Spell
from habeas.terms.ids import PersonId

BEFORE, NEVER = 0, date.max.toordinal() + 1
"""Ordinals before the first day there is, and after the last."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days as ordinals, half-open; the sure ones lie within the possible ones, or are none."""

    may_from: int
    may_to: int
    sure_from: int
    sure_to: int


def span(spell: Spell) -> Span:
    """The days of one stay."""
    entered, left = spell.entered, spell.left
    may_from = entered.earliest.toordinal() if entered and entered.earliest else BEFORE
    may_to = left.latest.toordinal() if left and left.latest else NEVER
    if entered is None or entered.latest is None:
        return Span(may_from, may_to, may_from, may_from)
    sure_from = entered.latest.toordinal()
    sure_to = min(may_to, _sure_until(spell))
    return Span(may_from, may_to, sure_from, max(sure_from, sure_to))


def _sure_until(spell: Spell) -> int:
    """First day on which the stay may be over, or silence is too long."""
    ends = [NEVER]
    if spell.left is not None:
        ends.append(spell.left.earliest.toordinal() if spell.left.earliest else BEFORE)
    if spell.left is None or spell.left.latest is None:
        ends.append(silent_from(spell))
    return min(ends)


def silent_from(spell: Spell) -> int:
    """First day on which no news is too old to prove the person inside, as an ordinal."""
    if spell.last_proof is None:
        return BEFORE
    last = months_after(spell.last_proof, MONTHS_WITHOUT_NEWS).toordinal() + 1
    if spell.term_end is not None and spell.last_proof < spell.term_end:
        return min(last, spell.term_end.toordinal())
    return last


def columns(
    spells: Sequence[Spell], groups: Mapping[PersonId, int] | None = None
) -> tuple[Columns, tuple[PersonId, ...]]:
    """Spells as columns, and the person each code stands for; without `groups` all are in one."""
    people = tuple(sorted({spell.person for spell in spells}))
    code = {person: number for number, person in enumerate(people)}
    found = [span(spell) for spell in spells]
    days = np.array(
        [(one.may_from, one.may_to, one.sure_from, one.sure_to) for one in found], dtype=np.int64
    ).reshape(len(found), 4)
    person = np.array([code[spell.person] for spell in spells], dtype=np.int64)
    group = np.array([(groups or {}).get(spell.person, 0) for spell in spells], dtype=np.int64)
    return Columns(person, group, *(days[:, column] for column in range(4))), people
