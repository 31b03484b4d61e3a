"""A page as the reader sees it: its sentences, and everything the finders found in them.

Decides the order in which finders run. What the mentions mean is for the readers of frames.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

from habeas.language.dates import DateFound, dates
from habeas.language.durations import DurationFound, durations
from habeas.language.numbers import NumberFound, numbers
from habeas.language.pack import pack
from habeas.language.segments import Span, sentences
from habeas.language.tokens import shortened
from habeas.reading.finders.counts import Nouns, counts
from habeas.reading.finders.people import people
from habeas.reading.finders.places import gazetteer, places
from habeas.reading.lexicon import Cue, Lexicon, lexicon
from habeas.reading.manners import Manners, manners
from habeas.reading.mentions import DayAt, PersonAt, Sentence, TermAt
from habeas.reading.misleading import in_day, is_counted, misleads
from habeas.reading.phrases import Element
from habeas.reading.standing import Slots
from habeas.reading.triggers import Trigger
from habeas.reading.wholes import wholes
from habeas.reading.words import Word, at, words
from habeas.terms.when import When

_HEADING, _MONTH = 14, 31
"""Words of a heading, and days it may name, at most."""
_SOME = 3
"""Sentences with a word of custody from which a page is about it in part."""
_THIRD = 3
"""One in so many sentences makes a page speak of something throughout."""
FROM_THEN = "from then"
"""How the rule of a day begins that goes from then on up to the day published."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its language's word lists, and its sentences."""

    text: str
    published: When | None
    known: Lexicon
    manners: Manners
    nouns: Nouns
    sentences: tuple[Sentence, ...]
    numbers: tuple[NumberFound, ...]
    days: tuple[DateFound, ...]
    headed: When | None
    """The days that a heading says the page is about ("The week of 18 to 24 September")."""
    of_custody: frozenset[int]
    of_commerce: frozenset[int]
    """Numbers of the sentences with a word of the context, and of commerce."""
    confirmed: frozenset[tuple[int, int]] = frozenset()
    """Where another finder sees a person, too."""

    def numbers_in(self, start: int, stop: int) -> tuple[NumberFound, ...]:
        """The numbers that lie within code points `start..stop`, in order."""
        place = attrgetter("start")
        first, last = (bisect_left(self.numbers, at, key=place) for at in (start, stop))
        return tuple(one for one in self.numbers[first:last] if one.stop <= stop)

    @property
    def concerns(self) -> bool:
        """Whether the page is about custody, wholly or in part."""
        return not self._scattered and (not self.mixed or len(self.of_custody) >= _SOME)

    @property
    def _scattered(self) -> bool:
        """Whether a third of its sentences speak of commerce, and not a third of custody alone.

        A page of odds and ends plays with the words of custody ("the beaver walked free").
        """
        commerce, sentences = len(self.of_commerce), len(self.sentences)
        told = len(self.of_custody - self.of_commerce)
        return commerce >= _SOME and _THIRD * commerce >= sentences > _THIRD * told

    @property
    def mixed(self) -> bool:
        """Whether more sentences have words of commerce than of custody."""
        custody, others = len(self.of_custody), len(self.of_commerce)
        return custody < others if custody else bool(others)

    def tells(self, sentence: int) -> bool:
        """Whether a sentence, or the one before it, has a word of custody and none of commerce."""
        near = {sentence, sentence - 1}
        return sentence not in self.of_commerce and bool(
            (near & self.of_custody) - self.of_commerce
        )

    @property
    def devoted(self) -> bool:
        """Whether the page is about little else: every other sentence has a word of custody."""
        return 2 * len(self.of_custody) >= len(self.sentences)


def _about(made: Sequence[Sentence], *lists: Element) -> list[frozenset[int]]:
    """For each list, the numbers of the sentences with a word of it."""
    rows = [{word.low for word in sentence.row} for sentence in made]
    met = frozenset().union(*rows)
    listed = [{low for low in met if one.holds(low)} for one in lists]
    return [
        frozenset(number for number, row in enumerate(rows) if not row.isdisjoint(held))
        for held in listed
    ]


def page(text: str, code: str, published: When | None, known_names: Sequence[str] = ()) -> Page:
    """Analyse a text.

    Raises:
        MistakeError: there is no pack for the language.
    """
    language, known, habits = pack(code), lexicon(code), manners(code)
    listed = gazetteer(code)
    spans = sentences(text, language)
    heads = shortened(language)
    rows = [words(text, start, stop, shortened=heads) for start, stop in spans]
    counted = tuple(numbers(text, language))
    dated = tuple(dates(text, language, published))
    parts = zip(
        spans,
        rows,
        people(rows, habits, listed.words, known_names),
        _by_sentence(counted, spans),
        _by_sentence(dated, spans),
        _by_sentence(durations(text, language), spans),
        strict=True,
    )
    nouns = Nouns(known, listed, habits)
    made = []
    for number, ((start, stop), row, persons, amounts, named, lengths) in enumerate(parts):
        days = tuple(_days(named, row))
        terms = tuple(_terms(lengths, row))
        taken = [(day.start, day.stop) for day in days]
        taken += [(term.start, term.stop) for term in terms]
        able = [
            one
            for one in amounts
            if not _overlaps(one, taken) and not _opens_range(one, terms, row, known)
        ]
        made.append(
            Sentence(
                number,
                start,
                stop,
                row,
                tuple(_outside(persons, days)),
                counts(row, able, nouns, {day.start for day in days}),
                days,
                terms,
                places(row, listed),
            )
        )
    custody, commerce = _about(made, known.context, known.commerce)
    return Page(
        text,
        published,
        known,
        habits,
        nouns,
        tuple(made),
        counted,
        dated,
        headed=_headed(made),
        of_custody=custody,
        of_commerce=commerce,
    )


def _headed(made: Sequence[Sentence]) -> When | None:
    """The days named in a short first sentence: more than one, and no more than a month."""
    for sentence in made[:2]:
        heading = len(sentence.row) <= _HEADING and sentence.row[-1].text not in ".!?"
        days = sentence.days[0].when if len(sentence.days) == 1 else None
        if heading and days is not None and 1 < (days.days or 0) <= _MONTH:
            return days
    return None


class _Placed(Protocol):
    """Something found at `start..stop` of the text."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def stop(self) -> int:
        """Behind the last code point."""


_One = TypeVar("_One", bound=_Placed)


def _by_sentence(found: Sequence[_One], spans: Sequence[Span]) -> list[list[_One]]:
    """What was found within each sentence, in order; what reaches over its end is left out."""
    parted: list[list[_One]] = [[] for _ in spans]
    starts = [start for start, _ in spans]
    for one in found:
        at = bisect_right(starts, one.start) - 1
        if at >= 0 and one.stop <= spans[at][1]:
            parted[at].append(one)
    return parted


def _overlaps(one: NumberFound, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < one.stop and one.start < stop for start, stop in taken)


def _opens_range(
    one: NumberFound, terms: Sequence[TermAt], row: Sequence[Word], known: Lexicon
) -> bool:
    """ "Between five and twelve years": a number that is the lower end of a term counts nobody."""
    behind = at(row, one.stop - 1) + 1
    if behind >= len(row):
        return False
    joins = known.until.takes(row[behind]) or known.joins.takes(row[behind])
    return joins and any(term.first == behind + 1 for term in terms)


def _days(found: Sequence[DateFound], row: Sequence[Word]) -> Iterator[DayAt]:
    for one in found:
        first, last = at(row, one.start), at(row, one.stop - 1) + 1
        span = one.when.rule.startswith(FROM_THEN)
        yield DayAt(first, last, one.start, one.stop, one.when, span, one.began)


def _terms(found: Sequence[DurationFound], row: Sequence[Word]) -> Iterator[TermAt]:
    for one in found:
        first, last = at(row, one.start), at(row, one.stop - 1) + 1
        yield TermAt(first, last, one.start, one.stop, one.length)


def _outside(persons: Sequence[PersonAt], days: Sequence[DayAt]) -> Iterator[PersonAt]:
    taken = [(day.start, day.stop) for day in days]
    return (one for one in persons if not any(a < one.stop and one.start < b for a, b in taken))


def slots(sentence: Sentence) -> Slots:
    """The mentions of a sentence as phrases see them."""
    found: dict[int, dict[str, int]] = {}
    named = (
        ("person", sentence.persons),
        ("number", sentence.counts),
        ("people", sentence.counts),
        ("day", sentence.days),
        ("since", [day for day in sentence.days if day.span]),
        ("term", sentence.terms),
        ("place", sentence.places),
    )
    for name, mentions in named:
        for mention in mentions:
            found.setdefault(mention.first, {})[name] = mention.last
    taken = {place for person in sentence.persons for place in range(person.first, person.last)}
    for place, word in enumerate(sentence.row):
        if place and word.capital and word.spoken and place not in taken:
            found.setdefault(place, {})["name"] = place + 1
    return found


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its triggers and cues."""

    sentence: Sentence
    triggers: tuple[Trigger, ...]
    cues: tuple[Cue, ...]

    def has(self, *names: str) -> bool:
        """Whether a cue of one of these names stands in it."""
        return any(cue.name in names for cue in self.cues)

    def within(self, first: int, last: int, *names: str) -> Cue | None:
        """The first cue of one of these names that begins at words `first..last`."""
        return next(
            (cue for cue in self.cues if cue.name in names and first <= cue.first < last), None
        )


def read(sentence: Sentence, known: Lexicon) -> Read:
    """A sentence with its triggers and cues."""
    found, cues = known.told(sentence.row, slots(sentence))
    cues = sorted([*cues, *wholes(sentence, known)], key=lambda cue: cue.first)
    return Read(
        sentence,
        tuple(
            trigger
            for trigger in found
            if not misleads(trigger, sentence, known) and not is_counted(trigger, found, sentence)
        ),
        tuple(cue for cue in cues if not in_day(cue, sentence)),
    )
