"""Folding: one plain spelling for search, so that a name is found in whatever letters it is typed.

Decides which letters count as the same when somebody searches: case, marks, apostrophes, Cyrillic
and Latin. It is coarse on purpose: "Калесникава", "Kalesnikava" and "KALESNIKAVA" fold alike, so do
a few names of different people. Whether two mentions are one person is never decided by it.

Laws: folding twice changes nothing; the result holds no capital, no mark and no apostrophe, and single
blanks only; a text of Latin or Cyrillic letters folds to a-z and digits.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import cast

_FILE = Path(__file__).with_name("data") / "folding.toml"
_APOSTROPHES = "'’‘ʼʹ`´ʻ′\u0301"


@cache
def _letters() -> dict[int, str]:
    """Letters that no decomposition makes plain, and Cyrillic ones, with their Latin spelling."""
    with _FILE.open("rb") as file:
        groups = cast(dict[str, dict[str, str]], tomllib.load(file))
    table = {ord(letter): plain for group in groups.values() for letter, plain in group.items()}
    return table | dict.fromkeys(map(ord, _APOSTROPHES), "")


def fold(name: str) -> str:
    """The plain spelling of a name or any words, for search."""
    table = _letters()
    first = unicodedata.normalize("NFC", name.casefold()).translate(table)
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", first) if not unicodedata.combining(sign)
    )
    return " ".join(plain.casefold().translate(table).split())
