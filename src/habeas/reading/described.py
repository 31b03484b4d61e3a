"""Described: somebody meant by what they are ("the journalist", "the 30-year-old"), or by a pronoun.

Decides that a role without a name means the one who was said to bear it, else the last person told of.
Who bears a role is for `holders`, whom a pronoun means for `pronouns`.
"""

from __future__ import annotations

from dataclasses import replace

from habeas.language.names import Gender
from habeas.reading.clauses import Clause
from habeas.reading.holders import holder
from habeas.reading.mentions import Part, PersonAt
from habeas.reading.outline import Scene
from habeas.reading.pronouns import pronoun
from habeas.reading.story import Story

_JUST = 2
"""Sentences back to the person whom a role alone means, at most."""
_ARTICLE = 5
"""Words from the article of one nobody names to the role, at most."""
_SUBJECT = 3
"""Words from a role to the name it stands before, at most."""


def subject(clause: Clause, scene: Scene, story: Story) -> PersonAt | None:
    """Whom a pronoun or a role means, whichever stands first."""
    row, known = scene.read.sentence.row, scene.page.known
    pronouns = known.pronouns["he"] | known.pronouns["she"]
    places = range(clause.first, min(clause.last, len(row)))
    at = next((place for place in places if row[place].low in pronouns), clause.last)
    before = _described(replace(clause, last=at), scene, story)
    after = pronoun(at, clause.last, scene, story) or _described(clause, scene, story)
    return before or after


def _described(clause: Clause, scene: Scene, story: Story) -> PersonAt | None:
    """ "the 30-year-old", "the journalist": who was said to be one, or the last person named."""
    row, manners = scene.read.sentence.row, scene.page.manners
    for at in range(clause.first, min(clause.last, len(row))):
        word = row[at]
        dated = any(day.first <= at < day.last for day in scene.read.sentence.days)
        aged = word.text[0].isdigit() and "-" in word.text and not dated
        role = manners.roles.takes(word) and not manners.former.takes(word)
        if not aged and manners.offices.takes(word) and (held := _in_office(at, scene, story)):
            return held
        if aged or (role and _is_definite(at, scene)):
            return (None if aged else holder(at, scene)) or _nearest(at, scene, story, role=role)
        if role and word.low.endswith(manners.singulars) and not _is_named(at, scene):
            return holder(at, scene) or _just_told(scene, story)
    return None


def _is_definite(place: int, scene: Scene) -> bool:
    row, definite = scene.read.sentence.row, scene.page.known.pronouns["definite"]
    return any(word.low in definite for word in row[max(0, place - 2) : place])


def _nearest(place: int, scene: Scene, story: Story, *, role: bool) -> PersonAt | None:
    """The last person named before a word; no woman by a man's article.

    "The 43-year-old" is somebody named, if need be further back; a role may be another man's.
    """
    row, manners = scene.read.sentence.row, scene.page.manners
    masculine = scene.page.known.pronouns["masculine"]
    before = [one for one in scene.read.sentence.persons if one.last <= place]
    named = [one for one in before if one.part in (Part.OPEN, Part.ASIDE)] or story.people
    his = any(one.low in masculine for one in row[max(0, place - 2) : place])
    man = his and not (role and row[place].low.endswith(manners.singulars))
    fitting = reversed(named[-1:] if role or not man else named)
    return next((one for one in fitting if not man or one.gender is not Gender.FEMALE), None)


def _in_office(place: int, scene: Scene, story: Story) -> PersonAt | None:
    """ "The mayor was moved to S.": who holds the office, where custody of them has been told."""
    if _is_named(place, scene):
        return None
    found = holder(place, scene, acting=True)
    return found if found is not None and found.name in story.told else None


def _is_named(place: int, scene: Scene) -> bool:
    """Whether a name stands beside a role, or the role beside an article of one nobody names."""
    row, known = scene.read.sentence.row, scene.page.known
    named = any(-1 <= one.first - place <= _SUBJECT for one in scene.read.sentence.persons)
    return named or any(known.one.takes(word) for word in row[max(0, place - _ARTICLE) : place])


def _just_told(scene: Scene, story: Story) -> PersonAt | None:
    """The one person the last events were told of, if that was just before."""
    told = story.since(scene.number - _JUST)
    names = {person.value for one in told[-1:] for person in one.said.persons}
    person = next((one for one in reversed(story.people) if one.name in names), None)
    return person if len(names) == 1 else None
