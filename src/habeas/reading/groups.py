"""Groups: people and numbers of people that a sentence names together.

"Ales Bialiatski and three other members", "12 women and 13 men" are one group each. Decides by the
words between two mentions: signs, joining words, roles. To which event a group belongs is for
`clauses`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.reading.brackets import outside
from habeas.reading.mentions import CountAt, Part, PersonAt
from habeas.reading.page import Page, Read
from habeas.reading.words import Word
from habeas.terms.kind import Kind

_APART = (Part.SPEAKER, Part.ACTOR)
"""Those behind whom a number counts somebody else."""
_STOCKS = ("stock.bare", "stock.strong", "stock.cues", "stock.number", "stock.again")
"""Cues that tell how many there are."""
_MIXED = {Part.OPEN, Part.ACTOR}
_WIDEST = 6
"""Words between two members of a group, at most, signs and joining words aside."""

_ROLES = 14
"""Words that say who somebody of a list is, between two of its names, at most."""
_LISTING = (",", ";")

_PREPOSITION = 4
"""Letters of the word before a place, at most."""
_PLACE = 3
"""Words of a place, at most."""
_AGE = 3
"""Words from "both" to an age, at most."""
_TERM = 8
"""Words between a verdict and a length of time without its unit, at most."""
_VERB = 4
"""Words from a verb to the people behind it, at most."""


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions at words `first..last` that stand together; all people, or all of one part."""

    persons: tuple[PersonAt, ...]
    counts: tuple[CountAt, ...]
    first: int
    last: int

    @property
    def acts(self) -> bool:
        """Whether it is made of people who act, speak, or are named aside."""
        return bool(self.persons) and all(person.part is not Part.OPEN for person in self.persons)

    @property
    def speaks(self) -> bool:
        """Whether somebody in it speaks or is named aside."""
        return any(person.part in (Part.SPEAKER, Part.ASIDE) for person in self.persons)


def groups(read: Read, page: Page) -> list[Group]:
    """The groups of a sentence, in order."""
    sentence = read.sentence
    persons = [one for one in sentence.persons if not _is_within(one, sentence.counts)]
    counts = [
        one
        for one in sentence.counts
        if not _is_age(one, read) and not is_term_without_unit(one, read, page)
    ]
    mentions: list[PersonAt | CountAt] = sorted(
        [*persons, *counts], key=lambda mention: (mention.first, mention.last)
    )
    own = {place for trigger in read.triggers for place in trigger.own}
    gathered: list[list[PersonAt | CountAt]] = []
    for mention in mentions:
        if gathered and _joined(gathered[-1][-1], mention, read, page, own):
            gathered[-1].append(mention)
        else:
            gathered.append([mention])
    return [_group(members) for members in gathered]


def _is_within(person: PersonAt, counts: Sequence[CountAt]) -> bool:
    """ "Two of K.'s relatives": somebody named within a number of people only says whose they are."""
    aside = person.part is Part.ASIDE
    return aside and any(one.first < person.first and person.last < one.last for one in counts)


def _is_age(count: CountAt, read: Read) -> bool:
    """ "Two others, both over 60, died": a number in a remark on people just counted."""
    row, ends = read.sentence.row, {one.last for one in read.sentence.counts if one is not count}
    return any(
        cue.first <= count.first <= cue.last + _AGE and row[cue.first - 1].text == ","
        for cue in read.cues
        if cue.name == "both" and cue.first - 1 in ends
    )


def is_term_without_unit(count: CountAt, read: Read, page: Page) -> bool:
    """ "He was sentenced to five": a bare number behind such a word, where a verdict is told."""
    row = read.sentence.row
    if not count.bare or count.others or not page.known.term_to.takes(row[count.first - 1]):
        return False
    ends = count.last >= len(row) or not row[count.last].spoken
    return ends and any(
        one.kind is Kind.SENTENCED
        and one.place - count.last < _TERM
        and count.first - one.place < _TERM
        for one in read.triggers
        if count.first > 0
    )


def main_count(group: Group) -> CountAt | None:
    """The number that counts a group's people: "and three others", "all eight: A, B…"."""
    for count in group.counts:
        if group.persons and (count.others or count.amount.value == len(group.persons)):
            return count
    return None


def _group(members: Sequence[PersonAt | CountAt]) -> Group:
    return Group(
        tuple(member for member in members if isinstance(member, PersonAt)),
        tuple(member for member in members if isinstance(member, CountAt)),
        members[0].first,
        members[-1].last,
    )


def _is_apart(count: CountAt, read: Read) -> bool:
    """ "305 of them", "eight of the 123": a part told by itself, and a whole of which some are."""
    return count.of_some or _is_of_them(count, read)


def _is_of_them(count: CountAt, read: Read) -> bool:
    """ "305 of them": a part of those named before, in a clause of its own."""
    return any(cue.name == "among" and cue.first == count.last for cue in read.cues)


def _is_of_rest(count: PersonAt | CountAt, read: Read) -> bool:
    """ "21 were held, the other 12 let go": those left over of the number before."""
    return any(cue.name == "rest" and cue.first < count.first <= cue.last for cue in read.cues)


def _has_verb_each(one: PersonAt | CountAt, two: PersonAt | CountAt, own: set[int]) -> bool:
    """ "detained 20 people, seven were hanged": each has a verb beside it."""
    before = any(one.first - _VERB <= place < one.first for place in own)
    return before and any(two.last <= place <= two.last + 1 for place in own)


def _is_dated_each(one: PersonAt | CountAt, two: PersonAt | CountAt, read: Read) -> bool:
    """ "30 in August and on 4 September another 37": each on a day of its own; totals are no such."""
    if read.has(*_STOCKS):
        return False
    return any(one.last <= day.first < two.first for day in read.sentence.days)


def _goes_on_apart(
    one: PersonAt | CountAt, two: PersonAt | CountAt, read: Read, page: Page, own: set[int]
) -> bool:
    """Whether the second of two mentions parted by a comma begins a clause of its own."""
    row, known = read.sentence.row, page.known
    lone = two.first == one.last + 1
    if lone and _has_verb_each(one, two, own):
        return True
    follows = row[two.last] if two.last < len(row) else row[-1]
    verb_before = any(one.first - _VERB <= place < one.first for place in own)
    if isinstance(two, PersonAt) and not lone:
        return verb_before and known.passives.takes(follows)
    listed = follows.text == "," or known.joins.takes(follows) or not follows.spoken
    counts = isinstance(one, PersonAt) and isinstance(two, CountAt) and not two.others
    return lone and counts and verb_before and not listed and two.last not in own


def _behind_place(first: int, last: int, row: Sequence[Word]) -> int:
    """Behind "in Minsk", where the words from `first` on are a place; else `first`."""
    small = first < last and row[first].spoken and not row[first].capital
    if not small or len(row[first].text) > _PREPOSITION:
        return first
    at = first + 1
    while at < last and row[at].capital and at - first <= _PLACE:
        at += 1
    return at if at > first + 1 else first


def _counts_others(one: PersonAt | CountAt, two: PersonAt | CountAt) -> bool:
    """Whether a number beside a person counts somebody else ("7 in K., so the envoy A., 12 in L.")."""
    if isinstance(one, CountAt):
        speaks = isinstance(two, PersonAt) and two.part in _APART
        return speaks or (isinstance(two, PersonAt) and one.bare and not one.others)
    return isinstance(two, CountAt) and one.part in _APART


def _are_alike(one: PersonAt, two: PersonAt, read: Read, page: Page) -> bool:
    """Whether two people do the same in a sentence; an office beside one without is no matter.

    Nobody does the same as a ruler.
    """
    if one.part is two.part:
        return True
    last = read.sentence.row[one.last - 1], read.sentence.row[two.last - 1]
    rules = any(page.manners.rulers.takes(word) for word in last)
    return {one.part, two.part} == _MIXED and not rules


def _joined(
    one: PersonAt | CountAt, two: PersonAt | CountAt, read: Read, page: Page, own: set[int]
) -> bool:
    """Whether two neighbouring mentions are members of one group."""
    if (
        isinstance(one, PersonAt)
        and isinstance(two, PersonAt)
        and not _are_alike(one, two, read, page)
    ):
        return False
    if _counts_others(one, two) or (isinstance(two, CountAt) and _is_apart(two, read)):
        return False
    row, known = read.sentence.row, page.known
    counted = isinstance(one, CountAt) and isinstance(two, CountAt)
    if counted and (_is_dated_each(one, two, read) or _is_of_rest(two, read)):
        return False
    begin = _behind_place(one.last, two.first, row) if counted else one.last
    between = outside(row, begin, two.first)
    if not between:
        return isinstance(one, CountAt) and isinstance(two, PersonAt)
    opens = row[between[0]]
    if opens.text == "," and _goes_on_apart(one, two, read, page, own):
        return False
    listed = _is_listed(one, two, read, page)
    if opens.text != "," and not known.joins.takes(opens) and not listed:
        return False
    plain = 0
    for place in between:
        word = row[place]
        inside = listed and row[place - 1].spoken
        breaks = known.breaks.takes(word) and not inside and not _is_article(place, two, row, page)
        parts = word.text in ":–—()" or (word.text == ";" and not listed)
        if place in own or breaks or parts or page.manners.speech.takes(word):
            return False
        if read.within(place, place + 1, "among") is not None:
            return False
        plain += word.spoken and not known.joins.takes(word)
    return plain <= (_ROLES if listed else _WIDEST)


def _is_listed(one: PersonAt | CountAt, two: PersonAt | CountAt, read: Read, page: Page) -> bool:
    """ "A, founder of the group B; the editor C; and D were freed": names parted by who each is.

    Both are people nobody speaks for, a sign stands right behind the first name, no verb that we know
    stands between them, and the sentence ends its list with a joining word behind a sign or a name.
    """
    if not (isinstance(one, PersonAt) and isinstance(two, PersonAt)):
        return False
    row, known = read.sentence.row, page.known
    if row[one.last].text not in _LISTING or any(
        known.passives.takes(row[at])
        or (known.relatives.takes(row[at]) and not _is_article(at, two, row, page))
        for at in range(one.last, two.first)
    ):
        return False
    if any(one.last <= term.first < two.first for term in read.sentence.terms):
        return False
    last = read.sentence.persons[-1]
    before = (
        row[max(two.first, last.first - _ROLES) : last.first]
        if last is not two
        else (row[one.last : two.first])
    )
    return any(known.joins.takes(word) for word in before)


def _is_article(at: int, two: PersonAt | CountAt, row: Sequence[Word], page: Page) -> bool:
    """ "Gründer der Gruppe, die Lehrerin B": an article, not "who": within a role, or before one."""
    if row[at].low not in page.manners.articles or at + 1 >= two.first:
        return False
    roles, behind = page.manners.roles, row[at - 1].spoken
    if behind or roles.takes(row[at + 1]):
        return True
    rest = row[at + 1 : two.first]
    plain = not any(
        one.low in page.manners.articles or page.known.breaks.takes(one) for one in rest
    )
    return plain and roles.takes(row[two.first - 1])
