"""Sums: "…, bringing the number freed since Thursday to 41", a total told beside the batch it adds.

Decides that such a number is a total over a period, of the event named in its own words, and that the
days in these words belong to it alone. Law: it never changes the number or the days of the batch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.reading.lexicon import Cue
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.page import Read
from habeas.reading.story import MOVES
from habeas.reading.timing import undated
from habeas.terms.kind import CUSTODY, Kind

_EVENTS = CUSTODY - {Kind.HELD}
"""Kinds that may be summed up."""


def summed_up(counts: Sequence[CountAt], read: Read) -> Iterator[tuple[CountAt, Cue]]:
    """The number in each cue of a sum, where an event is named there, too."""
    for cue in sorted(read.cues, key=lambda one: one.last):
        inside = [one for one in counts if cue.first <= one.first < cue.last]
        if cue.name == "flow.brings" and inside and _kind(cue, read) is not None:
            yield inside[-1], cue


def as_sum(outline: Outline, cue: Cue | None, scene: Scene) -> Outline:
    """A total found by a cue of a sum, as the total over a period that it is."""
    kind = _kind(cue, scene.read) if cue is not None and cue.name == "flow.brings" else None
    if cue is None or kind is None:
        return outline
    days = (day for day in scene.read.sentence.days if cue.first <= day.first < cue.last)
    day = next(days, None)
    when = undated(scene.read, scene.page, ongoing=True) if day is None else day.when
    said = replace(outline.said, kind=Kind.FLOW_TOTAL, note=str(kind), when=when, part=None)
    return replace(outline.saying(said), sure=False)


def _kind(cue: Cue, read: Read) -> Kind | None:
    """What is summed up: the event in the words of the cue, else the first of the sentence.

    "12 more were arrested, bringing the total to 1,150" counts those inside: without a day in the words
    it is only those let go or moved who are summed up.
    """
    events = [one for one in read.triggers if one.kind in _EVENTS]
    own = [one for one in events if cue.first <= one.place < cue.last]
    dated = any(cue.first <= day.first < cue.last for day in read.sentence.days)
    others = events[:1] if dated or (events and events[0].kind in MOVES) else []
    return next((one.kind for one in (*own, *others)), None)
