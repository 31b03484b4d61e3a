"""Objects: whom a pronoun with a verb means that is the verb's object ("police detained her").

Decides which pronoun near a verb is its object, by lists of the pack and the words beside it, and who
is meant: the last one who fits, but never somebody of the verb's own clause, for who does a thing is not
the one it is done to. Where nobody fits, nobody is told of. Subjects are for `discourse`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.language.names import Gender
from habeas.reading.clauses import Clause
from habeas.reading.finders.places import gazetteer
from habeas.reading.mentions import Part, PersonAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.plurals import Who, last_told
from habeas.reading.pronouns import antecedent
from habeas.reading.story import Story
from habeas.reading.voices import voiced

_SIGNS = frozenset(',;:.–—()„“”"«»')
_BEFORE, _BEHIND = 6, 3
"""Words before a verb, and behind a part of it, in which its object is looked for."""
_VERBS = 2
"""Auxiliaries between a clitic and its verb, at most."""
_LITTLE = 3
"""Letters of a word that is no noun, at most."""
_SUBJECT = 3
"""Words from a possessive to the name it belongs to, at most."""
_VOICES = frozenset({"active", "either", "bare"})
_CLITIC = _VOICES | {"passive"}
"""The same, where a clitic before an auxiliary shows that nothing is told in the passive."""
_SINGULAR = {"him": Gender.MALE, "her_object": Gender.FEMALE, "him_or_her": None}
"""Lists of object pronouns in the singular, with the sex they tell."""
_OBJECTS = (*_SINGULAR, "them")


@dataclass(frozen=True, slots=True)
class _Verb:
    """The verb of a clause whose own words begin at word `first`."""

    clause: Clause
    scene: Scene
    first: int

    @property
    def acting(self) -> list[PersonAt]:
        """The people of the verb's own clause, one of whom may be the one who acts."""
        row, stop = self.scene.read.sentence.row, self.clause.trigger.own[-1] + 1
        while stop < self.clause.last and row[stop].text not in _SIGNS:
            stop += 1
        persons = self.scene.read.sentence.persons
        return [one for one in persons if self.first <= one.first < stop]


def object_pronoun(
    clause: Clause, scene: Scene, story: Story, made: Sequence[Outline]
) -> Who | None:
    """Whom the object of a verb means; nobody where none fits; None where no pronoun is its object."""
    own, pronouns = clause.trigger.own, scene.page.known.pronouns
    voice = voiced(clause.trigger, scene.read, scene.page).frame.voice
    if not own or voice not in (_CLITIC if scene.page.known.clitics else _VOICES):
        return None
    for place in _places(_Verb(clause, scene, _opens(clause, own[0], scene))):
        low = scene.read.sentence.row[place].low
        names = [name for name in _OBJECTS if low in pronouns[name]]
        near = max((at for at in own if at < place), default=own[0])
        verb = _Verb(clause, scene, _opens(clause, near, scene))
        if names and _is_object(place, verb):
            return _of_one(names, verb, story) or _of_many(names, verb, story, made)
    return Who() if _is_of_owned(clause, scene) else None


def _is_of_owned(clause: Clause, scene: Scene) -> bool:
    """ "Officer L. detained her driver": somebody nobody names, and not the officer."""
    row, known, place = scene.read.sentence.row, scene.page.known, clause.trigger.own[-1] + 1
    if place + 1 >= clause.last or not row[place + 1].spoken or row[place + 1].capital:
        return False
    verb = _Verb(clause, scene, _opens(clause, clause.trigger.own[-1], scene))
    owned = row[place].low in known.pronouns["his"] | known.pronouns["her"]
    passive = any(known.passives.takes(word) for word in row[verb.first : place])
    acting = verb.acting
    return owned and not passive and bool(acting) and all(one.last < place for one in acting)


def _of_one(names: Sequence[str], verb: _Verb, story: Story) -> Who | None:
    """The person a pronoun in the singular means, nobody if none fits; None where many are meant."""
    name = next((one for one in names if one in _SINGULAR), None)
    if name is None or ("them" in names and _were_many(story)):
        return None
    acting = frozenset(one.name for one in verb.acting)
    found = antecedent(_SINGULAR[name], verb.first, verb.scene, story, but=acting)
    return Who((found.as_argument(),)) if found is not None else Who()


def _were_many(story: Story) -> bool:
    """Whether the last event was told of more than one."""
    said = story.last.said if story.last is not None else None
    return said is not None and (said.amount is not None or len(said.persons) > 1)


def _of_many(
    names: Sequence[str], verb: _Verb, story: Story, made: Sequence[Outline]
) -> Who | None:
    if "them" not in names:
        return None
    told = last_told(verb.clause, verb.scene, story, made)
    return told or (Who() if verb.acting else None)


def _opens(clause: Clause, at: int, scene: Scene) -> int:
    """The first word of the clause of a verb at a word: behind a sign, a joining word, a speech."""
    row, page = scene.read.sentence.row, scene.page
    lists = (page.known.joins, page.known.relatives, page.known.complements, page.manners.speech)
    while at > clause.first:
        word = row[at - 1]
        if word.text in _SIGNS or any(one.takes(word) for one in lists):
            break
        at -= 1
    return at


def _places(verb: _Verb) -> Iterator[int]:
    """Words that may be the object: with clitics, the one before the verb; else those around it."""
    row, known, own = (
        verb.scene.read.sentence.row,
        verb.scene.page.known,
        verb.clause.trigger.own,
    )
    if known.clitics:
        at = own[0] - 1
        while at > max(verb.first, own[0] - 1 - _VERBS) and _is_auxiliary(at, verb.scene):
            at -= 1
        if at >= verb.first and not _is_article(at, verb):
            yield at
        return
    for part in (own[0], own[-1]):
        for at in range(part + 1, min(part + 1 + _BEHIND, verb.clause.last)):
            if row[at].text in _SIGNS or known.joins.takes(row[at]):
                break
            yield at
    yield from range(max(verb.first, own[0] - _BEFORE), own[0])
    yield from range(own[0] + 1, own[-1])


def _is_article(place: int, verb: _Verb) -> bool:
    """ "La detenida", "l'amnistia", "la notizia è stata": the word before a noun or a passive."""
    row, known, frame = (
        verb.scene.read.sentence.row,
        verb.scene.page.known,
        verb.clause.trigger.frame,
    )
    first = verb.clause.trigger.own[0]
    if any(known.passives.takes(word) for word in row[place:first]):
        return True
    noun = frame.voice in ("bare", "passive") or known.heads_noun(row[first])
    return noun and place == first - 1


def _is_auxiliary(place: int, scene: Scene) -> bool:
    word, known = scene.read.sentence.row[place], scene.page.known
    lists = (known.auxiliaries, known.passives, known.breaks)
    return any(one.takes(word) for one in lists)


def _is_object(place: int, verb: _Verb) -> bool:
    """Whether a pronoun stands alone, behind no preposition, before no noun it owns."""
    row, known = verb.scene.read.sentence.row, verb.scene.page.known
    if known.clitics:
        return True
    if place > 0 and _is_preposition(place - 1, verb):
        return False
    subject = row[place].low in known.pronouns["subject_too"]
    if subject and not (place > verb.first and verb.acting):
        return False
    return not _is_joined(place, verb.scene) and not _owns(place, verb)


def _is_preposition(place: int, verb: _Verb) -> bool:
    word, known = verb.scene.read.sentence.row[place], verb.scene.page.known
    verbs = (known.auxiliaries, known.passives)
    if place == verb.clause.trigger.own[0] or any(one.takes(word) for one in verbs):
        return False
    within = gazetteer(known.code).within
    lists = (known.breaks, known.topics, known.destined, known.rid, known.joins, within)
    return any(one.takes(word) for one in lists)


def _is_joined(place: int, scene: Scene) -> bool:
    """ "arrested him and Ivan K.": the pronoun's person is one of several."""
    row, known = scene.read.sentence.row, scene.page.known
    if place + 1 >= len(row) or not known.joins.takes(row[place + 1]):
        return False
    return any(0 <= one.first - place - 2 <= 1 for one in scene.read.sentence.persons)


def _owns(place: int, verb: _Verb) -> bool:
    """ "arrested her lawyer": a pronoun that may be a possessive, before a noun."""
    page, sentence, own = (
        verb.scene.page,
        verb.scene.read.sentence,
        verb.clause.trigger.own,
    )
    row, known, at = sentence.row, page.known, place + 1
    if row[place].low not in known.pronouns["his"] | known.pronouns["her"]:
        return False
    if at >= len(row) or not row[at].spoken or (at in own and place not in own):
        return False
    if place in own[:-1] or any(one.first < place <= one.last for one in sentence.counts):
        return True
    if page.manners.relatives.takes(row[at]) or _is_before_name(place, verb.scene):
        return True
    little = len(row[at].text) <= _LITTLE or row[at].capital or known.breaks.takes(row[at])
    found = {one.first for one in sentence.days} | {one.first for one in sentence.terms}
    found |= {one.first for one in sentence.places}
    return not little and at not in found and not any(0 <= one - at <= 1 for one in own)


def _is_before_name(place: int, scene: Scene) -> bool:
    """ "приговорил его соратницу А. К.": a possessive of somebody named right behind."""
    row = scene.read.sentence.row
    return any(
        1 < person.first - place <= _SUBJECT
        and all(word.spoken for word in row[place : person.first])
        for person in scene.read.sentence.persons
        if person.part in (Part.OPEN, Part.ASIDE)
    )
