"""Telling: one clause on its way to outlines, with all that its outlines share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.reading.belonging import is_between
from habeas.reading.clauses import Clause
from habeas.reading.mentions import CountAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.settings import Setting
from habeas.reading.timing import coming, is_to_come, is_undated, planned, undated
from habeas.terms.amount import Amount
from habeas.terms.claim import FACTUAL, Argument, Modality, Said
from habeas.terms.kind import CUSTODY, Kind
from habeas.terms.when import When

_IN_ABSENTIA = frozenset({Kind.DETAINED, Kind.CHARGED, Kind.SENTENCED})
"""Kinds that may befall somebody who is not there."""


@dataclass(frozen=True, slots=True)
class Told:
    """Whom one outline is about: persons, a number (with the mention it stands at), a penalty."""

    persons: tuple[Argument, ...] = ()
    amount: Amount | None = None
    count: CountAt | None = None
    penalty: Argument | None = None
    when: When | None = None
    amount_at: tuple[int, int] | None = None
    kind: Kind | None = None
    part: Argument | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One clause being told: its circumstances, and how firmly it is said."""

    scene: Scene
    clause: Clause
    setting: Setting
    modality: Modality

    @property
    def kind(self) -> Kind:
        """What the clause's trigger announces."""
        return self.clause.trigger.kind

    @property
    def _note(self) -> str:
        """The note of the frame; "in absentia" where the clause says that they were not there."""
        note, clause = self.clause.trigger.frame.note, self.clause
        absent = self.scene.read.within(clause.first, clause.last, "absentia") is not None
        return "in absentia" if absent and not note and self.kind in _IN_ABSENTIA else note

    def outline(self, told: Told, span: tuple[int, int], *, sure: bool) -> Outline:
        """An outline over words `span` (half-open) and the words of the trigger."""
        trigger = self.clause.trigger
        places = (*trigger.own, span[0], span[1] - 1)
        return Outline(
            self._said(told),
            self.modality,
            self.scene.told.source,
            self.scene.number,
            min(places),
            max(places) + 1,
            (f"{trigger.kind}:{trigger.rule}",),
            sure and not is_between(trigger.place, self.scene.read, self.scene.page),
            self.scene.number,
            trigger.frame.bears,
            trigger.frame.weak,
            noun=trigger.frame.voice == "self" and not self.setting.dated,
        )

    def _when(self, when: When | None) -> When | None:
        """The days; of what is planned without one, those on which it was said."""
        page = self.scene.page
        if self.modality in FACTUAL and self.kind in CUSTODY and is_to_come(when, page):
            return undated(self.scene.read, page, ongoing=True)
        if self.modality is not Modality.PLANNED:
            return when
        if when is None or is_undated(when):
            return coming(page)
        return planned(when, self.scene.read, page)

    def _said(self, told: Told) -> Said:
        count = told.count
        kind = told.kind or self.kind
        return Said(
            kind,
            told.persons,
            told.amount,
            (count.start, count.stop) if count is not None else told.amount_at,
            self._when(told.when or self.setting.when),
            self.setting.place,
            self.setting.destination,
            self.setting.actor,
            self.setting.terms,
            told.penalty,
            count.noun if count is not None and not count.part else None,
            told.part or (count.noun if count is not None and count.part else None),
            note=str(self.kind) if kind is not self.kind else self._note,
        )


def happening(where: Setting, how: Modality, scene: Scene) -> Setting:
    """A setting whose day is still to come names no day of what has happened ("in neun Tagen")."""
    if how in FACTUAL and is_to_come(where.when, scene.page):
        return replace(where, when=undated(scene.read, scene.page, ongoing=True), dated=False)
    return where


def counted(count: CountAt, more: int = 0) -> Amount:
    """The amount of a count, with `more` people named beside "others"."""
    amount = count.amount
    return Amount(amount.value + more, amount.hedge, amount.vague)
