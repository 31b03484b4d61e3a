"""Custody: what a sentence says has happened to people, trigger by trigger.

Decides the people and numbers of each event, what is a part of a batch, and what is a total of a
period. Which term goes to whom is for `penalties`, totals of those inside for `totals`, deals and
support for `deals`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.apposed import beyond, is_of_verb_before, joined
from habeas.reading.beside import (
    companions,
    is_beyond_remark,
    is_counted_inside,
    is_dashed,
    is_listed,
    is_part,
    is_placed,
    is_whole_before,
    joined_pronoun,
    one_of,
    own_events,
    with_companions,
    with_described,
)
from habeas.reading.clauses import Clause, lasting
from habeas.reading.detailed import objects_of, without_described
from habeas.reading.discourse import carried
from habeas.reading.escorted import counted_at, escorted
from habeas.reading.flows import carried_period, is_flow, spread
from habeas.reading.groups import Group, main_count
from habeas.reading.members import part_of
from habeas.reading.mentions import Part
from habeas.reading.modality import is_only_wished, modality
from habeas.reading.objects import object_pronoun
from habeas.reading.outline import Outline, Scene
from habeas.reading.patients import is_beside, patients
from habeas.reading.penalties import are_years, sentences_told
from habeas.reading.plurals import Who, both
from habeas.reading.settings import setting, when_of
from habeas.reading.story import KINDS, Story
from habeas.reading.telling import Telling, Told, counted, happening
from habeas.reading.timing import day_beyond
from habeas.reading.unnamed import somebody
from habeas.reading.untold import described, is_untold, only_describes, told
from habeas.terms.claim import Modality
from habeas.terms.kind import Kind


def events(scene: Scene, story: Story) -> list[Outline]:
    """What happened to whom, in one sentence; a question tells nothing."""
    made: list[Outline] = []
    if scene.read.sentence.row[-1].text == "?":
        return made
    objects = objects_of(scene)
    for clause in (lasting(one, scene.read) for one in without_described(scene.clauses, objects)):
        if clause.trigger.kind not in KINDS or is_only_wished(clause, scene.read, scene.page.known):
            continue
        others = scene.told.source is not None
        how = modality(clause, scene.read, scene.page.known, from_others=others)
        telling = Telling(scene, clause, happening(setting(clause, scene, story), how, scene), how)
        if telling.modality is not Modality.DENIED:
            whom = objects.groups if objects is not None and objects.clause == clause else ()
            each = [one for group in whom for one in _of_group(telling, story, group)]
            made.extend(told(telling, each or _event(telling, story, made)))
    return spread(described(made, scene))


def _event(telling: Telling, story: Story, made: Sequence[Outline]) -> list[Outline]:
    clause = telling.clause
    if is_untold(telling):
        return []
    if clause.trigger.frame.voice == "none":
        place = clause.trigger.place
        return [telling.outline(Told(), (place, place + 1), sure=False)]
    return _happened(telling, story, made)


def _happened(telling: Telling, story: Story, made: Sequence[Outline]) -> list[Outline]:
    """What happened to those the clause names, or means."""
    scene, clause = telling.scene, telling.clause
    whom = object_pronoun(clause, scene, story, made) or both(clause, scene, story)
    group = None if whom else patients(clause, scene.groups, scene.read, scene.page)
    whom = whom or escorted(clause, group, scene, story)
    group = None if whom or _is_of_them(clause, group, scene) else group
    group = None if are_years(telling, group) else group
    who = whom or (None if group is not None else _meant(clause, scene, story, made))
    summed = group is not None and any(is_flow(telling, one, story) for one in group.counts)
    if clause.trigger.kind is Kind.SENTENCED and not summed:
        verdicts = sentences_told(telling, story, group, who)
        behind = group.last if group is not None else clause.last
        if verdicts and scene.read.within(behind, clause.trigger.place, "among") is not None:
            return verdicts + _others(telling, story, group, verdicts)
        if verdicts or clause.trigger.frame.ongoing:
            return verdicts
    if group is not None:
        group = own_events(clause, group)
        if only_describes(telling, group):
            return []
        group = with_companions(telling, with_described(group, scene, story))
    if _is_told_of_batch(telling, story, group):
        return _parts_of_batch(telling, story, made)
    return _told_of(telling, story, group, who)


def _is_of_them(clause: Clause, group: Group | None, scene: Scene) -> bool:
    """ "They crossed the border today, said N., naming six": whom it happened to is a pronoun."""
    place = clause.trigger.place
    if group is None or group.persons or scene.read.within(clause.first, place, "group") is None:
        return False
    parted = any(word.text == "," for word in scene.read.sentence.row[place : group.first])
    return parted and all(count.part for count in group.counts)


def _meant(clause: Clause, scene: Scene, story: Story, made: Sequence[Outline]) -> Who | None:
    """Whom a clause without a group means."""
    return somebody(clause, scene) or carried(clause, scene, story, made)


def _told_of(telling: Telling, story: Story, group: Group | None, who: Who | None) -> list[Outline]:
    """The outlines of a group or of somebody meant, and of those named beside them."""
    if group is not None:
        found = [*_of_listed(telling, story, group), *_of_group(telling, story, group)]
        for more in _besides(telling, group):
            found += _of_group(telling, story, more)
    elif who is not None and (who.persons or who.amount) and not is_counted_inside(telling, who):
        found = [_of_who(telling, who)]
        group = counted_at(who, telling.scene)
    else:
        among = telling.scene.read.has("among") and telling.clause.trigger.frame.voice != "noun"
        return _others(telling, story, None, ()) if among else []
    if telling.clause.trigger.frame.voice == "self":
        among = telling.scene.read.has("among")
        return found + (_others(telling, story, group, found) if among else [])
    beside = one_of(telling, story, group) + joined_pronoun(telling, story, group)
    return found + beside + _others(telling, story, group, found)


def _besides(telling: Telling, group: Group) -> list[Group]:
    """Groups of the sentence outside the clause that it is told of, too."""
    scene, place = telling.scene, telling.clause.trigger.place
    members = beyond(group, scene, place)
    here = members is not None and not telling.clause.holds(members.first)
    return joined(group, place, scene) + ([members] if members is not None and here else [])


def _is_told_of_batch(telling: Telling, story: Story, group: Group | None) -> bool:
    """ "The group is in L., whose government counted five B.": numbers that are parts of it."""
    clause = telling.clause
    place = clause.trigger.place
    cue = telling.scene.read.within(clause.first, place, "group")
    batch = story.recent_batch(telling.scene.number)
    if cue is None or batch is None or (group is not None and group.first < place):
        return False
    after = [one for one in telling.scene.groups if clause.holds(one.first) and one.first > place]
    parts = [count.part for one in after for count in one.counts]
    return bool(parts) and all(parts) and not any(one.persons for one in after)


def _parts_of_batch(telling: Telling, story: Story, made: Sequence[Outline]) -> list[Outline]:
    batch = story.recent_batch(telling.scene.number)
    who = carried(telling.clause, telling.scene, story, made)
    found = [_of_who(telling, who)] if who is not None else []
    if batch is None:
        return found
    return found + [
        part_of(count, telling.scene, batch)
        for group in telling.scene.groups
        for count in group.counts
        if count.part
    ]


def _of_listed(telling: Telling, story: Story, group: Group) -> list[Outline]:
    """ "96 prisoners from A, 13 from B and 21 from C were released": all that stand before."""
    clause = telling.clause
    if group.persons or clause.trigger.frame.voice != "passive":
        return []
    earlier = [
        one
        for one in telling.scene.groups
        if clause.first <= one.first < group.first and one.counts and not one.persons
    ]
    listed = [
        one
        for one in earlier
        if not any(count.partitive or count.of_some or count.others for count in one.counts)
    ]
    return [
        outline
        for one in listed
        if _is_before_sign(one, telling)
        for outline in _of_group(telling, story, one)
    ]


def _is_before_sign(group: Group, telling: Telling) -> bool:
    """Whether the next member of a list follows behind a comma."""
    row = telling.scene.read.sentence.row
    following = [other.first for other in telling.scene.groups if other.first >= group.last]
    stop = following[0] if following else len(row)
    between = row[group.last : stop]
    known = telling.scene.page.known
    if any(known.relatives.takes(word) or known.passives.takes(word) for word in between):
        return False
    return any(word.text == "," or known.joins.takes(word) for word in between)


def _of_who(telling: Telling, who: Who) -> Outline:
    place = telling.clause.trigger.place
    whom = Told(who.persons, who.amount, amount_at=who.amount_at, part=who.part)
    more = companions(telling) if len(who.persons) == 1 and who.amount is None else None
    if more is not None:
        whom = Told(who.persons, counted(more, 1), more)
    return telling.outline(whom, (place, place + 1), sure=False)


def _of_group(telling: Telling, story: Story, group: Group) -> list[Outline]:
    """The outlines of a group: its people, its number, and the parts of it."""
    persons = tuple(
        person.as_argument() for person in group.persons if person.part in (Part.OPEN, Part.ACTOR)
    )
    named = {person.first for person in group.persons}
    counts = [count for count in group.counts if count.last not in named or count.others]
    span = (group.first, group.last)
    main = main_count(group)
    found: list[Outline] = []
    sure = telling.setting.dated
    place = telling.clause.trigger.place
    beyond = day_beyond(telling.scene.read, telling.scene.page, place, group.first)
    own = beyond.when if beyond is not None else None
    if telling.kind is Kind.HELD:
        counts = []
    if persons:
        amount = None
        if main is not None and main in counts:
            counts.remove(main)
            apposed = main.first < group.persons[0].first and main.amount.value == len(persons)
            amount = counted(main, len(persons) if main.others and not apposed else 0)
        main = main if amount is not None else None
        found.append(telling.outline(Told(persons, amount, main, when=own), span, sure=sure))
    for count in counts:
        kind = Kind.FLOW_TOTAL if is_flow(telling, count, story) else None
        when = carried_period(telling, story) if kind is not None else own
        batch = Told((), counted(count), count, kind=kind, when=when)
        found.append(telling.outline(batch, (count.first, count.last), sure=sure))
    return found


def _others(
    telling: Telling, story: Story, group: Group | None, found: Sequence[Outline]
) -> list[Outline]:
    """Members and parts named in the same clause beside the group it happened to."""
    scene, clause = telling.scene, telling.clause
    after = group.last if group is not None else clause.trigger.place
    more: list[Outline] = []
    for other in scene.groups:
        if (
            other is group
            or (group and other.first < group.last and group.first < other.last)
            or not clause.holds(other.first)
            or is_whole_before(other, group, scene)
            or other.speaks
            or other.acts
            or (group is not None and is_of_verb_before(group, other, clause.trigger.place, scene))
            or is_beyond_remark(other, group, telling)
        ):
            continue
        marked = any(
            cue.name == "among"
            and cue.last <= other.last
            and cue.first >= min(after, other.first) - 6
            for cue in scene.read.cues
        )
        parts = tuple(one for one in other.counts if is_part(one, group, scene))
        marked = marked or any(
            cue.name == "among" and 0 <= cue.first - other.last <= 1 for cue in scene.read.cues
        )
        marked = marked or is_listed(other, group, scene) or is_beside(other, scene.read)
        marked = marked or (bool(more) and not other.persons and bool(found))
        dashed = is_dashed(other, scene) or is_placed(other, telling)
        if marked or dashed or (parts and found):
            alone = dashed and (bool(other.persons) or not marked)
            more.extend(_more(telling, story, other, dashed=alone))
    return more


def _more(telling: Telling, story: Story, other: Group, *, dashed: bool) -> list[Outline]:
    if not dashed:
        return _of_group(telling, story, other)
    when, _ = when_of(telling.clause, telling.scene, story, other.last)
    persons = tuple(person.as_argument() for person in other.persons)
    if not persons:
        return _of_group(telling, story, other) if is_placed(other, telling) else []
    return [telling.outline(Told(persons, when=when), (other.first, other.last), sure=False)]
