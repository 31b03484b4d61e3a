"""Flows: whether a number told with an event is one batch, or the sum of many days.

Decides by the days named (two months and more are no one day), by words that name a stretch of time
("between … and …", "since"), and by words that sum up ("in total"). Law: without such a word, and
without days, a number is a batch.
"""

from __future__ import annotations

from habeas.reading.mentions import CountAt
from habeas.reading.telling import Telling
from habeas.reading.timing import is_period
from habeas.terms.claim import FACTUAL
from habeas.terms.kind import Kind
from habeas.terms.when import When

_FLOWS = frozenset(
    {
        Kind.RELEASED,
        Kind.PARDONED,
        Kind.DETAINED,
        Kind.SENTENCED,
        Kind.CHARGED,
        Kind.EXPELLED,
        Kind.RECOGNISED,
    }
)
_MANY = 20
"""From this number on, "since then" makes a total of a period."""
_NIGHTS = 3
"""Days that one batch may last, at most."""
_OPENING = 2
"""Words a sentence opens with: a span named there holds for all of it."""
_YEAR = 80
"""From this many days on, what is named is a period, not a day."""


def is_flow(telling: Telling, count: CountAt) -> bool:
    """Whether a number is a total over a period."""
    if telling.kind not in _FLOWS:
        return False
    clause, read = telling.clause, telling.scene.read
    standing = read.within(clause.first, clause.last, "flow.standing") is not None
    summed = standing or read.within(clause.first, clause.last, "flow.total") is not None
    if standing and not telling.setting.dated:
        return count.amount.value >= _MANY
    when = telling.setting.when
    if not telling.setting.dated or when is None:
        return False
    if any(cue.name == "group" and cue.first <= count.first < cue.last for cue in read.cues):
        return False
    if (when.days is None or when.days >= _YEAR) and when.latest and when.earliest:
        return telling.modality in FACTUAL
    return (not count.part and _is_over_span(telling, when)) or (summed and is_period(when))


def _is_over_span(telling: Telling, when: When) -> bool:
    """ "17 arrests between 1 May and 20 June": the sum of several days, not one batch."""
    clause, cues = telling.clause, telling.scene.read.cues
    named = (cue.first for cue in cues if cue.name == "flow.span")
    spanned = any(clause.holds(first) or first <= _OPENING for first in named)
    return spanned and (when.days or 0) > _NIGHTS
