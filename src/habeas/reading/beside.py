"""Beside: people who belong to an event though they stand apart from the group it happened to.

"K. was handed over together with 113 others", "he was one of 14 prisoners", "he and his father". Decides
only who they are; the event itself is told in `custody`.
"""

from __future__ import annotations

from dataclasses import replace

from habeas.reading.clauses import Clause
from habeas.reading.groups import Group
from habeas.reading.holders import holder
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.plurals import Who
from habeas.reading.pronouns import pronoun
from habeas.reading.story import MOVES, Story
from habeas.reading.telling import Telling, Told
from habeas.terms.kind import Kind

_LISTING = (":", "–", "—")
"""Signs behind which those who were counted are named."""
_TOWARD = 2
"""Words from those who are taken somewhere to where, where no verb stands between."""
_JOINED = 5
"""Words before a group within which a pronoun may be joined to it."""


def own_events(clause: Clause, group: Group) -> Group:
    """ "412 arrests, 87 verdicts": of a group of events only those that the trigger names."""
    if clause.trigger.frame.voice != "self":
        return group
    place = clause.trigger.place
    own = [one for one in group.counts if one.event and one.first <= place < one.last]
    return Group((), (own[0],), own[0].first, own[0].last) if own else group


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


def with_described(group: Group, scene: Scene, story: Story) -> Group:
    """ "The bishop and 18 other priests": whom the role before "and" means, with the others."""
    row, page = scene.read.sentence.row, scene.page
    if group.persons or not group.counts[0].others:
        return group
    at = group.first - 1
    while at > 0 and page.known.others.takes(row[at]):
        at -= 1
    if at < 1 or not page.known.joins.takes(row[at]):
        return group
    role, office = (
        listed.takes(row[at - 1]) for listed in (page.manners.roles, page.manners.offices)
    )
    person = holder(at - 1, scene, acting=True) if role or office else None
    person = person or (story.people[-1] if role and story.people else None)
    if person is None:
        return group
    return Group((replace(person, first=at - 1, last=at),), group.counts, at - 1, group.last)


def companions(telling: Telling) -> CountAt | None:
    """ "He was banished with 221 others": the number of those beside somebody meant."""
    scene, clause = telling.scene, telling.clause
    cues = [cue for cue in scene.read.cues if cue.name == "beside"]
    return next(
        (
            count
            for group in scene.groups
            for count in group.counts
            if clause.holds(group.first) and not group.persons and count.others
            if any(cue.first < count.first < cue.last for cue in cues)
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


def is_whole_before(other: Group, group: Group | None, scene: Scene) -> bool:
    """ "K. defended 45 dissidents, of whom seven were freed": of the first number only some."""
    if group is None or other.persons or other.first > group.first:
        return False
    acts = any(one.persons and one.last <= other.first for one in scene.groups)
    return acts and scene.read.within(other.last, group.first, "among") is not None


def is_part(count: CountAt, group: Group | None, scene: Scene) -> bool:
    """Whether a number beside those it happened to counts some of them; not one with its own verb."""
    row = scene.read.sentence.row
    before = group is not None and bool(group.persons) and count.first < group.first
    if before and scene.page.known.passives.takes(row[count.last]):
        return False
    return count.part or _is_of_whole(group)


def _is_of_whole(group: Group | None) -> bool:
    """ "Of 5,774 prisoners let go only 402…": what follows the whole is a part of it."""
    return group is not None and not group.persons and group.counts[0].partitive


def is_beyond_remark(other: Group, group: Group | None, telling: Telling) -> bool:
    """ "Six are citizens, among them E., held since May": the remark is told of her alone."""
    row, place = telling.scene.read.sentence.row, telling.clause.trigger.place
    if group is None or not group.persons or other.first > group.first or group.last >= len(row):
        return False
    return not other.persons and row[group.last].text == "," and group.last < place


def is_listed(other: Group, group: Group | None, scene: Scene) -> bool:
    """ "only eight are on it: A, B…": the people behind a colon are those counted before it."""
    row = scene.read.sentence.row
    opens = group is not None and group.last < len(row) and row[group.last].text == ":"
    if opens and other.persons and group is not None and other.first > group.last:
        return not group.persons
    before = row[max(0, other.first - 3) : other.first]
    return group is not None and not group.persons and any(word.text in _LISTING for word in before)


def is_dashed(group: Group, scene: Scene) -> bool:
    """ "Лосика — 25 июня": the verb of the clause before is left out."""
    row = scene.read.sentence.row
    return group.last < len(row) and row[group.last].text in "–—"


def is_placed(group: Group, telling: Telling) -> bool:
    """ "five were taken to Poland, three to Germany": the verb of the clause before is left out."""
    if telling.kind not in MOVES or group.persons:
        return False
    row = telling.scene.read.sentence.row
    named = (
        group.last + 1 < len(row) and row[group.last].text in "–—" and row[group.last + 1].capital
    )
    if named and not any(count.bare for count in group.counts):
        return True
    places = (place.first for place in telling.scene.read.sentence.places)
    return any(0 < first - group.last <= _TOWARD for first in places)


def is_counted_inside(telling: Telling, who: Who) -> bool:
    """ "88 were let go; 805 more remain in prison": those inside are counted, not those told before."""
    if telling.kind is not Kind.HELD or who.amount is None:
        return False
    grouped = {count for group in telling.scene.groups for count in group.counts}
    counts = telling.scene.read.sentence.counts
    return any(telling.clause.holds(one.first) and one not in grouped for one in counts)
