"""Numbers written in several words."""

from __future__ import annotations

import pytest

from habeas.language.pack import pack
from habeas.language.rows import row_at, rows
from habeas.language.tokens import tokens

_KNOWN = rows({"quatre": 4, "quatre-vingt": 80, "quatre-vingt-dix": 90, "et un": 1})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("quatre-vingt-dix femmes", (5, 90)),
        ("quatre-vingt femmes", (3, 80)),
        ("quatre femmes", None),
        ("et un", (2, 1)),
        ("et\n\nun", None),
    ],
)
def test_row_at(text: str, found: tuple[int, int] | None) -> None:
    assert row_at(tokens(text, pack("fr")), 0, _KNOWN) == found
