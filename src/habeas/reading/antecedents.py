"""Antecedents: the group right before a relative clause, or before a remark between commas.

Decides whom "who", "whom" and a participle behind a comma mean. Whom a personal pronoun means is for
`discourse`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.apposed import apposed
from habeas.reading.clauses import Clause
from habeas.reading.groups import Group
from habeas.reading.page import Page, Read
from habeas.reading.voices import voiced
from habeas.reading.words import Word

_NEAR = 4
"""Words behind an active trigger within which its object is looked for first."""

_COUNTRY = 2
"""Words of a country behind a number of its citizens, at most."""
_PARTING = frozenset(";:.–—")
_OBJECT = 6
"""Words from the second of two verbs to their object, at most."""
_VERBS = frozenset({"either", "active", "passive"})


def antecedent(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    """The group right before a relative clause, or before a remark, whom it means."""
    row = read.sentence.row
    place = clause.first
    while place < clause.last and not row[place].spoken:
        place += 1
    if place >= len(row):
        return None
    if place and clause.trigger.frame.voice == "bare" and place in clause.trigger.own:
        return next((group for group in found if group.last == clause.first), None)
    if (named := apposed(clause, found, read, page)) is not None:
        return named
    if place and page.known.contacts.takes(row[place - 1]) and place < min(clause.trigger.own):
        return next((one for one in found if one.last == place - 1 and one.counts), None)
    whose = _of_relative(place, clause, found, read, page) if place else None
    opens = _behind_comma(clause, row)
    if whose is None and opens > place:
        whose = _of_relative(opens, clause, found, read, page)
    return whose


def of_relative(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    """ "31 people, who after their release went …": whom a noun in a relative clause is told of."""
    opens = _behind_comma(clause, read.sentence.row)
    return _of_relative(opens, clause, found, read, page) if opens else None


def _behind_comma(clause: Clause, row: Sequence[Word]) -> int:
    """The word behind the last comma before a trigger, within its clause; 0: there is none."""
    first = min(clause.trigger.own, default=clause.trigger.first)
    commas = [at for at in range(clause.first, first) if row[at].text == ","]
    return commas[-1] + 1 if commas else 0


def _of_relative(
    place: int, clause: Clause, found: Sequence[Group], read: Read, page: Page
) -> Group | None:
    """The group right before a relative pronoun at word `place`."""
    row = read.sentence.row
    if not page.known.relatives.takes(row[place]) or _is_of_kin(place, read, page):
        return None
    if _has_object(place, clause, found, read, page):
        return None
    before = [group for group in found if group.last <= place]
    if page.known.things.takes(row[place]) and before and before[-1].persons:
        return None
    verbs = {at for trigger in read.triggers for at in trigger.own}
    reach = 2 if place - 2 in verbs else 1
    near = before and place - before[-1].last <= reach and not before[-1].acts
    return before[-1] if near and clause.trigger.place > place else None


def _has_object(place: int, clause: Clause, found: Sequence[Group], read: Read, page: Page) -> bool:
    """ "judges who sentenced K. to ten years": who did it, since an object stands with the verb."""
    trigger = voiced(clause.trigger, read, page)
    row, own = read.sentence.row, clause.trigger.own
    if trigger.frame.voice not in ("either", "active", "bare") or not own:
        return False
    if page.known.objects_first:
        behind = row[own[-1] + 1] if own[-1] + 1 < len(row) else row[-1]
        return page.known.auxiliaries.takes(behind) and any(
            place < group.first < own[0] for group in found
        )
    return own[0] == place + 1 and any(
        own[0] < group.first <= own[0] + _NEAR and clause.holds(group.first) for group in found
    )


def _is_of_kin(place: int, read: Read, page: Page) -> bool:
    """ "K., whose husband was detained": it happened to the husband."""
    row, manners = read.sentence.row, page.manners
    kin = place + 1 < len(row) and manners.relatives.takes(row[place + 1])
    return kin and row[place].low in manners.owners


def elsewhere(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    """The group of a verb with nobody in its clause: before a relative clause, or behind a second verb.

    "K., who had refused to leave, was arrested"; "freed and on the same day deported twelve people".
    """
    if not clause.trigger.own:
        return None
    if clause.trigger.frame.voice == "bare":
        return _behind_second(clause, found, read, page)
    if clause.trigger.frame.voice not in _VERBS:
        return None
    return (
        _over_relative(clause, found, read, page)
        or _before_participle(clause, found, read, page)
        or _behind_second(clause, found, read, page)
        or _of_first(clause, found, read, page)
    )


def _of_first(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    """ "K. refused to board and was sentenced": the subject of the verb before "and", or "but"."""
    row, first, known = read.sentence.row, clause.first, page.known
    contrast = row[first].text == "," and known.contrast.takes(row[first + 1])
    if not (contrast or known.joins.takes(row[first])) or clause.trigger.own[0] - first > _NEAR:
        return None
    between = row[first : clause.trigger.own[0] + 1]
    passive = contrast or any(known.passives.takes(word) for word in between)
    if not passive and clause.trigger.frame.voice != "passive":
        return None
    before = [group for group in found if group.last <= first and group.persons]
    others = [trigger for trigger in read.triggers if trigger.place < first]
    alone = len(before) == 1 and not before[0].speaks
    return before[0] if alone and others and before[0].last <= others[0].first else None


def _before_participle(
    clause: Clause, found: Sequence[Group], read: Read, page: Page
) -> Group | None:
    """ "31 prisoners pardoned by the president were brought …": the subject of both verbs."""
    row, start = read.sentence.row, clause.first
    if not page.known.passives.takes(row[start]):
        return None
    before = [one for one in read.triggers if one.own and one.own[0] < start]
    if not before or before[-1].frame.voice != "bare":
        return None
    if any(not word.spoken for word in row[before[-1].own[0] : start]):
        return None
    return next((one for one in found if one.last == before[-1].own[0] and not one.acts), None)


def _over_relative(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    row, first = read.sentence.row, clause.trigger.own[0]
    start = clause.first
    if row[start].text != "," and (start == 0 or row[start - 1].text != ","):
        return None
    if first - start > _NEAR or any(page.known.joins.takes(word) for word in row[start:first]):
        return None
    for group in found:
        comma = _comma_behind(group, row)
        opens = comma + 1
        if not comma or opens >= start or group.acts or group.speaks:
            continue
        told = any(opens <= one.place < min(start, opens + _NEAR) for one in read.triggers)
        if told or page.known.relatives.takes(row[opens]):
            return group
    return None


def _comma_behind(group: Group, row: Sequence[Word]) -> int:
    """The comma behind a group, over the name of its country; 0: there is none."""
    at = group.last
    while at < len(row) and row[at].capital and at - group.last < _COUNTRY:
        at += 1
    return at if at < len(row) and row[at].text == "," else 0


def _behind_second(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    row, own = read.sentence.row, clause.trigger.own
    second = next((one for one in read.triggers if one.own and one.own[0] > own[-1]), None)
    if second is None or second.frame.voice not in _VERBS | {"bare"}:
        return None
    between = row[own[-1] + 1 : second.own[0]]
    joined = bool(between) and page.known.joins.takes(between[0])
    if not joined or any(own[-1] < group.first < second.own[0] for group in found):
        return None
    behind = [group for group in found if group.first > second.place and not group.acts]
    if not behind or behind[0].first - second.place > _OBJECT:
        return None
    parted = any(word.text in _PARTING for word in row[second.place : behind[0].first])
    return None if parted else behind[0]
