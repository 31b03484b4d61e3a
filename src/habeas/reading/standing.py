"""Standing: where in a sentence the phrases of a pack stand.

How it is quick: every word is asked once which elements it fills, and the answer is kept in mind. A
phrase is only tried where each element that must be there is filled by some word of the sentence; to
find those, phrases are kept by a word that they need. How a phrase is written is for `phrases`.

Laws: the work per word is bounded by the phrases of the pack; the shortest filling of a gap is taken;
what is kept in mind is of no account for what is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from habeas.reading.phrases import Phrase, element, taken
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
    besides: Mapping[int, Sequence[tuple[int, _Line]]]
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


class _Steps(dict[str, _Step]):
    """The steps that parts of phrases mean, each worked out where it is met first.

    The words of every part are indexed, since only so a sentence tells which parts it fills.
    """

    def __init__(self) -> None:
        super().__init__()
        self.exact = defaultdict[str, list[int]](list)
        self.stems = defaultdict[str, list[int]](list)
        self.tails = defaultdict[str, list[int]](list)
        self.words: dict[str, int] = {}
        """The parts that take words, without their `?`, each with its number."""

    def __missing__(self, part: str) -> _Step:
        optional = len(part) > 1 and part.endswith("?")
        bare = part[:-1] if optional else part
        if bare[0] in "<…":
            one = element(part)
            made = _Step(-1, one.slot, one.gap, one.optional)
        else:
            made = _Step(self._number(bare), "", 0, optional)
        self[part] = made
        return made

    def _number(self, bare: str) -> int:
        """The number of the words that a part takes."""
        number = self.words.get(bare)
        if number is None:
            number = self.words[bare] = len(self.words)
            exact, stems, tails = taken(bare)
            for text in exact:
                self.exact[text].append(number)
            for text in stems:
                self.stems[text].append(number)
            for text in tails:
                self.tails[text].append(number)
        return number


@dataclass(slots=True)
class Phrases:
    """Phrases, indexed by what they may begin with."""

    _steps: _Steps = field(default_factory=_Steps)
    _listed: list[tuple[Phrase, tuple[_Step, ...]]] = field(default_factory=list)
    _led: dict[int, list[int]] = field(default_factory=dict)
    """For the number of words: the phrases that they may lead, by their place in the list."""
    _by_slot: dict[str, list[_Line]] = field(default_factory=dict)
    _lines: dict[int, _Line] = field(default_factory=dict)
    _slotted: dict[str, _Begins] = field(default_factory=dict)
    """Those that mentions may begin, as they are looked for."""
    _met: dict[str, _Met] = field(default_factory=dict)

    def add(self, phrase: Phrase) -> None:
        """Take one more phrase in."""
        self._met.clear()
        self._slotted.clear()
        steps = tuple(map(self._steps.__getitem__, phrase.spelled.split()))
        place = len(self._listed)
        self._listed.append((phrase, steps))
        for number, slot, _, optional in steps:
            if number >= 0:
                self._led.setdefault(number, []).append(place)
            elif slot:
                self._by_slot.setdefault(slot, []).append(self._line(place))
            if not optional:
                break

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
        numbers = set(self._steps.exact.get(low, ()))
        for at in range(len(low) + 1):
            numbers.update(self._steps.stems.get(low[:at], ()))
            numbers.update(self._steps.tails.get(low[at:], ()))
        fills = frozenset(numbers)
        places = sorted({place for number in fills for place in self._led.get(number, ())})
        lines = list(map(self._line, places))
        if len(lines) > 1:
            lines.sort(key=lambda line: -_alike(line.phrase, low))
        able = {(line.phrase.label, line.phrase.written): line for line in lines}
        begins = _begins(list(able.values()), fills) if able else None
        made = self._met[low] = _Met(fills, begins)
        return made

    def _line(self, place: int) -> _Line:
        """A phrase ready to be looked for, by its place in the list."""
        line = self._lines.get(place)
        if line is None:
            phrase, steps = self._listed[place]
            needs = frozenset(one.number for one in steps if one.number >= 0 and not one.optional)
            line = self._lines[place] = _Line(phrase, steps, needs)
        return line


def _alike(phrase: Phrase, low: str) -> int:
    """How many letters a word shares with what may lead a phrase: those with more come first."""
    most = 0
    for part in phrase.spelled.split():
        heads = _heads(part)
        alike = next((at for at in range(_HEAD, most, -1) if low[:at] in heads), 0)
        most = max(most, alike)
        if not part.endswith("?"):
            break
    return most


@lru_cache(maxsize=_REMEMBERED)
def _heads(part: str) -> frozenset[str]:
    """The first letters of the whole words and the beginnings that a part takes."""
    exact, stems, _ = taken(part.removesuffix("?"))
    return frozenset(text[:_HEAD] for text in (*exact, *stems))


def _begins(lines: Sequence[_Line], fills: frozenset[int]) -> _Begins:
    """The phrases that something may begin that fills elements with these numbers."""
    alone: list[tuple[int, _Line]] = []
    besides: dict[int, list[tuple[int, _Line]]] = {}
    for numbered in enumerate(lines):
        more = numbered[1].needs - fills
        (besides.setdefault(max(more), []) if more else alone).append(numbered)
    lists = {number: tuple(found) for number, found in besides.items()}
    return _Begins(tuple(alone), frozenset(lists), lists)


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
