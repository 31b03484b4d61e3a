"""Anniversaries: "on the anniversary of the arrest of K. police detained five people".

Decides which noun of an event only says what is remembered: it happened on some day before, and those it
happened to are not those the sentence's verb is about.
"""

from __future__ import annotations

from habeas.reading.groups import Group
from habeas.reading.page import Page, Read
from habeas.reading.triggers import Trigger

_BEFORE, _BEHIND = 5, 2
"""Words from an anniversary to the noun of its event, and from that noun to an anniversary behind it."""
_OWNER = 6
"""Words from the noun of an event to whom it befell, at most."""


def is_remembered(trigger: Trigger, read: Read, page: Page) -> bool:
    """Whether a trigger is the noun of an event whose anniversary stands beside it."""
    return (
        bool(trigger.own) and trigger.frame.voice in ("noun", "self") and _has(trigger, read, page)
    )


def is_of_remembered(group: Group, trigger: Trigger, read: Read, page: Page) -> bool:
    """Whether a group belongs to such a noun, and not to another trigger."""
    if not group.persons:
        return False
    for one in read.triggers:
        if one is trigger or one.own == trigger.own or not is_remembered(one, read, page):
            continue
        behind = 0 < group.first - one.place <= _OWNER and _is_clear(read, one.place, group.first)
        before = 0 <= one.own[0] - group.last <= 1
        if before or behind:
            return not behind or not _acts_between(one, group, read)
    return False


def _has(trigger: Trigger, read: Read, page: Page) -> bool:
    row, own = read.sentence.row, trigger.own
    before = range(max(0, own[0] - _BEFORE), own[0])
    behind = range(own[-1] + 1, min(own[-1] + 1 + _BEHIND, len(row)))
    return any(
        page.known.anniversaries.takes(row[at]) and _is_clear(read, *sorted((at, own[0])))
        for at in (*before, *behind)
    )


def _is_clear(read: Read, first: int, last: int) -> bool:
    return all(word.spoken for word in read.sentence.row[first:last])


def _acts_between(noun: Trigger, group: Group, read: Read) -> bool:
    """Whether a verb stands between the noun of an event and a group."""
    return any(
        noun.place < one.place < group.first and one.frame.voice not in ("noun", "self")
        for one in read.triggers
    )
