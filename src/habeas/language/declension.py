"""Declension: how names change in a language, as the table `declension` of its pack says.

Decides what a line of that table means. Which reading of a name is meant is for `names`. Law: a line
without other endings is a name that does not change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from habeas.language.pack import part, table, word


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
    """Endings of given names and of family names, the longest first.

    `steady`: endings of names that do not change. `grown`: endings a foreign given name takes in the
    nominative ("Evanas"). `pairs`: where a given name ends in the first and a
    family name in the second, the family name's nominative ends in the third ("Хуана Феррейру").
    """

    given: tuple[Ending, ...]
    family: tuple[Ending, ...]
    steady: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str, str], ...] = ()
    several: tuple[Ending, ...] = ()
    """Endings of a family name borne by more than one ("Мамаджановы")."""


@cache
def paradigms(code: str) -> Paradigms:
    """The declension of names in a language; empty where names do not change."""
    rules = part(table(code, "persons"), "declension")
    consonants = word(rules, "vowelless")
    return Paradigms(
        _endings(word(rules, "given"), consonants),
        _endings(word(rules, "surname"), consonants),
        tuple(word(rules, "steady").split()),
        tuple(word(rules, "grown").split()),
        tuple(_pair(one) for one in word(rules, "pairs").split()),
        _endings(word(rules, "several"), consonants),
    )


def of_one(text: str, gender: Gender | None, code: str) -> str | None:
    """The family name of one of several who bear it ("Мамаджановы"); None where it is not theirs."""
    low = text.lower()
    for ending in paradigms(code).several:
        fits = gender is None or ending.gender in (gender, None)
        if (
            ending.case
            and fits
            and low.endswith(ending.oblique)
            and len(low) > len(ending.oblique) + 1
        ):
            return text[: len(text) - len(ending.oblique)] + ending.nominative
    return None


def _pair(text: str) -> tuple[str, str, str]:
    """A pair as written: `given:oblique:nominative`."""
    given, oblique, nominative_end = text.split(":")
    return given, oblique, nominative_end


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
