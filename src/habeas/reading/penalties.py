"""Penalties: which term of prison goes to whom.

Decides by order: the people named before a term get it; a term with nobody before it goes to those
the clause is about; a bare number behind such a pair ("— 16 each") is a term in the same unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.reading.discourse import Who
from habeas.reading.flows import carried_period, is_flow
from habeas.reading.groups import Group
from habeas.reading.mentions import CountAt, TermAt
from habeas.reading.outline import Outline
from habeas.reading.settings import when_of
from habeas.reading.story import Story
from habeas.reading.telling import Telling, Told, counted
from habeas.terms.claim import Argument
from habeas.terms.kind import Kind

_UNIT = re.compile(r"P\d+([YMWD])")
_KIND_OF_TERM = 4
"""Words from a term to "for", at most ("two years' hard labour for")."""
_TITLES = 3
"""Words between "for" and a name, at most."""
_RANGE = 2
"""Words from the lower end of a range to its upper end, where both are a word."""
_MANY = 10
"""From this number on, a verdict with one length of time may sum up many."""
_OLD = 15
"""From this number on, one behind a comma is an age ("K. L., 66, …")."""
_LONGEST = 99
"""Largest bare number taken for years."""


@dataclass(frozen=True, slots=True)
class _Pair:
    group: Group | None
    penalty: Argument
    first: int
    last: int


def sentences_told(
    telling: Telling, story: Story, group: Group | None, who: Who | None
) -> list[Outline]:
    """Verdicts of a clause, one for each term; none where it names no term."""
    pairs = _pairs(telling, group)
    found: list[Outline] = []
    for pair in pairs:
        target = pair.group or group
        if target is None and who is None:
            continue
        near = pair.group.first if pair.group is not None else telling.clause.trigger.place
        when, dated = when_of(telling.clause, telling.scene, story, near)
        told = _told(target, who, pair.penalty, telling)
        kind = None
        many = told.count is not None and told.count.amount.value >= _MANY
        if told.count is not None and many and is_flow(telling, told.count, story):
            kind, when = Kind.FLOW_TOTAL, carried_period(telling, story) or when
        first = min(pair.first, target.first if target else pair.first)
        last = max(pair.last, target.last if target else pair.last)
        sure = dated and len(pairs) == 1 and target is not None
        found.append(
            telling.outline(
                replace(told, penalty=pair.penalty if kind is None else None, when=when, kind=kind),
                (first, last),
                sure=sure,
            )
        )
    return found


def _told(group: Group | None, who: Who | None, penalty: Argument, telling: Telling) -> Told:
    if group is None:
        if who is None:
            return Told()
        return Told(who.persons, who.amount, amount_at=who.amount_at, part=who.part)
    persons = tuple(person.as_argument() for person in group.persons)
    count = next(
        (
            count
            for count in group.counts
            if count.others or not persons or count.amount.value == len(persons)
        ),
        None,
    )
    if count is None:
        return Told(persons)
    return Told(persons, counted(count, len(persons) if count.others else 0), count)


def _pairs(telling: Telling, group: Group | None) -> list[_Pair]:
    clause = telling.clause
    sentence = telling.scene.read.sentence
    known = telling.scene.page.known
    terms = [
        term
        for term in sentence.terms
        if clause.holds(term.first) and not known.only_lasts(sentence.row, term.first)
        if not _ends_range(term, telling)
    ]
    if destined := _destined(telling, terms):
        return destined
    if not terms:
        return []
    named = [
        one
        for one in telling.scene.groups
        if one.persons and clause.holds(one.first) and not one.acts and not one.speaks
    ]
    years = [one for one in _bare(telling) if one.first > terms[0].first]
    holders = [*named, *_counted(telling, years)]
    if len(holders) > 1 and len(terms) + len(years) > 1 and len(named) < 2:
        named = sorted(holders, key=lambda one: one.first)
    if len(named) < 2:
        term = min(terms, key=lambda one: abs(one.first - clause.trigger.place))
        return [_Pair(None, term.as_argument(), term.first, term.last)]
    return _in_turn(sorted([*named, *terms, *years], key=lambda one: one.first), terms[0])


def _ends_range(term: TermAt, telling: Telling) -> bool:
    """ "From two to ten years": nobody's own penalty."""
    row, page = telling.scene.read.sentence.row, telling.scene.page
    if term.first < _RANGE or not page.known.until.takes(row[term.first - 1]):
        return False
    start, stop = row[term.first - _RANGE].start, row[term.first - _RANGE].stop
    numbered = any(one.start <= start and stop <= one.stop for one in page.numbers)
    return numbered or any(
        one.last == term.first - 1 for one in telling.scene.read.sentence.terms if one is not term
    )


def _destined(telling: Telling, terms: Sequence[TermAt]) -> list[_Pair]:
    """ "Ten years for three protesters, four for a minor": terms with those they are for behind."""
    unit = _UNIT.match(terms[0].length) if terms else None
    if unit is None:
        return []
    found = []
    items: list[TermAt | CountAt] = [*terms, *_bare(telling)]
    for item in sorted(items, key=lambda one: one.first):
        group = _behind_for(item.last, telling)
        if group is not None and isinstance(item, TermAt):
            found.append(_Pair(group, item.as_argument(), item.first, group.last))
        elif group is not None and isinstance(item, CountAt):
            years = Argument(f"P{item.amount.value}{unit[1]}", item.start, item.stop)
            found.append(_Pair(group, years, item.first, group.last))
    return found


def _behind_for(first: int, telling: Telling) -> Group | None:
    """The group behind "for", where that stands close behind word `first`."""
    row, known = telling.scene.read.sentence.row, telling.scene.page.known
    stop = min(first + _KIND_OF_TERM, len(row))
    place = next((at for at in range(first, stop) if known.destined.takes(row[at])), None)
    if place is None or any(first <= group.first < place for group in telling.scene.groups):
        return None
    for group in telling.scene.groups:
        reach = _TITLES if group.persons else 1
        if 0 <= group.first - place - 1 <= reach and not group.acts and not group.speaks:
            return group
    return None


def _bare(telling: Telling) -> list[CountAt]:
    """Bare numbers that may be years: not those that open a clause and are followed by a word."""
    return [
        count
        for count in telling.scene.read.sentence.counts
        if count.bare and telling.clause.holds(count.first) and count.amount.value <= _LONGEST
        if not _opens(count, telling)
    ]


def _counted(telling: Telling, years: Sequence[CountAt]) -> list[Group]:
    """Numbers of people in a clause, each as a group."""
    return [
        Group((), (count,), count.first, count.last)
        for count in telling.scene.read.sentence.counts
        if telling.clause.holds(count.first) and count not in years and not count.event
    ]


def _opens(count: CountAt, telling: Telling) -> bool:
    """ "Two got five years, three — seven": a number of people, not of years."""
    row, known = telling.scene.read.sentence.row, telling.scene.page.known
    if known.collective.takes(row[count.last - 1]):
        return True
    begins = count.first == 0 or not row[count.first - 1].spoken
    if begins and count.amount.value > _OLD:
        return True
    dashed = count.first > 0 and row[count.first - 1].text in "–—"
    follows = row[count.last] if count.last < len(row) else row[-1]
    goes_on = follows.spoken or follows.text in "–—"
    return begins and not dashed and goes_on and not known.destined.takes(follows)


def _in_turn(items: Sequence[Group | TermAt | CountAt], first: TermAt) -> list[_Pair]:
    """Pairs of people and the term that follows them."""
    found: list[_Pair] = []
    waiting: Group | None = None
    unit = _UNIT.match(first.length)
    for item in items:
        if isinstance(item, Group):
            waiting = item
        elif waiting is not None:
            if isinstance(item, TermAt):
                penalty = item.as_argument()
            elif unit is not None and found:
                penalty = Argument(f"P{item.amount.value}{unit[1]}", item.start, item.stop)
            else:
                continue
            found.append(_Pair(waiting, penalty, waiting.first, item.last))
            waiting = None
    return found
