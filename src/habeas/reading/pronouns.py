"""Pronouns: the last person of fitting gender, whom "he" and "she" mean.

Decides who that is: people of the sentence first, those whose custody was told before those who only
speak. Groups ("they"), roles and "both" are for `discourse`.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from habeas.language.names import Gender
from habeas.reading.mentions import Part, PersonAt
from habeas.reading.outline import Scene
from habeas.reading.story import Story

_LAST = 2
"""People named last, of whom one whose sex the name tells is meant before a lone name."""


def pronoun(first: int, last: int, scene: Scene, story: Story) -> PersonAt | None:
    """Whom the first pronoun at words `first..last` means."""
    row = scene.read.sentence.row
    pronouns = scene.page.known.pronouns
    for at in range(first, min(last, len(row))):
        for name, gender in (("he", Gender.MALE), ("she", Gender.FEMALE)):
            if row[at].low in pronouns[name]:
                return antecedent(gender, at, scene, story)
    return None


def antecedent(
    gender: Gender | None,
    place: int,
    scene: Scene,
    story: Story,
    *,
    but: Set[str] = frozenset(),
) -> PersonAt | None:
    """The last person before a word whose gender fits; people of this sentence first.

    `gender`: None where the word does not tell it. `but`: names of those who are not meant.
    """
    before = [person for person in scene.read.sentence.persons if person.last <= place]
    here = [person for person in before if person.part is Part.OPEN]
    owners = [person for person in before if person.part is Part.ASIDE or _has_kin(person, scene)]
    told = _of_whom_told(before, scene, story)
    lone = [one for one in story.people[-_LAST:] if " " not in one.name and one.gender is None]
    full = [one for one in story.people[-_LAST:] if one.gender is gender] if lone else []
    known = [*reversed(full), *reversed(story.people)]
    for person in (*reversed(here), *told, *reversed(owners), *known):
        if (gender is None or person.gender in (gender, None)) and person.name not in but:
            return person
    named = (one for one in reversed(story.named) if one.name not in but)
    return next((one for one in named if one.gender is gender), None)


def _has_kin(person: PersonAt, scene: Scene) -> bool:
    """ "Relatives of M. Z. say that she …": whose kin speak."""
    row, manners = scene.read.sentence.row, scene.page.manners
    kin = (*row[max(0, person.first - 2) : person.first], *row[person.last : person.last + 1])
    return person.part is Part.SPEAKER and any(manners.relatives.takes(word) for word in kin)


def _of_whom_told(before: Sequence[PersonAt], scene: Scene, story: Story) -> list[PersonAt]:
    """ "K. says that he was forced": who speaks of himself; not those named by what they are."""
    speakers = [person for person in reversed(before) if person.part is Part.SPEAKER]
    if not speakers:
        return []
    row, manners = scene.read.sentence.row, scene.page.manners

    def described(person: PersonAt) -> bool:
        around = row[max(0, person.first - 2) : person.last + 2]
        return any(manners.roles.takes(word) or manners.relatives.takes(word) for word in around)

    return [person for person in speakers if person.name in story.told or not described(person)]
