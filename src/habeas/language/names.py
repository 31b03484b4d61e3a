"""Names of people: given names, endings, and the nominative of an inflected name.

Decides what the tables `persons` of a pack and the shared lists of given names mean: which words are
given names and of which gender, and how an oblique form goes back to the nominative. Whether words of
a text are a person at all is for `reading`; whether two names are one person, for `resolving`.

Laws: a name that fits no paradigm stays as written; the nominative of a nominative is itself where
its given name is known; no code names a language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import cast

from habeas.language.pack import Table, part, table, word

_LISTS = Path(__file__).with_name("data") / "names"


class Gender(StrEnum):
    """Grammatical gender a name asks of a pronoun."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word of a name: its nominative, a gender if it tells one, and its case."""

    nominative: str
    gender: Gender | None
    oblique: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """A way back: a word that ends in `oblique` has the nominative ending `nominative`."""

    oblique: str
    nominative: str
    gender: Gender | None
    case: bool


@dataclass(frozen=True, slots=True)
class Paradigms:
    """Endings of given names and of family names, the longest first."""

    given: tuple[Ending, ...]
    family: tuple[Ending, ...]


@cache
def given_names(script: str) -> Mapping[str, Gender | None]:
    """Given names of a script, in small letters, each with its gender where it has one."""
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


@cache
def paradigms(code: str) -> Paradigms:
    """The declension of names in a language; empty where names do not change."""
    rules = part(table(code, "persons"), "declension")
    consonants = word(rules, "vowelless")
    return Paradigms(
        _endings(word(rules, "given"), consonants), _endings(word(rules, "surname"), consonants)
    )


@lru_cache(maxsize=50_000)
def given_forms(text: str, code: str) -> tuple[Form, ...]:
    """What a word may be as a given name; nothing where no list has it."""
    known = given_names(script_of(code))
    low = text.lower()
    forms = [Form(text, known[low], False)] if low in known else []
    for ending in paradigms(code).given:
        if not ending.case or not low.endswith(ending.oblique):
            continue
        base = text[: len(text) - len(ending.oblique)] + ending.nominative
        gender = known.get(base.lower(), ending.gender)
        if base.lower() in known and gender in (ending.gender, None):
            forms.append(Form(base, ending.gender, True))
    return tuple(dict.fromkeys(forms))


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
        if low.endswith(ending.oblique) and len(low) > len(ending.oblique) + 1
    ]
    return tuple(dict.fromkeys(forms)) or (Form(text, None, False),)


def nominative(words: Sequence[str], code: str) -> tuple[tuple[str, ...], Gender | None]:
    """The words of a name in the nominative, and its gender where the language tells.

    Words in between (patronymics, particles) go with the given name's paradigms where these fit. A
    name whose given name nobody lists stays as written, but for a lone family name, which takes the
    most regular reading of its ending.
    """
    family = _by_part(words[-1], code)
    if len(words) == 1:
        best = family[0]
        return (best.nominative,), best.gender
    given = given_forms(words[0], code)
    if not given:
        return tuple(words), None
    first, last = min(product(given, family), key=lambda pair: _disagreement(pair[0], pair[1]))
    middle = tuple(_middle(text, first, code) for text in words[1:-1])
    return (first.nominative, *middle, last.nominative), first.gender or last.gender


def gender_of(words: Sequence[str], code: str) -> Gender | None:
    """The gender of a name in the nominative, by its given name, else by the family name's ending."""
    known = given_names(script_of(code))
    if words[0].lower() in known:
        return known[words[0].lower()]
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


def _disagreement(given: Form, family: Form) -> tuple[int, int]:
    """How badly two readings fit together: by gender first, then by case."""
    genders = given.gender is not None and family.gender is not None
    return (
        2 * int(genders and given.gender is not family.gender) + int(family.gender is None),
        int(given.oblique is not family.oblique),
    )


def _endings(text: str, consonants: str) -> tuple[Ending, ...]:
    found = dict.fromkeys(
        ending for line in text.splitlines() for ending in _line(line, consonants)
    )
    return tuple(sorted(found, key=lambda ending: -len(ending.nominative + ending.oblique)))


def _line(line: str, consonants: str) -> Iterator[Ending]:
    head, _, tail = line.partition(":")
    if not head.strip():
        return
    mark, nominative_end = head.split()
    gender = {"m": Gender.MALE, "f": Gender.FEMALE}.get(mark)
    for letter in consonants if "~" in nominative_end else ("",):
        base = nominative_end.replace("~", letter)
        yield Ending(base, base, gender, False)
        for oblique in tail.split():
            yield Ending(oblique.replace("~", letter), base, gender, True)
