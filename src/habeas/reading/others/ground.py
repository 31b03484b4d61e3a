"""`Ground`: a page with all that our own grammars found in it, to hold the picks of others against.

Decides which of our findings belongs to words that a reader by others points at. Law: a value is only
ever one that our own grammar read at those very words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.language.dates import DateFound
from habeas.language.names import nominative
from habeas.language.numbers import NumberFound
from habeas.language.sorts import Sort
from habeas.reading.attribution import Attributed, attributed
from habeas.reading.clauses import Clause, clauses
from habeas.reading.finders.capitals import is_common
from habeas.reading.finders.places import gazetteer
from habeas.reading.gate import Gate, gate_of
from habeas.reading.groups import groups
from habeas.reading.mentions import CountAt, PersonAt, PlaceAt, Sentence, TermAt
from habeas.reading.others.typography import Folded, folded
from habeas.reading.page import Page, page
from habeas.reading.words import Word, words
from habeas.terms.claim import Argument
from habeas.terms.when import When

Span = tuple[int, int]
"""Code points of the text, half-open."""

_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Ground:
    """A page, its gate, and its text folded."""

    page: Page
    gate: Gate
    folded: Folded

    def sentences(self, span: Span) -> Iterator[Sentence]:
        """The sentences a span touches."""
        for sentence in self.page.sentences:
            if sentence.start < span[1] and span[0] < sentence.stop:
                yield sentence

    def clauses(self, span: Span) -> Iterator[tuple[Clause, Attributed]]:
        """The clauses of the sentences a span touches, each with who says its sentence."""
        for sentence in self.sentences(span):
            told = attributed(self.gate.reads[sentence.number], self.page)
            for clause in clauses(told.read, groups(told.read, self.page), self.page):
                yield clause, told

    def person(self, span: Span) -> Argument | None:
        """The person named at a span: as the page names them, else in the nominative; None: nobody."""
        for sentence in self.sentences(span):
            for known in sentence.persons:
                if _one_in_other(known, span):
                    return known.as_argument()
        written = words(self.page.text, *span)
        if not self._is_name(written):
            return None
        name, _ = nominative([word.text for word in written if word.spoken], self.page.known.code)
        return Argument(" ".join(name), *span)

    def _is_name(self, written: Sequence[Word]) -> bool:
        """Whether words may be a person's name: capitals, no place, no plain noun."""
        manners = self.page.manners
        if not 0 < len(written) <= _LONGEST_NAME or not written[0].capital:
            return False
        spoken = [word for word in written if word.spoken]
        if not all(word.capital or word.low in manners.particles for word in spoken):
            return False
        if any(not word.spoken and word.text not in ".-'’" for word in written):
            return False
        listed = gazetteer(manners.code).words
        refused = any(
            manners.not_names.takes(word) or listed.takes(word) or manners.roles.takes(word)
            for word in spoken
        )
        if refused or not manners.nouns_capitalised:
            return not refused
        return len(spoken) > 1 and not any(
            is_common(word.low, manners, frozenset()) for word in spoken
        )

    def number(self, span: Span) -> NumberFound | None:
        """The one number of people at a span; None: there is none, or there are several."""
        found = [
            one
            for one in self.page.numbers
            if span[0] <= one.start and one.stop <= span[1] and one.sort is Sort.COUNT
        ]
        return found[0] if len(found) == 1 and found[0].decimal is None else None

    def count(self, number: NumberFound) -> CountAt | None:
        """What a number counts, where our own reader sees it."""
        for sentence in self.sentences((number.start, number.stop)):
            for one in sentence.counts:
                if one.start < number.stop and number.start < one.stop:
                    return one
        return None

    def day(self, span: Span) -> tuple[When, Span] | None:
        """The one day named at a span, and where its words stand; None: none, or several."""
        found = [one for one in self.page.days if _one_in_other(one, span)]
        return (found[0].when, (found[0].start, found[0].stop)) if len(found) == 1 else None

    def term(self, span: Span) -> Argument | None:
        """The length of time at a span."""
        found = [
            one
            for sentence in self.sentences(span)
            for one in sentence.terms
            if _one_in_other(one, span)
        ]
        return found[0].as_argument() if len(found) == 1 else None

    def place(self, span: Span) -> Argument:
        """The place at a span, under its name in the list of places, else as it is written."""
        for sentence in self.sentences(span):
            for one in sentence.places:
                if _one_in_other(one, span):
                    return one.as_argument()
        return self.written(span)

    def written(self, span: Span) -> Argument:
        """The very words at a span."""
        return Argument(" ".join(self.page.text[slice(*span)].split()), *span)


def ground(
    text: str, language: str, published: When | None, known_names: Sequence[str] = ()
) -> Ground:
    """The ground that a text gives.

    Raises:
        MistakeError: there is no pack for the language.
    """
    seen = page(text, language, published, known_names)
    return Ground(seen, gate_of(seen), folded(text))


def _one_in_other(one: PersonAt | PlaceAt | TermAt | DateFound, span: Span) -> bool:
    return (span[0] <= one.start and one.stop <= span[1]) or (
        one.start <= span[0] and span[1] <= one.stop
    )
