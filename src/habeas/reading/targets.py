"""Targets: whom a sanction is meant for, and whom support reaches.

A sanction is one outline for each number and group of people it is meant for, and for each number of
bodies ("two companies"); support is one for each number of people it reaches. Decides who of those
named in the clause that is. Sums, and those who impose or give, are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.language.numbers import NumberFound
from habeas.reading.clauses import Clause
from habeas.reading.families import dealings
from habeas.reading.groups import Group
from habeas.reading.mentions import CountAt, PersonAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.telling import counted
from habeas.reading.words import at
from habeas.terms.claim import Said
from habeas.terms.kind import Kind

HELPING = frozenset({Kind.SUPPORT_GRANTED, Kind.SUPPORT_CUT})
"""Kinds that reach somebody."""
_NOUN = 3
"""Words from a number to the noun of the bodies it counts, at most."""


def targeted(outline: Outline, clause: Clause, scene: Scene) -> list[Outline]:
    """A sanction as one outline for each number and group of those it is meant for."""
    made: list[Outline] = []
    for group in _meant(clause, scene):
        if group.speaks or any(_rules(person, scene) for person in group.persons):
            continue
        persons = tuple(person.as_argument() for person in group.persons)
        if persons:
            said = replace(outline.said, persons=persons)
            made.append(_aimed(outline, said, (group.first, group.last)))
        made += [_of_count(outline, count, (group.first, group.last)) for count in group.counts]
    made += _of_bodies(outline, clause, scene)
    return made or [outline]


def reached(outline: Outline, clause: Clause, scene: Scene) -> list[Outline]:
    """Support as one outline for each number of people it reaches."""
    drawn, row = dealings(scene.page.known.code).drawn, scene.read.sentence.row
    counts = [
        count
        for group in _meant(clause, scene)
        if not group.persons
        for count in group.counts
        if not count.bare and not count.partitive and not count.event
        if not any(drawn.takes(word) for word in row[count.first : count.last])
    ]
    return [_of_count(outline, one, (one.first, one.last)) for one in counts] or [outline]


def settled(happened: Sequence[Outline], dealt: Sequence[Outline]) -> list[Outline]:
    """What happened, without those whom "freed students got stipends" only describes."""
    helped = {one.said.amount_at for one in dealt if one.said.kind in HELPING}
    return [
        one for one in happened if one.said.amount_at is None or one.said.amount_at not in helped
    ]


def _meant(clause: Clause, scene: Scene) -> Sequence[Group]:
    """The groups of the trigger's own clause."""
    return [group for group in scene.groups if clause.holds(group.first)]


def _of_count(outline: Outline, count: CountAt, span: tuple[int, int]) -> Outline:
    place = (count.start, count.stop)
    return _aimed(outline, replace(outline.said, amount=counted(count), amount_at=place), span)


def _of_bodies(outline: Outline, clause: Clause, scene: Scene) -> Iterator[Outline]:
    """ "… and three companies": numbers of what is no person, and yet under sanctions."""
    sentence, bodies = scene.read.sentence, dealings(scene.page.known.code).bodies
    counts = [count for group in scene.groups for count in group.counts]
    for number in scene.page.numbers:
        if not sentence.start <= number.start < number.stop <= sentence.stop:
            continue
        if any(count.start < number.stop and number.start < count.stop for count in counts):
            continue
        first, last = at(sentence.row, number.start), at(sentence.row, number.stop - 1) + 1
        nouns = range(last, min(last + _NOUN, clause.last))
        noun = next((place for place in nouns if bodies.takes(sentence.row[place])), None)
        if noun is None or not clause.holds(first) or not _counts_one(number):
            continue
        said = replace(outline.said, amount=number.amount, amount_at=(number.start, number.stop))
        yield _aimed(outline, said, (first, noun + 1))


def _counts_one(number: NumberFound) -> bool:
    """Whether it is a whole number of something, said by more than an article."""
    return number.decimal is None and not number.weak and number.amount.value > 0


def _aimed(outline: Outline, said: Said, span: tuple[int, int]) -> Outline:
    first, last = min(outline.first, span[0]), max(outline.last, span[1])
    return replace(outline, said=replace(said, actor=None), first=first, last=last)


def _rules(person: PersonAt, scene: Scene) -> bool:
    """Whether somebody imposes sanctions rather than bears them."""
    row, manners = scene.read.sentence.row, scene.page.manners
    return any(manners.rulers.takes(word) for word in row[person.first : person.last])
