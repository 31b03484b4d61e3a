"""Voices: whether a participle is told in the passive where it stands.

Decides by a verb of the passive right before it, or before the participle it is joined to.
"""

from __future__ import annotations

from dataclasses import replace

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
