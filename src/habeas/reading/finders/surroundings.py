"""Surroundings: what the words beside a name tell: an office, a role, or that it is a place's.

Decides by lists of the pack. Who the person is, and in what part, is for `people`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.language.names import given_forms
from habeas.reading.finders.capitals import Run
from habeas.reading.manners import Manners
from habeas.reading.words import Word

BEFORE = 6
"""Words before a name that are searched for an office or a role."""
_NAMED = 4
"""Words of the name of a place before its noun, plus one."""
_WALLS = frozenset(',;:.–—-()«»„“”"')


def is_of_site(run: Run, row: Sequence[Word], manners: Manners) -> bool:
    """ "Wadi Natrun prison", "Gefängnis Wadi al-Natrun": the name of a place or a body."""
    if run.role or run.office or run.cut:
        return False
    if manners.sites_first and not given_forms(run.bare[0], manners.code) and run.first > 0:
        return manners.sites.takes(row[run.first - 1]) and row[run.first - 1].spoken
    behind = row[run.last] if run.last < len(row) and len(run.bare) < _NAMED else None
    return behind is not None and not behind.capital and manners.sites.takes(behind)


def described(first: int, row: Sequence[Word], manners: Manners) -> bool:
    """Whether a role or an office stands right before, in small letters."""
    return first > 0 and (
        manners.roles.takes(row[first - 1]) or manners.offices.takes(row[first - 1])
    )


def office_before(first: int, row: Sequence[Word], manners: Manners) -> bool:
    """Whether an office is named before, in the same noun phrase."""
    start = first - 1
    apposed = start > 0 and row[start].text == ","
    for at in range(start - apposed, max(-1, start - BEFORE), -1):
        word = row[at]
        if word.text in _WALLS or not word.spoken:
            return False
        if manners.offices.takes(word):
            return True
        if given_forms(word.text, manners.code) and word.capital:
            return False
        if not word.capital and not _linking(word, manners):
            return False
    return False


def _linking(word: Word, manners: Manners) -> bool:
    return word.low in manners.linking or manners.roles.takes(word)
