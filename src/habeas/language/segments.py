"""Sentences and clauses: where they begin and end.

Decides the borders, by signs, line ends and the word lists of the pack. What a sentence says is for
the room that reads.

Laws: spans lie in order, do not overlap, and hold every character that is not blank; a sentence does
not begin or end with a blank; an empty line always ends one; the scan is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from habeas.language.pack import Pack, word, words
from habeas.language.tokens import key

Span = tuple[int, int]

_END = re.compile(r"[.!?…]+[\"'”“’»›)\]]*(?=\s|$)|\n")
_WORD_BEFORE = re.compile(r"[^\s(\[„“«\"]*$")
_CLOSED = re.compile(r"[.!?…:;][\"'”“’»›)\]]*\s*$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪◦‣#>]|\d{1,3}[.)]\s)")
_HARD_WRAP = 100
"""Longest line, in characters, of a text that is wrapped by hand."""
_REACH = 40
"""How many characters before a full stop are looked at."""


@dataclass(frozen=True, slots=True)
class _Known:
    abbreviations: frozenset[str]
    """Words with a full stop that do not end a sentence, without their last stop."""
    closing: frozenset[str]
    """Abbreviations that may end one: before a capital they do."""
    months: frozenset[str]
    ordinals: bool
    cues: re.Pattern[str]


@cache
def _known(pack: Pack) -> _Known:
    table = pack.segments
    cues = sorted(words(table, "clause_cues"), key=lambda cue: (-len(cue), cue))
    either = "|".join(re.escape(cue) for cue in cues) or r"(?!)"
    return _Known(
        frozenset(key(form).removesuffix(".") for form in words(table, "abbreviations")),
        frozenset(key(form).removesuffix(".") for form in words(table, "closing_abbreviations")),
        frozenset(key(form) for form in words(table, "after_ordinal")),
        word(table, "dotted_ordinals") == "yes",
        re.compile(rf";|\s[–—]\s|,(?=\s+(?:{either})\b)", re.IGNORECASE),
    )


@lru_cache(maxsize=4)
def _sentences(text: str, pack: Pack) -> tuple[Span, ...]:
    return tuple(_trimmed(text, _cuts(text, pack)))


def sentences(text: str, pack: Pack) -> list[Span]:
    """Sentences of a text as half-open spans in code points. The last few texts are remembered."""
    return list(_sentences(text, pack))


def clauses(text: str, pack: Pack, within: Span | None = None) -> list[Span]:
    """Clauses of a sentence, or of a whole text sentence by sentence.

    Args:
        text: The whole text.
        pack: Its language.
        within: The sentence to split; None: all of them.
    """
    spans = [within] if within is not None else sentences(text, pack)
    cues = _known(pack).cues
    found: list[Span] = []
    for start, stop in spans:
        cuts = [match.end() for match in cues.finditer(text, start, stop)]
        found.extend(_trimmed(text, [*cuts, stop], start))
    return found


def _trimmed(text: str, cuts: Iterator[int] | list[int], start: int = 0) -> Iterator[Span]:
    """Spans between cuts, without blanks at their ends; empty ones are left out."""
    for cut in cuts:
        piece = text[start:cut]
        body = piece.strip()
        if body:
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(body)
        start = cut


def _cuts(text: str, pack: Pack) -> Iterator[int]:
    """Where sentences end, the end of the text last."""
    known = _known(pack)
    wrapped = max(map(len, text.split("\n")), default=0) <= _HARD_WRAP
    for match in _END.finditer(text):
        if match.group() == "\n":
            if _line_ends(text, match.end(), wrapped):
                yield match.end()
        elif _stop_ends(text, match, known):
            yield match.end()
    yield len(text)


def _line_ends(text: str, at: int, wrapped: bool) -> bool:
    """Whether the line end before `at` ends a sentence: not within lines wrapped by hand."""
    start = text.rfind("\n", 0, at - 1) + 1
    before = text[start : at - 1].strip()
    stop = text.find("\n", at)
    after = text[at : len(text) if stop < 0 else stop].strip()
    if not before or not after or _BULLET.match(after) or _CLOSED.search(before[-_REACH:]):
        return True
    return not (after[0].islower() or (wrapped and len(before) >= 55))


def _stop_ends(text: str, match: re.Match[str], known: _Known) -> bool:
    """Whether a full stop (or the like) ends a sentence."""
    follows = _next_sign(text, match.end())
    if follows.islower():
        return False
    if match.group() != ".":
        return not (match.group().startswith("…") and follows.islower())
    before = _WORD_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
    last = key(before.group()) if before else ""
    if last in known.closing:
        return not follows.isdigit()
    if last in known.abbreviations or _is_initial(text, match.start(), last):
        return False
    if known.ordinals and last.isdigit() and len(last) <= 2:
        return not _after_ordinal(text, match.end(), known)
    return True


def _next_sign(text: str, at: int) -> str:
    """The next character that is not blank or an opening quote, "" at the end."""
    while at < len(text) and (text[at].isspace() or text[at] in "\"'„“«‹([–—-"):
        at += 1
    return text[at : at + 1]


def _is_initial(text: str, at: int, last: str) -> bool:
    """A single capital before the stop: "J. Coale"; not "in Block B." at the end."""
    letters = last.rsplit(".", 1)[-1].rsplit("-", 1)[-1]
    return len(letters) == 1 and letters.isalpha() and text[at - 1 : at].isupper()


def _after_ordinal(text: str, at: int, known: _Known) -> bool:
    found = re.compile(r"\s*([^\W\d_]+)").match(text, at)
    return bool(found and (key(found[1]) in known.months or found[1][0].islower()))
