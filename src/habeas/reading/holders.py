"""Holders: of whom a page has said what they are, so that "the teacher" means the teacher.

Decides by the word for what somebody is, right before their name or in a remark right behind it, in any
ending. Whom a role means that nobody has borne yet is for `discourse`.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.mentions import Part, PersonAt, Sentence
from habeas.reading.outline import Scene
from habeas.reading.words import Word

_BEFORE, _BEHIND = 3, 4
"""Words before a name, and behind it and a comma, in which a role is the bearer's."""
_FAR = 300
"""Sentences back to the name, at most."""
_STEM, _ENDING, _SHORT = 5, 3, 3
"""Letters that two forms of one word share, at least, those in which they differ, at most, and the
letters of a short word."""


def holder(place: int, scene: Scene, *, acting: bool = False) -> PersonAt | None:
    """Who was named last, before a word of a sentence, with the role that stands there; None: nobody.

    `acting`: those who act by their office count, too.
    """
    parts = (Part.OPEN, Part.ASIDE, Part.ACTOR) if acting else (Part.OPEN, Part.ASIDE)
    role = scene.read.sentence.row[place]
    for sentence in reversed(scene.page.sentences[max(0, scene.number - _FAR) : scene.number + 1]):
        for person in reversed(sentence.persons):
            here = sentence.number == scene.number
            if (here and person.last > place) or person.part not in parts:
                continue
            words = [at for at in _beside(person, sentence) if not (here and at == place)]
            if any(_are_one(sentence.row[at], role) for at in words):
                return person
    return None


def _beside(person: PersonAt, sentence: Sentence) -> Iterator[int]:
    """Words before a name without a sign between, and those of a remark right behind it."""
    row = sentence.row
    for at in range(person.first - 1, max(-1, person.first - 1 - _BEFORE), -1):
        if not row[at].spoken:
            break
        yield at
    if person.last < len(row) and row[person.last].text == ",":
        yield from range(person.last + 1, min(len(row), person.last + 1 + _BEHIND))


def _are_one(one: Word, two: Word) -> bool:
    """Whether two words are forms of one."""
    a, b = one.low, two.low
    shared = 0
    while shared < min(len(a), len(b)) and a[shared] == b[shared]:
        shared += 1
    rest = max(len(a), len(b)) - shared
    return rest <= _ENDING if shared >= _STEM else shared >= _SHORT and rest <= 1
