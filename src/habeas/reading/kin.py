"""Kin: "the mother of K. was detained": somebody nobody names, and not the one they belong to.

Decides that a verb happened to the kin, or the lawyers, of somebody who is named only to say whose they
are. Kin behind a possessive ("her brother") is for `discourse`.
"""

from __future__ import annotations

from habeas.reading.clauses import Clause
from habeas.reading.mentions import Part
from habeas.reading.outline import Scene

_VERB = 4
"""Words between the kin and the verb, at most."""


def is_of_named_kin(clause: Clause, scene: Scene) -> bool:
    """Whether a verb has as its subject or object only the kin of somebody named right beside it."""
    row, own, known = scene.read.sentence.row, clause.trigger.own, scene.page.known
    if not own or clause.trigger.frame.voice == "noun":
        return False
    signs = (known.relatives, known.complements, scene.page.manners.speech, known.joins)
    pronouns = known.pronouns["he"] | known.pronouns["she"]
    for person in scene.read.sentence.persons:
        if person.part is not Part.ASIDE or not clause.holds(person.first):
            continue
        before = person.last <= own[0]
        between = row[person.last : own[0]] if before else row[own[-1] + 1 : person.first]
        clear = all(word.spoken and not any(one.takes(word) for one in signs) for word in between)
        meant = any(
            row[at].low in pronouns and at not in own and not known.passives.takes(row[at])
            for at in range(clause.first, own[0])
        )
        if clear and len(between) <= _VERB and (before or not meant):
            return True
    return False
