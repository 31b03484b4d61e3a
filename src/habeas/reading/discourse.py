"""Discourse: what a page has told so far, and whom "she", "they" and "among them" go back to.

Decides the antecedent of pronouns and possessives (the last person of fitting gender, those whose
custody was told first), of groups ("all", "they": the last batch), and carries the day of that batch.
Everything found here is inferred: it has no words of its own in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from habeas.language.names import Gender
from habeas.reading.clauses import Clause
from habeas.reading.mentions import Part, PersonAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.timing import day_at
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument
from habeas.terms.kind import CUSTODY, EXITS, Kind
from habeas.terms.when import When

KINDS = CUSTODY | {Kind.RECOGNISED}
"""Kinds that tell what happened to people."""

BATCHES = EXITS | {Kind.PARDONED, Kind.TRANSFERRED, Kind.DETAINED, Kind.SENTENCED, Kind.CHARGED}
"""Kinds a group may be carried on from."""

_MOVES = frozenset({Kind.RELEASED, Kind.PARDONED, Kind.EXPELLED, Kind.TRANSFERRED})
_CARRIES_DAY = _MOVES | {Kind.SANCTION_LIFTED, Kind.NEGOTIATION}
_NEAR = 3
"""Days that are near enough to one for "the same day"."""
_NOUN_REACH = 3
_FAR = 4
"""Sentences a group is remembered for."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody an event happens to, inferred: persons, or a number of people."""

    persons: tuple[Argument, ...] = ()
    amount: Amount | None = None
    amount_at: tuple[int, int] | None = None
    unnamed: bool = False
    """Some of a batch, nobody says how many."""


@dataclass(slots=True)
class Story:
    """What has been told, in order."""

    outlines: list[Outline] = field(default_factory=list)
    people: list[PersonAt] = field(default_factory=list)
    batch: Outline | None = None
    last: Outline | None = None
    """The last event told of people."""
    stock: int | None = None
    """The sentence of the last total of those inside."""
    news: When | None = None
    """The day of the first batch that has one: what the page is about."""
    day: When | None = None
    """The last day named."""

    def tell(self, scene: Scene, made: Sequence[Outline]) -> None:
        """Go on to the next sentence."""
        self.outlines.extend(made)
        for person in scene.read.sentence.persons:
            if person.part is Part.OPEN:
                self.people.append(person)
        for day in scene.read.sentence.days:
            if (day.when.days or _NEAR + 1) <= _NEAR:
                self.day = day.when
        self._tell_last(scene, made)
        for told in made:
            outline = _as_batch(told)
            if outline.said.kind in BATCHES and _is_batch(outline):
                if (
                    self.news is None
                    and outline.said.kind in _MOVES
                    and outline.said.when is not None
                ):
                    self.news = outline.said.when if outline.said.when.words else None
                if _replaces(outline, self.batch):
                    self.batch = outline

    def _tell_last(self, scene: Scene, made: Sequence[Outline]) -> None:
        for told in made:
            if _as_batch(told).said.kind in KINDS - {Kind.HELD}:
                self.last = _as_batch(told)
            elif told.said.kind is Kind.STOCK_TOTAL:
                self.stock = scene.number

    def recent_batch(self, sentence: int) -> Outline | None:
        """The last batch told, unless it lies too far back."""
        if self.batch is None or sentence - self.batch.sentence > _FAR:
            return None
        return self.batch

    def day_of(self, kind: Kind, sentence: int) -> When | None:
        """The day of the batch that is just being told, for an event of its kind."""
        batch = self.recent_batch(sentence)
        if batch is None or kind not in _CARRIES_DAY or batch.said.kind not in _MOVES:
            return None
        return batch.said.when


def _as_batch(outline: Outline) -> Outline:
    """A total over a period as the batch it counts: "among them" goes on with its event."""
    said = outline.said
    if said.kind is not Kind.FLOW_TOTAL or said.note not in {str(kind) for kind in BATCHES}:
        return outline
    return replace(outline, said=replace(said, kind=Kind(said.note), note=""), period=True)


def _is_batch(outline: Outline) -> bool:
    said = outline.said
    return (said.amount is not None and said.part is None) or len(said.persons) > 1


def _replaces(one: Outline, other: Outline | None) -> bool:
    """Whether a batch takes the place of the one told before it."""
    if other is None or one.sentence - other.sentence > _FAR:
        return True
    counted = one.said.amount is not None or other.said.amount is None
    return (counted and one.sentence > other.sentence) or _wider(one, other)


def _wider(one: Outline, other: Outline) -> bool:
    return (one.said.amount is not None and other.said.amount is None) or (
        one.said.amount is not None
        and other.said.amount is not None
        and one.said.amount.value > other.said.amount.value
    )


def carried(clause: Clause, scene: Scene, story: Story, made: Sequence[Outline]) -> Who | None:
    """Whom an event without a named group happens to; None where nothing tells."""
    if clause.trigger.frame.voice == "self" or _is_of_relative(clause, scene):
        return None
    if clause.trigger.frame.voice == "noun":
        return _possessed(clause, scene, story) or _of_batch(clause, scene, story)
    if clause.trigger.frame.voice == "bare" and not _has_object(clause, scene):
        return _of_outline(made[-1]) if made and _goes_on(clause, scene) else None
    if (whole := _of_batch(clause, scene, story)) is not None:
        return whole
    if clause.trigger.frame.voice == "case":
        last = story.people[-1] if story.people else None
        return Who((last.as_argument(),)) if last is not None else None
    person = pronoun(clause.first, clause.last, scene, story) or _described(clause, scene, story)
    if person is not None:
        return Who((person.as_argument(),))
    return _of_outline(made[-1]) if made else None


def both(clause: Clause, scene: Scene, story: Story) -> Who | None:
    """ "Both": the last two people named, where just two are near enough."""
    if scene.read.within(clause.first, clause.last, "both") is None:
        return None
    named: dict[str, PersonAt] = {}
    for person in reversed(story.people):
        named.setdefault(person.name, person)
    two = list(named.values())[:2]
    return Who(tuple(person.as_argument() for person in reversed(two))) if len(two) > 1 else None


def _of_batch(clause: Clause, scene: Scene, story: Story) -> Who | None:
    """ "They", "all of them", "most of those freed": the last batch, or some of it.

    A day of its own, apart from the batch's, means another batch that nobody counts.
    """
    place = clause.trigger.place
    first, last = clause.first, clause.last
    if clause.trigger.frame.voice == "noun":
        first, last = place + 1, min(last, place + 1 + _NOUN_REACH)
    if scene.read.within(first, last, "most") is not None:
        return Who(unnamed=True) if clause.trigger.kind in _MOVES else None
    batch = story.recent_batch(scene.number)
    if scene.read.within(first, last, "group") is None:
        return None
    day = day_at(scene.read, scene.page, clause.first, clause.last, place)
    if batch is None or (day and batch.said.when and not day.when.meets(batch.said.when)):
        return Who(unnamed=True) if day is not None else None
    return _of_outline(batch)


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
    if owned or row[place].low not in pronouns["him"]:
        return None
    found = antecedent(Gender.MALE, place, scene, story)
    return Who((found.as_argument(),)) if found is not None else None


def _is_of_relative(clause: Clause, scene: Scene) -> bool:
    """ "Her brother got two years": somebody else, whom nobody names."""
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    owners = pronouns["his"] | pronouns["her"]
    stop = min(clause.trigger.place, clause.last)
    return any(
        row[at].low in owners and scene.page.manners.relatives.takes(row[at + 1])
        for at in range(clause.first, stop)
    )


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


def pronoun(first: int, last: int, scene: Scene, story: Story) -> PersonAt | None:
    """Whom the first pronoun at words `first..last` means."""
    row = scene.read.sentence.row
    pronouns = scene.page.known.pronouns
    for at in range(first, min(last, len(row))):
        for name, gender in (("he", Gender.MALE), ("she", Gender.FEMALE)):
            if row[at].low in pronouns[name]:
                return antecedent(gender, at, scene, story)
    return None


def _described(clause: Clause, scene: Scene, story: Story) -> PersonAt | None:
    """ "the 30-year-old", "the journalist": the last person named."""
    row, manners = scene.read.sentence.row, scene.page.manners
    definite = scene.page.known.pronouns["definite"]
    for at in range(clause.first, min(clause.last, len(row))):
        word = row[at]
        aged = word.text[0].isdigit() and "-" in word.text
        role = manners.roles.takes(word) and not manners.former.takes(word)
        if aged or (role and any(word.low in definite for word in row[max(0, at - 2) : at])):
            before = [one for one in scene.read.sentence.persons if one.last <= at]
            named = [one for one in before if one.part in (Part.OPEN, Part.ASIDE)]
            nearest = named or story.people
            return nearest[-1] if nearest else None
    return None


def antecedent(gender: Gender, place: int, scene: Scene, story: Story) -> PersonAt | None:
    """The last person before a word whose gender fits; people of this sentence first."""
    before = [person for person in scene.read.sentence.persons if person.last <= place]
    here = [person for person in before if person.part is Part.OPEN]
    for person in (*reversed(here), *_of_whom_told(before, scene, story), *reversed(story.people)):
        if person.gender in (gender, None):
            return person
    return None


def _of_whom_told(before: Sequence[PersonAt], scene: Scene, story: Story) -> list[PersonAt]:
    """ "K. says that he was forced": who speaks of himself; not those named by what they are."""
    told = {person.value for outline in story.outlines for person in outline.said.persons}
    row, manners = scene.read.sentence.row, scene.page.manners

    def described(person: PersonAt) -> bool:
        around = row[max(0, person.first - 2) : person.last + 2]
        return any(manners.roles.takes(word) or manners.relatives.takes(word) for word in around)

    return [
        person
        for person in reversed(before)
        if person.part is Part.SPEAKER and (person.name in told or not described(person))
    ]
