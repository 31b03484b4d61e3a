"""Plurals: whom "they", "all", "both" and "one of them" mean.

Decides that it is the last batch, or the people just named where they were named later; of three and
more, how many they are. Whom "he" and "she" mean is for `pronouns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.reading.clauses import Clause
from habeas.reading.mentions import PersonAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.story import BATCHES, Story
from habeas.reading.timing import day_at
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument

_NOUN_REACH = 3
"""Words from a noun of an event to the word for all of them, at most."""
_PARTICIPLE = 2
"""Words of "those released" before a clause, where the participle itself parts it off."""
_PAIR = 2
"""People whom "both" means."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody an event happens to, inferred: persons, or a number of people; neither: nobody knows."""

    persons: tuple[Argument, ...] = ()
    amount: Amount | None = None
    amount_at: tuple[int, int] | None = None
    part: Argument | None = None
    """The words for one whom nobody names."""


def both(clause: Clause, scene: Scene, story: Story) -> Who | None:
    """ "Both", "the two": the last two people named; "the couple": two."""
    if scene.read.within(clause.first, clause.last, "pair") is not None:
        return Who(amount=Amount(2))
    cue = scene.read.within(clause.first, clause.last, "both")
    cue = None if cue is not None and _is_of_counted(cue.first, scene) else cue
    counted = _the_two(clause, scene) if cue is None else None
    if cue is None and counted is None:
        return None
    named: dict[str, PersonAt] = {}
    for person in reversed(story.people):
        named.setdefault(person.name, person)
    two = list(named.values())[:2]
    if len(two) < _PAIR:
        return None
    persons = tuple(person.as_argument() for person in reversed(two))
    if counted is not None:
        return Who(persons, Amount(_PAIR), counted)
    for count in scene.read.sentence.counts:
        if cue and cue.first <= count.first < cue.last and count.amount.value == _PAIR:
            return Who(persons, Amount(_PAIR), (count.start, count.stop))
    return Who(persons)


def _is_of_counted(place: int, scene: Scene) -> bool:
    """ "Two other prisoners, both over 60, died": they are those counted right before."""
    row = scene.read.sentence.row
    comma = place > 0 and row[place - 1].text == ","
    return comma and any(one.counts and one.last == place - 1 for one in scene.groups)


def _the_two(clause: Clause, scene: Scene) -> tuple[int, int] | None:
    """Where "the two" opens a clause, with no noun behind."""
    row, definite = scene.read.sentence.row, scene.page.known.pronouns["definite"]
    for count in scene.read.sentence.counts:
        opens = count.bare and count.amount.value == _PAIR and count.first <= clause.first + 1
        if opens and count.first > 0 and row[count.first - 1].low in definite:
            return count.start, count.stop
    return None


def of_batch(clause: Clause, scene: Scene, story: Story, made: Sequence[Outline]) -> Who | None:
    """ "They", "all of them", "most of those freed": the last batch, or some of it.

    A day of its own, apart from the batch's, means another batch that nobody counts.
    """
    place = clause.trigger.place
    first, last = clause.first, clause.last
    if (one := _one_of_them(clause, scene)) is not None:
        return one
    if clause.trigger.frame.voice == "noun":
        first, last = place + 1, min(last, place + 1 + _NOUN_REACH)
    if scene.read.within(first, last, "most", "except") is not None:
        return Who()
    freed = scene.read.within(max(0, first - _PARTICIPLE), last, "freed") is not None
    if not freed and scene.read.within(first, last, "group") is None:
        return None
    if freed and (batch := story.freed(scene.number)) is not None:
        return _all_of(batch, story)
    return last_told(clause, scene, story, made)


def last_told(clause: Clause, scene: Scene, story: Story, made: Sequence[Outline]) -> Who | None:
    """The last batch told, or the people just named, whom a word in the plural means."""
    place = clause.trigger.place
    here = [one for one in made if one.said.kind in BATCHES and one.said.amount is not None]
    batch = here[-1] if here else story.recent_batch(scene.number)
    just = _just_named(made, scene, story)
    if just is not None and not here and (batch is None or batch.sentence < just[0]):
        return just[1]
    day = day_at(scene.read, scene.page, clause.first, clause.last, place)
    again = batch is not None and batch.said.kind is clause.trigger.kind
    apart = day and batch and batch.said.when and not day.when.meets(batch.said.when)
    if batch is None or (again and apart):
        return Who() if day is not None else None
    if batch.said.amount is not None and batch.said.amount.value < _PAIR:
        return Who()
    return _all_of(batch, story)


def _just_named(made: Sequence[Outline], scene: Scene, story: Story) -> tuple[int, Who] | None:
    """Two people or more whom this sentence, or the one before, has told of, and its number."""
    for number, told in ((scene.number, made), (scene.number - 1, story.since(scene.number - 1))):
        near = [one for one in told if one.sentence == number and one.said.kind in BATCHES]
        if any(one.carried or one.said.amount is not None for one in near):
            continue
        people = {person.value: person for one in near for person in one.said.persons}
        if len(people) >= _PAIR:
            several = len(people) > _PAIR
            who = Who(amount=Amount(len(people))) if several else Who(tuple(people.values()))
            return number, who
    return None


def _all_of(batch: Outline, story: Story) -> Who:
    """Those of a batch; of people named one after the other, how many they are."""
    named = {
        person.value
        for one in story.since(batch.sentence)
        if one.sentence == batch.sentence and one.said.kind is batch.said.kind
        for person in one.said.persons
    }
    if batch.said.amount is not None or len(named) <= _PAIR:
        return of_outline(batch)
    return Who(amount=Amount(len(named)))


def _one_of_them(clause: Clause, scene: Scene) -> Who | None:
    """ "One of them was let go": one, whom nobody names."""
    row = scene.read.sentence.row
    for cue in scene.read.cues:
        at = cue.first - 1
        if cue.name == "among" and at >= clause.first and scene.page.known.one.takes(row[at]):
            words = " ".join(word.text for word in row[at : cue.last])
            return Who(
                amount=Amount(1), part=Argument(words, row[at].start, row[cue.last - 1].stop)
            )
    return None


def of_outline(outline: Outline) -> Who:
    """Those whom one outline is about."""
    said = outline.said
    if said.amount is not None:
        return Who(said.persons, said.amount, said.amount_at)
    return Who(said.persons)
