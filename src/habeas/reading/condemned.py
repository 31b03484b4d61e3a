"""Condemned: verbs that mean to sentence, and are said of arrests, verdicts and violence.

Decides by what is condemned: a noun of the list `condemned` right behind the verb, or at the head of its
clause where nobody else stands, and no length of time.
"""

from __future__ import annotations

from habeas.reading.telling import Telling
from habeas.terms.kind import Kind

_BEHIND, _HEAD = 4, 2
"""Words behind the verb, and at the head of its clause, in which the noun is looked for."""


def is_condemned(telling: Telling) -> bool:
    """ "The papers condemned the arrests", where one verb means to sentence, too."""
    clause, scene = telling.clause, telling.scene
    if telling.kind is not Kind.SENTENCED or not clause.trigger.own:
        return False
    row, verb = scene.read.sentence.row, clause.trigger.place
    if any(clause.holds(term.first) for term in scene.read.sentence.terms):
        return False
    behind = row[verb + 1 : min(verb + 1 + _BEHIND, clause.last)]
    if any(scene.page.known.condemned.takes(word) for word in behind):
        return True
    named = any(clause.first <= group.first < verb for group in scene.groups)
    return not named and any(
        scene.page.known.condemned.takes(word)
        for word in row[clause.first : min(verb, clause.first + _HEAD)]
    )
