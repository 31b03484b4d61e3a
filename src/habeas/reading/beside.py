"""Beside: people who belong to an event though they stand apart from the group it happened to.

"K. was handed over together with 113 others", "he was one of 14 prisoners", "he and his father". Decides
only who they are; the event itself is told in `custody`.
"""

from __future__ import annotations

from habeas.reading.discourse import Story, pronoun
from habeas.reading.groups import Group
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Outline
from habeas.reading.telling import Telling, Told

_JOINED = 5
"""Words before a group within which a pronoun may be joined to it."""


def with_companions(telling: Telling, group: Group) -> Group:
    """ "K. was handed over together with 113 others": the group with those named beside it."""
    if not group.persons or group.counts:
        return group
    for other in telling.scene.groups:
        beside = telling.clause.holds(other.first) and not other.persons
        if other is not group and beside and any(count.others for count in other.counts):
            first, last = min(group.first, other.first), max(group.last, other.last)
            return Group(group.persons, other.counts, first, last)
    return group


def companions(telling: Telling) -> CountAt | None:
    """ "He was banished with 221 others": the number of those beside somebody meant."""
    scene, clause = telling.scene, telling.clause
    return next(
        (
            count
            for group in scene.groups
            for count in group.counts
            if clause.holds(group.first) and not group.persons and count.others
        ),
        None,
    )


def one_of(telling: Telling, story: Story, group: Group | None) -> list[Outline]:
    """ "He was one of 14 prisoners …": the person before, who is one of the group."""
    scene, clause = telling.scene, telling.clause
    cue = scene.read.within(clause.first, clause.last, "one of")
    if group is None or cue is None or not group.first <= cue.last <= group.last:
        return []
    person = pronoun(clause.first, cue.first, scene, story)
    if person is None:
        return []
    return [telling.outline(Told((person.as_argument(),)), (cue.first, cue.last), sure=False)]


def joined_pronoun(telling: Telling, story: Story, group: Group | None) -> list[Outline]:
    """ "He and his father were detained": the pronoun joined to the group."""
    scene, clause = telling.scene, telling.clause
    row = scene.read.sentence.row
    if group is None or not group.persons:
        return []
    for at in range(max(clause.first, group.first - _JOINED), group.first - 1):
        behind = row[at + 2] if row[at + 1].text == "," and at + 2 < group.first else row[at + 1]
        if scene.page.known.joins.takes(behind):
            person = pronoun(at, at + 1, scene, story)
            if person is not None:
                told = Told((person.as_argument(),))
                return [telling.outline(told, (at, at + 1), sure=False)]
    return []
