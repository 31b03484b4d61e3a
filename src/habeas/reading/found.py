"""People that somebody else's finder sees on a page, put beside those our own has found.

Decides which of its places are taken over: capitals, within one sentence, no longer than a name, and
nobody of ours there already. Their names are brought to the nominative, or linked to the full name
elsewhere on the page, as our own are. What those people did is still read by our frames.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.language.names import gender_of, nominative
from habeas.reading.mentions import PersonAt, Sentence
from habeas.reading.page import Page
from habeas.reading.words import at

_LONGEST = 5
"""Words of a name."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a finder, by its name and version, sees people: half-open spans of code points, in order."""

    finder: str
    spans: tuple[tuple[int, int], ...]


def with_found(page: Page, found: Found) -> Page:
    """The page with the people a finder sees besides ours."""
    made = tuple(
        replace(
            sentence,
            persons=tuple(
                sorted(
                    [*sentence.persons, *_people(sentence, found.spans, page)],
                    key=lambda person: person.first,
                )
            ),
        )
        for sentence in page.sentences
    )
    confirmed = {
        (person.start, person.stop)
        for sentence in made
        for person in sentence.persons
        if any(start <= person.start and person.stop <= stop for start, stop in found.spans)
    }
    return replace(page, sentences=made, confirmed=frozenset(confirmed))


def _people(sentence: Sentence, spans: Sequence[tuple[int, int]], page: Page) -> Iterator[PersonAt]:
    taken = [(person.start, person.stop) for person in sentence.persons]
    taken += [(day.start, day.stop) for day in sentence.days]
    for start, stop in spans:
        inside = sentence.start <= start < stop <= sentence.stop
        if inside and not any(one < stop and start < other for one, other in taken):
            person = _person(sentence, start, stop, page)
            if person is not None:
                taken.append((person.start, person.stop))
                yield person


def _person(sentence: Sentence, start: int, stop: int, page: Page) -> PersonAt | None:
    """The person at whole words; None where they do not look like a name."""
    row = sentence.row
    first, last = at(row, start), at(row, stop - 1) + 1
    words = row[first:last]
    if not 0 < len(words) <= _LONGEST or (words[0].start, words[-1].stop) != (start, stop):
        return None
    manners = page.manners
    if not all(word.spoken and (word.capital or word.low in manners.particles) for word in words):
        return None
    if not words[0].capital or any(manners.not_names.takes(word) for word in words):
        return None
    name, gender = nominative([word.text for word in words], manners.code)
    full = _in_full(name[-1], page) if len(name) == 1 else None
    gender = gender or gender_of(name, manners.code)
    return PersonAt(first, last, start, stop, full or " ".join(name), gender)


def _in_full(name: str, page: Page) -> str | None:
    """The one full name of the page with this family name."""
    names = {
        person.name
        for sentence in page.sentences
        for person in sentence.persons
        if " " in person.name and person.name.split()[-1] == name
    }
    return names.pop() if len(names) == 1 else None
