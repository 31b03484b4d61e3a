"""Transcripts: a text in the second script of a language, written in its first, with the way back.

Decides which paragraphs of a text are in the second script (Belarusian in Latin letters), and how its
letters are written in the first, as the table `script` of a pack says. What the text means is for
`reading`, which reads the transcript and gives back places and names of the text itself.

Laws: every place of the transcript has a place in the text, in the same order; what is not in the second
script stands unchanged; a pack without the table has no transcripts; linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from habeas.language.pack import part, table, word

_PARAGRAPH = re.compile(r"[^\n]*\n?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Script:
    """How a second script is read and written; the longest entry wins."""

    signs: frozenset[str]
    vowels: frozenset[str]
    read: Mapping[str, str]
    write: Mapping[str, str]
    open: Mapping[str, str]
    """What a letter is written as behind a vowel, or at the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """`text` is `original` in the first script; sign `at` of it comes from `starts[at]..stops[at]`."""

    code: str
    text: str
    original: str
    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def place(self, start: int, stop: int) -> tuple[int, int]:
        """The place in the original of code points `start..stop` (half-open, not empty) of the text."""
        return self.starts[start], self.stops[stop - 1]

    def words(self, start: int, stop: int) -> str:
        """The original's words at `start..stop` of the text."""
        first, last = self.place(start, stop)
        return self.original[first:last]


@cache
def script(code: str) -> Script | None:
    """The second script of a language; None where it has none."""
    data = table(code, "script")
    if not data:
        return None
    tables = ({key: word(part(data, name), key) for key in part(data, name)} for name in _TABLES)
    return Script(frozenset(word(data, "signs")), frozenset(word(data, "vowels")), *tables)


_TABLES = ("read", "write", "open")


def transcript(text: str, code: str) -> Transcript | None:
    """A text with its paragraphs in the second script written in the first; None where it has none."""
    known = script(code)
    if known is None or known.signs.isdisjoint(text.lower()):
        return None
    made: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    turned = False
    for match in _PARAGRAPH.finditer(text):
        ours = _is_second(match.group())
        turned = turned or ours
        at = match.start()
        while at < match.end():
            length, written = _step(text, at, known.read) if ours else (1, text[at])
            made.append(written)
            starts.extend([at] * len(written))
            stops.extend([at + length] * len(written))
            at += length
    return Transcript(code, "".join(made), text, tuple(starts), tuple(stops)) if turned else None


def respelled(words: str, code: str) -> str:
    """Words of the first script, written in the second: a name in the nominative."""
    known = script(code)
    if known is None:
        return words
    made: list[str] = []
    at = 0
    while at < len(words):
        before = words[at - 1].lower() if at else " "
        opens = before in known.vowels or not before.isalpha()
        length, written = (
            (1, _cased(known.open[words[at].lower()], words[at : at + 1]))
            if opens and words[at].lower() in known.open
            else _step(words, at, known.write)
        )
        made.append(written)
        at += length
    return "".join(made)


def _is_second(paragraph: str) -> bool:
    """Whether more of a paragraph's letters are Latin than Cyrillic."""
    return len(_LATIN.findall(paragraph)) > len(_OTHER.findall(paragraph))


def _step(text: str, at: int, letters: Mapping[str, str]) -> tuple[int, str]:
    """How many signs of a text the longest entry at `at` takes, and what they are written as."""
    for length in (2, 1):
        group = text[at : at + length]
        found = letters.get(group.lower())
        if found is not None and len(group) == length:
            return length, _cased(found, group)
    return 1, text[at]


def _cased(written: str, group: str) -> str:
    """What a group of letters is written as, with the capital it begins with."""
    return written[:1].upper() + written[1:] if group[:1].isupper() else written
