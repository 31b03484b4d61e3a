"""Words that speak of minors or of health, in any language we know them in.

Decides whether a text has such a word. What follows from it is for `tasks`: such a claim is never
accepted unread. It errs on the side of holding back.
"""

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import cast

_WORD = re.compile(r"\w+")


class Matter(StrEnum):
    """What a sensitive word is about."""

    MINORS = "minors"
    HEALTH = "health"


def matters(text: str) -> frozenset[Matter]:
    """The sensitive matters that some word of the text belongs to."""
    words = {match.group().casefold() for match in _WORD.finditer(text)}
    return frozenset(
        matter for matter in Matter if any(_begins(word, *_stems(matter)) for word in words)
    )


def _begins(word: str, stems: tuple[str, ...], whole: frozenset[str]) -> bool:
    return word in whole or word.startswith(stems)


@cache
def _stems(matter: Matter) -> tuple[tuple[str, ...], frozenset[str]]:
    text = files("habeas.language").joinpath("sensitive.toml").read_text(encoding="utf-8")
    listed = cast(dict[str, dict[str, list[str]]], tomllib.loads(text))[str(matter)]["stems"]
    return (
        tuple(stem for stem in listed if not stem.startswith("=")),
        frozenset(stem[1:] for stem in listed if stem.startswith("=")),
    )
