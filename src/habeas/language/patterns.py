"""Patterns over tokens: the small language in which packs write down what a day looks like.

A form is a row of elements parted by blanks: `word` that very word or sign; `one|other` any of them;
`<slot>` a token that carries this slot (`<month>`, `<day>`, or a word list of the pack); `?` behind
an element: it may be missing. Decides how forms are read and matched; slots and meanings come from
the caller.

Laws: a match never crosses an empty line; the work per token is bounded by the forms of the pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from habeas.language.pack import Table, words
from habeas.language.tokens import Token, key

Tags = Mapping[str, int]
"""Slots a token carries, each with its value."""
_END = Token(0, 0, "sign", "", "", False)
_NONE: Tags = {}
"""What stands behind the last token of a text."""


class Element(NamedTuple):
    """One place of a form: a slot, or words of which one must stand there."""

    slot: str
    words: frozenset[str]
    optional: bool

    def takes(self, token: Token, tags: Tags) -> bool:
        """Whether `token` may stand here."""
        return self.slot in tags if self.slot else token.key in self.words


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing, what it means, and the settings that stood beside it in the pack."""

    means: str
    elements: tuple[Element, ...]
    settings: Table


class Begun(NamedTuple):
    """A form that one of its leading elements may begin."""

    form: Form
    follows: Element | None
    """What must come right behind that element, where that is certain: a cheap sieve."""
    behind: Behind


class Behind(NamedTuple):
    """What may stand right behind a token that begins a form: a cheap sieve."""

    anything: bool
    """Whether the form may end there."""
    words: frozenset[str]
    slots: frozenset[str]

    def takes(self, token: Token, tags: Tags) -> bool:
        """Whether `token` may stand there."""
        return self.anything or token.key in self.words or not self.slots.isdisjoint(tags)


class Starts(NamedTuple):
    """The forms that a word or a slot may begin, and what may stand behind it for any of them."""

    begun: tuple[Begun, ...]
    behind: Behind


class Match(NamedTuple):
    """Tokens `first..last` (last not included) that follow `form`, with the values of its slots."""

    first: int
    last: int
    form: Form
    values: tuple[tuple[str, int], ...]

    @property
    def weight(self) -> tuple[int, int]:
        """Longer matches weigh more; of the same length, those with more words spelled out."""
        return self.last, -len(self.values)

    def all(self, slot: str) -> list[int]:
        """Values of a slot, in order."""
        return [value for name, value in self.values if name == slot]

    def get(self, slot: str) -> int | None:
        """First value of a slot."""
        return next((value for name, value in self.values if name == slot), None)


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms indexed by what they may begin with."""

    by_word: Mapping[str, Starts]
    by_slot: Mapping[str, Starts]

    def at(self, tokens: Sequence[Token], tags: Sequence[Tags], first: int) -> Match | None:
        """The longest match that begins at token `first`, see `Match.weight`; among equals the first."""
        best: Match | None = None
        last = first + 1 == len(tokens)
        token, marks = (_END, _NONE) if last else (tokens[first + 1], tags[first + 1])
        for starts in self._starting(tokens[first], tags[first]):
            anything, keys, slots = starts.behind
            if not (anything or token.key in keys or not slots.isdisjoint(marks)):
                continue
            for form, follows, behind in starts.begun:
                if not behind.takes(token, marks) or (follows and not follows.takes(token, marks)):
                    continue
                match = _match(form, tokens, tags, first)
                if match is not None and (best is None or match.weight > best.weight):
                    best = match
        return best

    def _starting(self, token: Token, tags: Tags) -> list[Starts]:
        """What the word, and then each slot that the token carries, may begin."""
        by_word = self.by_word.get(token.key)
        by_slot = [self.by_slot[slot] for slot in tags if slot in self.by_slot]
        return by_slot if by_word is None else [by_word, *by_slot]


def forms(tables: Sequence[Table]) -> Forms:
    """Forms from tables that hold `means`, `forms` and further settings."""
    by_word: dict[str, list[Begun]] = {}
    by_slot: dict[str, list[Begun]] = {}
    for table in tables:
        for text in words(table, "forms"):
            elements = tuple(_element(part) for part in text.split())
            form = Form(str(table["means"]), elements, table)
            behind = _behind(elements)
            for place, element in enumerate(_leading(elements), 1):
                begun = Begun(form, _certain(elements, place), behind)
                if element.slot:
                    by_slot.setdefault(element.slot, []).append(begun)
                for start in element.words:
                    by_word.setdefault(start, []).append(begun)
    return Forms(
        {start: _starts(found) for start, found in by_word.items()},
        {slot: _starts(found) for slot, found in by_slot.items()},
    )


def _starts(begun: Sequence[Begun]) -> Starts:
    return Starts(tuple(begun), _any_of([one.behind for one in begun]))


def _any_of(given: Sequence[Behind]) -> Behind:
    """What may stand behind the first token of one of several forms."""
    return Behind(
        any(one.anything for one in given),
        frozenset().union(*(one.words for one in given)),
        frozenset().union(*(one.slots for one in given)),
    )


def _behind(elements: Sequence[Element]) -> Behind:
    """What may stand behind the first token of a form, whichever element takes it."""
    return _any_of([_opened(elements[place:]) for place, _ in enumerate(_leading(elements), 1)])


def _opened(elements: Sequence[Element]) -> Behind:
    """What the rest of a form may begin with."""
    leading = tuple(_leading(elements))
    return Behind(
        all(element.optional for element in elements),
        frozenset().union(*(element.words for element in leading)),
        frozenset(element.slot for element in leading if element.slot),
    )


def _certain(elements: Sequence[Element], place: int) -> Element | None:
    """The element at `place`, where it must be there."""
    return elements[place] if place < len(elements) and not elements[place].optional else None


def _element(text: str) -> Element:
    optional = len(text) > 1 and text.endswith("?")
    text = text[:-1] if optional else text
    if text.startswith("<") and text.endswith(">"):
        return Element(text[1:-1], frozenset(), optional)
    return Element("", frozenset(map(key, text.split("|"))), optional)


def _leading(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements that may be first: those that may be missing, and the one behind them."""
    for element in elements:
        yield element
        if not element.optional:
            return


def _match(form: Form, tokens: Sequence[Token], tags: Sequence[Tags], first: int) -> Match | None:
    """Match greedily; an optional element is left out where taking it leads nowhere."""
    choices: list[tuple[int, int]] = []
    place, at = 0, first
    taken: dict[int, int] = {}
    elements, ends = form.elements, len(tokens)
    while place < len(elements):
        slot, words, optional = elements[place]
        open_ = at < ends and not (at > first and tokens[at].broken)
        if open_ and (slot in tags[at] if slot else tokens[at].key in words):
            if optional:
                choices.append((place, at))
            taken[place] = at
            at += 1
        elif optional:
            taken.pop(place, None)
        elif choices:
            place, at = choices.pop()
            taken = {one: where for one, where in taken.items() if one < place}
        else:
            return None
        place += 1
    values = tuple(
        (elements[one].slot, tags[where][elements[one].slot])
        for one, where in taken.items()
        if elements[one].slot
    )
    return Match(first, at, form, values)
