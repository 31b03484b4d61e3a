"""Bearing: whether what a page tells has to do with custody at all.

A poet's death, a bus of tourists and a dismissed coach use the same verbs. A death counts where its
sentence names a place or state of custody, or the page tells custody of the same person; a move where
people of that kind, a place, or such a person are named with it, or where the page is about little
else. Anything else counts unless its sentence has a word of commerce and none of custody.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.outline import Outline
from habeas.reading.page import Page
from habeas.terms.kind import CUSTODY, Kind

_DOUBTFUL = frozenset({Kind.DIED, Kind.TRANSFERRED})
_MOVED = frozenset({Kind.STOCK_TOTAL, Kind.EXPELLED, Kind.TRANSFERRED})
_MASSES = 20_000
"""From this number on, those who live somewhere or leave are a people on the move."""


def bearing(outlines: Sequence[Outline], page: Page) -> list[Outline]:
    """The outlines without those that have nothing to do with custody."""
    certain = [
        one
        for one in outlines
        if one.said.kind in CUSTODY - _DOUBTFUL and not _is_of_commerce(one, page)
        if not page.mixed or page.tells(one.sentence)
    ]
    deaths = [one for one in outlines if one.said.kind is Kind.DIED and _bears(one, set(), page)]
    known = {person.value for one in (*certain, *deaths) for person in one.said.persons}
    return [one for one in outlines if _bears(one, known, page)]


def _bears(outline: Outline, known: set[str], page: Page) -> bool:
    said = outline.said
    if _is_of_masses(outline, page):
        return False
    if page.mixed and not page.tells(outline.sentence):
        return False
    if any(person.value in known for person in said.persons):
        return True
    if said.kind in _DOUBTFUL and not said.persons and _is_of_commerce(outline, page):
        return False
    if outline.weak and said.amount is None and outline.sentence not in page.of_custody:
        return False
    if said.kind not in _DOUBTFUL:
        return not _is_of_commerce(outline, page)
    if outline.sentence in page.of_custody or outline.bears:
        return True
    if said.kind is Kind.DIED:
        return page.devoted
    if said.persons and said.amount is None and not outline.carried:
        return page.devoted and said.destination is not None
    carried = said.amount is not None and said.population is None and said.part is None
    return said.destination is not None or carried or page.devoted


def _is_of_masses(outline: Outline, page: Page) -> bool:
    """ "2.8 million Venezuelans live there": so many emigrate; where no word of custody stands."""
    said = outline.said
    if said.amount is None or said.amount.value < _MASSES or outline.sentence in page.of_custody:
        return False
    return said.kind in _MOVED or said.note in {str(kind) for kind in _MOVED}


def _is_of_commerce(outline: Outline, page: Page) -> bool:
    """Whether the sentence speaks of commerce or sport, and not of custody."""
    return outline.sentence in page.of_commerce and outline.sentence not in page.of_custody
