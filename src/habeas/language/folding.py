"""Folding: one plain spelling for search, so that a name is found in whatever letters it is typed.

Decides which letters count as the same when somebody searches: case, marks, apostrophes, Cyrillic
and Latin (й, y, j and i alike; w as v; kh as h). It is coarse on purpose: "Калеснікава", "Kalesnikava"
and "KALESNIKAVA" fold alike, and so do a few names of different people. Spellings that differ by more
("Kolesnikowa") are for the room that compares names. Whether two mentions are one person is never
decided by it.

Laws: folding twice changes nothing; the result holds no capital, no mark and no apostrophe, and single
blanks only; Latin and Cyrillic letters of living European languages fold to a-z.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

_FILE = Path(__file__).with_name("data") / "folding.toml"
_APOSTROPHES = "'’‘ʼʹ`´ʻ′\u0301"

_KH = re.compile("k+h")
_REMEMBERED = 20_000
"""Names whose plain spelling is kept in mind, at most."""


@cache
def _letters() -> dict[int, str]:
    """Letters that no decomposition makes plain, and Cyrillic ones, with their Latin spelling."""
    import tomllib  # noqa: PLC0415 (only the first name of a run needs it)

    with _FILE.open("rb") as file:
        groups = cast(dict[str, dict[str, str]], tomllib.load(file))
    table = {ord(letter): plain for group in groups.values() for letter, plain in group.items()}
    return table | dict.fromkeys(map(ord, _APOSTROPHES), "")


@lru_cache(maxsize=_REMEMBERED)
def fold(name: str) -> str:
    """The plain spelling of a name or any words, for search."""
    while (folded := _once(name)) != name:
        name = folded
    return folded


def _once(name: str) -> str:
    letters = unicodedata.normalize("NFC", name.casefold()).translate(_letters())
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(sign)
    )
    return " ".join(_KH.sub("h", plain.casefold()).split())
