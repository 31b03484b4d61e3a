"""Bearing: whether a death or a move that a page tells has to do with custody at all.

A poet's death and a bus of tourists use the same verbs. A death counts where its sentence names a
place or state of custody, or the page tells custody of the same person; a move where people of that
kind, or a place, are named with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.outline import Outline
from habeas.reading.page import Page
from habeas.terms.kind import CUSTODY, Kind

_DOUBTFUL = frozenset({Kind.DIED, Kind.TRANSFERRED})


def bearing(outlines: Sequence[Outline], page: Page) -> list[Outline]:
    """The outlines without deaths and moves that have nothing to do with custody."""
    certain = [one for one in outlines if one.said.kind in CUSTODY - _DOUBTFUL]
    known = {person.value for one in certain for person in one.said.persons}
    return [one for one in outlines if one.said.kind not in _DOUBTFUL or _bears(one, known, page)]


def _bears(outline: Outline, known: set[str], page: Page) -> bool:
    said = outline.said
    if any(person.value in known for person in said.persons):
        return True
    row = page.sentences[outline.sentence].row
    if any(page.known.context.takes(word) for word in row):
        return True
    if said.kind is Kind.DIED:
        return False
    carried = said.amount is not None and said.population is None and said.part is None
    return said.destination is not None or carried
