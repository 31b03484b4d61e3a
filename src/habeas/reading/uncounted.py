"""Uncounted: clauses whose people nobody names or counts, so that nobody else is meant.

"He promised to release ill people who were put behind bars", "only sick prisoners were let go":
neither he nor the last one told of was. Decides by a noun for people without a number and without a
name, right where the voice of the trigger asks for those it happens to. "The journalist was arrested"
is for `described`, "a student was arrested" for `unnamed`, "those freed" for `plurals`.
"""

from __future__ import annotations

from habeas.reading.clauses import Clause
from habeas.reading.lexicon import Lexicon
from habeas.reading.outline import Scene
from habeas.reading.page import Read
from habeas.reading.voices import voiced

_BEFORE, _BEHIND = 4, 3
"""Words from such a noun back to the first that says which, and from a verb to the noun, at most."""
_NAME = 3
"""Words from a noun to the name it stands before, at most."""
_VERBS = frozenset({"passive", "either", "active", "bare"})


def is_uncounted(clause: Clause, scene: Scene) -> bool:
    """Whether a clause tells of people whom nobody names or counts."""
    trigger = voiced(clause.trigger, scene.read, scene.page)
    if trigger.frame.voice not in _VERBS or not trigger.own:
        return False
    passive = trigger.frame.voice == "passive"
    if passive and _is_of_relative(clause, scene):
        return True
    if not scene.page.known.bare_nouns:
        return False
    if passive:
        places = {trigger.own[0] - 1, trigger.own[-1] - 1} - set(trigger.own)
        return any(_is_subject(at, scene) for at in places)
    return trigger.frame.voice != "bare" and _is_object(trigger.own[-1], clause, scene)


def has_own_object(first: int, last: int, read: Read, known: Lexicon) -> bool:
    """ "Despite the release of some prisoners, 1,400 remain in jail": whether words are of others.

    They stand from behind the noun of an event up to a number or a name, and tell of people whom nobody
    counts before a comma.
    """
    row = read.sentence.row
    comma = next((at for at in range(first, last) if row[at].text == ","), first)
    if read.within(first, last, "among") is not None:
        return False
    return any(known.custody.takes(one) or known.nouns.takes(one) for one in row[first:comma])


def _is_of_relative(clause: Clause, scene: Scene) -> bool:
    """ "People who were put behind bars": the noun right before a relative pronoun, nobody behind it."""
    row, known, verb = scene.read.sentence.row, scene.page.known, clause.trigger.own[0]
    for at in range(verb - 1, max(0, clause.first - 1), -1):
        if any(one.first <= at < one.last for one in scene.groups):
            return False
        noun = at - 2 if row[at - 1].text == "," else at - 1
        if noun >= 0 and known.relatives.takes(row[at]) and _is_plain(noun, scene):
            many = not scene.page.manners.roles.takes(row[noun])
            among = scene.read.within(max(0, noun - _BEFORE), at, "among") is not None
            return many and not among and not _is_of_number(noun, scene)
    return False


def _is_subject(place: int, scene: Scene) -> bool:
    """ "Only sick prisoners were being released": a noun right before the verb, with no article."""
    row, known = scene.read.sentence.row, scene.page.known
    while place > 0 and known.passives.takes(row[place]):
        place -= 1
    if place < 0 or not _is_plain(place, scene) or _is_said_which(place, scene):
        return False
    return not any(0 < one.first - place <= _BEFORE for one in scene.read.sentence.counts)


def _is_object(verb: int, clause: Clause, scene: Scene) -> bool:
    """ "Promised to free political prisoners": a noun close behind the verb, with no article."""
    row = scene.read.sentence.row
    for at in range(verb + 1, min(verb + 1 + _BEHIND, clause.last, len(row))):
        if not row[at].spoken or any(one.first <= at < one.last for one in scene.groups):
            return False
        if _is_plain(at, scene):
            return not _is_said_which(at, scene)
    return False


def _is_plain(place: int, scene: Scene) -> bool:
    """Whether a word is a noun for people outside names and numbers, and stands before no name."""
    sentence, known = scene.read.sentence, scene.page.known
    word = sentence.row[place]
    person = known.custody.takes(word) or known.nouns.takes(word)
    if not person or word.capital is not known.nouns_capitalised:
        return False
    spans = [(one.first, one.last) for one in sentence.persons]
    spans += [(one.first, one.last) for one in sentence.counts]
    return not any(
        first <= place < last or 0 < first - place <= _NAME and sentence.row[place + 1].text != ","
        for first, last in spans
    )


def _is_of_number(place: int, scene: Scene) -> bool:
    """ "Two of the people who …": whether a number stands before the noun."""
    return any(0 <= place - one.last < _BEFORE for one in scene.read.sentence.counts)


def _is_said_which(place: int, scene: Scene) -> bool:
    """Whether an article, a possessive, a number or a joining word stands before what the noun says."""
    row, known, manners = scene.read.sentence.row, scene.page.known, scene.page.manners
    definite = known.pronouns["definite"] | manners.articles | manners.owners
    for at in range(place - 1, max(-1, place - 1 - _BEFORE), -1):
        if row[at].text in ",;:–—.":
            return False
        said = row[at].low in definite or known.one.takes(row[at]) or known.joins.takes(row[at])
        if said or any(one.first <= at < one.last for one in scene.groups):
            return True
    return False
