"""Rulers: when something befell somebody who rules or holds an office, and commonly acts.

Decides that by a passive with the office right before it, or with nobody else in its clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.groups import Group
from habeas.reading.page import Page, Read
from habeas.reading.triggers import Trigger

_ACTIVE = ("active", "either", "bare")


def ruler(trigger: Trigger, near: Sequence[Group], read: Read, page: Page) -> Group | None:
    """Someone who rules or holds an office, where the sentence says that it happened to them."""
    if trigger.frame.voice != "passive":
        return None
    first = min(trigger.own, default=trigger.first)
    near = [group for group in near if not _does_so(group, trigger, read)]
    beside = next((group for group in near if group.last == first), None)
    lone = near[0] if len(near) == 1 and near[0].last <= first else None
    return beside or (lone if lone is not None and not _reigns(lone, read, page) else None)


def _does_so(group: Group, trigger: Trigger, read: Read) -> bool:
    """ "Judge P. sentenced him to <term>": whoever stands before the verb of the same event."""
    return any(
        one.kind is trigger.kind and one.frame.voice in _ACTIVE
        for one in read.triggers
        if group.last <= one.place < trigger.place
    )


def _reigns(group: Group, read: Read, page: Page) -> bool:
    row = read.sentence.row[group.first : group.last]
    return any(page.manners.rulers.takes(word) for word in row)
