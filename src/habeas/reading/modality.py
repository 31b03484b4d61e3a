"""Modality: whether a clause says that a thing is so, is planned, denied, hearsay, or asked for.

Decides by cues in the clause of the trigger. What a sentence has from others is `reported` where
nothing weaker is said; what is only demanded or imagined is no claim at all.
"""

from __future__ import annotations

from habeas.reading.clauses import Clause
from habeas.reading.page import Read
from habeas.terms.claim import Modality

_WEAKENING = (
    ("denied", Modality.DENIED),
    ("possible", Modality.POSSIBLE),
    ("planned", Modality.PLANNED),
    ("agreed", Modality.AGREED),
    ("alleged", Modality.ALLEGED),
)


def is_only_wished(clause: Clause, read: Read) -> bool:
    """Whether somebody asks for it, or it would have been."""
    cue = read.within(clause.first, clause.trigger.place, "demand", "hypothetical")
    return cue is not None


def modality(clause: Clause, read: Read, *, from_others: bool) -> Modality:
    """How the clause says it."""
    first, last = _part(clause, read)
    for name, meant in _WEAKENING:
        if read.within(first, last, name) is not None:
            return meant
    return Modality.REPORTED if from_others else Modality.ASSERTED


def _part(clause: Clause, read: Read) -> tuple[int, int]:
    """Words between the commas around the trigger: a cue beyond them weakens something else."""
    row = read.sentence.row
    own = clause.trigger.own or (clause.trigger.first,)
    first, last = min(own), max(own) + 1
    while first > clause.first and row[first - 1].text != ",":
        first -= 1
    while last < clause.last and row[last].text != ",":
        last += 1
    return first, last


def stated(read: Read, *, from_others: bool) -> Modality:
    """How a sentence says a total: only hearsay and doubt weaken it."""
    for name, meant in _WEAKENING:
        if meant in (Modality.POSSIBLE, Modality.ALLEGED) and read.has(name):
            return meant
    return Modality.REPORTED if from_others else Modality.ASSERTED
