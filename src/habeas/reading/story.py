"""Story: what a page has told so far, and the batch, the day and the totals it goes on from.

Decides which batch takes the place of the one before, and for how long one is remembered. Whom "they"
and "she" go back to is for `discourse`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from habeas.reading.mentions import Part, PersonAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.timing import LEAD
from habeas.terms.kind import CUSTODY, EXITS, Kind
from habeas.terms.when import When

KINDS = CUSTODY | {Kind.RECOGNISED}
"""Kinds that tell what happened to people."""

_EVENTS = KINDS - {Kind.HELD}
"""Those that happen on a day."""

BATCHES = EXITS | {Kind.PARDONED, Kind.TRANSFERRED, Kind.DETAINED, Kind.SENTENCED, Kind.CHARGED}
"""Kinds a group may be carried on from."""

MOVES = frozenset({Kind.RELEASED, Kind.PARDONED, Kind.EXPELLED, Kind.TRANSFERRED})
"""Kinds by which people leave a prison."""
_CARRIES_DAY = MOVES | {Kind.SANCTION_LIFTED, Kind.NEGOTIATION}
_NEAR = 3
"""Days that are near enough to one for "the same day"."""
_FAR = 4
"""Sentences a group is remembered for."""
_KEPT = 200
"""People named whom "he" and "she" may go back to, at least: a report of any length is read in time."""


@dataclass(slots=True)
class Story:
    """What has been told, in order."""

    outlines: list[Outline] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """Names of everybody of whom something was told."""
    people: list[PersonAt] = field(default_factory=list)
    named: list[PersonAt] = field(default_factory=list)
    """Everybody named who does not hold an office, speakers too."""
    batch: Outline | None = None
    last: Outline | None = None
    """The last event told of people."""
    period: Outline | None = None
    """The last total over a period, until a batch of one day is told."""
    stock: int | None = None
    """The sentence of the last total of those inside."""
    inside: Outline | None = None
    """That total."""
    review: bool = False
    """Whether the page sums up a week, a quarter, a year, as its heading says."""
    reviewed: When | None = None
    """The days it sums up."""
    news: When | None = None
    """The day of the first batch that has one: what the page is about."""
    lead: When | None = None
    """The day of what the page opens with, whatever it is."""
    day: When | None = None
    """The last day named."""

    def tell(self, scene: Scene, made: Sequence[Outline]) -> None:
        """Go on to the next sentence."""
        self.outlines.extend(made)
        self.told.update(person.value for one in made for person in one.said.persons)
        self._tell_named(scene)
        for day in scene.read.sentence.days:
            if (day.when.days or _NEAR + 1) <= _NEAR:
                self.day = day.when
        self._tell_last(scene, made)
        self._tell_lead(scene, made)
        for told in made:
            outline = _as_batch(told)
            if outline.said.kind in BATCHES and self._is_batch(outline):
                if (
                    self.news is None
                    and outline.said.kind in MOVES
                    and outline.said.when is not None
                ):
                    self.news = outline.said.when if _is_news(outline.said.when) else None
                if _replaces(outline, self.batch):
                    self.batch = outline

    def _tell_named(self, scene: Scene) -> None:
        for person in scene.read.sentence.persons:
            if person.part is Part.OPEN:
                self.people.append(person)
            if person.part is not Part.ACTOR:
                self.named.append(person)
        for names in (self.people, self.named):
            if len(names) > 2 * _KEPT:
                del names[:-_KEPT]

    def _tell_last(self, scene: Scene, made: Sequence[Outline]) -> None:
        for told in made:
            if told.said.kind is Kind.FLOW_TOTAL:
                self.period = told
            elif told.said.amount is not None and told.said.when and told.said.when.words:
                self.period = None if told.said.kind in KINDS else self.period
            batch = _as_batch(told)
            if batch.said.kind in _EVENTS:
                self.last = batch
            elif told.said.kind is Kind.STOCK_TOTAL:
                self.stock = scene.number
                self.inside = told if told.said.part is None else self.inside

    def _tell_lead(self, scene: Scene, made: Sequence[Outline]) -> None:
        if self.lead is not None or scene.number > LEAD:
            return
        days = [one.said.when for one in made if one.said.kind in _EVENTS]
        named = (when for when in days if when and when.words and (when.days or _FAR) <= _NEAR)
        self.lead = next(named, None)

    def _is_batch(self, outline: Outline) -> bool:
        """Whether a group may be gone on from; a part of one ("five women") where none is known."""
        said = outline.said
        if said.amount is None:
            return len(said.persons) > 1
        known = self.recent_batch(outline.sentence)
        if said.part is None or outline.period or said.amount.value == 1:
            return said.part is None or outline.period
        return known is None or _wider(outline, known)

    def since(self, sentence: int) -> list[Outline]:
        """What was told from a sentence on, in order."""
        late = takewhile(lambda one: one.sentence >= sentence, reversed(self.outlines))
        return list(late)[::-1]

    def recent_batch(self, sentence: int) -> Outline | None:
        """The last batch told, unless it lies too far back."""
        if self.batch is None or sentence - self.batch.sentence > _FAR:
            return None
        return self.batch

    def whole(self, sentence: int) -> Outline | None:
        """What "among them" goes back to: the total told right before, else the last batch."""
        batch, inside = self.recent_batch(sentence), self.inside
        if inside is None or sentence - inside.sentence > 1:
            return batch
        return inside if batch is None or batch.sentence < inside.sentence else batch

    def freed(self, sentence: int) -> Outline | None:
        """The widest of the last batches let go, whom "those released" means."""
        near = [
            one
            for one in self.since(sentence - _FAR)
            if one.said.kind in (Kind.RELEASED, Kind.PARDONED) and one.said.amount is not None
            if one.said.part is None
        ]
        last = [one for one in near if one.sentence == near[-1].sentence]
        return max(last, key=_number, default=None)

    def day_of(self, kind: Kind, sentence: int) -> When | None:
        """The day of the batch that is just being told, for an event of its kind."""
        batch = self.recent_batch(sentence)
        if batch is None or kind not in _CARRIES_DAY or batch.said.kind not in MOVES:
            return None
        return batch.said.when


def _number(outline: Outline) -> int:
    """How many an outline counts."""
    return outline.said.amount.value if outline.said.amount is not None else 0


def _is_news(when: When) -> bool:
    """Whether days are named, or are those of what a page opens with."""
    return bool(when.words) or when.earliest is not None


def _as_batch(outline: Outline) -> Outline:
    """A total over a period as the batch it counts: "among them" goes on with its event."""
    said = outline.said
    if said.kind is not Kind.FLOW_TOTAL or said.note not in {str(kind) for kind in BATCHES}:
        return outline
    return replace(outline, said=replace(said, kind=Kind(said.note), note=""), period=True)


def _replaces(one: Outline, other: Outline | None) -> bool:
    """Whether a batch takes the place of the one told before it."""
    if other is None or one.sentence - other.sentence > _FAR:
        return True
    counted = one.said.amount is not None or other.said.amount is None
    return (counted and one.sentence > other.sentence) or _wider(one, other)


def _wider(one: Outline, other: Outline) -> bool:
    return (one.said.amount is not None and other.said.amount is None) or (
        one.said.amount is not None
        and other.said.amount is not None
        and one.said.amount.value > other.said.amount.value
    )
