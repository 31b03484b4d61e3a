"""Aimed: who is under a sanction that the sentence before has told of.

"The EU sanctioned 26 judges. Among them is M. Z." goes on with the sanction, not with the last release.
Decides by a word of membership at the head of a sentence that tells of nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from habeas.reading.groups import Group
from habeas.reading.mentions import Part
from habeas.reading.outline import Outline, Scene
from habeas.reading.story import Story
from habeas.terms.kind import Kind

_SANCTIONS = frozenset({Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED})
_HEAD = 3
"""Words in which a sentence opens with "among them"."""


def aimed(scene: Scene, story: Story) -> list[Outline]:
    """The people a sentence names as being among those of the sanction told right before."""
    told = _told_before(scene, story)
    opens = scene.read.within(0, _HEAD, "among")
    if told is None or opens is None or scene.read.triggers:
        return []
    return [
        _among(told, group, (opens.first, opens.last), scene)
        for group in scene.groups
        if group.persons and not group.speaks
    ]


def _told_before(scene: Scene, story: Story) -> Outline | None:
    """The last outline told, where it is a sanction of the sentence before."""
    last = story.outlines[-1:] if story.outlines else []
    able = [one for one in last if one.said.kind in _SANCTIONS and one.said.amount is not None]
    return able[0] if able and able[0].sentence == scene.number - 1 else None


def _among(told: Outline, group: Group, opens: tuple[int, int], scene: Scene) -> Outline:
    persons = tuple(
        person.as_argument() for person in group.persons if person.part in (Part.OPEN, Part.ACTOR)
    )
    said = replace(told.said, persons=persons, amount=None, amount_at=None)
    return replace(
        told.saying(said),
        source=scene.told.source or told.source,
        sentence=scene.number,
        first=min(opens[0], group.first),
        last=max(opens[1], group.last),
        rules=(*told.rules, "discourse:among"),
        sure=False,
    )
