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
from typing import NamedTuple

from habeas.reading.words import Word, folded_line

_GAP = re.compile(r"…(\d*)")
_WIDEST = 6
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


class Phrase(NamedTuple):
    """A row of elements, and a label its owner knows it by.

    There are thousands in a pack, of which a page needs few: what each means is not worked out here.
    """

    written: str
    spelled: str
    """Its elements, folded and parted by blanks."""
    label: str = ""

    @property
    def elements(self) -> tuple[Element, ...]:
        """What may stand at each of its places."""
        return tuple(map(element, self.spelled.split()))


def phrase(written: str, label: str = "") -> Phrase:
    """The phrase that a line of a pack means."""
    return Phrase(written, folded_line(written), label)


def lines(text: str) -> list[str]:
    """Lines of a text without remarks and blanks."""
    cleaned = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in cleaned if line]


def vocabulary(text: str) -> Element:
    """A list of words and stems, parted by blanks, as one element."""
    return element("|".join(folded_line(text).split()) or "\0")


def element(part: str) -> Element:
    """The element that a part of a folded line means."""
    optional = len(part) > 1 and part.endswith("?")
    part = part[:-1] if optional else part
    gap = _GAP.fullmatch(part)
    if gap:
        return Element(gap=int(gap[1] or _WIDEST))
    if part.startswith("<"):
        return Element(slot=part.strip("<>"), optional=optional)
    exact, stems, tails = taken(part)
    return Element(
        frozenset(exact), tuple(stems), tuple(tails), optional=optional, whole="*" not in part
    )


def taken(part: str) -> tuple[list[str], list[str], list[str]]:
    """Whole words, beginnings and ends of words that a part of a folded line takes."""
    options = [option for option in part.split("|") if option]
    if "*" not in part:
        return options, [], []
    exact, stems, tails = list[str](), list[str](), list[str]()
    for text in options:
        if "*" not in text or text == "*":
            exact.append(text)
            continue
        if text[-1] == "*":
            stems.append(text[:-1])
        if text[0] == "*":
            tails.append(text[1:])
    return exact, stems, tails
