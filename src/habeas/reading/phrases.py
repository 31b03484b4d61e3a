"""Phrases: the small language in which packs write down what announces an event.

A phrase is a row of elements parted by blanks. `word` stands for that very word or sign; `stem*` for
any word that begins so; `*tail` for any that ends so; `one|other` for any of them; `…` for a gap of
up to six words, `…3` for up to three; `<slot>` for a mention of that sort (number, day, term, person,
place, people); `?` behind an element: it may be missing. A gap never crosses the end of a sentence or
a semicolon.

Laws: the work per word is bounded by the phrases of the pack; the shortest filling of a gap is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from habeas.reading.words import Word, folded

Slots = Mapping[int, Mapping[str, int]]
"""For a word's index, the mentions that begin there: their sort, and the index behind them."""

_GAP = re.compile(r"…(\d*)")
_WIDEST = 6
_WALLS = frozenset(";")
_HEAD = 3
_REMEMBERED = 50_000
"""Words whose phrases are kept in mind, at most."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase."""

    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    slot: str = ""
    gap: int = 0
    optional: bool = False

    def takes(self, word: Word) -> bool:
        """Whether `word` may stand here."""
        low = word.low
        return (
            low in self.exact
            or (bool(self.stems) and low.startswith(self.stems))
            or (bool(self.tails) and low.endswith(self.tails))
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of elements, the words it was written with, and a label its owner knows it by."""

    written: str
    elements: tuple[Element, ...]
    label: str = ""
    needs: tuple[frozenset[str], ...] = ()
    """The words of each element that only whole words fill: a sentence must have one of each."""
    second: Element | None = None
    """What must stand right behind the first word, where that is certain: a cheap sieve."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that stands at words `first..last` (last not included); `own` are the words it names."""

    phrase: Phrase
    first: int
    last: int
    own: tuple[int, ...]


@dataclass(slots=True)
class Phrases:
    """Phrases, indexed by what they may begin with."""

    _by_head: dict[str, list[Phrase]] = field(default_factory=dict)
    _by_slot: dict[str, list[Phrase]] = field(default_factory=dict)
    _by_tail: list[Phrase] = field(default_factory=list)
    _seen: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    """What may begin with each word met so far; a memory, of no account for what is found."""

    def add(self, phrase: Phrase) -> None:
        """Take one more phrase in."""
        for element in phrase.elements:
            self._index(element, phrase)
            if not element.optional:
                break

    def _index(self, element: Element, phrase: Phrase) -> None:
        self._seen.clear()
        if element.tails:
            self._by_tail.append(phrase)
        if element.slot:
            self._by_slot.setdefault(element.slot, []).append(phrase)
        for text in (*sorted(element.exact), *element.stems):
            listed = self._by_head.setdefault(text[:_HEAD], [])
            if phrase not in listed:
                listed.append(phrase)

    def hits(self, row: Sequence[Word], slots: Slots) -> list[Hit]:
        """Every place a phrase stands at, in order of its first word."""
        found = []
        lows = {word.low for word in row}
        for first, word in enumerate(row):
            able = self._seen.get(word.low)
            if able is None:
                able = self._beginning(word)
            if first in slots:
                for slot in slots[first]:
                    able = (*able, *self._by_slot.get(slot, ()))
            for phrase in able:
                for need in phrase.needs:
                    if need.isdisjoint(lows):
                        break
                else:
                    if (hit := _match(phrase, row, slots, first)) is not None:
                        found.append(hit)
        return found

    def may_begin(self, word: Word) -> bool:
        """Whether some phrase begins with this very word."""
        return bool(self._beginning(word))

    def _beginning(self, word: Word) -> tuple[Phrase, ...]:
        """Phrases of which a leading element takes the word."""
        known = self._seen.get(word.low)
        if known is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            listed = [
                phrase
                for length in range(min(_HEAD, len(word.low)), 0, -1)
                for phrase in self._by_head.get(word.low[:length], ())
            ]
            able = (one for one in (*listed, *self._by_tail) if _may_lead(one, word))
            known = self._seen[word.low] = tuple(dict.fromkeys(able))
        return known


def _may_lead(phrase: Phrase, word: Word) -> bool:
    """Whether a word fits one of the elements a phrase may begin with."""
    for element in phrase.elements:
        if element.takes(word):
            return True
        if not element.optional:
            return False
    return False


def phrase(written: str, label: str = "") -> Phrase:
    """The phrase that a line of a pack means."""
    elements = tuple(_element(part) for part in written.split())
    needs = tuple(
        one.exact
        for one in elements
        if one.exact and not (one.stems or one.tails or one.slot or one.optional)
    )
    return Phrase(written, elements, label, needs, _second(elements))


def _second(elements: Sequence[Element]) -> Element | None:
    """The second element, where both must be there and the first takes one word."""
    if len(elements) < 2 or elements[0].slot or elements[0].optional or elements[0].gap:
        return None
    following = elements[1]
    return None if following.gap or following.optional else following


def phrases(text: str) -> Phrases:
    """Phrases from a text with one on each line; `#` begins a remark."""
    found = Phrases()
    for line in lines(text):
        found.add(phrase(line))
    return found


def lines(text: str) -> list[str]:
    """Lines of a text without remarks and blanks."""
    cleaned = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in cleaned if line]


def vocabulary(text: str) -> Element:
    """A list of words and stems, parted by blanks, as one element."""
    return _element("|".join(text.split()) or "\0")


def _element(part: str) -> Element:
    optional = len(part) > 1 and part.endswith("?")
    part = part[:-1] if optional else part
    gap = _GAP.fullmatch(part)
    if gap:
        return Element(gap=int(gap[1] or _WIDEST))
    if part.startswith("<"):
        return Element(slot=part.strip("<>"), optional=optional)
    options = [folded(option) for option in part.split("|") if option]
    return Element(
        frozenset(text for text in options if "*" not in text or text == "*"),
        tuple(text[:-1] for text in options if text.endswith("*") and len(text) > 1),
        tuple(text[1:] for text in options if text.startswith("*") and len(text) > 1),
        optional=optional,
    )


def _match(phrase: Phrase, row: Sequence[Word], slots: Slots, first: int) -> Hit | None:
    second = phrase.second
    if second is not None and not _stands(second, row, slots, first + 1):
        return None
    stack: list[tuple[int, int, tuple[int, ...]]] = [(0, first, ())]
    while stack:
        place, at, own = stack.pop()
        if place == len(phrase.elements):
            return Hit(phrase, first, at, own)
        element = phrase.elements[place]
        if element.gap:
            stack.extend(_gaps(element.gap, place, at, row, own))
            continue
        if element.optional:
            stack.append((place + 1, at, own))
        if at >= len(row):
            continue
        if element.slot:
            behind = slots.get(at, {}).get(element.slot)
            if behind is not None:
                stack.append((place + 1, behind, own))
        elif element.takes(row[at]):
            stack.append((place + 1, at + 1, (*own, at)))
    return None


def _stands(element: Element, row: Sequence[Word], slots: Slots, at: int) -> bool:
    """Whether an element is filled by what begins at word `at`."""
    if at >= len(row):
        return False
    if element.slot:
        return at in slots and element.slot in slots[at]
    return element.takes(row[at])


def _gaps(
    width: int, place: int, at: int, row: Sequence[Word], own: tuple[int, ...]
) -> list[tuple[int, int, tuple[int, ...]]]:
    """Continuations behind a gap, the widest first, so that the stack tries the narrowest first."""
    ways = []
    for end in range(at, min(at + width, len(row)) + 1):
        ways.append((place + 1, end, own))
        if end < len(row) and row[end].text in _WALLS:
            break
    return ways[::-1]
