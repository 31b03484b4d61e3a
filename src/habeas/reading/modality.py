"""Modality: whether a clause says that a thing is so, is planned, denied, hearsay, or asked for.

Decides by cues in the clause of the trigger. What a sentence has from others is `reported` where
nothing weaker is said; what is only demanded or imagined is no claim at all.
"""

from __future__ import annotations

from habeas.reading.clauses import Clause
from habeas.reading.lexicon import Cue, Lexicon
from habeas.reading.page import Read
from habeas.terms.claim import Modality

_WEAKENING = (
    ("denied", Modality.DENIED),
    ("possible", Modality.POSSIBLE),
    ("planned", Modality.PLANNED),
    ("agreed", Modality.AGREED),
    ("alleged", Modality.ALLEGED),
)

_DENIAL = 4
"""Words from a denial to the comma before what is denied, at most."""


def is_only_wished(clause: Clause, read: Read, known: Lexicon) -> bool:
    """Whether somebody asks for it, or it would have been."""
    return any(
        cue.name in ("demand", "hypothetical")
        and clause.first <= cue.first < clause.trigger.place
        and not _is_over(cue, clause, read, known)
        for cue in read.cues
    )


def _is_over(cue: Cue, clause: Clause, read: Read, known: Lexicon) -> bool:
    """Whether what was asked for or feared ends before the trigger, and what happened begins."""
    row = read.sentence.row
    if any(
        row[at].text == "," and _sets_apart(at + 1, read, known)
        for at in range(cue.last, clause.trigger.place - 1)
    ):
        return True
    if not known.wishes.takes(row[cue.first]):
        return False
    people = {one.first for one in read.sentence.persons}
    people |= {one.first for one in read.sentence.counts}
    return any(
        row[at].text == "," and at + 1 in people for at in range(cue.last, clause.trigger.place)
    )


def _sets_apart(place: int, read: Read, known: Lexicon) -> bool:
    """ "asked for the release of K., who was detained"; "feared arrest, but it was L. who …"."""
    row = read.sentence.row
    if known.contrast.takes(row[place]):
        return True
    named = any(one.last in (place - 1, place) for one in read.sentence.persons)
    return named and known.relatives.takes(row[place])


def modality(clause: Clause, read: Read, known: Lexicon, *, from_others: bool) -> Modality:
    """How the clause says it."""
    first, last = _part(clause, read, known)
    for name, meant in _WEAKENING:
        if read.within(first, last, name) is not None:
            return meant
    if _is_denied(first, clause, read, known):
        return Modality.DENIED
    return Modality.REPORTED if from_others else Modality.ASSERTED


def _is_denied(first: int, clause: Clause, read: Read, known: Lexicon) -> bool:
    """ "The ministry denied, that …": a denial right before the clause of what is denied."""
    row = read.sentence.row
    if first == 0 or row[first - 1].text != "," or not known.complements.takes(row[first]):
        return False
    return any(
        cue.name == "denied" and clause.first <= cue.first and cue.last >= first - _DENIAL
        for cue in read.cues
        if cue.last <= first
    )


def _part(clause: Clause, read: Read, known: Lexicon) -> tuple[int, int]:
    """Words between the commas around the trigger: a cue beyond them weakens something else.

    So does one behind a word that begins a clause of its own ("were freed since he promised to …").
    """
    row = read.sentence.row
    own = clause.trigger.own or (clause.trigger.first,)
    first, last = min(own), max(own) + 1
    while first > clause.first and row[first - 1].text != ",":
        first -= 1
    while last < clause.last and row[last].text != "," and not known.subordinates.takes(row[last]):
        last += 1
    return first, last


def stated(read: Read, *, from_others: bool) -> Modality:
    """How a sentence says a total: only hearsay and doubt weaken it."""
    for name, meant in _WEAKENING:
        if meant in (Modality.POSSIBLE, Modality.ALLEGED) and read.has(name):
            return meant
    return Modality.REPORTED if from_others else Modality.ASSERTED
