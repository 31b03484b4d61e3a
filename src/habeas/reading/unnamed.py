"""Unnamed people: "a student was detained", "his brother got two years".

Decides that one person nobody names is meant: an article or a possessive before a noun for a person,
where the voice of the trigger asks for those it happens to. A name right behind such a relative
("his wife Daria") is taken instead. Only on pages that are about little else than custody.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.clauses import Clause
from habeas.reading.mentions import Part
from habeas.reading.outline import Scene
from habeas.reading.plurals import Who
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument

_ADJECTIVES = 2
"""Words between an article and its noun, at most."""
_AGE = 2
"""Words more where an age stands between ("eine 24 Jahre alte Lehrerin")."""
_AFTER = 5
"""Words from a verb to its object, at most."""
_BEFORE = 9
"""Words from a subject to its verb, at most."""
_VOICES = frozenset({"passive", "either", "active", "bare"})


def somebody(clause: Clause, scene: Scene) -> Who | None:
    """One person nobody names, whom the event of a clause happens to; None where none is meant."""
    voice, own = clause.trigger.frame.voice, clause.trigger.own
    if voice not in _VOICES or not own or not scene.page.devoted:
        return None
    for first, noun in _phrases(clause, scene):
        if own[0] < first and noun < own[-1]:
            return _who(first, noun, scene)
        behind = noun - own[-1] if noun > own[-1] else own[0] - noun
        if noun in own or not 0 < behind <= (_AFTER if noun > own[-1] else _BEFORE):
            continue
        if noun < own[0] and not _leads(noun, own[0], scene):
            continue
        if noun > own[-1] and _has_subject(own[0], noun, scene):
            continue
        if (noun > own[-1]) == (voice == "passive" and not scene.page.known.objects_first):
            continue
        return _who(first, noun, scene)
    return None


def _phrases(clause: Clause, scene: Scene) -> Iterator[tuple[int, int]]:
    """Words of an article and of the noun for a person it stands before."""
    row, known, manners = scene.read.sentence.row, scene.page.known, scene.page.manners
    for first in range(clause.first, clause.last):
        owned = row[first].low in manners.owners
        if not owned and not known.one.takes(row[first]):
            continue
        aged = first + 1 < clause.last and row[first + 1].text[0].isdigit()
        reach = _ADJECTIVES + (_AGE if aged else 0)
        for noun in range(first + 1, min(first + 2 + reach, clause.last)):
            word = row[noun]
            if aged and noun == first + 1:
                continue
            if not word.spoken or manners.offices.takes(word):
                break
            if manners.relatives.takes(word) if owned else _is_person(noun, scene):
                yield first, noun
                break


def _leads(noun: int, verb: int, scene: Scene) -> bool:
    """Whether nothing between a noun and a verb parts them: a sign, a pronoun, a verb of speech."""
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    others = pronouns["he"] | pronouns["she"]
    return not any(
        word.text in ",;:" or word.low in others or scene.page.manners.speech.takes(word)
        for word in row[noun + 1 : verb]
    )


def _has_subject(verb: int, noun: int, scene: Scene) -> bool:
    """ "angeklagt war sie wegen … einen Beamten": whom it happened to is a pronoun before."""
    row, pronouns = scene.read.sentence.row, scene.page.known.pronouns
    return any(word.low in pronouns["he"] | pronouns["she"] for word in row[verb + 1 : noun])


def _is_person(place: int, scene: Scene) -> bool:
    word, known = scene.read.sentence.row[place], scene.page.known
    person = known.custody.takes(word) or known.nouns.takes(word) or known.parts.takes(word)
    return person and word.capital is known.nouns_capitalised


def _who(first: int, noun: int, scene: Scene) -> Who | None:
    row = scene.read.sentence.row
    for person in scene.read.sentence.persons:
        if person.first == noun + 1 and person.part is Part.ASIDE:
            return Who((person.as_argument(),))
        apposed = first > 0 and row[first - 1].text == "," and first - person.last in (1, 3)
        if apposed and person.part is Part.OPEN:
            return Who((person.as_argument(),))
    if first > 0 and row[first - 1].text == ",":
        return None
    written = " ".join(word.text for word in row[first : noun + 1])
    part = Argument(written, row[first].start, row[noun].stop)
    return Who(amount=Amount(1), part=part)
