"""Words that speak of minors or of health, in any language we know them in.

Decides whether a text has such a word, or an age below 18. What follows from it is for `tasks`: such a
claim is never accepted unread. It errs on the side of holding back.
"""

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import cast

_WORD = re.compile(r"\w+")
_OF_AGE = 18
"""Years of age from which nobody is a minor."""


class Matter(StrEnum):
    """What a sensitive word is about."""

    MINORS = "minors"
    HEALTH = "health"


def matters(text: str) -> frozenset[Matter]:
    """The sensitive matters that some word of the text belongs to."""
    words = {match.group().casefold() for match in _WORD.finditer(text)}
    found = {matter for matter in Matter if any(_begins(word, *_stems(matter)) for word in words)}
    if any(int(match[1]) < _OF_AGE for age in _ages() for match in age.finditer(text)):
        found.add(Matter.MINORS)
    return frozenset(found)


def _begins(word: str, stems: tuple[str, ...], whole: frozenset[str]) -> bool:
    return word in whole or word.startswith(stems)


@cache
def _stems(matter: Matter) -> tuple[tuple[str, ...], frozenset[str]]:
    listed = _listed()[str(matter)]["stems"]
    return (
        tuple(stem for stem in listed if not stem.startswith("=")),
        frozenset(stem[1:] for stem in listed if stem.startswith("=")),
    )


@cache
def _ages() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(age, re.IGNORECASE) for age in _listed()["minors"]["ages"])


@cache
def _listed() -> dict[str, dict[str, list[str]]]:
    text = files("habeas.language").joinpath("sensitive.toml").read_text(encoding="utf-8")
    return cast(dict[str, dict[str, list[str]]], tomllib.loads(text))
