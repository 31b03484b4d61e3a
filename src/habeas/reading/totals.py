"""Totals: how many are inside, as a sentence says it.

Decides which number of a sentence is a stock: the one nearest to a strong cue ("behind bars",
"remain"); one of prisoners near a weak cue; the whole of "of 182 political prisoners"; and the parts
named with it. A total over a period is told by `custody`, with its event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.groups import Group
from habeas.reading.lexicon import Cue
from habeas.reading.mentions import CountAt, PersonAt
from habeas.reading.modality import stated
from habeas.reading.outline import Outline, Scene
from habeas.reading.outside import (
    ends_term,
    holds,
    is_addressed,
    is_age,
    is_described,
    is_free,
    is_fresh,
    is_governed,
    is_of_death,
    is_of_event,
    is_of_others,
    is_of_sanction,
    is_recognition,
    is_summed,
    is_told,
    is_whole_or_left,
    released_of,
    still_inside,
)
from habeas.reading.stock_parts import with_parts
from habeas.reading.story import Story
from habeas.reading.sums import as_sum, summed_up
from habeas.reading.telling import counted
from habeas.reading.timing import now, stock_day
from habeas.terms.claim import Modality, Said
from habeas.terms.kind import Kind

_LONE = ("stock.bare", "stock.number")
_STRONG = (*_LONE, "stock.strong")
_WEAK = ("stock.cues",)
_SANCTIONS = frozenset({Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED})
_PARTS = ("among", "stock.then")
_RECENT = 3
"""Sentences back to the total that another one is compared with, at most."""
_OPENS, _BEHIND, _SOME = 1, 4, 10
"""Where a noun opens a sentence; words from it to its number; the least such number."""
_REACH = 14
"""Words between a cue and its number, at most."""


def stocks(scene: Scene, story: Story) -> list[tuple[CountAt, Cue | None]]:
    """Numbers of a sentence that are a stock, each with the cue that says so."""
    counts = [one for one in scene.read.sentence.counts if not one.event]
    counts = [
        one for one in counts if not is_whole_or_left(one, scene.read) and not is_fresh(one, scene)
    ]
    if not counts or _is_asked(scene):
        return []
    found: dict[CountAt, Cue | None] = dict(summed_up(counts, scene.read))
    for cue in scene.read.cues:
        if (
            cue.name in _STRONG
            and not ends_term(cue, scene)
            and not is_of_death(cue, scene)
            and not is_of_event(cue, scene)
            and (
                nearest := still_inside(cue, counts, scene)
                or _nearest(cue, _together(cue, counts, scene), scene)
            )
        ):
            found.setdefault(nearest, cue)
    _with_again(found, scene, story)
    for cue in scene.read.cues:
        nearest = _nearest(cue, counts, scene) if cue.name in _WEAK else None
        if nearest is None and cue.name in _WEAK:
            nearest = _behind_noun(cue, counts, scene)
        elif nearest is not None and nearest.bare:
            nearest = None
        told = nearest is None or is_told(nearest, scene) or is_addressed(nearest, scene)
        told = told or (nearest is not None and is_free(nearest, scene))
        if nearest is not None and not told:
            found.setdefault(nearest, cue)
    _with_again(found, scene, story)
    for count in counts:
        if count.partitive and count.custody and not released_of(scene, count):
            found.setdefault(count, None)
    return with_parts(found, scene)


def _with_again(found: dict[CountAt, Cue | None], scene: Scene, story: Story) -> None:
    """Add "a year ago it was 687" where a total was told shortly before, and "from 10 to 20"."""
    recent = story.stock is not None and scene.number - story.stock <= _RECENT
    for cue in scene.read.cues:
        before = recent or any(count.last <= cue.first for count in found)
        known = cue.name == "stock.pair" or (cue.name == "stock.again" and before)
        known = known and not any(one.kind in _SANCTIONS for one in scene.read.triggers)
        if not (known and (found or recent)):
            continue
        for count in scene.read.sentence.counts:
            if cue.first <= count.first < cue.last and not is_told(count, scene):
                found.setdefault(count, cue)


def _is_asked(scene: Scene) -> bool:
    return scene.read.has("demand") and not scene.read.has(*_STRONG)


def _behind_noun(cue: Cue, counts: Sequence[CountAt], scene: Scene) -> CountAt | None:
    """ "Political prisoners: 1,102": a bare number behind the noun, where nothing happens."""
    if scene.read.triggers or cue.first > _OPENS:
        return None
    near = (one for one in counts if one.bare and 0 <= one.first - cue.last <= _BEHIND)
    found = next(near, None)
    return found if found is not None and found.amount.value >= _SOME else None


def _together(cue: Cue, counts: Sequence[CountAt], scene: Scene) -> list[CountAt]:
    """The numbers without those told of in another clause ("307 came home, most had been inside")."""
    row = scene.read.sentence.row
    return [
        count
        for count in counts
        if not is_told(count, scene)
        or not any(
            word.text in ",;"
            for word in row[min(count.last, cue.last) : max(count.first, cue.first)]
        )
    ]


def _nearest(cue: Cue, counts: Sequence[CountAt], scene: Scene) -> CountAt | None:
    named = [count for count in counts if not count.others]
    named = named or [count for count in counts if _is_alone(count, scene)]
    nearest = min(named, key=lambda count: _gap(count, cue), default=None)
    if nearest is None or _gap(nearest, cue) > _REACH or is_of_sanction(cue, scene):
        return None
    if nearest.bare and not (_may_be_bare(nearest, cue) and not is_age(cue, scene)):
        return None
    if is_of_others(nearest, scene) or is_recognition(cue, scene):
        return None
    told = cue.first < nearest.first and nearest.last < cue.last
    governed = is_governed(nearest, scene) and not told
    return None if governed or is_described(nearest, scene) else nearest


def _is_alone(count: CountAt, scene: Scene) -> bool:
    """ "Another 1,150 prisoners": others, and nobody named whom they stand beside."""
    beside = any(group.persons for group in scene.groups if count in group.counts)
    noun = scene.read.sentence.row[count.last - 1]
    named = not count.bare and not scene.page.known.others.takes(noun)
    return named and not beside and not is_told(count, scene)


def _may_be_bare(count: CountAt, cue: Cue) -> bool:
    """A number without a noun is a stock only near or in a strong cue, and above a handful."""
    inside = cue.name == "stock.strong" and cue.first <= count.first < cue.last
    return (cue.name in _LONE or inside) and count.amount.value >= _SOME


def _gap(count: CountAt, cue: Cue) -> int:
    if count.last <= cue.first:
        return cue.first - count.last
    return max(0, count.first - cue.last)


def totals(scene: Scene, found: Sequence[tuple[CountAt, Cue | None]]) -> list[Outline]:
    """The outlines of stocks."""
    made: list[Outline] = []
    for count, cue in found:
        one = _total(scene, count, cue, first=not made)
        part = bool(made) and (cue is None or count.part or cue.name in _PARTS)
        if part and not _has_own_day(count, made[-1], scene):
            one = one.saying(replace(one.said, when=made[-1].said.when))
        made.append(as_sum(one, cue, scene))
    return made


def _has_own_day(count: CountAt, before: Outline, scene: Scene) -> bool:
    """Whether a day stands behind the total before a part, nearer to the part, or none before it."""
    day = stock_day(scene.read, scene.page, count.first)
    if day is None:
        return False
    at = before.said.amount_at[0] if before.said.amount_at is not None else -1
    return day.when == before.said.when or (day.start > at and before.said.when != day.when)


def _total(scene: Scene, count: CountAt, cue: Cue | None, *, first: bool) -> Outline:
    read, page = scene.read, scene.page
    day = stock_day(read, page, count.first)
    when = day.when if day is not None else now(page)
    place = next((one.as_argument() for one in read.sentence.places if not one.toward), None)
    said = Said(
        Kind.STOCK_TOTAL,
        tuple(person.as_argument() for person in _named(scene, count)),
        amount=counted(count),
        amount_at=(count.start, count.stop),
        when=when,
        place=place,
        population=count.noun if not count.part else None,
        part=count.noun if count.part else None,
    )
    spans = [count.first, count.last, *((cue.first, cue.last) if cue is not None else ())]
    source = scene.told.source
    said_so: Modality = stated(read, from_others=source is not None)
    doubtful = cue is None or (cue.name in _WEAK and holds(read, "stock.doubtful", count))
    doubtful = doubtful or is_summed(count, read)
    return Outline(
        said,
        said_so,
        source,
        scene.number,
        min(spans),
        max(spans),
        (f"stock_total:{cue.name if cue is not None else 'part'}",),
        first and count.custody and not doubtful,
        scene.number,
    )


def _named(scene: Scene, count: CountAt) -> tuple[PersonAt, ...]:
    """People named as members of this number: behind it, with a cue of membership between.

    One alone is no member of a total, but somebody who is inside.
    """
    for group in scene.groups:
        cue = scene.read.within(count.last, group.first + 1, "among")
        later = [
            other for other in scene.read.sentence.counts if count.last <= other.first < group.first
        ]
        if cue is not None and len(group.persons) > 1 and not group.acts and not later:
            return group.persons
    return ()


def without(groups: Sequence[Group], found: Sequence[CountAt]) -> list[Group]:
    """Groups without the numbers that are stocks."""
    taken = set(found)
    kept = []
    for group in groups:
        counts = tuple(count for count in group.counts if count not in taken)
        members: list[PersonAt | CountAt] = [*group.persons, *counts]
        if members:
            first = min(member.first for member in members)
            last = max(member.last for member in members)
            kept.append(Group(group.persons, counts, first, last))
    return kept
