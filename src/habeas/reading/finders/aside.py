"""Aside: people who are named only to say who somebody else is ("the wife of A. S.").

Decides by the words for kin around a name, and by endings of possession.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.language.names import Gender, given_forms
from habeas.reading.finders.capitals import Run
from habeas.reading.manners import Manners
from habeas.reading.words import Word, folded

_ROLES = 2
"""Words for what somebody does between kin and a name, at most."""
_JOINING = 3
"""Letters of a word that joins two names, at most."""
_NEXT = 3
"""A joining word and the next name of a list."""
_BETWEEN = 3
"""Words between kin and the name of whose kin it is, at most."""


def is_aside(run: Run, row: Sequence[Word], manners: Manners, gender: Gender | None) -> bool:
    """ "Andrei S.'s wife", "the wife of Andrei S.": named only to say who somebody else is."""
    owner = run.cut > 0 or folded(run.bare[-1]).endswith(manners.possessed)
    owns = owner and run.last < len(row) and manners.relatives.takes(row[run.last])
    linked = _is_linked(run, row, manners) or _is_owner(run, row, manners)
    return owns or linked or _is_other_name(run, row) or _is_of_kin(run, row, manners, gender)


def _is_other_name(run: Run, row: Sequence[Word]) -> bool:
    """ "Aiten A. (T.)": one word in brackets behind a name, another name of the same person."""
    at = run.first - 2
    bracketed = row[run.first - 1].text == "(" and run.last < len(row) and row[run.last].text == ")"
    return at >= 0 and len(run.bare) == 1 and bracketed and row[at].capital


def _is_of_kin(run: Run, row: Sequence[Word], manners: Manners, gender: Gender | None) -> bool:
    """ "żonę Ihara Kota": kin of the other sex, or of either, right before a name or its role."""
    at, first = run.first - 1, max(0, run.first - 1 - _ROLES)
    while at > first and manners.roles.takes(row[at]) and not _are_kin(row[at], manners):
        at -= 1
    if at < 0:
        return False
    if manners.kinsfolk.takes(row[at]):
        return not _is_listed(run, row)
    if gender is None:
        return False
    other = manners.kinswomen if gender is Gender.MALE else manners.kinsmen
    return other.takes(row[at]) or _is_genitive(run, at, row, manners, gender)


def _is_genitive(run: Run, at: int, row: Sequence[Word], manners: Manners, gender: Gender) -> bool:
    """ "матери Марии К.", "brata Jana K.": a name in the genitive behind kin of its own sex."""
    female = gender is Gender.FEMALE
    same = manners.kinswomen if female else manners.kinsmen
    if (
        not same.takes(row[at])
        or (_is_listed(run, row) and row[run.last].text != ",")
        or (at > 0 and row[at - 1].low in manners.owners)
    ):
        return False
    endings = manners.womens_genitive if female else manners.mens_genitive
    forms = given_forms(run.bare[0], manners.code)
    forms = tuple(form for form in forms if form.gender in (gender, None))
    oblique = bool(forms) and all(form.oblique for form in forms)
    return oblique and folded(run.bare[0]).endswith(endings)


def _are_kin(word: Word, manners: Manners) -> bool:
    lists = (manners.relatives, manners.kinsfolk, manners.kinswomen, manners.kinsmen)
    return any(one.takes(word) for one in lists)


def _is_listed(run: Run, row: Sequence[Word]) -> bool:
    """ "адвокатов Ивана Лося и Анну Кот": names of a list are those of the people before them."""
    behind = row[run.last : run.last + 3]
    if len(behind) < _NEXT or not all(word.capital for word in behind[1:]):
        return False
    joins = behind[0].spoken and not behind[0].capital and len(behind[0].text) <= _JOINING
    return joins or behind[0].text == ","


def _is_linked(run: Run, row: Sequence[Word], manners: Manners) -> bool:
    """ "The lawyers of the Kremlin critic A. N.": kin, a joining word, and perhaps a role before it."""
    at, first = run.first - 1, max(1, run.first - 1 - _BETWEEN)
    while at > first and (manners.roles.takes(row[at]) or manners.offices.takes(row[at])):
        at -= 1
    while at > first and row[at].low in manners.articles | manners.linking:
        if manners.relatives.takes(row[at - 1]) and row[at].low in manners.linking:
            return True
        at -= 1
    return False


def _is_owner(run: Run, row: Sequence[Word], manners: Manners) -> bool:
    """ "A. L., сына палітыка B. L.": behind a name, a comma and kin stands whose kin it is."""
    at, first = run.first - 1, max(1, run.first - 1 - _BETWEEN)
    while at > first and row[at].spoken and not row[at].capital:
        if manners.relatives.takes(row[at]):
            break
        at -= 1
    kin = at > 1 and manners.relatives.takes(row[at])
    own = row[at - 1].text == "," and row[at - 2].capital if kin else False
    return own and not _is_listed(run, row)
