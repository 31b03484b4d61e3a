"""Clauses: which part of a sentence belongs to which trigger.

Decides where the words of one event end and those of the next begin, by signs and joining words.
Which group it happens to is for `patients`, whom a pronoun means for `discourse`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.reading.brackets import bracket
from habeas.reading.groups import Group
from habeas.reading.page import Page, Read
from habeas.reading.triggers import Trigger
from habeas.reading.words import Word
from habeas.terms.kind import Kind

_BESIDE = ("attribute", "self")
"""Voices of triggers that stand within the clause of another."""

_NEAR = 4
"""Words before a trigger in which "still" is looked for."""
_STOCKS = ("stock.bare", "stock.strong", "stock.cues")
"""Cues that tell how many there are."""
_CLOSING = 3
"""Words from the end of a relative clause to the verb that follows it, at most."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first..last` of a sentence and the trigger they belong to."""

    trigger: Trigger
    first: int
    last: int

    def holds(self, place: int) -> bool:
        """Whether a word is in it."""
        return self.first <= place < self.last


def clauses(read: Read, found: Sequence[Group], page: Page) -> list[Clause]:
    """One clause for each trigger of a sentence, in order; nested triggers share one."""
    row = read.sentence.row
    inner = [trigger for trigger in read.triggers if bracket(row, trigger.place) is not None]
    inner = inner if len(inner) < len(read.triggers) else []
    upright = [
        trigger
        for trigger in read.triggers
        if trigger.frame.voice not in _BESIDE and trigger not in inner
    ]
    verbs = [trigger for trigger in upright if trigger.frame.voice not in ("noun", "talk")]
    main = tuple(verbs or upright)
    made = [_cut(clause, read, page) for clause in _parted(main, read, found, page)]
    for trigger in read.triggers:
        if trigger in inner:
            around = bracket(row, trigger.place) or (0, len(row))
            made.append(Clause(trigger, around[0] + 1, around[1]))
        elif trigger not in main:
            home = next((clause for clause in made if clause.holds(trigger.place)), None)
            made.append(_beside(trigger, home, row) if home else Clause(trigger, 0, len(row)))
    return made


def _beside(trigger: Trigger, home: Clause, row: Sequence[Word]) -> Clause:
    """The clause of a noun in that of a verb: what a semicolon does not part from the noun."""
    first, last, verb = home.first, home.last, home.trigger.place
    for at in range(min(trigger.place, verb), max(trigger.place, verb)):
        if row[at].text == ";" and trigger.place < verb:
            return Clause(trigger, first, at)
        if row[at].text == ";":
            first = at + 1
    return Clause(trigger, first, last)


def _cut(clause: Clause, read: Read, page: Page) -> Clause:
    """A clause without what stands before ", but", and behind a semicolon with a day of its own."""
    row, place = read.sentence.row, clause.trigger.place
    days = [day.first for day in read.sentence.days] + [
        cue.first for cue in read.cues if cue.name == "resume"
    ]
    subjects = page.known.pronouns["he"] | page.known.pronouns["she"]
    first = clause.first
    for at in range(first, place - 1):
        if row[at].text == "," and page.known.contrast.takes(row[at + 1]):
            first = at + 1
    clause = clause if first == clause.first else replace(clause, first=first)
    for at in range(place, clause.last):
        if row[at].text != ";" or at + 1 >= len(row):
            continue
        if row[at + 1].low in subjects or any(at < day < clause.last for day in days):
            return Clause(clause.trigger, clause.first, at)
    return clause


def _parted(
    triggers: Sequence[Trigger], read: Read, found: Sequence[Group], page: Page
) -> list[Clause]:
    made: list[Clause] = []
    first = 0
    for number, trigger in enumerate(triggers):
        if number + 1 == len(triggers):
            made.append(Clause(trigger, first, len(read.sentence.row)))
            break
        border = _border(trigger, triggers[number + 1], read, found, page)
        if border is None:
            made.append(Clause(trigger, first, _shared_end(triggers[number:], read, found, page)))
            continue
        made.append(Clause(trigger, first, border))
        first = border
    return made


def _shared_end(rest: Sequence[Trigger], read: Read, found: Sequence[Group], page: Page) -> int:
    for one, two in zip(rest[1:], rest[2:], strict=False):
        border = _border(one, two, read, found, page)
        if border is not None:
            return border
    return len(read.sentence.row)


def _border(
    one: Trigger, two: Trigger, read: Read, found: Sequence[Group], page: Page
) -> int | None:
    """The word that the second of two triggers' clause begins with; None where they share one."""
    start, stop = one.place + 1, min(two.own, default=two.first)
    if stop <= start or _is_gapped(one, two, start, stop, read):
        return None
    best, worth = None, 0
    for place in range(start, stop):
        if _inside(place, read, found) or _closes_relative(place, start, stop, read, page):
            continue
        if best is not None and (
            _closes_apposition(place, best, stop, read, found)
            or _opens_closed_relative(place, stop, read, page)
        ):
            continue
        value = _worth(place, read, page)
        if value and value >= worth:
            best, worth = place, value
    return stop if best is None and _is_reduced(one, stop, read, found, page) else best


def _is_gapped(one: Trigger, two: Trigger, start: int, stop: int, read: Read) -> bool:
    """ "K. got five years, L. — three": a dash for the verb of the clause before."""
    row = read.sentence.row
    dashed = stop < len(row) and not row[stop].spoken
    verdicts = one.kind is two.kind is Kind.SENTENCED
    return verdicts and dashed and all(word.text not in ";:" for word in row[start:stop])


def _is_reduced(one: Trigger, stop: int, read: Read, found: Sequence[Group], page: Page) -> bool:
    """ "People arrested at protests were pardoned": a participle right behind them ends at the verb."""
    if one.frame.voice != "bare" or stop >= len(read.sentence.row):
        return False
    behind = any(group.last == one.own[0] for group in found if one.own)
    return behind and page.known.passives.takes(read.sentence.row[stop])


def _closes_relative(place: int, start: int, stop: int, read: Read, page: Page) -> bool:
    """ "K., who edits for R., was sentenced": the comma that ends what was said of the subject."""
    row = read.sentence.row
    return (
        row[place].text == ","
        and stop - place <= _CLOSING
        and any(
            row[at].text == "," and page.known.relatives.takes(row[at + 1])
            for at in range(start, place)
        )
    )


def _closes_apposition(
    place: int, begin: int, stop: int, read: Read, found: Sequence[Group]
) -> bool:
    """ "K. was freed, and L., a nurse, was arrested": the comma before the verb, behind what L. is.

    `begin`: the word that the second clause would begin with, were it not for this comma.
    """
    row = read.sentence.row
    return (
        row[place].text == ","
        and stop - place <= _CLOSING
        and any(
            begin < one.first and one.last < place and row[one.last].text == "," for one in found
        )
    )


def _opens_closed_relative(place: int, stop: int, read: Read, page: Page) -> bool:
    """ "K. was freed and L., who edits for R., was arrested": a remark within the second clause."""
    row = read.sentence.row
    at = place if row[place].text == "," else place - 1
    opens = row[at].text == "," and page.known.relatives.takes(row[at + 1])
    return opens and any(
        row[at].text == ","
        and not (page.known.joins.takes(row[at + 1]) or page.known.relatives.takes(row[at + 1]))
        for at in range(max(place + 1, stop - _CLOSING), stop)
    )


def _inside(place: int, read: Read, found: Sequence[Group]) -> bool:
    """Whether a word lies within a group or a day."""
    spans = [(group.first, group.last) for group in found]
    spans += [(day.first, day.last) for day in read.sentence.days]
    spans += [(term.first, term.last) for term in read.sentence.terms]
    return any(first < place < last for first, last in spans)


def _worth(place: int, read: Read, page: Page) -> int:
    """How strongly a word parts two clauses; 0: not at all."""
    row = read.sentence.row
    word = row[place]
    if word.text == ";":
        return 6
    if word.text in (":", "–", "—"):
        return 4
    if word.text == ",":
        follows = row[place + 1] if place + 1 < len(row) else word
        strong = page.known.joins.takes(follows) or page.known.breaks.takes(follows)
        return 5 if strong else 3
    if page.known.joins.takes(word) and word.spoken and len(word.text) <= 3:
        return 2
    if page.known.contacts.exact and page.known.relatives.takes(word):
        return 2
    return 1 if page.known.breaks.takes(word) else 0


def lasting(clause: Clause, read: Read) -> Clause:
    """ "Still locked up": who is inside, not when that began."""
    trigger = clause.trigger
    if trigger.kind is not Kind.DETAINED or trigger.frame.voice == "noun" or not trigger.own:
        return clause
    if read.within(max(clause.first, trigger.own[0] - _NEAR), trigger.place, "still") is None:
        return clause
    held = replace(trigger.frame, kind=Kind.HELD, note="")
    return replace(clause, trigger=replace(trigger, frame=held))


def is_standing(clause: Clause, read: Read) -> bool:
    """ "1,219 people are recognised as political prisoners": how many there are, not an act."""
    trigger = clause.trigger
    if trigger.kind is not Kind.RECOGNISED or not trigger.own:
        return False
    if any(
        cue.name == "stock.strong" and cue.first <= trigger.place < cue.last for cue in read.cues
    ):
        return True
    stocks = [cue for cue in read.cues if cue.name in _STOCKS]
    before = 0
    for count in read.sentence.counts:
        if any(cue.first <= trigger.own[0] < count.first < cue.last for cue in stocks):
            return True
        if count.last == trigger.own[0]:
            return any(before <= cue.first and cue.last <= count.first for cue in stocks)
        before = count.last
    return False


def happenings(found: Sequence[Clause], read: Read) -> list[Clause]:
    """The clauses that tell what happened, not how many there are."""
    return [clause for clause in found if not is_standing(clause, read)]
