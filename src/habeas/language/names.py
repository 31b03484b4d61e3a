"""Names of people: given names, endings, and the nominative of an inflected name.

Decides what the tables `persons` of a pack and the shared lists of given names mean: which words are
given names and of which gender, and how an oblique form goes back to the nominative. Whether words of
a text are a person at all is for `reading`; whether two names are one person, for `resolving`.

Laws: a name that fits no paradigm stays as written; the nominative of a nominative is itself where
its given name is known; no code names a language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import cast

from habeas.language.declension import Ending, Paradigms, paradigms
from habeas.language.declension import Form as Form
from habeas.language.declension import Gender as Gender
from habeas.language.declension import of_one as of_one
from habeas.language.pack import Table, table, word

_LISTS = Path(__file__).with_name("data") / "names"


@cache
def given_names(script: str) -> Mapping[str, Gender | None]:
    """Given names of a script, in small letters, each with its gender where it has one.

    None for "": a pack that names no script has no list.
    """
    if not script:
        return {}
    with (_LISTS / f"{script}.toml").open("rb") as file:
        lists = cast(Table, tomllib.load(file))
    known: dict[str, Gender | None] = {name.lower(): None for name in word(lists, "either").split()}
    for gender in Gender:
        known |= {name.lower(): gender for name in word(lists, gender).split()}
    return known


@cache
def script_of(code: str) -> str:
    """The script a language's given names are listed in."""
    return word(table(code, "persons"), "script")


@lru_cache(maxsize=50_000)
def given_forms(text: str, code: str) -> tuple[Form, ...]:
    """What a word may be as a given name; nothing where no list has it."""
    known = given_names(script_of(code))
    low = text.lower()
    listed = _listed(low, code)
    forms = [Form(text, known[listed], False)] if listed else []
    for ending in paradigms(code).given:
        if not ending.case or not low.endswith(ending.oblique):
            continue
        base = text[: len(text) - len(ending.oblique)] + ending.nominative
        listed = _listed(base.lower(), code)
        if listed and known.get(listed, ending.gender) in (ending.gender, None):
            forms.append(Form(base, ending.gender, True))
    return tuple(dict.fromkeys(forms))


_APOSTROPHES = str.maketrans("’ʼ", "''")
"""The apostrophes of print, and that of the lists."""


def _listed(low: str, code: str) -> str:
    """The listed given name that a word in small letters is, maybe grown by an ending; else ""."""
    known = given_names(script_of(code))
    low = low.translate(_APOSTROPHES)
    if low in known:
        return low
    stems = (low[: -len(end)] for end in paradigms(code).grown if low.endswith(end))
    return next((stem for stem in stems if stem in known), "")


@lru_cache(maxsize=50_000)
def family_forms(text: str, code: str) -> tuple[Form, ...]:
    """What a word may be as a family name; itself, where no paradigm fits."""
    low = text.lower()
    forms = [
        Form(
            text[: len(text) - len(ending.oblique)] + ending.nominative,
            ending.gender,
            ending.case,
        )
        for ending in paradigms(code).family
        if low.endswith(ending.oblique)
        and len(low) > len(ending.oblique)
        and len(low) - len(ending.oblique) + len(ending.nominative) >= _SHORTEST_FAMILY
    ]
    return tuple(dict.fromkeys(forms)) or (Form(text, None, False),)


def nominative(
    words: Sequence[str], code: str, *, woman: bool | None = None
) -> tuple[tuple[str, ...], Gender | None]:
    """The words of a name in the nominative, and its gender where the language tells.

    Words in between (patronymics, particles) go with the given name's paradigms where these fit. A
    lone family name takes the most regular reading of its ending. A name whose given name nobody lists
    goes back only where its given and its family name are of one case and gender.

    Args:
        words: The words of the name, as written.
        code: The language of the text.
        woman: Whether the words around say that a woman's name stands in the nominative (True), or that
            the name does not stand in it (False); None where they tell nothing.
    """
    return _nominative(tuple(words), code, woman)


@lru_cache(maxsize=20_000)
def _nominative(
    words: tuple[str, ...], code: str, woman: bool | None
) -> tuple[tuple[str, ...], Gender | None]:
    """The same, remembered."""
    family = _by_part(words[-1], code)
    if len(words) == 1:
        best = family[0]
        return (best.nominative,), best.gender
    given = given_forms(words[0], code)
    if not given:
        read = None if woman else _of_one_case(words, family, code, sure=woman is False)
        return read or (tuple(words), Gender.FEMALE if woman else None)
    first, last = min(
        product(given, family),
        key=lambda pair: (*_disagreement(pair, words, code, woman), family.index(pair[1])),
    )
    turned = first if first.oblique else replace(first, oblique=last.oblique)
    middle = tuple(_middle(text, turned, code) for text in words[1:-1])
    return (first.nominative, *middle, _double(last, first, code)), first.gender or last.gender


def _double(last: Form, first: Form, code: str) -> str:
    """A family name; of a double one whose second half does not change, the first half goes back."""
    head, hyphen, tail = last.nominative.rpartition("-")
    if not hyphen or last.oblique or not first.oblique or len(head) < _WHOLE:
        return last.nominative
    return _middle(head, first, code) + hyphen + tail


def _of_one_case(
    words: Sequence[str], family: Sequence[Form], code: str, *, sure: bool
) -> tuple[tuple[str, ...], Gender] | None:
    """A name with an unlisted given name read as oblique, a man's first; None where that does not fit.

    `sure`: whether the words around say that it is oblique.
    """
    declined = paradigms(code)
    for gender in (Gender.MALE, Gender.FEMALE):
        given = _given_of(words[0], gender, declined)
        changed = _oblique(
            words[-1].rpartition("-")[2], declined.family, gender, _pairs(words, code)
        )
        steady = _is_unchanged(words[-1], family, gender, declined)
        still = given == words[0]
        if given is None or (changed is None and not steady) or (still and steady):
            continue
        if still and not sure and not all(form.oblique for form in family):
            continue
        if not steady and not family[0].oblique and (still or gender is Gender.FEMALE):
            continue
        first = Form(given, gender, True)
        head, hyphen, _ = words[-1].rpartition("-")
        written = words[-1] if steady or changed is None else head + hyphen + changed
        return (given, *(_middle(text, first, code) for text in words[1:-1]), written), gender
    return None


def _given_of(text: str, gender: Gender, declined: Paradigms) -> str | None:
    """The nominative of an unlisted given name; itself, where its ending is that of one that stays."""
    found = _oblique(text, declined.given, gender, None)
    long = any(
        one.case and len(one.oblique) >= _LONG and text.lower().endswith(one.oblique)
        for one in declined.given
    )
    return found if long or not _is_steady(text, declined) else text


def _is_steady(text: str, declined: Paradigms) -> bool:
    """Whether a given name does not change, as far as its ending tells."""
    low = text.lower()
    return low.endswith(declined.steady) or not any(
        low.endswith(one.oblique) for one in declined.given
    )


_WHOLE = 5
"""Letters of the first half of a double family name that changes, at least."""
_SHORTEST_FAMILY = 3
"""Letters of a family name that changes, at least."""
_LONG = 3
"""Letters of an ending that are enough to know a case by."""
_SHORTEST = 2
"""Letters of a given name before its ending, at least."""


def _pairs(words: Sequence[str], code: str) -> str | None:
    """The ending that a family name's nominative must have beside this given name; None: any."""
    given, family = words[-2].lower(), words[-1].lower()
    for one, oblique, nominative_end in paradigms(code).pairs:
        if given.endswith(one) and family.endswith(oblique):
            return nominative_end
    return None


def _oblique(
    text: str, endings: Sequence[Ending], gender: Gender, required: str | None
) -> str | None:
    """The nominative that a word in another case goes back to, by the longest ending of a gender."""
    low = text.lower()
    for ending in endings:
        if (
            ending.case
            and ending.gender in (gender, None)
            and low.endswith(ending.oblique)
            and len(text) - len(ending.oblique) >= _SHORTEST
            and (required is None or ending.nominative.endswith(required))
        ):
            return text[: len(text) - len(ending.oblique)] + ending.nominative
    return None


def _is_unchanged(text: str, family: Sequence[Form], gender: Gender, declined: Paradigms) -> bool:
    """Whether a family name is the same in all cases for this gender, as far as its ending tells."""
    low = text.lower()
    if low.endswith(declined.steady):
        return True
    if family[0].oblique:
        return False
    known = [one for one in declined.family if low.endswith(one.oblique)]
    varied = {
        one.nominative for one in declined.family if one.case and one.gender in (gender, None)
    }
    return not known or any(
        not one.case and one.gender in (gender, None) and one.nominative not in varied
        for one in known
    )


def gender_of(words: Sequence[str], code: str) -> Gender | None:
    """The gender of a name in the nominative, by its given name, else by the family name's ending."""
    listed = _listed(words[0].lower(), code)
    if listed:
        return given_names(script_of(code))[listed]
    return (
        None
        if len(words) > 1
        else next((form.gender for form in family_forms(words[-1], code)), None)
    )


def _by_part(text: str, code: str) -> tuple[Form, ...]:
    """Readings of a family name; of a double one, those of its last half."""
    head, hyphen, tail = text.rpartition("-")
    if not hyphen:
        return family_forms(text, code)
    return tuple(
        Form(head + hyphen + form.nominative, form.gender, form.oblique)
        for form in family_forms(tail, code)
    )


def _middle(text: str, first: Form, code: str) -> str:
    if not first.oblique:
        return text
    fitting = [form for form in _by_part(text, code) if form.gender in (first.gender, None)]
    oblique = [form for form in fitting if form.oblique]
    return (oblique or fitting or [Form(text, None, False)])[0].nominative


def _disagreement(
    pair: tuple[Form, Form], words: Sequence[str], code: str, woman: bool | None
) -> tuple[int, int, int]:
    """How badly two readings fit together: by gender first, then by case, then the words around."""
    given, family = pair
    genders = given.gender is not None and family.gender is not None
    still = not given.oblique and _is_steady(words[0], paradigms(code))
    steady = not family.oblique and words[-1].lower().endswith(paradigms(code).steady)
    turned = family.oblique and (given.oblique or still)
    required = _pairs(words, code) if turned else None
    ends = required is None or family.nominative.lower().endswith(required)
    return (
        2 * int(genders and given.gender is not family.gender) + int(family.gender is None),
        int(given.oblique is not family.oblique and not still and not steady) + int(not ends),
        int(woman is False and not given.oblique)
        + int(still and family.oblique and woman is not False),
    )
