"""Neighbours of a number: the words around it, and the word lists of a pack they may stand on.

Decides what stands before and behind a number, and whether a list has it. What that makes of the
number is for `sorts`.

Law: outside the text there are no words, and "" is on no list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from habeas.language.pack import Pack, part, words
from habeas.language.tokens import Token, key


class Around(NamedTuple):
    """A number at tokens `first..last` of `row`, and what stands around it."""

    row: Sequence[Token]
    first: int
    last: int
    value: float
    spelled: bool
    pack: Pack

    def before(self, steps: int = 1) -> str:
        """Folded token `steps` before the number, "" at the beginning of the text."""
        at = self.first - steps
        return self.row[at].key if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """Folded token `steps` behind the number, "" at the end of the text."""
        at = self.last + steps - 1
        return self.row[at].key if at < len(self.row) else ""

    def touches_before(self) -> bool:
        """Whether no blank stands before the number."""
        return self.first > 0 and self.row[self.first - 1].stop == self.row[self.first].start

    def touches_after(self, steps: int = 1) -> bool:
        """Whether no blank stands before the token `steps` behind the number."""
        at = self.last + steps - 1
        return at < len(self.row) and self.row[at - 1].stop == self.row[at].start


class Lists(NamedTuple):
    """Word lists of one pack: whole words, and stems (written with a final `*`)."""

    whole: Mapping[str, frozenset[str]]
    stems: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]

    def has(self, name: str, text: str) -> bool:
        """Whether `text` is on the list."""
        return bool(text) and (
            text in self.whole.get(name, ()) or text.startswith(self.stems.get(name, ("\0",)))
        )

    def precedes(self, name: str, it: Around) -> bool:
        """Whether a word or phrase of the list stands right before the number."""
        nearest = it.before()
        if self.has(name, nearest):
            return True
        return any(
            all(it.before(step) == word for step, word in enumerate(reversed(phrase), 1))
            for phrase in self.phrases.get(name, ())
            if phrase[-1] == nearest
        )

    def follows(self, name: str, it: Around) -> bool:
        """Whether a word or phrase of the list stands right behind the number."""
        nearest = it.after()
        if self.has(name, nearest):
            return True
        return any(
            all(it.after(step) == word for step, word in enumerate(phrase, 1))
            for phrase in self.phrases.get(name, ())
            if phrase[0] == nearest
        )


@cache
def lists_of(pack: Pack) -> Lists:
    """The word lists by which sorts are told apart."""
    table = part(pack.numerals, "sorts")
    whole: dict[str, frozenset[str]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in table:
        given = tuple(map(key, words(table, name)))
        whole[name] = frozenset(text for text in given if not text.endswith("*"))
        phrases[name] = tuple(tuple(text.split()) for text in given if " " in text)
        stems[name] = tuple(text[:-1] for text in given if text.endswith("*")) or ("\0",)
    return Lists(whole, stems, phrases)
