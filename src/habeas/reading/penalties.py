"""Penalties: which term of prison goes to whom.

Decides by order: the people named before a term get it; a term with nobody before it goes to those
the clause is about; a bare number behind such a pair ("— 16 each") is a term in the same unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.language.sorts import Sort
from habeas.reading.flows import carried_period, is_flow
from habeas.reading.groups import Group, is_term_without_unit
from habeas.reading.mentions import CountAt, TermAt
from habeas.reading.outline import Outline
from habeas.reading.plurals import Who
from habeas.reading.settings import when_of
from habeas.reading.story import Story
from habeas.reading.telling import Telling, Told, counted
from habeas.reading.words import Word, at
from habeas.terms.claim import Argument
from habeas.terms.kind import Kind

_UNIT = re.compile(r"P\d+([YMWD])")
_KIND_OF_TERM = 4
"""Words from a term to "for", at most ("two years' hard labour for")."""
_TITLES = 3
"""Words between "for" and a name, at most."""
_JUST = 2
"""Sentences from a verdict to another that leaves out its unit, at most."""
_BOTH = 2
"""Holders from which on each has a term of their own."""
_RANGE = 2
"""Words from the lower end of a range to its upper end, where both are a word."""
_MANY = 10
"""From this number on, a verdict with one length of time may sum up many."""
_OLD = 15
"""From this number on, one behind a comma is an age ("K. L., 66, …")."""
_LONGEST = 99
"""Largest bare number taken for years."""


@dataclass(frozen=True, slots=True)
class _Years:
    """A bare number at words `first..last` that may be a term in the unit of another one."""

    first: int
    last: int
    start: int
    stop: int
    value: int
    half: bool = False

    def penalty(self, unit: str) -> Argument:
        """The term, where its unit is `unit` ("Y")."""
        length = f"P{self.value}Y6M" if self.half and unit == "Y" else f"P{self.value}{unit}"
        return Argument(length, self.start, self.stop)


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
    pairs = _pairs(telling, group) or _elliptic(telling, story)
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


def _elliptic(telling: Telling, story: Story) -> list[_Pair]:
    """ "She was sentenced to five": a number in the unit of the verdict just told."""
    last, page = story.last, telling.scene.page
    penalty = last.said.penalty if last is not None else None
    unit = _UNIT.match(penalty.value) if penalty is not None else None
    if unit is None or last is None or telling.scene.number - last.sentence > _JUST:
        return []
    counts = telling.scene.read.sentence.counts
    return [
        _Pair(None, one.penalty(unit[1]), one.first, one.last)
        for one in _bare(telling)
        for count in counts
        if count.first == one.first and is_term_without_unit(count, telling.scene.read, page)
    ][:1]


def are_years(telling: Telling, group: Group | None) -> bool:
    """ "The first got thirteen years, the second eleven": a bare number behind a term counts nobody."""
    if group is None or group.persons or telling.kind is not Kind.SENTENCED:
        return False
    terms = [one for one in telling.scene.read.sentence.terms if telling.clause.holds(one.first)]
    years = {one.first for one in _bare(telling)} if terms else set()
    return all(one.first in years and one.first > terms[0].first for one in group.counts)


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
    if group is not None and group.persons and years and group.last <= clause.first:
        named = [group, *(one for one in named if one is not group)]
    holders = [*named, *_counted(telling, years)]
    enough = len(terms) + len(years) >= min(len(holders), _BOTH)
    if len(holders) > 1 and enough and (len(named) < _BOTH or len(terms) >= len(holders)):
        named = sorted(holders, key=lambda one: one.first)
    if len(named) < _BOTH:
        term = min(terms, key=lambda one: abs(one.first - clause.trigger.place))
        return [_Pair(None, term.as_argument(), term.first, term.last)]
    return _in_turn(
        sorted([*named, *terms, *years], key=lambda one: one.first), terms[0], sentence.row
    )


def _ends_range(term: TermAt, telling: Telling) -> bool:
    """ "From two to ten years": nobody's own penalty."""
    row, page = telling.scene.read.sentence.row, telling.scene.page
    if term.first < _RANGE or not page.known.until.takes(row[term.first - 1]):
        return False
    start, stop = row[term.first - _RANGE].start, row[term.first - _RANGE].stop
    sentence = telling.scene.read.sentence
    counted = page.numbers_in(sentence.start, sentence.stop)
    numbered = any(one.start <= start and stop <= one.stop for one in counted)
    return numbered or any(one.last == term.first - 1 for one in sentence.terms if one is not term)


def _destined(telling: Telling, terms: Sequence[TermAt]) -> list[_Pair]:
    """ "Ten years for three protesters, four for a minor": terms with those they are for behind."""
    unit = _UNIT.match(terms[0].length) if terms else None
    if unit is None:
        return []
    found = []
    items: list[TermAt | _Years] = [*terms, *_bare(telling)]
    for item in sorted(items, key=lambda one: one.first):
        group = _behind_for(item.last, telling)
        if group is not None:
            penalty = item.as_argument() if isinstance(item, TermAt) else item.penalty(unit[1])
            found.append(_Pair(group, penalty, item.first, group.last))
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


def _bare(telling: Telling) -> list[_Years]:
    """Bare numbers that may be years: not those that open a clause and are followed by a word."""
    whole = [
        _Years(one.first, one.last, one.start, one.stop, one.amount.value)
        for one in telling.scene.read.sentence.counts
        if one.bare and telling.clause.holds(one.first) and one.amount.value <= _LONGEST
        if not _opens(one, telling)
    ]
    return sorted([*whole, *_half_years(telling)], key=lambda one: one.first)


def _half_years(telling: Telling) -> Iterator[_Years]:
    """ "And K. three and a half": numbers of years that are no whole ones."""
    sentence, page = telling.scene.read.sentence, telling.scene.page
    for one in page.numbers_in(sentence.start, sentence.stop):
        if one.decimal is None or one.sort is not Sort.COUNT:
            continue
        first, last = at(sentence.row, one.start), at(sentence.row, one.stop - 1) + 1
        if telling.clause.holds(first) and one.decimal == one.amount.value + 0.5:
            yield _Years(first, last, one.start, one.stop, one.amount.value, half=True)


def _counted(telling: Telling, years: Sequence[_Years]) -> list[Group]:
    """Numbers of people in a clause, each as a group."""
    taken = {one.first for one in years}
    return [
        Group((), (count,), count.first, count.last)
        for count in telling.scene.read.sentence.counts
        if telling.clause.holds(count.first) and count.first not in taken and not count.event
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


def _in_turn(
    items: Sequence[Group | TermAt | _Years], first: TermAt, row: Sequence[Word]
) -> list[_Pair]:
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
            elif unit is not None and (found or _is_dashed(waiting, item, row)):
                penalty = item.penalty(unit[1])
            else:
                continue
            found.append(_Pair(waiting, penalty, waiting.first, item.last))
            waiting = None
    return found


def _is_dashed(group: Group, item: _Years, row: Sequence[Word]) -> bool:
    """ "Nine years each, K. and L. — eight": a number right behind people and a dash."""
    return row[group.last].text in "–—" and item.first - group.last <= _RANGE
