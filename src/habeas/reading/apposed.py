"""Apposed: what is said between commas of somebody just named ("V. L., sentenced in May, and A. R.").

Decides whom a participle right behind a name and a comma means, and which people a joining word behind
such a remark adds to the group that stands before it. Relative clauses are for `patients`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.clauses import Clause
from habeas.reading.groups import Group
from habeas.reading.mentions import Part
from habeas.reading.outline import Scene
from habeas.reading.page import Page, Read
from habeas.reading.words import Word

_SPEAKER = 5
"""Words from the comma behind a speaker to what is told of them, at most."""
_PERSON = 4
"""Words from the comma behind anybody else to the participle, at most."""
_TWO = 2
_MANY = 3
"""People of a list whose last one alone a remark is told of, at least."""
_ROLES = 6
"""Words for what somebody is between a joining word and their name, at most."""
_SIGNS = frozenset(",;:.–—()")
_VOICES = frozenset({"either", "bare", "passive"})


def apposed(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    """Whom a participle between commas right behind a name is told of; None where it is none."""
    row, own = read.sentence.row, clause.trigger.own
    if not own:
        return None
    for group in found:
        if group.last >= len(row) or row[group.last].text != ",":
            continue
        speaks = any(person.part is Part.SPEAKER for person in group.persons)
        reach = _SPEAKER if speaks else _PERSON
        if not 0 < own[0] - group.last <= reach or not _is_clear(row, group.last + 1, own[0], page):
            continue
        if speaks:
            return group
        if not group.acts and _is_remark(clause, group, found, read, page):
            return _last_of(group)
    return None


def _last_of(group: Group) -> Group:
    """Of a list of many, the last: a remark behind them is told of that one."""
    last = group.persons[-1]
    if len(group.persons) < _MANY or last.last != group.last:
        return group
    return Group((last,), (), last.first, last.last)


def of_single(group: Group | None, clause: Clause, read: Read, page: Page) -> Group | None:
    """ "A and B, arrested in June" with a participle of one: only B; else the group as it is."""
    own, row = clause.trigger.own, read.sentence.row
    if (
        group is None
        or not own
        or len(group.persons) < _TWO
        or clause.trigger.frame.voice == "noun"
    ):
        return group
    last, verb = group.persons[-1], own[0]
    apposed = last.last == group.last < len(row) and row[group.last].text == ","
    near = 0 < verb - group.last <= _PERSON and _is_clear(row, group.last + 1, verb, page)
    finite = any(page.known.passives.takes(word) for word in row[group.last : verb + 1])
    if not (apposed and near and row[verb].low.endswith(page.known.single)) or finite:
        return group
    return Group((last,), (), last.first, last.last)


def _is_clear(row: Sequence[Word], first: int, last: int, page: Page) -> bool:
    between = row[first:last]
    return not any(
        word.text in _SIGNS or page.known.joins.takes(word) or page.manners.speech.takes(word)
        for word in between
    )


def _is_remark(
    clause: Clause, group: Group, found: Sequence[Group], read: Read, page: Page
) -> bool:
    """Whether nobody else stands with the verb up to the next comma, and it is no finite passive.

    "Es wurden A und die Ärztin, B, freigelassen": where verbs come last, their first half stands before.
    """
    row, trigger = read.sentence.row, clause.trigger
    if trigger.frame.voice not in _VOICES or not group.persons:
        return False
    if any(page.known.passives.takes(word) for word in row[group.last + 1 : trigger.place + 1]):
        return False
    before = trigger.own[0] - 1
    if before > group.last and page.known.breaks.takes(row[before]):
        return False
    framed = row[clause.first : group.first] if page.known.objects_first else ()
    if any(page.known.passives.takes(word) for word in framed):
        return False
    if _closes_relative(group, trigger.place, read, page):
        return False
    stop = next((at for at in range(trigger.place, len(row)) if row[at].text in _SIGNS), len(row))
    return not any(group.last < other.first < stop for other in found)


def _closes_relative(group: Group, verb: int, read: Read, page: Page) -> bool:
    """ "M. S., who drove for K., died": the comma behind K. ends what is said of M. S.

    So it does in "eight people, among them K., got six years": no comma follows the verb.
    """
    row = read.sentence.row
    at = group.first - 1
    while at > 0 and row[at].text != "," and row[at].text not in _SIGNS:
        at -= 1
    if at <= 0 or row[at].text != ",":
        return False
    among = any(cue.name == "among" and cue.first == at + 1 for cue in read.cues)
    ends = next((word.text for word in row[verb:] if word.text in _SIGNS), ".")
    return (among and ends != ",") or page.known.relatives.takes(row[at + 1])


def joined(group: Group, place: int, scene: Scene) -> list[Group]:
    """Groups that a joining word adds to one over a remark between commas.

    `place`: the word of what happened to them; it stands outside the remark.
    """
    people = [one for one in scene.groups if one.persons and not one.acts and not one.speaks]
    pairs = zip(people, people[1:], strict=False)
    found = [(one, two) for one, two in pairs if _is_over_remark(one, two, scene)]
    return [
        other
        for one, two in found
        for this, other in ((one, two), (two, one))
        if this == group and not one.last <= place < two.first
        if not _is_of_last(place, two, scene)
    ]


def beyond(group: Group, scene: Scene, place: int | None = None) -> Group | None:
    """ "Let go seven journalists whom it had detained, among them K.": members behind a relative clause.

    They are members of those the first verb is told of. None where no such clause, or nobody, follows,
    or where word `place` does not stand before that clause.
    """
    opens = _opens_relative(group, scene)
    if not opens or (place is not None and place >= opens):
        return None
    row, known = scene.read.sentence.row, scene.page.known
    for cue in scene.read.cues:
        if cue.name != "among" or cue.first <= opens or row[cue.first - 1].text != ",":
            continue
        between = row[opens : cue.first - 1]
        if any(word.text in ";:" or known.relatives.takes(word) for word in between[1:]):
            return None
        near = (one for one in scene.groups if 0 <= one.first - cue.last <= _PERSON)
        return next((one for one in near if not one.acts and not one.speaks), None)
    return None


def _opens_relative(group: Group, scene: Scene) -> int:
    """The first word of a relative clause right behind a number of people; 0: there is none."""
    row, known = scene.read.sentence.row, scene.page.known
    if group.persons or group.last + 2 >= len(row):
        return 0
    plain = known.contacts.takes(row[group.last]) or known.relatives.takes(row[group.last])
    if known.contacts.exact and plain:
        return group.last
    own = {place for trigger in scene.read.triggers for place in trigger.own}
    at = group.last + (group.last in own)
    opens = at + 1
    return opens if row[at].text == "," and known.relatives.takes(row[opens]) else 0


def is_of_verb_before(group: Group, other: Group, place: int, scene: Scene) -> bool:
    """Whether word `place` stands in a remark on a group, and another belongs to the verb before."""
    if other is beyond(group, scene):
        return True
    inside = bool(group.persons and other.persons) and group.last <= place < other.first
    return inside and _is_over_remark(group, other, scene)


def _is_of_last(place: int, two: Group, scene: Scene) -> bool:
    """Whether what happened stands in a remark behind the second group, and is told of it alone."""
    row = scene.read.sentence.row
    if place <= two.last or row[two.last].text != ",":
        return False
    return place - two.last <= _PERSON or scene.page.known.relatives.takes(row[two.last + 1])


def _is_over_remark(one: Group, two: Group, scene: Scene) -> bool:
    """Whether two groups are joined over a remark that opens and closes with a comma."""
    row, known = scene.read.sentence.row, scene.page.known
    at, first = two.first - 1, max(one.last + 1, two.first - 1 - _ROLES)
    while at > first and row[at].spoken and not known.joins.takes(row[at]):
        at -= 1
    if row[one.last].text != ",":
        return False
    if row[at].text == "," and two.last < len(row) and known.joins.takes(row[two.last]):
        return _is_told(one.last, at, scene)
    if not known.joins.takes(row[at]):
        return False
    while at > one.last and known.joins.takes(row[at]):
        at -= 1
    closed = at > one.last + 1 and row[at].text == ","
    return closed and _is_told(one.last, at, scene)


def _is_told(first: int, last: int, scene: Scene) -> bool:
    """Whether an event stands between two words, and no semicolon."""
    told = any(first < trigger.place < last for trigger in scene.read.triggers)
    return told and not any(word.text == ";" for word in scene.read.sentence.row[first:last])
