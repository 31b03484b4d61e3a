"""Accusations: what an arrest is said to be for.

"K. was remanded on charges of treason" tells two claims: the arrest, and the charge. Decides by a cue of
accusation in the clause of an arrest, where no other words of the sentence tell a charge or a verdict.
The charge was brought some day up to the arrest; it is always inferred. A number behind such a cue is
what the charge is about ("charged with wounding two officers"), not how many are charged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.outline import Outline, Scene
from habeas.terms.kind import Kind
from habeas.terms.when import When

_TOLD = frozenset({Kind.CHARGED, Kind.SENTENCED})


def accused(scene: Scene, made: Sequence[Outline]) -> list[Outline]:
    """The charges that the arrests of one sentence are said to be for."""
    if any(trigger.kind in _TOLD for trigger in scene.read.triggers):
        return []
    return [
        _charge(one, first, last)
        for one in made
        if one.said.kind is Kind.DETAINED and not _counts_arrests(one, scene)
        for first, last in _cue(one, scene)
    ]


def _counts_arrests(outline: Outline, scene: Scene) -> bool:
    """ "1,418 arrests for taking part": a number of events, which nobody is charged with."""
    return any(
        count.event and (count.start, count.stop) == outline.said.amount_at
        for count in scene.read.sentence.counts
    )


def _cue(outline: Outline, scene: Scene) -> list[tuple[int, int]]:
    """Where the clause of an arrest says what it is for."""
    for clause in scene.clauses:
        if (
            clause.trigger.kind is Kind.DETAINED
            and outline.first <= clause.trigger.place < outline.last
        ):
            cue = scene.read.within(clause.first, clause.last, "accusation")
            row = scene.read.sentence.row
            if cue is not None and cue.last < len(row) and row[cue.last].spoken:
                return [(cue.first, cue.last)]
    return []


def _charge(arrest: Outline, first: int, last: int) -> Outline:
    when = arrest.said.when
    until = When(None, when.latest, "", "no day named: up to the arrest") if when else None
    return replace(
        arrest,
        said=replace(arrest.said, kind=Kind.CHARGED, when=until, note=""),
        first=min(first, arrest.first),
        last=max(last, arrest.last),
        sure=False,
        rules=(*arrest.rules, "discourse:accusation"),
    )


def of_the_accused(scene: Scene, made: Sequence[Outline]) -> list[Outline]:
    """What happened in one sentence, without charges against those whom a charge is about."""
    return [one for one in made if not _is_about(one, scene)]


def _is_about(outline: Outline, scene: Scene) -> bool:
    said, row = outline.said, scene.read.sentence.row
    if said.kind is not Kind.CHARGED or said.persons or said.amount_at is None:
        return False
    start = said.amount_at[0]
    return any(
        cue.name == "accusation"
        and outline.first <= cue.first
        and row[cue.last - 1].stop <= start
        and any(
            clause.trigger.kind is Kind.CHARGED and clause.holds(cue.first)
            for clause in scene.clauses
        )
        for cue in scene.read.cues
    )
