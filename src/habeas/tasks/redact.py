"""Redacting: forget what a report, claim, review or verdict said, and know beforehand what that does.

Decides what is told before it is done: what goes along, how many people are counted before and after, on
which days that changes most, and who comes apart. Law: what is told is what happens; it was tried, and
taken back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from habeas.counting.asof import Days, curves
from habeas.counting.spans import columns
from habeas.register.redacting import Doomed, Order
from habeas.register.register import Register
from habeas.tasks.answer import Question
from habeas.tasks.count import count
from habeas.tasks.gathered import Gathered, gathered
from habeas.tasks.ids import new_id
from habeas.terms.bounds import Bounds
from habeas.terms.count import Spell
from habeas.terms.redaction import ReasonClass

_BEFORE = 2
"""Days before the first day told of a stay: its eve may count otherwise, and all before are as one."""


@dataclass(frozen=True, slots=True)
class Change:
    """How many are inside by name at the end of a day, before and after."""

    on: date
    before: Bounds
    after: Bounds


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Somebody who was part of one person: how the name is written most often, in which languages."""

    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a redaction takes along, and the claims and people counted before and after it.

    `most`: the last of the days, until today, on which the count rises most, and of those on which it
    falls most; empty: it changes on none. `apart`: the parts of each person who counts as several
    afterwards.
    """

    doomed: Doomed
    claims: tuple[int, int]
    inside: tuple[Bounds, Bounds]
    most: tuple[Change, ...]
    apart: tuple[tuple[Part, ...], ...]


def order(target: str, *, by: str, reason: ReasonClass) -> Order:
    """An order to redact what has that id."""
    return Order(target, by, reason, new_id)


def effect(register: Register, given: Order, *, today: date, at: int) -> Effect:
    """What the redaction would do; nothing is changed. `at` in µs since 1970 UTC.

    Raises:
        MistakeError: there is nothing of that id to redact.
    """
    gone = register.doomed(given)
    before, inside = gathered(register), _inside(register, today)
    with register.as_if_redacted(given, at=at):
        after, left = gathered(register), _inside(register, today)
    return Effect(
        gone,
        (len(before.claims), len(after.claims)),
        (inside, left),
        most_changed(before.spells, after.spells, today),
        _apart(before, after),
    )


def most_changed(
    before: Sequence[Spell], after: Sequence[Spell], today: date
) -> tuple[Change, ...]:
    """The last day, until today, of the greatest rise of the count, and that of its greatest fall."""
    first = min([today, *_ends([*before, *after])]).toordinal() - _BEFORE
    (low, high), (low_after, high_after) = (
        _curve(spells, first, today.toordinal() - first + 1) for spells in (before, after)
    )
    moved = (low_after - low) + (high_after - high)
    found = []
    for way in (moved, -moved):
        top = int(way.max())
        if top > 0:
            place = int(np.flatnonzero(way == top)[-1])
            found.append(
                Change(
                    date.fromordinal(first + place),
                    Bounds(int(low[place]), int(high[place])),
                    Bounds(int(low_after[place]), int(high_after[place])),
                )
            )
    return tuple(found)


def _inside(register: Register, today: date) -> Bounds:
    return count(register, Question(today), today=today).count.number


def _ends(spells: Iterable[Spell]) -> Iterable[date]:
    """All days told of stays."""
    for spell in spells:
        for change in (spell.entered, spell.left):
            if change is not None:
                yield from (day for day in (change.earliest, change.latest) if day is not None)
        if spell.last_proof is not None:
            yield spell.last_proof


def _curve(spells: Sequence[Spell], first: int, days: int) -> tuple[Days, Days]:
    """The lower and the upper number at the end of each day."""
    found = curves(columns(spells)[0], first=first, days=days)
    return found.sure[0], found.sure[0] + found.possible[0]


def _apart(before: Gathered, after: Gathered) -> tuple[tuple[Part, ...], ...]:
    """Who counts as one before, and as several after."""
    now = after.who
    found = []
    for person in before.who.persons:
        parts = {now.person_of[one] for one in person.mentions if one in now.person_of}
        if len(parts) > 1:
            found.append(tuple(sorted(Part(now.names[one], now.languages[one]) for one in parts)))
    return tuple(sorted(found))
