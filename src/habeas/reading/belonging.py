"""Belonging: which of the days of a sentence are not those of an event.

Decides by what stands around a day: a verb of speech, a relative clause or an apposition behind a comma,
a noun that it only describes ("the 2020 protests"), a birth, the other end of "between A and B". Which
of the days that are left is an event's is for `timing`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.language.relative import FROM_NAMED
from habeas.reading.mentions import DayAt
from habeas.reading.page import Page, Read
from habeas.reading.words import Word
from habeas.terms.kind import Kind

_SPOKEN = 6
"""Words from a day to the verb of speech it belongs to, at most."""
_PERIOD = 45
"""Days from which on nobody speaks all the time: "from January to March the group counted 212"."""
_STATES = frozenset({Kind.DETAINED, Kind.HELD, Kind.CHARGED, Kind.SENTENCED})
"""Kinds that come before somebody is let go or moved."""
_TITLES = 4
"""Words from a day to the name behind it, at most."""
_FRAME = 25
"""Words of "between A and B", at most."""


def is_of_remark(near: int, day: DayAt, read: Read, page: Page) -> bool:
    """ "Among them K., who had been held since March": the day of a relative clause behind."""
    row, relatives = read.sentence.row, page.known.relatives
    apposed = any(one.last == day.first - 1 for one in read.sentence.persons)
    if apposed and row[day.first - 1].text == "," and near < day.first - 1:
        return True
    commas = (at for at in range(near, day.first - 1) if row[at].text == ",")
    return any(relatives.takes(row[at + 1]) for at in commas)


def is_attribute(day: DayAt, read: Read, page: Page) -> bool:
    """ "The 2020 protests": a year that says which, not when."""
    row = read.sentence.row
    if _is_of_occasion(day, read):
        return True
    if any(page.known.births.takes(word) for word in row[max(0, day.first - 2) : day.last + 1]):
        return True
    if day.last >= len(row) or not day.first:
        return False
    if day.last - day.first > 1:
        return _is_before_noun(day, row, page)
    article = page.known.pronouns["definite"] | page.known.of
    noun = row[day.last].spoken and not page.known.breaks.takes(row[day.last])
    return row[day.first].text.isdigit() and noun and row[day.first - 1].low in article


def _is_of_occasion(day: DayAt, read: Read) -> bool:
    """ "A leader of the protests of 2020", not "during the protests of 2020"."""
    names = {cue.name for cue in read.cues if cue.first <= day.first < cue.last}
    return "occasion" in names and "during" not in names


def _is_before_noun(day: DayAt, row: Sequence[Word], page: Page) -> bool:
    """ "The February 1 coup": an article before the day, and the noun it belongs to behind."""
    known, noun = page.known, row[day.last]
    plain = noun.spoken and not (known.breaks.takes(noun) or known.after.takes(noun))
    article = row[day.first - 1].low in known.pronouns["definite"]
    return article and plain and not noun.capital and not known.may_trigger(noun)


def is_between(place: int, read: Read, page: Page) -> bool:
    """Whether a word is an end of "between the release in September and the news of K.'s release"."""
    return any(
        start < place and not _is_parted(start, place, read)
        for start, _ in _halves(read, page)
        if place - start <= _FRAME
    )


def is_apposed(day: DayAt, near: int, read: Read) -> bool:
    """ "K., arrested on 3 September 2022, was let go": the day of a remark on whom the verb is about."""
    row, days = read.sentence.row, read.sentence.days

    def signs(at: int) -> bool:
        return row[at].text == "," and not any(one.first < at < one.last for one in days)

    start = next((at for at in range(day.first - 1, -1, -1) if signs(at)), None)
    stop = next((at for at in range(day.last, len(row)) if signs(at)), None)
    if start is None or stop is None or not stop < near:
        return False
    people = {one.last for one in read.sentence.persons}
    people |= {one.last for one in read.sentence.counts}
    told = any(start < one.place < stop for one in read.triggers if one.kind in _STATES)
    return told and start in people


def is_of_participle(day: DayAt, near: int, read: Read) -> bool:
    """ "Задержанного в понедельник журналиста К. перевели": the day of a participle before a name."""
    row = read.sentence.row
    beside = any(
        one.kind in _STATES and len(one.own) == 1 and _touches(one.own[0], day)
        for one in read.triggers
        if one.frame.voice in ("bare", "attribute") and one.own != (near,)
    )
    return beside and any(
        0 <= one.first - day.last <= _TITLES and one.last <= near
        for one in read.sentence.persons
        if all(word.text not in ",;" for word in row[day.last : one.first])
    )


def _touches(place: int, day: DayAt) -> bool:
    """Whether a day stands right before or behind a word, a preposition between or not."""
    return 0 < day.first - place <= 2 or place == day.last


def is_of_sum(place: int, read: Read) -> bool:
    """Whether a word stands in "bringing the number freed since Thursday to 41"."""
    return any(cue.name == "flow.brings" and cue.first <= place < cue.last for cue in read.cues)


def is_of_first(day: DayAt, near: int, read: Read, page: Page) -> bool:
    """Whether a day is that of the first end of "between A and B", and a word stands in the second."""
    return any(
        start < day.first and day.last <= middle < near and near - start <= _FRAME
        for start, middle in _halves(read, page)
    )


def _halves(read: Read, page: Page) -> list[tuple[int, int]]:
    """Where "between" stands before two events, and the word that joins them."""
    row, found = read.sentence.row, []
    for cue in read.cues:
        if cue.name != "between" or any(
            day.first <= cue.first < day.last for day in read.sentence.days
        ):
            continue
        joins = (
            at
            for at in range(cue.last, min(len(row), cue.last + _FRAME))
            if page.known.joins.takes(row[at])
            and not any(day.first <= at < day.last for day in read.sentence.days)
        )
        middle = next(joins, None)
        if middle is not None and not _is_parted(cue.last, middle, read):
            found.append((cue.first, middle))
    return found


def _is_parted(first: int, last: int, read: Read) -> bool:
    """Whether a sign stands among words."""
    return any(word.text in ",;:." for word in read.sentence.row[first:last])


def is_made_plain(day: DayAt, days: Sequence[DayAt], read: Read) -> bool:
    """ "A day earlier, on Tuesday": a day reckoned from another, where the next words name it."""
    if not day.when.rule.endswith(FROM_NAMED):
        return False
    row = read.sentence.row
    return any(
        one.first == day.last + 1 and row[day.last].text == "," for one in days if one is not day
    )


def is_of_speech(day: DayAt, read: Read, page: Page, near: int) -> bool:
    """Whether a day tells when something was said, not when it happened.

    It stands beside a verb of speech ("said on Friday"), or before one that the event follows
    ("on Wednesday the group confirmed that 120 were freed").
    """
    if (day.when.days or 0) > _PERIOD:
        return False
    row = read.sentence.row
    speech = page.manners.speech
    touching = [place for place in (day.first - 1, day.last) if 0 <= place < len(row)]
    if any(speech.takes(row[place]) and not _announces(place, read) for place in touching):
        return distance(day, near) > 2
    for verb in range(day.last, min(day.last + _SPOKEN, near)):
        if speech.takes(row[verb]) and not _announces(verb, read):
            return all(word.text != "," for word in row[verb:near])
    return False


def _announces(place: int, read: Read) -> bool:
    """Whether a word is one of a trigger's."""
    return any(place in trigger.own for trigger in read.triggers)


def distance(day: DayAt, near: int) -> int:
    """Words from a day to the word `near`."""
    return min(abs(day.first - near), abs(day.last - 1 - near))
