"""Which population a total counts, from the words of its text, in any language we know them in.

Decides when two wordings are plainly one population ("politische Gefangene", "political prisoners").
Whether two totals of one population contradict each other is for `counting`.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import cast

_WORD = re.compile(r"[\w'’ʼ-]+")


def population(words: str) -> str:
    """The population's English name, or the words themselves, folded, where they are not known.

    Empty words stay empty: the text does not say who is counted.
    """
    tokens = [match.group().casefold() for match in _WORD.finditer(words)]
    for name, stems in _known():
        if any(_in_order(one, tokens) for one in stems):
            return name
    return " ".join(tokens)


def _in_order(stems: Sequence[str], tokens: Sequence[str]) -> bool:
    """Whether the tokens hold words that begin with the stems, in that order."""
    rest = iter(tokens)
    return all(any(token.startswith(stem) for token in rest) for stem in stems)


@cache
def _known() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    text = files("habeas.language").joinpath("populations.toml").read_text(encoding="utf-8")
    entries = cast(list[dict[str, object]], tomllib.loads(text)["population"])
    return tuple(
        (
            cast(str, entry["name"]),
            tuple(tuple(stems) for stems in cast(list[list[str]], entry["stems"])),
        )
        for entry in entries
    )
