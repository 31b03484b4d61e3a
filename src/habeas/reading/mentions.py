"""Mentions: what the finders find in one sentence, each with its words and its place in the text.

`first..last` are indices into the sentence's words (last not included); `start..stop` are code points
of the whole text (half-open). What mentions mean together is for `frames`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from habeas.language.names import Gender
from habeas.reading.words import Word
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument
from habeas.terms.when import When


class Part(StrEnum):
    """What a person does in a sentence."""

    OPEN = "open"
    """May be the one something happened to."""
    ACTOR = "actor"
    """Holds an office, or rules: acts, unless the sentence says otherwise."""
    SPEAKER = "speaker"
    """Says something."""
    ASIDE = "aside"
    """Named beside somebody else ("the sister of")."""


@dataclass(frozen=True, slots=True)
class PersonAt:
    """A person: `name` is the fullest nominative on the page."""

    first: int
    last: int
    start: int
    stop: int
    name: str
    gender: Gender | None
    part: Part = Part.OPEN

    def as_argument(self, *, inferred: bool = False) -> Argument:
        """The person as an argument of a claim."""
        return Argument(self.name) if inferred else Argument(self.name, self.start, self.stop)

    def in_part(self, part: Part) -> PersonAt:
        """The same mention in another part."""
        return replace(self, part=part)


@dataclass(frozen=True, slots=True)
class CountAt:
    """A number that may count people.

    `noun`: the words that say who is counted, "" for a bare number. `part`: whether these name a part
    of a larger group (women, a nationality). `others`: "three others". `custody`: the noun itself
    means people in custody ("prisoners").
    """

    first: int
    last: int
    start: int
    stop: int
    amount: Amount
    noun: Argument | None = None
    part: bool = False
    others: bool = False
    custody: bool = False
    partitive: bool = False
    of_some: bool = False
    """Whether it is a whole of which only some are told ("eight of the 123 people")."""
    event: bool = False
    """Whether events are counted ("14 arrests"), not people."""

    @property
    def bare(self) -> bool:
        """Whether no noun says what is counted."""
        return self.noun is None


@dataclass(frozen=True, slots=True)
class DayAt:
    """A day or a span of days. `span`: a period ("since July 2024"), not a day in it."""

    first: int
    last: int
    start: int
    stop: int
    when: When
    span: bool = False
    began: When | None = None
    """Of a span with one end named ("since May"): the days of that end."""


@dataclass(frozen=True, slots=True)
class TermAt:
    """A length of time that may be a penalty, as ISO 8601, "life" or "death"."""

    first: int
    last: int
    start: int
    stop: int
    length: str

    def as_argument(self) -> Argument:
        """The term as an argument of a claim."""
        return Argument(self.length, self.start, self.stop)


@dataclass(frozen=True, slots=True)
class PlaceAt:
    """A place: `name` as the pack writes it; `toward`: whether it is where somebody goes."""

    first: int
    last: int
    start: int
    stop: int
    name: str
    toward: bool = False

    def as_argument(self) -> Argument:
        """The place as an argument of a claim."""
        return Argument(self.name, self.start, self.stop)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words and what was found in them, each in order of place."""

    number: int
    start: int
    stop: int
    row: tuple[Word, ...]
    persons: tuple[PersonAt, ...] = ()
    counts: tuple[CountAt, ...] = ()
    days: tuple[DayAt, ...] = ()
    terms: tuple[TermAt, ...] = ()
    places: tuple[PlaceAt, ...] = ()
