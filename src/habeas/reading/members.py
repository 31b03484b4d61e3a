"""Members: sentences without an event of their own that go on with the batch, or the total, just told.

"Among them are…", "Five are Belarusians, three Poles". Decides by a cue of membership, or by parts that
do not add up to more than the batch. Kind, day, modality and source come from the batch; nothing here
is ever likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.apposed import joined
from habeas.reading.groups import Group
from habeas.reading.lexicon import Cue
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.story import BATCHES, KINDS, Story
from habeas.reading.telling import counted
from habeas.terms.claim import Said
from habeas.terms.kind import Kind

_INSIDE = {Kind.STOCK_TOTAL: Kind.HELD}
"""What is told of somebody who is named as one of a total."""
_TITLES = 4
"""Words from a cue of membership to a name, at most."""
_ALONE = 1
"""Words behind "five are women", at most: the full stop."""
_REMARK = 12
"""Words from a name to what is told of them, at most."""


def members(scene: Scene, story: Story) -> list[Outline]:
    """Members and parts of the batch told before, named in this sentence."""
    batch = story.whole(scene.number)
    if batch is None or any(trigger.kind in KINDS for trigger in scene.read.triggers):
        return []
    if any(trigger.frame.note == "not released" for trigger in scene.read.triggers):
        return []
    cues = [cue for cue in scene.read.cues if cue.name == "among"]
    marked = not all(_is_relative(cue, scene) for cue in cues) and not _is_of_its_own(scene)
    stock = scene.read.has("stock.cues", "stock.bare")
    found: list[Outline] = []
    for group in scene.groups:
        if group.acts or group.speaks or (stock and not marked):
            continue
        if marked and group.persons and _is_near_cue(group, scene):
            found.append(_people(group, scene, batch))
        if marked or _are_parts(scene, batch):
            found.extend(
                part_of(count, scene, batch)
                for count in group.counts
                if not count.others and _may_be_part(count, batch)
            )
    return found


def _is_near_cue(group: Group, scene: Scene) -> bool:
    """Whether people stand behind a cue of membership, or right before it ("K. is one of them")."""
    row = scene.read.sentence.row
    remark = row[group.last].text == "," if group.last < len(row) else False
    return any(
        cue.first <= group.first or cue.first - group.last <= _TITLES or remark
        for cue in scene.read.cues
        if cue.name == "among"
    )


def introduced(scene: Scene, story: Story, made: Sequence[Outline]) -> list[Outline]:
    """ "Among them is K., whom a court sentenced …": people named beside events of their own.

    `made`: what the sentence tells already.
    """
    found: list[Outline] = []
    for cue in scene.read.cues:
        group = _behind(cue, scene)
        batch = _whole(cue, scene, story, made)
        if group is None or batch is None or not _has_remark(group, scene):
            continue
        told = {
            person.value
            for outline in made
            if outline.said.kind is batch.said.kind
            for person in outline.said.persons
        }
        for one in (group, *joined(group, cue.first, scene)):
            if not any(person.name in told for person in one.persons):
                found.append(_people(one, scene, batch))
        found += [
            part_of(count, scene, batch)
            for count in scene.read.sentence.counts
            if _is_of_them(count, scene) and count.last < cue.first and _may_be_part(count, batch)
        ]
    return found


def _is_of_them(count: CountAt, scene: Scene) -> bool:
    """ "Six of them"."""
    return any(cue.name == "among" and cue.first == count.last for cue in scene.read.cues)


def _behind(cue: Cue, scene: Scene) -> Group | None:
    """The people right behind a cue of membership."""
    if cue.name != "among":
        return None
    return next(
        (
            group
            for group in scene.groups
            if group.persons and not group.acts and not group.speaks
            if 0 <= group.first - cue.last <= _TITLES
        ),
        None,
    )


def _has_remark(group: Group, scene: Scene) -> bool:
    """Whether what is told of the people named stands in a remark behind their name."""
    row, triggers = scene.read.sentence.row, scene.read.triggers
    later = [one for one in triggers if one.kind in KINDS and one.place >= group.last]
    opens = group.last < len(row) and row[group.last].text in ",(–—"
    return bool(later) and opens and group.last < later[0].place <= group.last + _REMARK


def _whole(cue: Cue, scene: Scene, story: Story, made: Sequence[Outline]) -> Outline | None:
    """The batch that a cue of membership goes back to: of this sentence, else the last one told."""
    here = [
        one
        for one in made
        if one.last <= cue.first and one.said.amount is not None and one.said.kind in BATCHES
    ]
    if here:
        return here[-1]
    return None if _is_relative(cue, scene) else story.whole(scene.number)


def _is_relative(cue: Cue, scene: Scene) -> bool:
    """ "Sources, among which is a woman": the whole is the noun before, not a batch told before."""
    row = scene.read.sentence.row
    return cue.first > 0 and scene.page.known.relatives.takes(row[cue.last - 1])


def _is_of_its_own(scene: Scene) -> bool:
    """ "Five Americans left, among them N.": the whole stands in this sentence, not before it."""
    cue = next(cue for cue in scene.read.cues if cue.name == "among")
    row, collective = scene.read.sentence.row, scene.page.known.collective
    wholes = [count for count in scene.read.sentence.counts if count.last <= cue.first]
    return any(
        not count.others and (not count.bare or collective.takes(row[count.last - 1]))
        for count in wholes
    )


def _are_parts(scene: Scene, batch: Outline) -> bool:
    counts = scene.read.sentence.counts
    whole = batch.said.amount
    if whole is None or not any(count.part for count in counts):
        return False
    few = len(counts) == 1 and counts[0].first == 0
    row = scene.read.sentence.row
    if few and (len(row) - counts[0].last <= _ALONE or row[counts[0].first + 1].text in "–—"):
        return counts[0].amount.value < whole.value
    return len(counts) > 1 and sum(count.amount.value for count in counts) <= whole.value


def _may_be_part(count: CountAt, batch: Outline) -> bool:
    """Whether a number may be a part of a batch; parts of a total are for `totals`."""
    whole = batch.said.amount
    if batch.said.kind is Kind.STOCK_TOTAL:
        return False
    return whole is None or count.amount.value < whole.value


def _people(group: Group, scene: Scene, batch: Outline) -> Outline:
    persons = tuple(person.as_argument() for person in group.persons)
    more = next((count for count in group.counts if count.others), None)
    said = Said(_INSIDE.get(batch.said.kind, batch.said.kind), persons)
    if more is not None:
        said = replace(said, amount=counted(more, len(persons)), amount_at=(more.start, more.stop))
    return _continued(said, group.first, group.last, scene, batch)


def part_of(count: CountAt, scene: Scene, batch: Outline) -> Outline:
    """A number of a sentence as a part of the batch."""
    said = Said(
        batch.said.kind, amount=counted(count), amount_at=(count.start, count.stop), part=count.noun
    )
    return _continued(said, count.first, count.last, scene, batch)


def _continued(said: Said, first: int, last: int, scene: Scene, batch: Outline) -> Outline:
    told = batch.said
    if batch.period and not said.persons:
        said = replace(said, kind=Kind.FLOW_TOTAL, note=str(told.kind))
    cues = [cue for cue in scene.read.cues if cue.name == "among"]
    begin = min([first, *(cue.first for cue in cues if cue.last <= first)])
    end = max([last, *(cue.last for cue in cues if cue.first >= last)])
    moved = told.kind in (Kind.EXPELLED, Kind.TRANSFERRED)
    return Outline(
        replace(said, when=told.when, destination=told.destination if moved else None),
        batch.modality,
        scene.told.source or batch.source,
        scene.number,
        begin,
        end,
        (*batch.rules, "discourse:among"),
        False,
        batch.sentence,
    )
