"""Attribution: who a sentence says it from, and which people in it only speak.

Decides by words such as "laut" and by verbs of speech, with the person or the name of a body beside
them. It covers the whole sentence. Whether the words are true is for nobody here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.reading.lexicon import Lexicon
from habeas.reading.mentions import Part, PersonAt, Sentence
from habeas.reading.page import Page, Read
from habeas.reading.words import Word, folded
from habeas.terms.claim import Argument

_BEFORE, _AFTER = 7, 4
"""Words before and behind a verb of speech within which its speaker stands."""
_BEHIND_NOUN = 4
"""Words from a noun of an event to whom it happened, at most."""
_LITTLE = 2
"""Letters of a word at the head of a sentence that is no name, at most."""
_LONGEST = 6
_ENDS = frozenset(",;:.–—()!?")
_QUOTES = frozenset("«»„“”\"'‘’")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A sentence whose speakers are marked, and its source; None where it speaks for itself."""

    read: Read
    source: Argument | None


def attributed(read: Read, page: Page) -> Attributed:
    """Mark who speaks in a sentence."""
    sentence = read.sentence
    own = frozenset(place for trigger in read.triggers for place in trigger.own)
    sources: list[tuple[Argument, PersonAt | None]] = []
    for cue in read.cues:
        if cue.name == "source.before":
            sources.extend(_named(sentence, cue.last, page, own))
    told_of = _told_of(read, page)
    speech = page.manners.speech
    for place, word in enumerate(sentence.row):
        if speech.takes(word) and place not in own:
            found = _speaker(sentence, place, own, page.known)
            sources.extend(one for one in found if one[1] not in told_of)
    speakers = {person for _, person in sources if person is not None}
    persons = tuple(
        person.in_part(Part.SPEAKER) if person in speakers else person
        for person in sentence.persons
    )
    marked = replace(read, sentence=replace(sentence, persons=persons)) if speakers else read
    return Attributed(marked, _nominative(sources[0][0], page) if sources else None)


def _told_of(read: Read, page: Page) -> set[PersonAt]:
    """People right behind a noun of an event ("the death of …"), or its owners: they do not say it."""
    nouns = [trigger.place for trigger in read.triggers if trigger.frame.voice == "noun"]
    return {
        person
        for person in read.sentence.persons
        if any(0 < person.first - place <= _BEHIND_NOUN for place in nouns)
        or (page.known.possessors_first and person.last in nouns)
    }


def _nominative(source: Argument, page: Page) -> Argument:
    """A body in the nominative, as far as the list of bodies knows its words."""
    bodies = page.manners.bodies
    words = [bodies.get(folded(word), word) for word in source.value.split()]
    return replace(source, value=" ".join(words))


def _named(
    sentence: Sentence, first: int, page: Page, own: frozenset[int]
) -> list[tuple[Argument, PersonAt | None]]:
    """The body or person named behind "according to"."""
    end = first
    row = sentence.row
    breaks = page.known.breaks
    while end < len(row) and end - first < _LONGEST and row[end].text not in _ENDS:
        if end in own:
            break
        if breaks.takes(row[end]) and not page.known.joins.takes(row[end]) and end > first:
            break
        end += 1
    for person in sentence.persons:
        if first <= person.first < end:
            return [(person.as_argument(), person)]
    names = _name_at(row, first, end)
    return [(names, None)] if names else []


def _name_at(row: Sequence[Word], first: int, end: int) -> Argument | None:
    """The words of a name between `first` and `end`: capitals, and what stands in quotes."""
    begin = first
    while begin < end and not row[begin].capital:
        begin += 1
    stop = begin
    while stop < end and (row[stop].capital or row[stop].text in _QUOTES or _links(row, stop, end)):
        stop += 1
    if stop == begin:
        return None
    while stop > begin and row[stop - 1].text in _QUOTES:
        stop -= 1
    written = " ".join(word.text for word in row[begin:stop] if word.text not in _QUOTES)
    return Argument(written, row[begin].start, row[stop - 1].stop)


def _links(row: Sequence[Word], place: int, end: int) -> bool:
    """A short word between two words of a name ("Association for Political Prisoners")."""
    return (
        row[place].spoken
        and len(row[place].text) <= 3
        and place + 1 < end
        and row[place + 1].capital
    )


def _speaker(
    sentence: Sentence, verb: int, own: frozenset[int], known: Lexicon
) -> list[tuple[Argument, PersonAt | None]]:
    """Who speaks at a verb of speech: a person before or behind it, else a body named there."""
    row = sentence.row
    begin = verb
    while begin > 0 and verb - begin < _AFTER and row[begin - 1].text not in _ENDS:
        begin -= 1
    before, after = _before(sentence, verb, own), _behind(sentence, verb, own)
    passive = _is_passive(row, verb, known)
    before = None if passive else before
    turned = begin == verb
    person = after or before if turned else before or after
    if person is not None and (person is before or turned or known.objects_first):
        return [(person.as_argument(), person)]
    body = None if passive else _last_name(sentence, begin, verb, known)
    body = body or _last_name(sentence, verb + 1, min(verb + _AFTER, len(row)), known)
    return [(body, None)] if body else []


def _is_passive(row: Sequence[Word], verb: int, known: Lexicon) -> bool:
    """ "Sentences were confirmed for seven": what stands before the verb does not speak."""
    return verb > 0 and known.passives.takes(row[verb - 1])


def _last_name(sentence: Sentence, first: int, end: int, known: Lexicon) -> Argument | None:
    """The name nearest to `end` between two words; a day and a little word at the head are none."""
    row, found = sentence.row, None
    at = first
    while at < end and (name := _name_at(row, at, end)) is not None:
        at = next(place for place in range(at, end) if row[place].stop >= (name.stop or 0)) + 1
        if not _is_day(name, sentence) and not _is_little(name, row, known):
            found = name
    return found


def _is_day(name: Argument, sentence: Sentence) -> bool:
    days = [(day.start, day.stop) for day in sentence.days]
    return any(name.start is not None and start <= name.start < stop for start, stop in days)


def _is_little(name: Argument, row: Sequence[Word], known: Lexicon) -> bool:
    """ "It", "In", "Le": a word that only has its capital from the head of the sentence."""
    low = row[0].low
    definite = known.pronouns["definite"] | known.pronouns["he"] | known.pronouns["she"]
    little = len(low) <= _LITTLE or low in definite or known.breaks.takes(row[0])
    return little and (name.start, name.stop) == (row[0].start, row[0].stop)


def _before(sentence: Sentence, verb: int, own: frozenset[int]) -> PersonAt | None:
    """The nearest person before a verb of speech, with nothing between that parts them.

    Nobody right behind a trigger speaks ("the release of K. was confirmed").
    """
    last = next((one for one in reversed(sentence.persons) if one.last <= verb), None)
    if last is None or last.first - 1 in own:
        return None
    gap = range(last.last, verb)
    row = sentence.row
    if (
        len(gap) == 1
        and row[last.last].text == ","
        and last.first
        and row[last.first - 1].text == ","
    ):
        return last
    return last if len(gap) <= _BEFORE and _clear(sentence.row, gap, own) else None


def _behind(sentence: Sentence, verb: int, own: frozenset[int]) -> PersonAt | None:
    """The nearest person behind a verb of speech, with nothing between that parts them."""
    first = next((one for one in sentence.persons if one.first > verb), None)
    if first is None:
        return None
    gap = range(verb + 1, first.first)
    return first if len(gap) <= _AFTER and _clear(sentence.row, gap, own) else None


def _clear(row: Sequence[Word], gap: range, own: frozenset[int]) -> bool:
    """Whether nothing between a name and a verb parts them; an age between commas does not."""
    signs = [row[place].text for place in gap if row[place].text in _ENDS]
    digits = any(row[place].text[0].isdigit() for place in gap)
    apposed = (
        len(gap) > 2
        and signs == [",", ","]
        and row[gap[0]].text == ","
        and row[gap[-1]].text == ","
    )
    return not any(place in own for place in gap) and (
        not signs or apposed or (digits and len(gap) <= 4)
    )
