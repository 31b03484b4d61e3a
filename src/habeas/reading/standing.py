"""Standing: where in a sentence the phrases of a pack stand.

How it is quick: every word is asked once which elements it fills, and the answer is kept in mind. A
phrase is only tried where each element that must be there is filled by some word of the sentence; to
find those, the phrases that a word begins are kept by another word that they need.
How a phrase is written is for `phrases`.

Laws: the work per word is bounded by the phrases of the pack; the shortest filling of a gap is taken;
what is kept in mind is of no account for what is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from habeas.reading.phrases import Element, Phrase
from habeas.reading.words import Word

Slots = Mapping[int, Mapping[str, int]]
"""For a word's index, the mentions that begin there: their sort, and the index behind them."""

_FIRST = itemgetter(0)
_WALL = ";"
_HEAD = 3
_REMEMBERED = 50_000
"""Words whose elements and phrases are kept in mind, at most."""


class Hit(NamedTuple):
    """A phrase that stands at words `first..last` (last not included); `own` are the words it names."""

    phrase: Phrase
    first: int
    last: int
    own: tuple[int, ...]


class _Step(NamedTuple):
    """An element as it is looked for: `number` is that of the words it takes."""

    number: int
    slot: str
    gap: int
    optional: bool


class _Line(NamedTuple):
    """A phrase as it is looked for; `needs` are the numbers of words that must be there."""

    phrase: Phrase
    steps: tuple[_Step, ...]
    needs: frozenset[int]


class _Begins(NamedTuple):
    """The phrases that a word or a mention may begin, numbered in the order they are tried."""

    alone: tuple[tuple[int, _Line], ...]
    """Those that need no other word."""
    needed: frozenset[int]
    """For each of the others, the number of one word that it needs."""
    besides: Mapping[int, tuple[tuple[int, _Line], ...]]
    """The others, by that number."""

    def able(self, there: frozenset[int]) -> Sequence[tuple[int, _Line]]:
        """Those whose every needed word is there, in order."""
        if self.needed.isdisjoint(there):
            return self.alone
        found = list(self.alone)
        for number in self.needed & there:
            found += [one for one in self.besides[number] if one[1].needs <= there]
        found.sort(key=_FIRST)
        return found


class _Met(NamedTuple):
    """What a word fills, by number, and the phrases it may begin, if any."""

    fills: frozenset[int]
    begins: _Begins | None


_Begun = tuple[int, _Begins]
"""A word of a sentence, with phrases that may begin there."""
_Way = tuple[int, tuple[int, ...]]
"""Behind the last word of a phrase, and the words it names."""


@dataclass(slots=True)
class Phrases:
    """Phrases, indexed by what they may begin with."""

    _numbers: dict[str, int] = field(default_factory=dict)
    """The elements that take words, by what they take."""
    _exact: dict[str, list[int]] = field(default_factory=dict)
    _stems: dict[str, list[int]] = field(default_factory=dict)
    _tails: dict[str, list[int]] = field(default_factory=dict)
    _by_head: dict[str, list[_Line]] = field(default_factory=dict)
    _by_slot: dict[str, list[_Line]] = field(default_factory=dict)
    _slotted: dict[str, _Begins] = field(default_factory=dict)
    """The same, as they are looked for."""
    _by_tail: list[_Line] = field(default_factory=list)
    _met: dict[str, _Met] = field(default_factory=dict)

    def add(self, phrase: Phrase) -> None:
        """Take one more phrase in."""
        self._met.clear()
        self._slotted.clear()
        steps = tuple(
            _Step(self._number(one), one.slot, one.gap, one.optional) for one in phrase.elements
        )
        needs = frozenset(one.number for one in steps if one.number >= 0 and not one.optional)
        line = _Line(phrase, steps, needs)
        for element in phrase.elements:
            self._index(element, line)
            if not element.optional:
                break

    def _number(self, element: Element) -> int:
        """The number of what an element takes; -1 for a slot or a gap."""
        if element.slot or element.gap:
            return -1
        number = self._numbers.get(element.written)
        if number is None:
            number = self._numbers[element.written] = len(self._numbers)
            for index, texts in (
                (self._exact, element.exact),
                (self._stems, element.stems),
                (self._tails, element.tails),
            ):
                for text in texts:
                    index.setdefault(text, []).append(number)
        return number

    def _index(self, element: Element, line: _Line) -> None:
        if element.tails:
            self._by_tail.append(line)
        if element.slot:
            self._by_slot.setdefault(element.slot, []).append(line)
        for head in {text[:_HEAD] for text in (*element.exact, *element.stems)}:
            listed = self._by_head.setdefault(head, [])
            if not listed or listed[-1] is not line:
                listed.append(line)

    def hits(self, row: Sequence[Word], slots: Slots) -> list[Hit]:
        """Every place a phrase stands at, in order of its first word."""
        known = self._met
        met = [known.get(word.low) or self._meet(word.low) for word in row]
        begun: list[_Begun] = [(at, one.begins) for at, one in enumerate(met) if one.begins]
        if slots and self._by_slot:
            begun = sorted([*begun, *self._at_slots(slots)], key=_FIRST)
        if not begun:
            return []
        fills = [one.fills for one in met]
        there = frozenset().union(*fills)
        found = []
        for first, begins in begun:
            for _, line in begins.able(there):
                way = _way(line.steps, 0, (first, ()), (row, fills, slots))
                if way is not None:
                    found.append(Hit(line.phrase, first, *way))
        return found

    def _at_slots(self, slots: Slots) -> Iterator[_Begun]:
        """Where mentions begin, with the phrases that may begin with them."""
        if not self._slotted:
            for slot, lines in self._by_slot.items():
                self._slotted[slot] = _begins(lines, frozenset())
        for first, marks in slots.items():
            for slot in marks:
                if slot in self._slotted:
                    yield first, self._slotted[slot]

    def beginning(self, word: Word) -> list[Phrase]:
        """The phrases that begin with this very word, in order."""
        begins = (self._met.get(word.low) or self._meet(word.low)).begins
        if begins is None:
            return []
        listed = [*begins.alone, *(one for lines in begins.besides.values() for one in lines)]
        return [line.phrase for _, line in sorted(listed, key=_FIRST)]

    def _meet(self, low: str) -> _Met:
        """What a word fills and begins, to be kept in mind."""
        if len(self._met) >= _REMEMBERED:
            self._met.clear()
        numbers = set(self._exact.get(low, ()))
        for at in range(len(low) + 1):
            numbers.update(self._stems.get(low[:at], ()))
            numbers.update(self._tails.get(low[at:], ()))
        fills = frozenset(numbers)
        listed = [
            line
            for length in range(min(_HEAD, len(low)), 0, -1)
            for line in self._by_head.get(low[:length], ())
        ]
        able = {
            (line.phrase.label, line.phrase.written): line
            for line in (*listed, *self._by_tail)
            if _may_lead(line, fills)
        }
        begins = _begins(list(able.values()), fills) if able else None
        made = self._met[low] = _Met(fills, begins)
        return made


def _begins(lines: Sequence[_Line], fills: frozenset[int]) -> _Begins:
    """The phrases that something may begin that fills elements with these numbers."""
    alone: list[tuple[int, _Line]] = []
    besides: dict[int, list[tuple[int, _Line]]] = {}
    for numbered in enumerate(lines):
        more = numbered[1].needs - fills
        (besides.setdefault(max(more), []) if more else alone).append(numbered)
    lists = {number: tuple(found) for number, found in besides.items()}
    return _Begins(tuple(alone), frozenset(lists), lists)


def _may_lead(line: _Line, fills: frozenset[int]) -> bool:
    """Whether a word that fills these elements may be a phrase's first."""
    for step in line.steps:
        if step.number in fills:
            return True
        if not step.optional:
            return False
    return False


_Sentence = tuple[Sequence[Word], Sequence[frozenset[int]], Slots]
"""Its words, what each fills, and its mentions."""


def _way(steps: Sequence[_Step], place: int, begun: _Way, sentence: _Sentence) -> _Way | None:
    """How steps from `place` on go on with a way begun: with the shortest gaps, options taken."""
    at, own = begun
    row, fills, slots = sentence
    while place < len(steps):
        number, slot, gap, optional = steps[place]
        place += 1
        if gap:
            return _behind_gap(gap, steps, place, begun=(at, own), sentence=sentence)
        behind, more = at, own
        if slot:
            behind = slots.get(at, {}).get(slot, at)
        elif at < len(row) and number in fills[at]:
            behind, more = at + 1, (*own, at)
        if behind == at and not optional:
            return None
        if optional and behind != at:
            taken = _way(steps, place, (behind, more), sentence)
            if taken is not None:
                return taken
            continue
        at, own = behind, more
    return at, own


def _behind_gap(
    width: int, steps: Sequence[_Step], place: int, *, begun: _Way, sentence: _Sentence
) -> _Way | None:
    """How steps go on behind a gap of up to `width` words."""
    at, own = begun
    row, fills, _ = sentence
    following = steps[place] if place < len(steps) else None
    number = following.number if following is not None and not following.optional else -1
    for end in range(at, min(at + width, len(row)) + 1):
        if number < 0 or (end < len(row) and number in fills[end]):
            way = _way(steps, place, (end, own), sentence)
            if way is not None:
                return way
        if end < len(row) and row[end].text == _WALL:
            break
    return None
