"""Once: what a page tells twice is one claim, at its fullest mention.

Decides when two drafts tell the same: the same kind, days that may be the same, and the same person,
number, or, for kinds without either, the same actor. Whether two reports tell the same is for
`resolving`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from habeas.terms.claim import Argument, Draft
from habeas.terms.kind import Kind
from habeas.terms.when import When

BARE = frozenset(
    {Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED, Kind.SUPPORT_GRANTED, Kind.SUPPORT_CUT}
)
"""Kinds that are told apart by who acts and how firmly."""

_Mark: TypeAlias = tuple[Kind, str, str | tuple[int, str] | None]
"""A kind, its note, and a person, a number with its part, or nothing more."""

_MONTH = 31
_WEIGHTS = ("amount", "place", "destination", "actor", "terms", "penalty")


def once(found: Sequence[Draft]) -> list[Draft]:
    """The drafts without what an at least as full one tells already; order is kept."""
    ranked = sorted(range(len(found)), key=lambda number: (-_fullness(found[number]), number))
    kept: dict[int, Draft] = {}
    marked = defaultdict[_Mark, list[Draft]](list)
    for number in ranked:
        draft = found[number]
        marks = list(_marks(draft)) or [_mark(draft)]
        rest = _rest(draft, [other for mark in marks for other in marked[mark]])
        if rest is not None:
            kept[number] = rest
            for mark in (_mark(rest), *_marks(rest)):
                marked[mark].append(rest)
    return [kept[number] for number in sorted(kept)]


def _mark(draft: Draft, what: str | tuple[int, str] | None = None) -> _Mark:
    return draft.said.kind, draft.said.note, what


def _marks(draft: Draft) -> Iterator[_Mark]:
    """Of those that share none, neither tells of anybody, nor counts, what the other does."""
    yield from (_mark(draft, person.value) for person in draft.said.persons)
    if draft.said.amount is not None:
        yield _mark(draft, (draft.said.amount.value, _part(draft)))


def _fullness(draft: Draft) -> int:
    said = draft.said
    named = sum(getattr(said, name) is not None for name in _WEIGHTS)
    dated = 2 if said.when is not None and said.when.words else 0
    exact = dated and said.when is not None and (said.when.days or _MONTH + 1) <= _MONTH
    explicit = sum(2 for person in said.persons if not person.inferred)
    weighty = 3 if said.penalty is not None else 0
    return named + weighty + dated + bool(exact) + explicit + bool(said.amount_at)


def _rest(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """A draft without the people others tell already; None where nothing is left."""
    same = [other for other in kept if _same_event(draft, other)]
    said = draft.said
    if not same:
        return draft
    if said.persons:
        told = {person.value for other in same for person in other.said.persons}
        persons = tuple(person for person in said.persons if person.value not in told)
        counted = said.amount is not None and not _counted(draft, same)
        if not persons and not counted:
            return None
        return replace(draft, said=replace(said, persons=persons))
    if said.amount is not None:
        return None if _counted(draft, same) else draft
    return None


def _counted(draft: Draft, same: Sequence[Draft]) -> bool:
    amount = draft.said.amount
    return amount is not None and any(
        other.said.amount is not None
        and other.said.amount.value == amount.value
        and _part(other) == _part(draft)
        for other in same
    )


def _part(draft: Draft) -> str:
    return draft.said.part.value.lower() if draft.said.part is not None else ""


def _same_event(one: Draft, other: Draft) -> bool:
    if one.said.kind is not other.said.kind or one.said.note != other.said.note:
        return False
    if (
        one.said.penalty
        and other.said.penalty
        and one.said.penalty.value != other.said.penalty.value
    ):
        return False
    if _apart(one.said.destination, other.said.destination):
        return False
    if one.said.kind in BARE and (one.modality, _actor(one)) != (other.modality, _actor(other)):
        return False
    return _may_be_one(one.said.when, other.said.when)


def _apart(one: Argument | None, other: Argument | None) -> bool:
    """Whether two places are named and differ."""
    return one is not None and other is not None and one.value != other.value


def _actor(draft: Draft) -> str:
    """Who imposed, lifted, gave or cut."""
    actor = draft.said.actor or draft.said.place
    return actor.value if actor is not None else ""


def _may_be_one(one: When | None, other: When | None) -> bool:
    return one is None or other is None or one.meets(other)
