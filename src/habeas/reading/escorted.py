"""Escorted: "five other prisoners walked free with him": those counted and the one they went with.

Decides that a number of others behind or before a verb, and the person named or meant beside "with", are
told of together: the person, and one more than the number.
"""

from __future__ import annotations

from habeas.reading.clauses import Clause
from habeas.reading.groups import Group
from habeas.reading.lexicon import Cue
from habeas.reading.mentions import CountAt, Part
from habeas.reading.outline import Scene
from habeas.reading.plurals import Who
from habeas.reading.pronouns import antecedent, pronoun
from habeas.reading.story import BATCHES, Story
from habeas.reading.telling import counted


def escorted(clause: Clause, group: Group | None, scene: Scene, story: Story) -> Who | None:
    """The person others went with, and the number with that person; None where it is told otherwise."""
    cue = scene.read.within(clause.first, clause.last, "escorted")
    if cue is None or clause.trigger.kind not in BATCHES:
        return None
    more = _others(clause, group, cue, scene)
    if more is None:
        return None
    for person in scene.read.sentence.persons:
        if cue.first < person.first <= cue.last:
            if person.part is not Part.OPEN:
                return None
            return Who((person.as_argument(),), counted(more, 1), (more.start, more.stop))
    meant = pronoun(cue.first, cue.last, scene, story)
    meant = meant or antecedent(None, cue.first, scene, story)
    if meant is None:
        return None
    return Who((meant.as_argument(),), counted(more, 1), (more.start, more.stop))


def _others(clause: Clause, group: Group | None, cue: Cue, scene: Scene) -> CountAt | None:
    """The number of others that a clause is told of: alone, or beside the person they went with."""
    if group is not None and group.persons and not cue.first < group.first <= cue.last:
        return None
    counts = [
        count
        for one in scene.groups
        for count in one.counts
        if clause.holds(count.first) and not count.event and not count.part
    ]
    alone = len(counts) == 1 and counts[0].others
    subject = not any(
        one.persons and one.last <= clause.trigger.place and clause.first <= one.first < cue.first
        for one in scene.groups
        if not one.acts and not one.speaks
    )
    return counts[0] if alone and subject else None


def counted_at(who: Who, scene: Scene) -> Group | None:
    """The group whose number stands with a person others went with; None where there is none."""
    if who.amount is None or not who.persons:
        return None
    return next(
        (
            one
            for one in scene.groups
            if any((count.start, count.stop) == who.amount_at for count in one.counts)
        ),
        None,
    )
