"""Triggers: phrases that announce an event, where they stand in a sentence.

Decides which of two triggers that share a word is kept. What a pack's phrases announce is read in
`lexicon`; what triggers mean together is for the modules that read sentences.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from habeas.terms.kind import Kind

_UNDOING = frozenset({Kind.SUPPORT_CUT, Kind.SANCTION_LIFTED})
_TELLING = ("<since>", "<term>")
"""Slots by which a phrase tells more than another of as many words."""
_OVER = 2
"""Words by which a phrase of undoing outweighs one of what is undone ("lifted … imposed sanctions")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a group of phrases announces.

    `voice`: where those it happens to stand: "passive", "active", "either", "noun"; "talk": it is
    about those who talk; "none": about nobody. `note`: what kind of `other` it is.
    """

    kind: Kind
    voice: str
    note: str
    ongoing: bool = False
    """Whether it tells what has lasted for a while ("serving five years")."""
    bears: bool = False
    """Whether it bears on custody by itself ("exchanged", "handed over")."""
    weak: bool = False
    """Whether it bears on custody only for somebody known to have been in it ("left for Poland")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A frame whose phrase stands at words `first..last`; `own` are the words it names."""

    frame: Frame
    first: int
    last: int
    own: tuple[int, ...]
    rule: str

    @property
    def kind(self) -> Kind:
        """The kind it announces."""
        return self.frame.kind

    @property
    def place(self) -> int:
        """The word that carries it: its last own word, or its first where it names none."""
        return self.own[-1] if self.own else self.first


def apart(found: Sequence[Trigger], denied: Set[int]) -> list[Trigger]:
    """Triggers that share no word: more words win, then what says since when or how long.

    `denied`: those that a negation undoes; any other one wins against them.
    """
    taken: set[int] = set()
    kept = []
    order = sorted(
        range(len(found)),
        key=lambda number: (
            number in denied,
            -len(found[number].own) - (_OVER if found[number].kind in _UNDOING else 0),
            not any(slot in found[number].rule for slot in _TELLING),
            found[number].last - found[number].first,
            number,
        ),
    )
    for number in order:
        own = set(found[number].own)
        if own and not own & taken:
            taken |= own
            kept.append(found[number])
    return sorted(kept, key=lambda trigger: (trigger.place, trigger.first))
