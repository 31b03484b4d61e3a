"""Custody: what a sentence says has happened to people, trigger by trigger.

Decides the people and numbers of each event, what is a part of a batch, and what is a total of a
period. Which term goes to whom is for `penalties`, totals of those inside for `totals`, deals and
support for `deals`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.clauses import Clause, patients
from habeas.reading.discourse import Story, Who, carried
from habeas.reading.groups import Group
from habeas.reading.mentions import CountAt, Part
from habeas.reading.modality import is_only_wished, modality
from habeas.reading.outline import Outline, Scene
from habeas.reading.penalties import sentences_told
from habeas.reading.settings import setting, when_of
from habeas.reading.telling import Telling, Told, counted
from habeas.reading.timing import is_period
from habeas.terms.claim import Modality
from habeas.terms.kind import CUSTODY, Kind

KINDS = (CUSTODY | {Kind.RECOGNISED}) - {Kind.HELD}
"""Kinds told here."""

_FLOWS = frozenset({Kind.RELEASED, Kind.PARDONED, Kind.DETAINED, Kind.SENTENCED, Kind.CHARGED, Kind.EXPELLED})
_YEAR = 300
"""From this many days on, a day named is a period."""


def events(scene: Scene, story: Story) -> list[Outline]:
    """What happened to whom, in one sentence."""
    made: list[Outline] = []
    for clause in scene.clauses:
        if clause.trigger.kind not in KINDS or is_only_wished(clause, scene.read):
            continue
        telling = Telling(
            scene,
            clause,
            setting(clause, scene, story),
            modality(clause, scene.read, from_others=scene.told.source is not None),
        )
        if telling.modality is not Modality.DENIED:
            made.extend(_event(telling, story, made))
    return made


def _event(telling: Telling, story: Story, made: Sequence[Outline]) -> list[Outline]:
    scene, clause = telling.scene, telling.clause
    group = patients(clause, scene.groups, scene.read)
    who = None if group is not None else carried(clause, scene, story, made)
    if clause.trigger.kind is Kind.SENTENCED:
        told = sentences_told(telling, story, group, who)
        if told:
            return told
    if group is not None:
        found = _of_group(telling, group)
    elif who is not None and (who.persons or who.amount):
        found = [_of_who(telling, who)]
    else:
        return []
    return found + _others(telling, story, group, found)


def _of_who(telling: Telling, who: Who) -> Outline:
    place = telling.clause.trigger.place
    told = Told(who.persons, who.amount, kind=None)
    return telling.outline(told, (place, place + 1), sure=False)


def _of_group(telling: Telling, group: Group) -> list[Outline]:
    """The outlines of a group: its people, its number, and the parts of it."""
    persons = tuple(
        person.as_argument() for person in group.persons if person.part in (Part.OPEN, Part.ACTOR)
    )
    counts = list(group.counts)
    span = (group.first, group.last)
    main = _main_count(group)
    found: list[Outline] = []
    sure = telling.setting.dated
    if persons:
        amount = None
        if main is not None:
            counts.remove(main)
            amount = counted(main, len(persons) if main.others else 0)
        found.append(telling.outline(Told(persons, amount, main), span, sure=sure))
    for count in counts:
        kind = Kind.FLOW_TOTAL if _is_flow(telling, count) else None
        told = Told((), counted(count), count, kind=kind)
        found.append(telling.outline(told, (count.first, count.last), sure=sure))
    return found


def _main_count(group: Group) -> CountAt | None:
    """The number that counts a group's people: "and three others", "all eight: A, B…"."""
    for count in group.counts:
        if group.persons and (count.others or count.amount.value == len(group.persons)):
            return count
    return None


def _is_flow(telling: Telling, count: CountAt) -> bool:
    """Whether a number is a total over a period."""
    if telling.kind not in _FLOWS:
        return False
    clause, read = telling.clause, telling.scene.read
    if telling.setting.dated and telling.setting.when is not None:
        days = telling.setting.when.days
        if days is None or days >= _YEAR:
            return True
        standing = read.within(clause.first, clause.last, "flow.standing") is not None
        return standing and is_period(telling.setting.when)
    return False


def _others(
    telling: Telling, story: Story, group: Group | None, found: Sequence[Outline]
) -> list[Outline]:
    """Members and parts named in the same clause beside the group it happened to."""
    scene, clause = telling.scene, telling.clause
    after = group.last if group is not None else clause.trigger.place
    more: list[Outline] = []
    for other in scene.groups:
        if other is group or not clause.holds(other.first) or other.speaks or other.acts:
            continue
        marked = any(
            cue.name == "among" and cue.last <= other.last and cue.first >= min(after, other.first) - 6
            for cue in scene.read.cues
        )
        parts = tuple(count for count in other.counts if count.part)
        dashed = _is_dashed(other, scene)
        if marked or dashed or (parts and found):
            more.extend(_more(telling, story, other, dashed=dashed))
    return more


def _is_dashed(group: Group, scene: Scene) -> bool:
    """ "Лосика — 25 июня": the verb of the clause before is left out."""
    row = scene.read.sentence.row
    return group.last < len(row) and row[group.last].text in "–—"


def _more(telling: Telling, story: Story, other: Group, *, dashed: bool) -> list[Outline]:
    if not dashed:
        return _of_group(telling, other)
    when, _ = when_of(telling.clause, telling.scene, story, other.last)
    persons = tuple(person.as_argument() for person in other.persons)
    if not persons:
        return []
    return [telling.outline(Told(persons, when=when), (other.first, other.last), sure=False)]
