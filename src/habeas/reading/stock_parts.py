"""Parts of totals: the numbers told with a number of those inside, as some of them.

Decides which stand in one group with it, which are named as a part ("including 183 believers", "27 of
them"), and which tell of something else.
"""

from __future__ import annotations

from collections.abc import Mapping

from habeas.reading.groups import Group
from habeas.reading.lexicon import Cue
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Scene
from habeas.reading.outside import is_told, is_whole_or_left
from habeas.terms.kind import Kind

_STATES = frozenset({Kind.SENTENCED, Kind.CHARGED, Kind.DETAINED, Kind.HELD})
"""Kinds whose participles say in what state somebody is inside."""


def with_parts(found: dict[CountAt, Cue | None], scene: Scene) -> list[tuple[CountAt, Cue | None]]:
    """The stocks, and the numbers grouped with them or named as parts of them."""
    _with_grouped(found, scene)
    for cue in scene.read.cues:
        if cue.name == "stock.then" and found:
            then = [count for count in scene.read.sentence.counts if count.last == cue.last]
            found.update(dict.fromkeys(then, cue))
    among = scene.read.has("among")
    if found:
        for count in scene.read.sentence.counts:
            beside = _beside(count, scene)
            part = count.part and (among or any(one.last < count.first for one in found))
            told = is_told(count, scene) and not _is_state(count, beside, scene)
            told = told or is_whole_or_left(count, scene.read)
            if (part or beside is not None) and not told:
                found.setdefault(count, beside)
        _with_grouped(found, scene)
    return sorted(found.items(), key=lambda item: item[0].first)


def _is_state(count: CountAt, beside: Cue | None, scene: Scene) -> bool:
    """ "1,119 are on the list, 434 of them sentenced": what they are inside for, undated."""
    if beside is None or beside.last != count.first:
        return False
    clauses = [clause for clause in scene.clauses if clause.holds(count.first)]
    undated = not any(
        clause.holds(day.first) for clause in clauses for day in scene.read.sentence.days
    )
    return undated and all(clause.trigger.kind in _STATES for clause in clauses)


def _with_grouped(found: dict[CountAt, Cue | None], scene: Scene) -> None:
    """Add the numbers that stand in one group with a stock."""
    for group in scene.groups:
        if any(count in found for count in group.counts):
            cue = next((found[count] for count in group.counts if count in found), None)
            for count in group.counts:
                if not _is_apart(count, group, found, scene):
                    found.setdefault(count, cue)


def _is_apart(
    count: CountAt, group: Group, found: Mapping[CountAt, Cue | None], scene: Scene
) -> bool:
    """ "1,100 were arrested, 60 remain in jail": told of before the comma, and not inside."""
    if is_whole_or_left(count, scene.read):
        return True
    if count.part or not is_told(count, scene) or any(one.part for one in group.counts):
        return False
    row = scene.read.sentence.row
    stocks = [one for one in group.counts if one in found and count.last <= one.first]
    return any(row[at].text == "," for one in stocks for at in range(count.last, one.first))


def _beside(count: CountAt, scene: Scene) -> Cue | None:
    """ "including 183 believers", "27 of them": what says beside the number that it is a part."""
    for cue in scene.read.cues:
        if cue.name == "among" and (cue.last == count.first or cue.first == count.first + 1):
            return cue
    return None
