"""Aside: people who are named only to say who somebody else is ("the wife of A. S.").

Decides by the words for kin around a name, and by endings of possession.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.finders.capitals import Run
from habeas.reading.manners import Manners
from habeas.reading.words import Word


def is_aside(run: Run, row: Sequence[Word], manners: Manners) -> bool:
    """ "Andrei S.'s wife", "the wife of Andrei S.": named only to say who somebody else is."""
    owns = run.cut > 0 and run.last < len(row) and manners.relatives.takes(row[run.last])
    linked = run.first > 1 and row[run.first - 1].low in manners.linking
    if owns or (linked and manners.relatives.takes(row[run.first - 2])):
        return True
    if _is_owner(run, row, manners):
        return True
    kin = len(run.bare) == 1 and run.first > 1 and manners.relatives.takes(row[run.first - 1])
    return kin and row[run.first - 2].low in manners.owners


def _is_owner(run: Run, row: Sequence[Word], manners: Manners) -> bool:
    """ "A. L., сына палітыка B. L.": behind a name, a comma and kin stands whose kin it is."""
    at = run.first - 1
    if at > 1 and row[at].spoken and not (row[at].capital or manners.relatives.takes(row[at])):
        at -= 1
    kin = at > 1 and manners.relatives.takes(row[at])
    return kin and row[at - 1].text == "," and row[at - 2].capital
