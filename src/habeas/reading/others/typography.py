"""Typographic folding: words as they were copied, found again in the text they come from.

Decides which differences are only typography: kinds of quotation marks, apostrophes, dashes and blanks,
line breaks, soft hyphens, letters without width, and how an accented letter is put together. Nothing
else is: neither case nor script nor spelling. So a Cyrillic letter that looks Latin is not found.

Laws: a place that is found begins and ends at the border of a word; the words there, folded, are the
words asked for, folded; the work grows with the length of the text.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_DOUBLE = dict.fromkeys(map(ord, "«»„“”‟″〝〞"), '"')
_SINGLE = dict.fromkeys(map(ord, "‘’‚‛′ʼ`´"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_NOTHING = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_TABLE: dict[int, str | None] = {**_DOUBLE, **_SINGLE, **_DASHES, **_NOTHING, ord("…"): "..."}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, folded: for each sign the code point of the text it was made from."""

    signs: str
    places: tuple[int, ...]
    """As many as there are signs, rising; one more at the end: the length of the text."""

    def found(
        self, words: str, start: int = 0, stop: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """Where words stand in code points `start..stop` of the text, in order; half-open.

        Args:
            words: As they were copied; without any letter or digit they stand nowhere.
            start: First code point that is looked at.
            stop: Behind the last one; None: the end.
        """
        sought = folded(words).signs.strip()
        if not any(sign.isalnum() for sign in sought):
            return
        first = bisect_left(self.places, start)
        last = len(self.signs) if stop is None else bisect_left(self.places, stop)
        at = self.signs.find(sought, first, last)
        while at >= 0:
            end = at + len(sought)
            if self._whole(at, end):
                yield self.places[at], self.places[end - 1] + 1
            at = self.signs.find(sought, at + 1, last)

    def _whole(self, first: int, last: int) -> bool:
        """Whether no word is cut at either end."""
        return not (
            _joined(self.signs[first - 1 : first], self.signs[first])
            or _joined(self.signs[last - 1], self.signs[last : last + 1])
        )


def folded(text: str) -> Folded:
    """A text, folded."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in _composed(text):
        for one in _plain(sign):
            if one == " " and signs and signs[-1] == " ":
                continue
            signs.append(one)
            places.append(place)
    return Folded("".join(signs), (*places, len(text)))


def _composed(text: str) -> Iterator[tuple[int, str]]:
    """The letters of a text with their marks put on them; a text in NFC stays as it is."""
    if unicodedata.is_normalized("NFC", text):
        yield from enumerate(text)
        return
    begun = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            for sign in unicodedata.normalize("NFC", text[begun:place]):
                yield begun, sign
            begun = place


def _plain(sign: str) -> str:
    if sign.isspace():
        return " "
    return sign if sign.isascii() else sign.translate(_TABLE)


def _joined(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one.isalnum() and other.isalnum()
