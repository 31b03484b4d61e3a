"""Rows: numbers that are written in several words, as "quatre-vingt-dix".

Decides where such a number stands. What it means beside other words is for `numerals`.

Law: of two rows that begin alike the longer one wins; a row never crosses an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from habeas.language.tokens import Token

Rows = Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
"""Numbers of several words by their first, the longest first, each with its value."""

_PIECE = re.compile(r"[^\W\d_]+|\S")
"""A word or a hyphen."""


def rows(values: Mapping[str, int]) -> Rows:
    """The numbers among `values` that are written in several words, or with hyphens."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for form, number in values.items():
        row = tuple(_PIECE.findall(form))
        if len(row) > 1:
            found.setdefault(row[0], []).append((row, number))
    return {
        first: tuple(sorted(listed, key=lambda one: (-len(one[0]), one)))
        for first, listed in found.items()
    }


def row_at(tokens: Sequence[Token], at: int, known: Rows) -> tuple[int, int] | None:
    """Where a number of several words that begins at token `at` ends, and its value; else None."""
    for row, number in known.get(tokens[at].key, ()):
        end = at + len(row)
        same = tuple(token.key for token in tokens[at:end]) == row
        if same and not any(token.broken for token in tokens[at + 1 : end]):
            return end, number
    return None
