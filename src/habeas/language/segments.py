"""Sentences and clauses: where they begin and end.

Decides the borders, by signs, line ends and the word lists of the pack. What a sentence says is for
the room that reads.

Laws: spans lie in order, do not overlap, and hold every character that is not blank; a sentence does
not begin or end with a blank; an empty line always ends one; the scan is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from habeas.language.pack import Pack, Table, word, words
from habeas.language.tokens import key

Span = tuple[int, int]

_END = re.compile(r"[.!?…]+[\"'”“’»›)\]]*(?=\s|$)|\n")
_OPENING = "([„“«\"'‹"
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_CLOSED = re.compile(r"[.!?…:;][\"'”“’»›)\]]*\s*$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪◦‣#>]|\d{1,3}[.)]\s)")
_HARD_WRAP = 100
"""Longest line, in characters, of a text that is wrapped by hand."""
_REACH = 40
"""How many characters before a full stop are looked at."""


class _Known(NamedTuple):
    abbreviations: frozenset[str]
    """Words with a full stop that do not end a sentence, without their last stop."""
    closing: frozenset[str]
    """Abbreviations that may end one: before a capital they do."""
    closing_numbers: frozenset[str]
    """The same, but only behind a number ("2025 г.", not "г. Гомель")."""
    before_ordinal: frozenset[str]
    after_ordinal: frozenset[str]
    ordinals: bool
    cues: re.Pattern[str]


@cache
def _known(pack: Pack) -> _Known:
    table = pack.segments
    cues = sorted(words(table, "clause_cues"), key=lambda cue: (-len(cue), cue))
    either = "|".join(re.escape(cue) for cue in cues) or r"(?!)"
    return _Known(
        _stopless(table, "abbreviations", "closing_after_numbers"),
        _stopless(table, "closing_abbreviations"),
        _stopless(table, "closing_after_numbers"),
        frozenset(key(form) for form in words(table, "before_ordinal")),
        frozenset(key(form) for form in words(table, "after_ordinal")),
        word(table, "dotted_ordinals") == "yes",
        re.compile(rf";|\s[–—]\s|,(?=\s+(?:{either})\b)", re.IGNORECASE),
    )


def _stopless(table: Table, *names: str) -> frozenset[str]:
    """The abbreviations under these names, folded, without their last stop."""
    return frozenset(key(form).removesuffix(".") for name in names for form in words(table, name))


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
        return True
    before = text[max(0, match.start() - _REACH) : match.start()]
    if before[-1:].isspace():
        return True
    pieces = before.split()[-2:]
    last = pieces[-1].lstrip(_OPENING) if pieces else ""
    earlier = key(pieces[0]) if len(pieces) > 1 else ""
    return not _abbreviated(earlier, last, follows, known) and not (
        known.ordinals and _is_ordinal(earlier, last, _NEXT_WORD.match(text, match.end()), known)
    )


def _abbreviated(earlier: str, last: str, follows: str, known: _Known) -> bool:
    """Whether the stop behind `last` belongs to an abbreviation that does not end a sentence."""
    if _is_initial(last):
        return True
    folded = key(last)
    for form in (f"{earlier.removesuffix('.')}.{folded}", folded):
        if form in known.closing or (form in known.closing_numbers and earlier[-1:].isdigit()):
            return follows.isdigit()
        if form in known.abbreviations:
            return True
    return False


def _next_sign(text: str, at: int) -> str:
    """The next character that is not blank or an opening quote, "" at the end."""
    while at < len(text) and (text[at].isspace() or text[at] in "\"'„“«‹([–—-"):
        at += 1
    return text[at : at + 1]


def _is_initial(last: str) -> bool:
    """A single capital before the stop: "J. Coale", "J.-P. Weber"."""
    letters = last.rsplit(".", 1)[-1].rsplit("-", 1)[-1]
    return len(letters) == 1 and letters.isupper()


def _is_ordinal(earlier: str, last: str, follows: re.Match[str] | None, known: _Known) -> bool:
    """Whether the digits before the stop count in order: "am 13. Dezember", "der 3. Gipfel"."""
    if follows is None or not last.isdigit() or len(last) > 2:
        return False
    small = follows[1][0].islower() or key(follows[1]) in known.after_ordinal
    return small or earlier in known.before_ordinal
