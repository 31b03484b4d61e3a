"""`Outline`: a claim as one sentence gives it, before its quote is cut and the gate has seen it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.reading.attribution import Attributed
from habeas.reading.clauses import Clause
from habeas.reading.groups import Group
from habeas.reading.page import Page, Read
from habeas.terms.claim import Argument, Modality, Said


@dataclass(frozen=True, slots=True)
class Outline:
    """What is said, and words `first..last` of sentence `sentence` that say it.

    `sure`: every argument has words of its own in that sentence, and nothing was ambiguous.
    `back`: the sentence whose trigger it goes on from; the same as `sentence` where it has its own.
    """

    said: Said
    modality: Modality
    source: Argument | None
    sentence: int
    first: int
    last: int
    rules: tuple[str, ...]
    sure: bool
    back: int
    bears: bool = False
    """Whether its words bear on custody by themselves ("exchanged", "handed over")."""
    weak: bool = False
    """Whether its words bear on custody only for somebody known to have been in it."""
    period: bool = False
    """Whether it stands for what a total over a period counts."""

    noun: bool = False
    """Whether its words are the noun of those it happened to ("the freed")."""

    @property
    def carried(self) -> bool:
        """Whether it goes on with what a sentence before has told."""
        return self.back != self.sentence

    def saying(self, said: Said) -> Outline:
        """The same outline with another content."""
        return replace(self, said=said)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its groups and clauses, and the page around it."""

    page: Page
    told: Attributed
    groups: tuple[Group, ...]
    clauses: tuple[Clause, ...]

    @property
    def read(self) -> Read:
        """The sentence's words, mentions, triggers and cues."""
        return self.told.read

    @property
    def number(self) -> int:
        """The sentence's number on the page."""
        return self.told.read.sentence.number
