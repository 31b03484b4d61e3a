"""Misleading: words that only look like a trigger or a cue.

Decides by the words around: a participle written as a noun, or before a noun and nobody named; a term
that only tells how long something took; the name of a month. What a trigger means is for others.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.lexicon import Cue, Lexicon
from habeas.reading.mentions import Sentence
from habeas.reading.triggers import Trigger
from habeas.terms.kind import Kind

_BENT = ("e", "en", "er", "em", "es")
"""Endings of a participle before a noun."""
_TITLES = 4
"""Words from such a participle to a name, at most."""


def misleads(trigger: Trigger, sentence: Sentence, known: Lexicon) -> bool:
    """Whether a phrase announces nothing where it stands."""
    if known.nouns_capitalised and (
        _is_noun(trigger, sentence) or _is_attribute(trigger, sentence, known)
    ):
        return True
    return _is_while(trigger, sentence, known) or _is_of_people(trigger, sentence, known)


def _is_while(trigger: Trigger, sentence: Sentence, known: Lexicon) -> bool:
    """Whether the only term of a phrase tells how long something took ("after 753 days")."""
    if trigger.kind is not Kind.SENTENCED or "<term>" not in trigger.rule:
        return False
    terms = [term for term in sentence.terms if trigger.first <= term.first < trigger.last]
    return bool(terms) and all(known.only_lasts(sentence.row, term.first) for term in terms)


def is_counted(trigger: Trigger, found: Sequence[Trigger], sentence: Sentence) -> bool:
    """Whether a participle is the noun of a number that something else happens to.

    "Twenty convicts were pardoned" says nothing of a verdict, in languages that have one word for both.
    """
    if trigger.frame.voice != "bare" or trigger.last - trigger.first > 1:
        return False
    later = any(
        one.place > trigger.place and one.frame.voice in ("passive", "active", "either")
        for one in found
    )
    return later and any(
        count.first < trigger.place < count.last for count in sentence.counts if count.noun
    )


def _is_noun(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a verb's only word is written as a noun ("die Befreiten")."""
    verb = trigger.frame.voice in ("passive", "active", "either", "bare")
    word = sentence.row[trigger.place]
    alone = len(trigger.own) == 1 and trigger.last - trigger.first == 1
    return verb and alone and trigger.place > 0 and word.capital


def _is_attribute(trigger: Trigger, sentence: Sentence, known: Lexicon) -> bool:
    """Whether a participle stands before a noun and nobody named ("den inhaftierten Bürgermeister")."""
    row, place = sentence.row, trigger.place
    if len(trigger.own) > 1 or trigger.frame.voice in ("noun", "self") or place + 1 >= len(row):
        return False
    bent = row[place].low.endswith(_BENT) and not row[place].capital
    noun = row[place + 1].capital and place > 0 and known.articles.takes(row[place - 1])
    named = any(0 < person.first - place <= _TITLES for person in sentence.persons)
    return bent and noun and not named


def _is_of_people(trigger: Trigger, sentence: Sentence, known: Lexicon) -> bool:
    """Whether a participle with an article stands for people ("families of the detained")."""
    row, place = sentence.row, trigger.place
    if trigger.frame.voice not in ("bare", "either") or len(trigger.own) > 1 or place == 0:
        return False
    ends = place + 1 >= len(row) or not row[place + 1].spoken or known.breaks.takes(row[place + 1])
    return ends and row[place - 1].low in known.pronouns["definite"] and not known.nouns_capitalised


def in_day(cue: Cue, sentence: Sentence) -> bool:
    """Whether a cue is only the name of a month ("May")."""
    return cue.last - cue.first == 1 and any(
        day.first <= cue.first < day.last for day in sentence.days
    )
