"""Gapped: somebody and a day, behind an event whose verb holds for both ("…, and A. H. in June").

Decides that the verb is left out: between two signs or joining words stand nothing but people, what
they are, a day and a place. Kind, modality and source come from the event before; the day is the one
named. Nothing here is ever likely. Years that are told one after the other are for `penalties`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.reading.groups import Group
from habeas.reading.mentions import DayAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.story import KINDS
from habeas.reading.telling import counted
from habeas.terms.claim import Said
from habeas.terms.kind import Kind

_ROLES = 5
"""Words for who somebody is before their name, at most."""
_BESIDE = 2
"""Words between somebody and a day, and behind a day, at most: a dash, a preposition."""
_REMARK = 6
"""Words of a remark between commas behind a name, at most."""
_SIGNS = frozenset(",;:.!?()")
_DASHES = frozenset("–—")
_MOVED = (Kind.EXPELLED, Kind.TRANSFERRED)
_GAPPED = KINDS - {Kind.HELD, Kind.RECOGNISED}


@dataclass(frozen=True, slots=True)
class _Part:
    """A group whose verb is left out: words `first..last`, and its day."""

    group: Group
    day: DayAt
    first: int
    last: int


def gapped(scene: Scene, made: Sequence[Outline]) -> list[Outline]:
    """What a sentence tells, with people and a day that stand without a verb behind their event."""
    told = [one for one in made if one.said.kind in _GAPPED]
    if not told or not scene.read.sentence.days:
        return list(made)
    found = list(made)
    for part in _parts(scene):
        event = _event(part, scene, told)
        if event is None:
            continue
        if not _is_told(part.group, found):
            found.extend(_of_part(part, event, scene))
            continue
        found = [
            one.saying(replace(one.said, when=part.day.when)) if _is_of(one, part, event) else one
            for one in found
        ]
    return found


def _is_of(outline: Outline, part: _Part, event: Outline) -> bool:
    """Whether an outline tells of a part what the verb before it says, with another day."""
    return (
        outline is not event
        and outline.rules[0] == event.rules[0]
        and part.first <= outline.last <= part.last
        and _is_told(part.group, [outline])
    )


def _parts(scene: Scene) -> Iterator[_Part]:
    for group in scene.groups:
        if group.acts or group.speaks:
            continue
        first = _opening(group, scene)
        for day in scene.read.sentence.days if first is not None else ():
            last = _closing(group, day, first or 0, scene)
            if last is not None:
                yield _Part(group, day, first or 0, last)


def _opening(group: Group, scene: Scene) -> int | None:
    """The word behind the sign or joining word that parts a group from what stands before it."""
    row, known = scene.read.sentence.row, scene.page.known
    days = [day for day in scene.read.sentence.days if day.last <= group.first]
    at = group.first
    while at > 0 and group.first - at <= _ROLES:
        before = next((day for day in days if day.last == at), None)
        if before is not None:
            at = before.first
            continue
        word = row[at - 1]
        if word.text in ",;" or known.joins.takes(word):
            return at
        dashed = word.text in _DASHES
        if not (word.spoken or dashed) or known.breaks.takes(word) or known.passives.takes(word):
            return None
        at -= 1
    return None


def _closing(group: Group, day: DayAt, first: int, scene: Scene) -> int | None:
    """Where a part ends that holds a group and a day and no more; None where it holds more."""
    if first <= day.first and day.last <= group.first:
        if group.first - day.last > _ROLES or not _ends(group.last, scene):
            return None
        return group.last
    at = _behind_remark(group, day, scene)
    if not 0 <= day.first - at <= _BESIDE or not _is_clear(at, day.first, scene):
        return None
    return day.last if _ends(day.last, scene) else None


def _behind_remark(group: Group, day: DayAt, scene: Scene) -> int:
    """The word behind a group, and behind a remark between commas ("M. K., a blogger, in May")."""
    row = scene.read.sentence.row
    at = group.last
    if at >= len(row) or row[at].text != ",":
        return at
    stop = min(day.first, at + _REMARK + 2)
    comma = next((one for one in range(at + 1, stop) if row[one].text == ","), at)
    return comma + 1 if comma > at and _has_no_event(at, comma, scene) else at


def _is_clear(first: int, last: int, scene: Scene) -> bool:
    row, known = scene.read.sentence.row, scene.page.known
    return all(
        word.text in _DASHES or (word.spoken and not known.joins.takes(word))
        for word in row[first:last]
    )


def _ends(place: int, scene: Scene) -> bool:
    """Whether a sign or joining word follows, a place aside."""
    row, known = scene.read.sentence.row, scene.page.known
    sentence = scene.read.sentence
    beside = [(one.first, one.last) for one in sentence.places]
    beside += [(one.first, one.last) for one in sentence.days]
    for first, last in sorted(beside):
        place = last if 0 <= first - place <= 1 else place
    return place >= len(row) or row[place].text in _SIGNS or known.joins.takes(row[place])


def _has_no_event(first: int, last: int, scene: Scene) -> bool:
    return not any(first <= one.place < last for one in scene.read.triggers)


def _event(part: _Part, scene: Scene, told: Sequence[Outline]) -> Outline | None:
    """The last event of the sentence before a part, where no other verb stands in the part."""
    if not _has_no_event(part.first, part.last, scene):
        return None
    before = [one for one in scene.read.triggers if one.kind in KINDS and one.place < part.first]
    last = max(before, key=lambda one: one.place, default=None)
    if last is None or last.frame.voice in ("noun", "self", "none"):
        return None
    own = [one for one in told if one.said.kind is last.kind and one.first < part.first]
    own = [one for one in own if not _is_told(part.group, [one])]
    fitting = [one for one in own if bool(one.said.persons) or not part.group.persons]
    counts = not part.group.persons and last.kind is Kind.SENTENCED
    return fitting[-1] if fitting and not counts else None


def _is_told(group: Group, told: Sequence[Outline]) -> bool:
    """Whether something is told already of somebody in the group."""
    names = {person.value for one in told for person in one.said.persons}
    places = {one.said.amount_at for one in told}
    return any(person.name in names for person in group.persons) or any(
        (count.start, count.stop) in places for count in group.counts
    )


def _of_part(part: _Part, event: Outline, scene: Scene) -> Iterator[Outline]:
    told, group = event.said, part.group
    toward = (
        one.as_argument()
        for one in scene.read.sentence.places
        if part.first <= one.first <= part.last + 1 and one.toward
    )
    where = next(toward, told.destination) if told.kind in _MOVED else None
    base = Said(told.kind, when=part.day.when, destination=where)
    persons = tuple(person.as_argument() for person in group.persons)
    more = next((count for count in group.counts if count.others and persons), None)
    made = [replace(base, persons=persons)] if persons else []
    if more is not None:
        place = (more.start, more.stop)
        made = [replace(made[0], amount=counted(more, len(persons)), amount_at=place)]
    if not persons:
        made = [
            replace(base, amount=counted(count), amount_at=(count.start, count.stop))
            for count in group.counts
        ]
    for said in made:
        yield replace(
            event.saying(said),
            first=min(event.first, group.first),
            last=max(group.last, part.day.last),
            rules=(*event.rules, "discourse:gapped"),
            sure=False,
        )
