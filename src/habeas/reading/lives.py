"""Lives: what a page does not date of a person, bounded by what it does.

A person is arrested, charged, sentenced and let out in this order. Where a page names the day of one
of these and not of another, the other lies on its far side: a verdict without a day, behind the arrest
and before the release. Decides nothing for anybody who is arrested twice on the page, or for whom the
bounds would cross. Law: no day is ever made up, an interval is only cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from habeas.reading.outline import Outline
from habeas.reading.timing import BEFORE_PAGE, NO_DAY, is_undated
from habeas.terms.claim import FACTUAL
from habeas.terms.kind import Kind
from habeas.terms.when import When

_ENDS = frozenset({Kind.RELEASED, Kind.PARDONED, Kind.DIED})
"""Kinds that end a stay; an expulsion may be the beginning of one, in another country."""
_AFTER = {
    Kind.SENTENCED: frozenset({Kind.DETAINED}),
    Kind.CHARGED: frozenset({Kind.DETAINED}),
    **dict.fromkeys(_ENDS, frozenset({Kind.DETAINED, Kind.SENTENCED})),
}
"""Kinds that come behind others in a life."""
_BEFORE = {
    Kind.DETAINED: _ENDS | {Kind.SENTENCED},
    Kind.CHARGED: _ENDS | {Kind.SENTENCED},
    Kind.SENTENCED: _ENDS,
    Kind.RECOGNISED: frozenset({Kind.DIED}),
}
"""Kinds that come before others."""


def bounded(told: Sequence[Outline]) -> list[Outline]:
    """The outlines of a page; those without a day cut to what else is told of the same people."""
    dated: dict[str, list[Outline]] = {}
    twice: set[str] = set()
    for one in told:
        for person in one.said.persons:
            if one.said.kind is Kind.DETAINED and one.said.note:
                twice.add(person.value)
            if _is_dated(one):
                dated.setdefault(person.value, []).append(one)
    for name, lived in dated.items():
        if sum(one.said.kind is Kind.DETAINED for one in lived) > 1:
            twice.add(name)
    return [_bounded(one, dated, twice) for one in told]


def _is_dated(outline: Outline) -> bool:
    return outline.modality in FACTUAL and not is_undated(outline.said.when)


def _bounded(outline: Outline, dated: dict[str, list[Outline]], twice: set[str]) -> Outline:
    said = outline.said
    names = {person.value for person in said.persons}
    if not names or names & twice or said.when is None or said.when.rule != BEFORE_PAGE:
        return outline
    if outline.modality not in FACTUAL:
        return outline
    lived = [dated.get(name, []) for name in sorted(names)]
    if said.kind is Kind.CHARGED:
        lived = [[other for other in one if _is_before(other, outline)] for one in lived]
    first = _all([_earliest(said.kind, one) for one in lived])
    last = _all([_latest(said.kind, one) for one in lived])
    start = min(first) if first else None
    stop = max(last) if last else None
    when = _cut(said.when, start, stop)
    return outline if when == said.when else outline.saying(replace(said, when=when))


def _is_before(one: Outline, other: Outline) -> bool:
    """Whether an event is told before another."""
    return (one.sentence, one.last) <= (other.sentence, other.first)


def _all(days: Sequence[date | None]) -> list[date]:
    """The days, where there is one for everybody."""
    known = [day for day in days if day is not None]
    return known if len(known) == len(days) else []


def _earliest(kind: Kind, lived: Sequence[Outline]) -> date | None:
    """The first day on which what came before may have happened."""
    found = [one.said.when for one in lived if one.said.kind in _AFTER.get(kind, ())]
    return min((when.earliest for when in found if when and when.earliest), default=None)


def _latest(kind: Kind, lived: Sequence[Outline]) -> date | None:
    """The last day on which what came behind may have happened."""
    found = [one.said.when for one in lived if one.said.kind in _BEFORE.get(kind, ())]
    return max((when.latest for when in found if when and when.latest), default=None)


def _cut(when: When, start: date | None, stop: date | None) -> When:
    """An interval cut to bounds; as it was where they would cross it."""
    first = when.earliest if start is None else start
    last = when.latest if stop is None else stop
    if (first, last) == (when.earliest, when.latest) or (first and last and first > last):
        return when
    return When(first, last, "", f"{NO_DAY}: between what else is told of the same person")
