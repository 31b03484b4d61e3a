"""`Rule`: by whose rule people are counted, as data; and which rule a name or a body means.

Decides nothing about people: `by_definition` applies a rule to them. Law: every rule in
`data/definitions.toml` has a source, and a section in docs/reference/definitions.md.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import cast

from habeas.errors import MistakeError


class Basis(StrEnum):
    """What makes somebody count."""

    RECOGNITION = "recognition"
    CUSTODY = "custody"
    PROSECUTION = "prosecution"


@dataclass(frozen=True, slots=True)
class Rule:
    """One definition. `deprivations` count, `not_deprivations` do not, others are not said.

    aliases: how reports name the recogniser, folded. texts: the words printed in tables of totals.
    minimum_hours: how long a stay must last to count, in hours.
    """

    id: str
    name: str
    recogniser: str
    basis: Basis
    unit: str
    minimum_hours: int
    criteria: tuple[str, ...]
    deprivations: tuple[str, ...]
    not_deprivations: tuple[str, ...]
    foreigners: str
    after_leaving: str
    words: str
    source: str
    aliases: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    def is_named_in(self, words: str) -> bool:
        """Whether these words name the recogniser."""
        folded = words.casefold()
        return any(alias in folded for alias in self.aliases)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule that is shipped, sorted by id."""
    table = _data("definitions.toml")
    return tuple(_rule(key, cast(Mapping[str, object], row)) for key, row in sorted(table.items()))


def rule(name: str) -> Rule:
    """The rule with that id or name.

    Raises:
        MistakeError: there is none.
    """
    for one in rules():
        if name.casefold() in (one.id, one.name.casefold()):
            return one
    raise MistakeError(
        f"There is no definition “{name}”; known are: {', '.join(one.id for one in rules())}.",
        code="definition-unknown",
    )


def recognised_by(words: str) -> Rule | None:
    """The rule of the recogniser that these words name; None: of none we know."""
    found = [one for one in rules() if one.basis is Basis.RECOGNITION and one.is_named_in(words)]
    return found[0] if found else None


def deprivation(words: str) -> str | None:
    """The kind of deprivation, other than a cell, that these words tell; None: they tell none."""
    folded = words.casefold()
    for kind, stems in _data("deprivations.toml").items():
        if any(stem in folded for stem in cast(Sequence[str], stems)):
            return kind
    return None


@cache
def _data(name: str) -> Mapping[str, object]:
    text = files("habeas.counting").joinpath(f"data/{name}").read_text("utf-8")
    return tomllib.loads(text)


def _rule(key: str, row: Mapping[str, object]) -> Rule:
    def words(name: str) -> str:
        return cast(str, row[name])

    def many(name: str) -> tuple[str, ...]:
        return tuple(cast(Sequence[str], row.get(name, ())))

    return Rule(
        key,
        words("name"),
        words("recogniser"),
        Basis(words("basis")),
        words("unit"),
        cast(int, row["minimum_hours"]),
        many("criteria"),
        many("deprivations"),
        many("not_deprivations"),
        words("foreigners"),
        words("after_leaving"),
        words("words"),
        words("source"),
        many("aliases"),
        many("texts"),
    )
