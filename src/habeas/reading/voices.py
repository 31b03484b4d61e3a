"""Voices: whether a participle is told in the passive where it stands, or tells an event of its own.

Decides by a verb of the passive right before it, or before the participle it is joined to; by a verb it
is joined to; by a day between it and those it happened to.
"""

from __future__ import annotations

from dataclasses import replace

from habeas.reading.groups import Group
from habeas.reading.page import Page, Read
from habeas.reading.triggers import Trigger

_ADVERBS = 2
"""Words between a verb of the passive and its participle, plus one."""
_JOINED = 8
"""Words from a verb of the passive to the second participle it is for, at most."""


def voiced(trigger: Trigger, read: Read, page: Page) -> Trigger:
    """The trigger as a passive, where a verb of the passive stands before its participle."""
    frame, own, row = trigger.frame, trigger.own, read.sentence.row
    if frame.voice not in ("either", "bare") or not own:
        return trigger
    before = [row[at] for at in range(max(0, own[0] - _ADVERBS), own[0] + 1)]
    if frame.voice == "bare" and page.known.joins.takes(row[own[0] - 1]):
        before += row[max(0, own[0] - _JOINED) : own[0] - 1]
    if any(page.known.passives.takes(word) for word in before):
        return replace(trigger, frame=replace(frame, voice="passive"))
    return trigger


def is_dated(place: int, group: Group, read: Read) -> bool:
    """ "Задержанного в понедельник журналиста К. перевели": it tells what happened on that day."""
    parted = any(word.text == "," for word in read.sentence.row[place : group.first])
    days = read.sentence.days
    return (
        bool(group.persons) and not parted and any(place < day.first < group.first for day in days)
    )


def is_second(place: int, read: Read, page: Page) -> bool:
    """ "has pardoned and released 31 people": a participle joined to that of a verb right before."""
    joins = place > 1 and page.known.joins.takes(read.sentence.row[place - 1])
    return joins and any(
        one.frame.voice in ("active", "either", "bare") and one.own[-1:] == (place - 2,)
        for one in read.triggers
    )
