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


@dataclass(frozen=True, slots=True)
class Match:
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

    by_word: Mapping[str, tuple[Begun, ...]]
    by_slot: Mapping[str, tuple[Begun, ...]]

    def at(self, tokens: Sequence[Token], tags: Sequence[Tags], first: int) -> Match | None:
        """The longest match that begins at token `first`, see `Match.weight`; among equals the first."""
        if not tags[first] and tokens[first].key not in self.by_word:
            return None
        best: Match | None = None
        behind = first + 1
        for form, follows in self._beginning(tokens[first], tags[first]):
            if follows is not None and not (
                behind < len(tokens) and follows.takes(tokens[behind], tags[behind])
            ):
                continue
            match = _match(form, tokens, tags, first)
            if match is not None and (best is None or match.weight > best.weight):
                best = match
        return best

    def _beginning(self, token: Token, tags: Tags) -> Iterator[Begun]:
        yield from self.by_word.get(token.key, ())
        for slot in tags:
            yield from self.by_slot.get(slot, ())


def forms(tables: Sequence[Table]) -> Forms:
    """Forms from tables that hold `means`, `forms` and further settings."""
    by_word: dict[str, list[Begun]] = {}
    by_slot: dict[str, list[Begun]] = {}
    for table in tables:
        for text in words(table, "forms"):
            elements = tuple(_element(part) for part in text.split())
            form = Form(str(table["means"]), elements, table)
            for place, element in enumerate(_leading(elements), 1):
                begun = Begun(form, _certain(elements, place))
                if element.slot:
                    by_slot.setdefault(element.slot, []).append(begun)
                for start in element.words:
                    by_word.setdefault(start, []).append(begun)
    return Forms(
        {start: tuple(found) for start, found in by_word.items()},
        {slot: tuple(found) for slot, found in by_slot.items()},
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
    for element in elements:
        yield element
        if not element.optional:
            return


def _match(form: Form, tokens: Sequence[Token], tags: Sequence[Tags], first: int) -> Match | None:
    """Match greedily; an optional element is left out where taking it leads nowhere."""
    choices: list[tuple[int, int]] = []
    place, at = 0, first
    taken: dict[int, int] = {}
    while place < len(form.elements):
        element = form.elements[place]
        open_ = at < len(tokens) and not (at > first and tokens[at].broken)
        if open_ and element.takes(tokens[at], tags[at]):
            if element.optional:
                choices.append((place, at))
            taken[place] = at
            at += 1
        elif element.optional:
            taken.pop(place, None)
        elif choices:
            place, at = choices.pop()
            taken = {one: where for one, where in taken.items() if one < place}
        else:
            return None
        place += 1
    values = tuple(
        (form.elements[one].slot, tags[where][form.elements[one].slot])
        for one, where in taken.items()
        if form.elements[one].slot
    )
    return Match(first, at, form, values)
