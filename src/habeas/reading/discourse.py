"""Discourse: what a page has told so far, and whom "she", "they" and "among them" go back to.

Decides the antecedent of pronouns and possessives (the last person of fitting gender, those whose
custody was told first), of groups ("all", "they": the last batch), and carries the day of that batch.
Everything found here is inferred: it has no words of its own in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.language.names import Gender
from habeas.reading.clauses import Clause
from habeas.reading.mentions import Part, PersonAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.pronouns import antecedent, pronoun
from habeas.reading.story import BATCHES, Story
from habeas.reading.timing import day_at
from habeas.reading.words import Word
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument

_FRONT = 1
"""The word by which a participle opens a sentence, at most."""
_NOUN_REACH = 3
_JUST = 2
"""Sentences back to the person whom a role alone means, at most."""
_ARTICLE = 5
"""Words from the article of one nobody names to the role, at most."""
_PAIR = 2
"""People whom "both" means."""
_SUBJECT = 3
"""Words from the comma behind an opening clause to the name of its subject, at most."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody an event happens to, inferred: persons, or a number of people; neither: nobody knows."""

    persons: tuple[Argument, ...] = ()
    amount: Amount | None = None
    amount_at: tuple[int, int] | None = None
    part: Argument | None = None
    """The words for one whom nobody names."""


def carried(clause: Clause, scene: Scene, story: Story, made: Sequence[Outline]) -> Who | None:
    """Whom an event without a named group happens to; None where nothing tells."""
    if clause.trigger.frame.voice == "self" or _is_of_relative(clause, scene):
        return None
    if clause.trigger.frame.voice == "noun":
        return _possessed(clause, scene, story) or _of_batch(clause, scene, story, made)
    if clause.trigger.frame.voice == "bare" and not _has_object(clause, scene):
        behind = clause.trigger.place + 1
        if scene.read.within(behind, behind + _NOUN_REACH, "group") is not None:
            return _of_batch(clause, scene, story, made)
        return _of_outline(made[-1]) if made and _goes_on(clause, scene) else None
    if (whole := _of_batch(clause, scene, story, made)) is not None:
        return whole
    if clause.trigger.frame.voice == "case":
        last = story.people[-1] if story.people else None
        return Who((last.as_argument(),)) if last is not None else None
    person = _herself(clause, scene, story) or _announced(clause, scene)
    person = person or pronoun(clause.first, clause.last, scene, story)
    person = person or _described(clause, scene, story)
    person = person or _fronted(clause, scene, story)
    if person is not None:
        return Who((person.as_argument(),))
    return _of_outline(made[-1]) if made else None


def both(clause: Clause, scene: Scene, story: Story) -> Who | None:
    """ "Both", "the two": the last two people named; "the couple": two."""
    if scene.read.within(clause.first, clause.last, "pair") is not None:
        return Who(amount=Amount(2))
    cue = scene.read.within(clause.first, clause.last, "both")
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


def _the_two(clause: Clause, scene: Scene) -> tuple[int, int] | None:
    """Where "the two" opens a clause, with no noun behind."""
    row, definite = scene.read.sentence.row, scene.page.known.pronouns["definite"]
    for count in scene.read.sentence.counts:
        opens = count.bare and count.amount.value == _PAIR and count.first <= clause.first + 1
        if opens and count.first > 0 and row[count.first - 1].low in definite:
            return count.start, count.stop
    return None


def _of_batch(clause: Clause, scene: Scene, story: Story, made: Sequence[Outline]) -> Who | None:
    """ "They", "all of them", "most of those freed": the last batch, or some of it.

    A day of its own, apart from the batch's, means another batch that nobody counts.
    """
    place = clause.trigger.place
    first, last = clause.first, clause.last
    if (one := _one_of_them(clause, scene)) is not None:
        return one
    if clause.trigger.frame.voice == "noun":
        first, last = place + 1, min(last, place + 1 + _NOUN_REACH)
    if scene.read.within(first, last, "most") is not None:
        return Who()
    if scene.read.within(first, last, "group") is None:
        return None
    here = [one for one in made if one.said.kind in BATCHES and one.said.amount is not None]
    batch = here[-1] if here else story.recent_batch(scene.number)
    day = day_at(scene.read, scene.page, clause.first, clause.last, place)
    if batch is None or (day and batch.said.when and not day.when.meets(batch.said.when)):
        return Who() if day is not None else None
    return _of_outline(batch)


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


def _has_object(clause: Clause, scene: Scene) -> bool:
    """Whether a pronoun is the object of a verb: "sentenced him"."""
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    place = clause.trigger.place + 1
    return place < len(row) and row[place].low in pronouns["he"] | pronouns["she"]


def object_pronoun(clause: Clause, scene: Scene, story: Story) -> Who | None:
    """ "gave him 16 years": whom the pronoun right behind a verb means; None where there is none."""
    verb = clause.trigger.frame.voice in ("either", "active")
    own = clause.trigger.own
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    place = own[0] + 1 if verb and own else len(row)
    if place >= len(row) or not clause.holds(place):
        return None
    owned = place + 1 < len(row) and scene.page.manners.relatives.takes(row[place + 1])
    owned = owned or _is_before_name(place, scene)
    termed = any(term.first == place + 1 for term in scene.read.sentence.terms)
    female = termed and row[place].low in pronouns["her"]
    if owned or not (female or row[place].low in pronouns["him"]):
        return None
    found = antecedent(Gender.FEMALE if female else Gender.MALE, place, scene, story)
    return Who((found.as_argument(),)) if found is not None else None


def _is_before_name(place: int, scene: Scene) -> bool:
    """ "приговорил его соратницу А. К.": a possessive of somebody named right behind."""
    row = scene.read.sentence.row
    return any(
        1 < person.first - place <= _SUBJECT
        and all(word.spoken for word in row[place : person.first])
        for person in scene.read.sentence.persons
        if person.part in (Part.OPEN, Part.ASIDE)
    )


def _is_of_relative(clause: Clause, scene: Scene) -> bool:
    """ "Her brother got two years": somebody else, whom nobody names."""
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    owners = pronouns["his"] | pronouns["her"]
    stop = min(clause.trigger.place, clause.last)
    return any(
        _are_kin(row[at], row[at + 1], owners, scene)
        or _are_kin(row[at + 1], row[at], owners, scene)
        for at in range(clause.first, stop)
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


def _of_outline(outline: Outline) -> Who:
    said = outline.said
    if said.amount is not None:
        return Who(said.persons, said.amount, said.amount_at)
    return Who(said.persons)


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


def _described(clause: Clause, scene: Scene, story: Story) -> PersonAt | None:
    """ "the 30-year-old", "the journalist": the last person named, but no woman by a man's article."""
    row, manners = scene.read.sentence.row, scene.page.manners
    definite, masculine = (scene.page.known.pronouns[name] for name in ("definite", "masculine"))
    for at in range(clause.first, min(clause.last, len(row))):
        word = row[at]
        dated = any(day.first <= at < day.last for day in scene.read.sentence.days)
        aged = word.text[0].isdigit() and "-" in word.text and not dated
        role = manners.roles.takes(word) and not manners.former.takes(word)
        if aged or (role and any(word.low in definite for word in row[max(0, at - 2) : at])):
            before = [one for one in scene.read.sentence.persons if one.last <= at]
            named = [one for one in before if one.part in (Part.OPEN, Part.ASIDE)]
            nearest = (named or story.people)[-1:]
            his = role and any(one.low in masculine for one in row[max(0, at - 2) : at])
            man = his and not word.low.endswith(manners.singulars)
            return next(
                (one for one in nearest if not man or one.gender is not Gender.FEMALE), None
            )
        if role and word.low.endswith(manners.singulars) and not _is_named(at, scene):
            return _just_told(scene, story)
    return None


def _is_named(place: int, scene: Scene) -> bool:
    """Whether a name stands beside a role, or the role beside an article of one nobody names."""
    row, known = scene.read.sentence.row, scene.page.known
    named = any(-1 <= one.first - place <= _SUBJECT for one in scene.read.sentence.persons)
    return named or any(known.one.takes(word) for word in row[max(0, place - _ARTICLE) : place])


def _just_told(scene: Scene, story: Story) -> PersonAt | None:
    """The one person the last events were told of, if that was just before."""
    told = [one for one in story.outlines if scene.number - one.sentence <= _JUST]
    names = {person.value for one in told[-1:] for person in one.said.persons}
    people = [person for person in story.people if person.name in names]
    return people[-1] if len(names) == 1 and people else None
