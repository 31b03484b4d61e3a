"""Tokens: words, numbers and signs of a text, with their places.

Decides what is one token for the grammars of days and numbers: thousands marks and decimals as the
language writes them, ISO and dotted days and clock times whole. What a token means is for others.

How it is quick: words, which are most of a text, are tried first; the text is cut up in one go, each
piece with the blanks before it; what a piece is is asked once of each; and a token is made as the
plain tuple it is.

Laws: tokens do not overlap and stand in order; `text[start:stop] == token.text`; the scan is linear.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from habeas.language.pack import Pack, word, words
from habeas.language.remembered import Remembered

_SPACES = "\u00a0\u202f\u2009"
"""Blanks that hold the digits of one number together: no-break, narrow no-break, thin."""
_ISO = r"(?:(?<![\d.-])\d{4}-\d\d-\d\d(?![\d-]))"
_DOTTED = r"(?:(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?(?![\d.]))"
_SLASHED = r"(?:(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/]))"
_RATIO = r"(?:(?<![\d:])\d{1,3}:\d{1,2}(?::\d\d)?(?![\d:]))"
_PHONE = r"(?:\+\d(?:[ ()-]{0,2}\d){6,14})"
COMMON = "A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯ"
"""Letters of our languages as ranges, which are looked up much quicker than whether a sign is one."""
LETTERS = rf"(?:[{COMMON}]++[^\W\d_]*+|[^\W\d_]++)"
"""A pattern for a row of letters: common ones first, then whatever is one."""
_WORD = rf"{LETTERS}(?:['’ʼ]{LETTERS})*"
_REMEMBERED = 100_000
"""Words whose folded form is kept in mind, at most."""
_DIGITS = 18
"""Digits beyond these say nothing about a number of people."""
_FOLDED = str.maketrans({"ё": "е", "’": "'", "ʼ": "'"})


class Token(NamedTuple):
    """A piece of the text. `start..stop` half-open, code points; `key`: `text` folded for look-up."""

    start: int
    stop: int
    kind: str
    """word, number, phone, iso, dotted, slashed, ratio (14:30, 5:2) or sign."""
    text: str
    key: str
    broken: bool
    """Whether an empty line stands before it."""


@lru_cache(maxsize=_REMEMBERED)
def key(text: str) -> str:
    """A word folded for look-up: small letters, ё as е, one kind of apostrophe."""
    return text.lower().translate(_FOLDED)


@lru_cache(maxsize=4)
def tokens(text: str, pack: Pack) -> tuple[Token, ...]:
    """All tokens of a text, in order. The last few texts are remembered."""
    found: list[Token] = []
    met = _met(pack)
    stop = 0
    for blanks, piece in _scanner(pack).findall(text, 0, len(text.rstrip())):
        start = stop + len(blanks)
        stop = start + len(piece)
        kind, folded = met[piece]
        broken = len(blanks) > 1 and blanks.count("\n") > 1
        found.append(tuple.__new__(Token, (start, stop, kind, piece, folded, broken)))
    return tuple(found)


@cache
def _met(pack: Pack) -> Remembered[tuple[str, str]]:
    """What kind of token each piece of text is, and its key."""
    shapes = [(kind, re.compile(shape)) for kind, shape in _shapes(pack).items()]

    def ask(piece: str) -> tuple[str, str]:
        kind = next((kind for kind, shape in shapes if shape.fullmatch(piece)), "word")
        return kind, piece if kind == "sign" else key(piece)

    return Remembered(ask, _REMEMBERED)


@cache
def _scanner(pack: Pack) -> re.Pattern[str]:
    """A pattern for the blanks before a token, and the token."""
    shapes = _shapes(pack)
    word, *digits, phone, sign = shapes.values()
    heads = shortened(pack)
    spoken = f"{heads}|{word}" if heads else word
    return re.compile(rf"(\s*+)({spoken}|(?=\d)(?:{'|'.join(digits)})|{phone}|{sign})")


@cache
def _shapes(pack: Pack) -> dict[str, str]:
    """For each kind of token, in the order they are tried, a pattern of it.

    The first that fits a piece is its kind, whatever stands around it. A word that is shortened before
    an apostrophe is one only beside another, and fits none.
    """
    marks = "".join(words(pack.numerals, "thousands")) + _SPACES
    decimal = re.escape(word(pack.numerals, "decimal"))
    grouped = rf"\d{{1,3}}(?:[{re.escape(marks)}]\d{{3}})+(?!\d)(?:{decimal}\d+(?!\d))?"
    return {
        "word": _WORD,
        "iso": _ISO,
        "dotted": _DOTTED,
        "slashed": _SLASHED,
        "ratio": _RATIO,
        "number": rf"(?:(?<!\d){grouped}|\d+(?:{decimal}\d+(?![\d{decimal}]))?)",
        "phone": _PHONE,
        "sign": r"\S",
    }


@cache
def shortened(pack: Pack) -> str:
    """A pattern for words that lose their last letter before a vowel ("l'", "qu'"); "" without any.

    Such a word with a capital is one only before a small letter ("D'après", not "D'Alema"), unless
    the pack writes it with the capital.
    """
    heads = words(pack.segments, "shortened")
    small = "|".join(map(re.escape, heads))
    large = "|".join(re.escape(head.capitalize()) for head in heads if head.islower())
    if not heads:
        return ""
    return rf"(?<![^\W\d_])(?:(?:{small})['’](?=[^\W_])|(?:{large})['’](?=[0-9a-zß-ÿœ]))"


def value(token: Token, pack: Pack) -> float:
    """The value of a number token."""
    decimal = word(pack.numerals, "decimal")
    whole, point, rest = token.text.rpartition(decimal)
    if not point or (len(rest) == 3 and decimal in words(pack.numerals, "thousands")):
        whole, rest = token.text, ""
    digits = "".join(sign for sign in whole if sign.isdecimal())[:_DIGITS]
    return (
        float(f"{int(digits or 0)}.{int(rest[:_DIGITS]):0{len(rest[:_DIGITS])}}")
        if rest
        else float(int(digits or 0))
    )
