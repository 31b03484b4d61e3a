"""People counted, split by what claims tell of them: place, status, sex, age, profession and so on.

Decides into which one group each person falls. Laws: everybody is in exactly one group, so that the
groups add up to the whole; who nothing is told of is "not known", a group of its own; where claims tell
different things of one person, that is a group, too. Nothing is guessed from a name.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import cast

from habeas.counting.traits import ages, articles, professions
from habeas.errors import MistakeError
from habeas.terms.claim import FACTUAL, Claim
from habeas.terms.kind import Kind

UNKNOWN, TOLD_DIFFERENTLY = "not known", "told differently"

_WORD = re.compile(r"\w+")


def group_of(field: str, claims: Iterable[Claim], on: date) -> str:
    """The group of one person, by claims about that person that speak of a day by the end of `on`.

    Raises:
        MistakeError: nothing can be split by that field.
    """
    check(field)
    firm = [one for one in claims if one.draft.modality in FACTUAL and _by(one, on)]
    return _FIELDS[field](sorted(firm, key=lambda one: (_day(one), one.id)), on)


def check(field: str) -> None:
    """Refuse a field that nothing can be split by.

    Raises:
        MistakeError: it is none of those known.
    """
    if field not in _FIELDS:
        raise MistakeError(
            f"Claims cannot be split by “{field}”; known are {', '.join(_FIELDS)}.",
            code="breakdown-unknown",
        )


def _by(claim: Claim, on: date) -> bool:
    when = claim.said.when
    return when is None or when.possibly_by(on)


def _day(claim: Claim) -> date:
    when = claim.said.when or claim.known_on
    return (when.latest or when.earliest or date.min) if when else date.min


def _place(claims: Sequence[Claim]) -> str:
    """The place told last; several of one last day are told differently."""
    placed = [one for one in claims if one.said.place is not None]
    if not placed:
        return UNKNOWN
    last = [one for one in placed if _day(one) == _day(placed[-1])]
    return _one({one.said.place.value for one in last if one.said.place is not None})


_STATUS = (
    ("sentenced", frozenset({Kind.SENTENCED, Kind.PARDONED})),
    ("charged, no sentence told", frozenset({Kind.CHARGED})),
    ("held, no charge told", frozenset({Kind.DETAINED, Kind.HELD, Kind.TRANSFERRED})),
)


def _status(claims: Sequence[Claim]) -> str:
    """How far the case had gone."""
    kinds = {claim.said.kind for claim in claims}
    return next((name for name, told in _STATUS if kinds & told), UNKNOWN)


def _part(claims: Sequence[Claim]) -> str:
    return _one({one.said.part.value for one in claims if one.said.part is not None})


def _listed(field: str, claims: Sequence[Claim]) -> str:
    found = set()
    for claim in claims:
        words = claim.said.part.value.casefold() if claim.said.part else ""
        for name, stems in _known()[field].items():
            if any(_begins(words, stem) for stem in stems):
                found.add(name)
    return _one(found)


def _begins(words: str, stem: str) -> bool:
    """Whether a word begins with the stem; a short stem must be the whole word."""
    if " " in stem:
        return stem in words
    tokens = _WORD.findall(words)
    return any(one == stem or (len(stem) > 4 and one.startswith(stem)) for one in tokens)


def _one(values: set[str]) -> str:
    if not values:
        return UNKNOWN
    return next(iter(values)) if len(values) == 1 else TOLD_DIFFERENTLY


@cache
def _known() -> Mapping[str, Mapping[str, Sequence[str]]]:
    text = files("habeas.counting").joinpath("data/parts.toml").read_text("utf-8")
    return cast(Mapping[str, Mapping[str, Sequence[str]]], tomllib.loads(text))


_FIELDS: dict[str, Callable[[Sequence[Claim], date], str]] = {
    "sex": lambda claims, _on: _listed("sex", claims),
    "age": lambda claims, on: _one(ages(claims, on, _known()["age"])),
    "profession": lambda claims, _on: _one(professions(claims, _known()["profession"])),
    "citizenship": lambda claims, _on: _listed("citizenship", claims),
    "place": lambda claims, _on: _place(claims),
    "article": lambda claims, _on: _one(articles(claims, _known()["article"]["signs"])),
    "status": lambda claims, _on: _status(claims),
    "part": lambda claims, _on: _part(claims),
}

FIELDS = tuple(_FIELDS)
"""What people can be split by."""
