"""Phrases: the small language in which packs write down what announces an event.

A phrase is a row of elements parted by blanks. `word` stands for that very word or sign; `stem*` for
any word that begins so; `*tail` for any that ends so; `one|other` for any of them; `…` for a gap of
up to six words, `…3` for up to three; `<slot>` for a mention of that sort (number, day, term, person,
place, people); `?` behind an element: it may be missing. A gap never crosses the end of a sentence or
a semicolon.

Decides how such a row is read, and which words a list of a pack holds. Where a phrase stands in a
sentence is for `standing`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from habeas.reading.words import Word, folded_line

_GAP = re.compile(r"…(\d*)")
_WIDEST = 6
_REMEMBERED = 50_000
"""Elements that are read once, at most."""
_ASKED = 10_000
"""Words that each element keeps in mind, at most."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase."""

    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    slot: str = ""
    gap: int = 0
    optional: bool = False
    whole: bool = True
    """Whether it takes whole words only."""
    written: str = ""
    """The words it takes, as the pack has them."""

    _asked: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """Words met so far, and whether it takes them: of no account for what it takes."""

    def takes(self, word: Word) -> bool:
        """Whether `word` may stand here."""
        low = word.low
        if self.whole:
            return low in self.exact
        found = self._asked.get(low)
        return self._meet(low) if found is None else found

    def holds(self, low: str) -> bool:
        """The same for a word that is folded already."""
        if self.whole:
            return low in self.exact
        found = self._asked.get(low)
        return self._meet(low) if found is None else found

    def _meet(self, low: str) -> bool:
        """Whether a word that is new is one of its words, or begins or ends as one of its parts."""
        if len(self._asked) >= _ASKED:
            self._asked.clear()
        found = low in self.exact or low.startswith(self.stems) or low.endswith(self.tails)
        self._asked[low] = found
        return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of elements, the words it was written with, and a label its owner knows it by."""

    written: str
    elements: tuple[Element, ...]
    label: str = ""


def phrase(written: str, label: str = "") -> Phrase:
    """The phrase that a line of a pack means."""
    return Phrase(written, tuple(map(_element, folded_line(written).split())), label)


def lines(text: str) -> list[str]:
    """Lines of a text without remarks and blanks."""
    cleaned = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in cleaned if line]


def vocabulary(text: str) -> Element:
    """A list of words and stems, parted by blanks, as one element."""
    return _element("|".join(folded_line(text).split()) or "\0")


@lru_cache(maxsize=_REMEMBERED)
def _element(part: str) -> Element:
    """The element that a part of a folded line means."""
    optional = len(part) > 1 and part.endswith("?")
    part = part[:-1] if optional else part
    gap = _GAP.fullmatch(part)
    if gap:
        return Element(gap=int(gap[1] or _WIDEST))
    if part.startswith("<"):
        return Element(slot=part.strip("<>"), optional=optional)
    options = [option for option in part.split("|") if option]
    if "*" not in part:
        return Element(frozenset(options), optional=optional, written=part)
    return Element(
        frozenset(text for text in options if "*" not in text or text == "*"),
        tuple(text[:-1] for text in options if text.endswith("*") and len(text) > 1),
        tuple(text[1:] for text in options if text.startswith("*") and len(text) > 1),
        optional=optional,
        whole=False,
        written=part,
    )
