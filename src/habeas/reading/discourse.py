"""Discourse: whom "she", "they" and a possessive go back to, from what a page has told so far.

Decides in which order they are looked for: possessives, groups, somebody described or meant by a
pronoun, the last event of the sentence. Groups are for `plurals`, roles for `described`. Everything
found here is inferred: it has no words of its own in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.language.names import Gender
from habeas.reading.clauses import Clause
from habeas.reading.described import subject
from habeas.reading.kin import is_of_named_kin
from habeas.reading.mentions import Part, PersonAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.plurals import Who, of_batch, of_outline
from habeas.reading.pronouns import antecedent, pronoun
from habeas.reading.story import Story
from habeas.reading.words import Word

_FRONT = 1
"""The word by which a participle opens a sentence, at most."""
_NOUN_REACH = 3
"""Words from a participle to the word for all of them, at most."""
_SUBJECT = 3
"""Words from the comma behind an opening clause to the name of its subject, at most."""


def carried(clause: Clause, scene: Scene, story: Story, made: Sequence[Outline]) -> Who | None:
    """Whom an event without a named group happens to; None where nothing tells."""
    if clause.trigger.frame.voice == "self" or _is_of_relative(clause, scene):
        return None
    if is_of_named_kin(clause, scene):
        return None
    if clause.trigger.frame.voice == "noun":
        return _possessed(clause, scene, story) or of_batch(clause, scene, story, made)
    if clause.trigger.frame.voice == "bare" and not _has_object(clause, scene):
        behind = clause.trigger.place + 1
        if scene.read.within(behind, behind + _NOUN_REACH, "group") is not None:
            return of_batch(clause, scene, story, made)
        return _of_last(made, scene) if made and _goes_on(clause, scene) else None
    if (whole := of_batch(clause, scene, story, made)) is not None:
        return whole
    if clause.trigger.frame.voice == "case":
        last = story.people[-1] if story.people else None
        return Who((last.as_argument(),)) if last is not None else None
    person = _herself(clause, scene, story) or _announced(clause, scene)
    person = person or subject(clause, scene, story)
    person = person or _fronted(clause, scene, story)
    if person is not None:
        return Who((person.as_argument(),))
    return _of_last(made, scene) if made else None


def _has_object(clause: Clause, scene: Scene) -> bool:
    """Whether a pronoun is the object of a verb: "sentenced him"."""
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    place = clause.trigger.place + 1
    return place < len(row) and row[place].low in pronouns["he"] | pronouns["she"]


def _is_of_relative(clause: Clause, scene: Scene) -> bool:
    """ "Her brother got two years": somebody else, whom nobody names."""
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    owners = pronouns["his"] | pronouns["her"]
    place = clause.trigger.place
    behind = place + 1 if place + 2 < clause.last and row[place + 1].spoken else place
    return any(
        _are_kin(row[at], row[at + 1], owners, scene)
        or _are_kin(row[at + 1], row[at], owners, scene)
        for at in (*range(clause.first, min(place, clause.last)), *range(place + 1, behind + 1))
    )


def _are_kin(owner: Word, kin: Word, owners: frozenset[str], scene: Scene) -> bool:
    """ "her brother"."""
    return owner.low in owners and scene.page.manners.relatives.takes(kin)


def _fronted(clause: Clause, scene: Scene, story: Story) -> PersonAt | None:
    """ "Arrested in May, she is accused …": of whom the sentence goes on to tell."""
    if clause.first > 0 or clause.trigger.place > _FRONT:
        return None
    behind = [one for one in scene.read.sentence.persons if one.first >= clause.last]
    named = next((one for one in behind if one.part is Part.OPEN), None)
    return named or pronoun(clause.last, len(scene.read.sentence.row), scene, story)


def _announced(clause: Clause, scene: Scene) -> PersonAt | None:
    """ "Before she was freed, O. M. had …": a pronoun in a clause that opens, whose name follows."""
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    comma = next((at for at, word in enumerate(row) if word.text == ","), 0)
    if clause.trigger.place >= comma:
        return None
    behind = [one for one in scene.read.sentence.persons if one.part is Part.OPEN]
    if not behind or not comma < behind[0].first <= comma + _SUBJECT:
        return None
    for at in range(clause.first, clause.trigger.place):
        for name, gender in (("he", Gender.MALE), ("she", Gender.FEMALE)):
            if row[at].low in pronouns[name] and behind[0].gender in (gender, None):
                return behind[0]
    return None


def _goes_on(clause: Clause, scene: Scene) -> bool:
    """Whether a participle goes on with the event before it: "detained and charged"."""
    row, known = scene.read.sentence.row, scene.page.known
    before = min(clause.trigger.own, default=clause.trigger.first) - 1
    return any(
        row[at].text == "," or known.joins.takes(row[at]) for at in (before, before - 1) if at >= 0
    )


def _of_last(made: Sequence[Outline], scene: Scene) -> Who:
    """Whom the last event of a sentence happened to; "he and his aide" are told of apart.

    Who went "together with 552 others" goes on alone.
    """
    last = made[-1]
    counts = scene.read.sentence.counts
    for some, whole in zip(counts, counts[1:], strict=False):
        if whole.of_some and last.said.amount_at == (whole.start, whole.stop):
            return Who(amount=some.amount, amount_at=(some.start, some.stop))
    if last.said.persons and _has_companions(last, scene):
        return Who(last.said.persons)
    same = [one for one in made if one.rules == last.rules and one.said.when == last.said.when]
    if any(one.said.amount is not None for one in same):
        return of_outline(last)
    people = {person.value: person for one in same for person in one.said.persons}
    return Who(tuple(people.values()))


def _has_companions(outline: Outline, scene: Scene) -> bool:
    """Whether the number of an outline stands behind "together with"."""
    row, place = scene.read.sentence.row, outline.said.amount_at
    return place is not None and any(
        cue.name == "beside" and row[cue.first].start < place[0] < row[cue.last - 1].stop
        for cue in scene.read.cues
    )


def _possessed(clause: Clause, scene: Scene, story: Story) -> Who | None:
    """ "his arrest": the possessive right before the noun."""
    row = scene.read.sentence.row
    place = min(clause.trigger.own, default=clause.trigger.first)
    pronouns = scene.page.known.pronouns
    for at in (place, place - 1, place - 2):
        if at < 0:
            break
        for name, gender in (("his", Gender.MALE), ("her", Gender.FEMALE)):
            if row[at].low in pronouns[name]:
                found = antecedent(gender, at, scene, story)
                return Who((found.as_argument(),)) if found else None
    return None


def _herself(clause: Clause, scene: Scene, story: Story) -> PersonAt | None:
    """ "She herself was expelled": the last person named, though they only spoke."""
    if scene.read.within(clause.first, clause.last, "self") is None or not story.named:
        return None
    return story.named[-1]
