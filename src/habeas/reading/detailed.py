"""Detailed: "set free 250 people serving life terms and 1,700 people seized in G.": who they are.

Decides that participles right behind those whom a verb lets go or moves, or within their noun, only say
who they are, where no day stands with them; and that the verb is told of each number. Law: a participle
with a day of its own tells an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.clauses import Clause
from habeas.reading.groups import Group
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Scene
from habeas.reading.story import MOVES
from habeas.reading.triggers import Trigger
from habeas.terms.kind import Kind

_STATES = frozenset({Kind.DETAINED, Kind.SENTENCED, Kind.CHARGED})
_NEAR, _HEDGE = 3, 4
"""Words from the verb to the first number, and from a joining word to the next, at most."""
_TWO = 2


@dataclass(frozen=True, slots=True)
class Objects:
    """A verb's clause over the whole sentence, the numbers it is told of, and what describes them."""

    clause: Clause
    groups: tuple[Group, ...]
    describing: frozenset[Trigger]


def objects_of(scene: Scene) -> Objects | None:
    """The described numbers of people whom the first such verb lets go or moves."""
    counts = [count for group in scene.groups if not group.persons for count in group.counts]
    for clause in scene.clauses:
        verb = clause.trigger
        if verb.kind in MOVES and verb.frame.voice in ("active", "either", "passive"):
            found = _described(verb, counts, scene)
            if found is not None:
                return found
    return None


def without_described(found: Sequence[Clause], objects: Objects | None) -> Sequence[Clause]:
    """The clauses of a sentence without those of participles that only describe; the verb's in whole."""
    if objects is None:
        return found
    verb, kept = (
        objects.clause.trigger,
        [one for one in found if one.trigger not in objects.describing],
    )
    return [objects.clause if one.trigger == verb else one for one in kept]


def _described(verb: Trigger, counts: Sequence[CountAt], scene: Scene) -> Objects | None:
    first = min(verb.own, default=verb.first)
    behind = [count for count in counts if count.first > first]
    if not behind or not 0 < behind[0].first - first - len(_within(verb, behind[0])) <= _NEAR:
        return None
    told: list[CountAt] = []
    describing: set[Trigger] = set()
    for count in behind:
        if told and not _is_joined(told[-1], count, scene):
            break
        one = _describing(count, scene)
        if one is None:
            break
        told.append(count)
        describing |= {one, *_further(count, scene)}
    if len(told) < _TWO:
        return None
    clause = Clause(verb, 0, len(scene.read.sentence.row))
    groups = tuple(Group((), (count,), count.first, count.last) for count in told)
    return Objects(clause, groups, frozenset(describing))


def _within(verb: Trigger, count: CountAt) -> list[int]:
    """The words of a verb before a number, but for its first."""
    return [at for at in verb.own[1:] if at < count.first]


def _describing(count: CountAt, scene: Scene) -> Trigger | None:
    """The participle that says who is counted, if it has no day."""
    row, days = scene.read.sentence.row, scene.read.sentence.days
    for one in scene.read.triggers:
        start = min(one.own, default=one.first)
        begin = count.last + (count.last < len(row) and row[count.last].text == ",")
        inside = any(count.first < at < count.last for at in (start, one.place))
        if one.kind not in _STATES or not (inside or count.last <= start <= begin):
            continue
        stop = next((at for at in range(one.last, len(row)) if _ends(at, scene)), len(row))
        if not any(count.last <= day.first < stop for day in days):
            return one
    return None


def _further(count: CountAt, scene: Scene) -> Iterator[Trigger]:
    """What else is said of the counted, up to a joining word ("sentenced for life")."""
    row = scene.read.sentence.row
    begin = count.last + (count.last < len(row) and row[count.last].text == ",")
    stop = next((at for at in range(begin, len(row)) if _ends(at, scene)), len(row))
    for one in scene.read.triggers:
        if one.kind in _STATES and begin <= one.place < stop:
            yield one


def _ends(place: int, scene: Scene) -> bool:
    word = scene.read.sentence.row[place]
    return not word.spoken or scene.page.known.joins.takes(word)


def _is_joined(one: CountAt, two: CountAt, scene: Scene) -> bool:
    """Whether "and" stands close before the second of two numbers, and no other verb between."""
    row, known = scene.read.sentence.row, scene.page.known
    near = range(max(one.last, two.first - _HEDGE), two.first)
    others = [trigger for trigger in scene.read.triggers if one.last < trigger.place < two.first]
    return any(known.joins.takes(row[at]) for at in near) and all(
        trigger.kind in _STATES for trigger in others
    )
