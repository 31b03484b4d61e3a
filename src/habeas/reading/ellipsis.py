"""Ellipsis: what goes on with the event told last, without a verb of its own.

"So were Orlov and Skochilenko", "on 11 September another 52 followed". Decides by a cue of resuming;
people and a day alone ("…; on 13 December, 123") are for `gapped`. Kind, modality and source come
from the event before; the day is the one named, else that event's. Nothing here is ever likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.language.relative import FROM_NAMED
from habeas.reading.groups import Group
from habeas.reading.lexicon import Cue
from habeas.reading.mentions import DayAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.story import KINDS, Story
from habeas.reading.telling import counted
from habeas.terms.claim import Argument, Said
from habeas.terms.kind import Kind

_FAR = 2
"""Sentences back to the event that is resumed, at most."""


def resumed(scene: Scene, story: Story, made: Sequence[Outline]) -> list[Outline]:
    """What the parts of a sentence without an event of their own go on to tell."""
    found: list[Outline] = []
    for first, last in _parts(scene):
        here = [one for one in made if one.said.kind in KINDS and one.first < first]
        event = here[-1] if here else story.last
        if event is None or scene.number - event.sentence > _FAR or _has_event(scene, first, last):
            continue
        verdict = _verdict(event, scene, first, last)
        cue = verdict or scene.read.within(first, last, "resume")
        days = (one for one in scene.read.sentence.days if first <= one.first < last)
        day = next((one for one in days if not one.when.rule.endswith(FROM_NAMED)), None)
        if cue is None:
            continue
        begin = event.first if here else (cue.first if cue is not None else first)
        for group in _groups(scene, first, last):
            found.extend(_resumed(group, day, min(begin, group.first), scene, event))
        if verdict is not None and found:
            found = _judged(found, verdict, scene)
    return found


def _verdict(event: Outline, scene: Scene, first: int, last: int) -> Cue | None:
    """ "Five more got ten": a number of years, where a verdict was told before."""
    if event.said.kind is not Kind.SENTENCED or event.said.penalty is None:
        return None
    return scene.read.within(first, last, "verdict")


def _judged(found: Sequence[Outline], verdict: Cue, scene: Scene) -> list[Outline]:
    """The outlines of those judged, with the years; the number of years is nobody."""
    years = next(
        (one for one in scene.read.sentence.counts if verdict.first <= one.first < verdict.last),
        None,
    )
    if years is None:
        return list(found)
    penalty = Argument(f"P{years.amount.value}Y", years.start, years.stop)
    return [
        replace(one, said=replace(one.said, penalty=penalty), last=max(one.last, verdict.last))
        for one in found
        if one.said.amount_at != (years.start, years.stop)
    ]


def _parts(scene: Scene) -> Iterator[tuple[int, int]]:
    """The words between semicolons."""
    row = scene.read.sentence.row
    first = 0
    for place, word in enumerate(row):
        if word.text == ";":
            yield first, place
            first = place + 1
    yield first, len(row)


def _has_event(scene: Scene, first: int, last: int) -> bool:
    triggers = scene.read.triggers
    return any(first <= one.place < last and one.frame.voice != "attribute" for one in triggers)


def _groups(scene: Scene, first: int, last: int) -> Iterator[Group]:
    for group in scene.groups:
        if first <= group.first < last and not group.acts and not group.speaks:
            yield group


def _resumed(
    group: Group, day: DayAt | None, first: int, scene: Scene, event: Outline
) -> Iterator[Outline]:
    told = event.said
    kind = Kind(told.note) if told.kind is Kind.FLOW_TOTAL else told.kind
    persons = tuple(person.as_argument() for person in group.persons)
    when = day.when if day is not None else told.when
    moved = told.destination if kind in (Kind.EXPELLED, Kind.TRANSFERRED) else None
    base = Said(kind, when=when, destination=moved)
    more = next((count for count in group.counts if count.others and persons), None)
    amount = counted(more, len(persons)) if more is not None else None
    at = (more.start, more.stop) if more is not None else None
    made = [replace(base, persons=persons, amount=amount, amount_at=at)] if persons else []
    for count in group.counts:
        if count is not more and not persons:
            made.append(replace(base, amount=counted(count), amount_at=(count.start, count.stop)))
    for said in made:
        yield Outline(
            said,
            event.modality,
            scene.told.source or event.source,
            scene.number,
            first,
            group.last,
            (*event.rules, "discourse:resume"),
            False,
            event.sentence,
            event.bears,
            event.weak,
        )
