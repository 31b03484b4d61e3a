"""Flows: whether a number told with an event is one batch, or the sum of many days.

Decides by the days named (two months and more are no one day), by words that name a stretch of time
("between … and …", "since"), and by words that sum up ("in total"). Law: without such a word, and
without days, a number is a batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.discourse import Story
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Outline
from habeas.reading.telling import Telling
from habeas.reading.timing import is_period, is_since, is_undated
from habeas.terms.claim import FACTUAL, Said
from habeas.terms.kind import Kind

_FLOWS = frozenset(
    {Kind.RELEASED, Kind.PARDONED, Kind.DETAINED, Kind.SENTENCED, Kind.CHARGED, Kind.EXPELLED}
)
_MANY = 20
"""From this number on, "since then" makes a total of a period."""
_NIGHTS = 3
"""Days that one batch may last, at most."""
_OPENING = 2
"""Words a sentence opens with: a span named there holds for all of it."""
_SUMMING = ("total", "standing", "sofar", "counted")
"""Cues that sum up."""
_YEAR = 80
"""From this many days on, what is named is a period, not a day."""


def is_flow(telling: Telling, count: CountAt, story: Story) -> bool:
    """Whether a number is a total over a period; `story`: what was told before its sentence."""
    if (
        telling.kind not in _FLOWS
        or telling.modality not in FACTUAL
        or _is_of_group(telling, count, story)
    ):
        return False
    if telling.setting.dated:
        return _is_of_period(telling, count)
    if _has(telling, "flow.standing"):
        return count.amount.value >= _MANY
    if _has(telling, "flow.sofar"):
        return True
    batch = story.recent_batch(telling.scene.number)
    return batch is not None and batch.period and batch.said.kind is telling.kind


def _is_of_group(telling: Telling, count: CountAt, story: Story) -> bool:
    """ "The five": those of whom was told before."""
    if story.recent_batch(telling.scene.number) is None:
        return False
    cues = telling.scene.read.cues
    return any(cue.name == "group" and cue.first <= count.first < cue.last for cue in cues)


def spread(made: Sequence[Outline]) -> list[Outline]:
    """The outlines of one sentence, where numbers beside a total over a period are parts of it."""
    flows = [one.said for one in made if one.said.kind is Kind.FLOW_TOTAL]
    return [_as_flow(one, flows) for one in made]


def _as_flow(outline: Outline, flows: Sequence[Said]) -> Outline:
    said = outline.said
    counted = said.amount is not None and not said.persons and said.penalty is None
    for flow in flows:
        same = flow.note == str(said.kind) and (said.when == flow.when or is_undated(said.when))
        if counted and same:
            return outline.saying(
                replace(said, kind=Kind.FLOW_TOTAL, note=flow.note, when=flow.when)
            )
    return outline


def _has(telling: Telling, name: str) -> bool:
    """Whether a cue stands in the clause, or opens the sentence."""
    clause = telling.clause
    named = (cue.first for cue in telling.scene.read.cues if cue.name == name)
    return any(clause.holds(first) or first <= _OPENING for first in named)


def _is_of_period(telling: Telling, count: CountAt) -> bool:
    """Whether the days that are named are a period, and the number sums up what fell into it."""
    when = telling.setting.when
    if when is None:
        return False
    if (when.days is None or when.days >= _YEAR) and when.latest and when.earliest:
        return True
    if (when.days or 0) <= _NIGHTS:
        return False
    if _has(telling, "flow.span") or (is_since(when) and count.amount.value > 1):
        return True
    summed = any(_has(telling, f"flow.{name}") for name in _SUMMING)
    return summed and (is_period(when) or _has(telling, "flow.counted"))
