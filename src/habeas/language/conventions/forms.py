"""Forms of names that are made by rule: given names by language, patronymics, women's surnames, cases.

Decides which rule of the tables `given.toml`, `patronymics.toml` and `inflections.toml` applies.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from tomllib import loads

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.tables import LANGUAGES, data

_WOMANS = (
    (re.compile(r"(?<=[оеё]в|ин|ын)$"), "а"),
    (re.compile(r"(?<=[сц]к)ий$"), "ая"),
    (re.compile(r"[ыо]й$"), "ая"),
)


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A given name: its key, sex "m" or "f", full forms by language, short forms, other languages'.

    All Cyrillic forms are in small letters. `slavic` is true where Belarusian, Russian and Ukrainian
    short forms are known, as they are for the names borne most.
    """

    key: str
    sex: str
    forms: Mapping[str, tuple[str, ...]]
    short: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def slavic(self) -> bool:
        """Whether it is among the names borne most."""
        return bool(self.short)


@cache
def given_rows() -> tuple[GivenRow, ...]:
    """Every given name of the table, men first, by key."""
    table = loads(data("given.toml"))
    return tuple(
        GivenRow(
            key,
            "m" if part == "men" else "f",
            {one: tuple(row.get(one, "").lower().split()) for one in LANGUAGES},
            tuple(row.get("short", "").lower().split()),
            tuple(f"{row.get('other', '')} {row.get('west', '')}".lower().split()),
        )
        for part in ("men", "women")
        for key, row in table[part].items()
    )


def patronymic(father: str, language: str, sex: str) -> str:
    """The patronymic of a son ("m") or daughter ("f") of `father`, all in small letters."""
    for find, son, daughter in _patronymics(language):
        if find.search(father):
            return find.sub(son if sex == "m" else daughter, father, count=1)
    return ""


def womans(surname: str) -> str:
    """A Russian man's surname as his wife or daughter bears it; unchanged where it does not change."""
    for find, put in _WOMANS:
        if find.search(surname):
            return find.sub(put, surname)
    return surname


def inflected(word: str, language: str, chance: Chance) -> str:
    """`word` in a case other than the nominative; unchanged where no rule of `language` fits."""
    for find, puts in _inflections().get(language, ()):
        if find.search(word):
            return find.sub(chance.pick(puts), word, count=1)
    return word


@cache
def _patronymics(language: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    table = loads(data("patronymics.toml"))[language]
    return tuple((re.compile(one["find"]), one["son"], one["daughter"]) for one in table)


@cache
def _inflections() -> dict[str, tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]]:
    return {
        language: tuple((re.compile(one["find"]), tuple(one["put"].split())) for one in rules)
        for language, rules in loads(data("inflections.toml")).items()
    }
