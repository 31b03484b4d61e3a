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
from habeas.reading.triggers import Trigger
from habeas.reading.words import at
from habeas.terms.claim import Said
from habeas.terms.kind import Kind

HELPING = frozenset({Kind.SUPPORT_GRANTED, Kind.SUPPORT_CUT})
"""Kinds that reach somebody."""
_UNDOING = {
    Kind.SANCTION_IMPOSED: Kind.SANCTION_LIFTED,
    Kind.SUPPORT_GRANTED: Kind.SUPPORT_CUT,
}
"""For what is done: what undoes it."""
_BESIDE = 3
"""Words between what undoes and what is undone, at most."""
_DESCRIBING = ("bare", "self")
"""Voices of participles that may only say who somebody is."""
_NOUN = 3
"""Words from a number to the noun of the bodies it counts, at most."""
_UNIT = 2
"""Words behind a number in which the unit of a sum is looked for."""


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
    words, row = dealings(scene.page.known.code), scene.read.sentence.row
    counts = [
        count
        for group in _meant(clause, scene)
        if not group.persons
        for count in group.counts
        if not count.bare and not count.partitive and not count.event
        if not any(words.drawn.takes(word) for word in row[count.first : count.last])
        if not any(words.sums.takes(word) for word in row[count.first : count.last + _UNIT])
    ]
    return [_of_count(outline, one, (one.first, one.last)) for one in counts] or [outline]


def settled(happened: Sequence[Outline], dealt: Sequence[Outline]) -> list[Outline]:
    """What happened, without those whom "freed students got stipends" only describes."""
    helped = {one.said.amount_at for one in dealt if one.said.kind in HELPING}
    return [
        one for one in happened if one.said.amount_at is None or one.said.amount_at not in helped
    ]


def _meant(clause: Clause, scene: Scene) -> Sequence[Group]:
    """The groups of the trigger's own clause, and those that nothing else happens to."""
    return [group for group in scene.groups if _is_meant(group, clause, scene)]


def _is_meant(group: Group, clause: Clause, scene: Scene) -> bool:
    """Whether a group is not somebody else's.

    It is its own, or it is named in what the trigger takes back ("suspend … travel bans on 170
    officials"), or a participle only describes it ("gave 52 freed prisoners visas").
    """
    if clause.holds(group.first):
        return True
    holder = next((one.trigger for one in scene.clauses if one.holds(group.first)), None)
    if holder is None or undoes(clause.trigger, holder, scene):
        return holder is not None
    beside = holder.frame.voice in _DESCRIBING and group.first <= holder.place <= group.last
    return beside and clause.trigger.first < group.first < clause.trigger.last


def undoes(one: Trigger, other: Trigger, scene: Scene) -> bool:
    """Whether one trigger takes back what another names, beside it: "lifted the entry bans"."""
    near = other.first <= one.last + _BESIDE and one.first <= other.last + _BESIDE
    if not near or one.kind is not _UNDOING.get(other.kind):
        return False
    row, known = scene.read.sentence.row, scene.page.known
    done = bool(other.own) and dealings(known.code).doing.takes(row[other.own[0]])
    return not done and not known.denies(one, row)


def _of_count(outline: Outline, count: CountAt, span: tuple[int, int]) -> Outline:
    place = (count.start, count.stop)
    return _aimed(outline, replace(outline.said, amount=counted(count), amount_at=place), span)


def _of_bodies(outline: Outline, clause: Clause, scene: Scene) -> Iterator[Outline]:
    """ "… and three companies": numbers of what is no person, and yet under sanctions."""
    sentence, bodies = scene.read.sentence, dealings(scene.page.known.code).bodies
    counts = [count for group in scene.groups for count in group.counts]
    for number in scene.page.numbers_in(sentence.start, sentence.stop):
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
