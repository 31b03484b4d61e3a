"""Kindred: two people who bear one family name in the plural ("братья Рустам и Фаррух Мамаджановы").

Decides that each bears it in the singular, by the sex of their given names. Law: names that are not
joined by a short word, or of which neither kin nor both given names are known, stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.language.names import Form, Gender, given_forms, of_one
from habeas.reading.finders.capitals import Run
from habeas.reading.manners import Manners
from habeas.reading.words import Word

_FULL = 2
"""Words of a full name, at least."""
_JOINING = 3
"""Letters of a word that joins two given names of one family, at most."""


def each_own(found: Sequence[Run], row: Sequence[Word], manners: Manners) -> list[Run]:
    """The runs of a row, where "братья Рустам и Фаррух Мамаджановы" bear a family name each."""
    own = list(found)
    for at, (run, following) in enumerate(zip(found, found[1:], strict=False)):
        if not are_joined(run, following, row, manners) or len(following.bare) < _FULL:
            continue
        given = [given_forms(one.bare[0], manners.code) for one in (run, following)]
        kin = run.first > 0 and manners.relatives.takes(row[run.first - 1])
        if not kin and not all(given):
            continue
        sexes = _sexes(given)
        names = [of_one(following.bare[-1], sex, manners.code) for sex in sexes]
        if names[0] is not None and names[1] is not None:
            one, two = (_plain(forms, sex) for forms, sex in zip(given, sexes, strict=True))
            own[at] = replace(run, bare=(one or run.bare[0], names[0]))
            rest = following.bare[1:-1]
            own[at + 1] = replace(following, bare=(two or following.bare[0], *rest, names[1]))
    return own


def _plain(forms: Sequence[Form], sex: Gender | None) -> str:
    """The nominative of a given name as one of a sex; "" where no list has it so."""
    return next((form.nominative for form in forms if form.gender in (sex, None)), "")


def _sexes(given: Sequence[Sequence[Form]]) -> list[Gender | None]:
    """The sex of each of two who bear one family name: one that both may be, else each their own."""
    able = [{form.gender for form in forms} - {None} for forms in given]
    shared = able[0] & able[1] if all(able) else able[0] | able[1]
    if len(shared) == 1:
        return [*shared, *shared]
    if len(shared) > 1 and all(able):
        return [Gender.MALE, Gender.MALE]
    return [forms[0].gender if forms else None for forms in given]


def are_joined(run: Run, following: Run, row: Sequence[Word], manners: Manners) -> bool:
    """Whether a word alone and a name stand right beside a short word that joins them."""
    between = row[run.last] if run.last < len(row) else row[-1]
    if following.first != run.last + 1 or len(run.bare) != 1:
        return False
    short = between.spoken and not between.capital and len(between.text) <= _JOINING
    return short and between.low not in manners.prepositions
