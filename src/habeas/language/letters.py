"""The letters of a name: what is kept, what is folded, and how look-alikes of two scripts are mended.

Decides what is a letter of a name. Where a unit ends is for `language.units`. Laws: never fails,
whatever the text; a name in capitals or with other apostrophes and hyphens gives the same letters.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from tomllib import loads

from habeas.language.conventions.tables import data

LONGEST = 400
"""Characters of a name that are looked at; nobody's name is longer."""

_INNER = re.compile(r"á(?=\w)")
"""An á tells something at the end of a word only: a woman's surname in Czech."""

_CUT = frozenset("'’`ʼʹ′ʺ‘´ʻ\u00ad\u02b9")


def plain(text: str) -> str:
    """`text` in small letters, with only the letters that units know; all else becomes a space.

    Apostrophes vanish; hyphens of every kind become "-"; full stops and commas stay.
    """
    composed = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    letters = "".join(map(_letter, unicodedata.normalize("NFC", composed)))
    return _INNER.sub("a", letters) if "á" in letters else letters


@lru_cache(1 << 16)
def mended(word: str) -> str:
    """`word` with the look-alike letters of the rarer script put into the script of the others.

    A word in one script, or one that stays mixed, comes back as it is.
    """
    cyrillic, latin = letters_of(word)
    if not cyrillic or not latin:
        return word
    table = _table()["to_cyrillic" if cyrillic >= latin else "to_latin"]
    whole = "".join(table.get(letter, letter) for letter in word)
    return whole if 0 in letters_of(whole) else word


def letters_of(word: str) -> tuple[int, int]:
    """How many Cyrillic and how many Latin letters a word in small letters has."""
    cyrillic = sum("Ѐ" <= letter <= "ԯ" for letter in word)
    return cyrillic, sum("a" <= letter < "ʰ" for letter in word)


def mixes_scripts(word: str) -> bool:
    """Whether a word has letters of two scripts that know capitals, as Latin and Greek, or Cherokee."""
    return not word.isascii() and len({_script(letter) for letter in word} - {""}) > 1


@lru_cache(4096)
def _script(letter: str) -> str:
    """The script of a letter that has a capital or is one; "" of any other sign."""
    if unicodedata.category(letter) not in ("Ll", "Lu"):
        return ""
    return unicodedata.name(letter, "").partition(" ")[0]


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    table = loads(data("units.toml"))
    alike, folded = table["lookalike"].split(), table["folded"].split()
    return {
        "kept": {letter: letter for letter in table["kept"].split()},
        "folded": dict(zip(folded[::2], folded[1::2], strict=True)),
        "to_latin": dict(zip(alike[::2], alike[1::2], strict=True)),
        "to_cyrillic": dict(zip(alike[1::2], alike[::2], strict=True)),
    }


@lru_cache(4096)
def _letter(letter: str) -> str:
    table = _table()
    if "a" <= letter <= "z" or "а" <= letter <= "я" or letter in "ёіїєґў.,":
        return letter
    if letter in table["kept"] or letter in table["folded"]:
        return table["folded"].get(letter, letter)
    if letter in _CUT:
        return ""
    category = unicodedata.category(letter)
    if category in ("Pd", "Mn", "Mc", "Cf"):
        return "-" if category == "Pd" else ""
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and base.isalpha():
        return _letter(base)
    return letter if letter.isalpha() else " "
