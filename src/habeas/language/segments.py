"""Sentences and clauses: where they begin and end.

Decides the borders, by signs, line ends and the word lists of the pack. What a sentence says is for
the room that reads.

Laws: spans lie in order, do not overlap, and hold every character that is not blank; a sentence does
not begin or end with a blank; an empty line always ends one; no sentence is longer than
`LONGEST`; the scan is linear.
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
LONGEST = 2000
"""Code points a sentence may have; a longer one is cut, for the rooms that read compare the words of a
sentence with one another, and nobody is to keep them busy for hours with an endless one."""

_HARD_WRAP = 100
"""Longest line, in characters, of a text that is wrapped by hand."""
_REACH = 40
"""How many characters before a full stop are looked at."""
_UNIT = 2
"""Letters of a shortened year or day, at most."""
_DAY = 5
"""Words of a day with which a sentence opens, at most."""


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


@cache
def _known(pack: Pack) -> _Known:
    table = pack.segments
    return _Known(
        _stopless(table, "abbreviations", "closing_after_numbers"),
        _stopless(table, "closing_abbreviations"),
        _stopless(table, "closing_after_numbers"),
        frozenset(key(form) for form in words(table, "before_ordinal")),
        frozenset(key(form) for form in words(table, "after_ordinal")),
        word(table, "dotted_ordinals") == "yes",
    )


@cache
def _cues(pack: Pack) -> re.Pattern[str]:
    """What parts the clauses of a sentence."""
    cues = sorted(words(pack.segments, "clause_cues"), key=lambda cue: (-len(cue), cue))
    either = "|".join(re.escape(cue) for cue in cues) or r"(?!)"
    return re.compile(rf";|\s[–—]\s|,(?=\s+(?:{either})\b)", re.IGNORECASE)


def _stopless(table: Table, *names: str) -> frozenset[str]:
    """The abbreviations under these names, folded, without their last stop."""
    return frozenset(key(form).removesuffix(".") for name in names for form in words(table, name))


@lru_cache(maxsize=4)
def _sentences(text: str, pack: Pack) -> tuple[Span, ...]:
    return tuple(_trimmed(text, _short(text, _cuts(text, pack))))


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
    cues = _cues(pack)
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
    start = 0
    for match in _END.finditer(text):
        if match.group() == "\n":
            ends = _line_ends(text, match.end(), wrapped)
        else:
            ends = _stop_ends(text, match, known, start)
        if ends:
            start = match.end()
            yield start
    yield len(text)


def _short(text: str, cuts: Iterator[int]) -> Iterator[int]:
    """The cuts, and more of them where a sentence is longer than `LONGEST`: behind a blank, if any."""
    start = 0
    for cut in cuts:
        while cut - start > LONGEST:
            blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            start = start + LONGEST if blank < 0 else blank + 1
            yield start
        start = cut
        yield cut


def _line_ends(text: str, at: int, wrapped: bool) -> bool:
    """Whether the line end before `at` ends a sentence: not within lines wrapped by hand."""
    start = text.rfind("\n", 0, at - 1) + 1
    before = text[start : at - 1].strip()
    stop = text.find("\n", at)
    after = text[at : len(text) if stop < 0 else stop].strip()
    if not before or not after or _BULLET.match(after) or _CLOSED.search(before[-_REACH:]):
        return True
    return not (after[0].islower() or (wrapped and len(before) >= 55))


def _stop_ends(text: str, match: re.Match[str], known: _Known, start: int) -> bool:
    """Whether a full stop (or the like) ends the sentence that begins at `start`."""
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
    if _closes_number(earlier, last, known):
        return not (follows.isdigit() or _only_day(text[start : match.start()]))
    return not _abbreviated(earlier, last, known) and not (
        known.ordinals and _is_ordinal(earlier, last, _NEXT_WORD.match(text, match.end()), known)
    )


def _forms(earlier: str, last: str) -> tuple[str, str]:
    """What may be an abbreviation before a stop: the last two words, and the last alone."""
    return f"{earlier.removesuffix('.')}.{key(last)}", key(last)


def _closes_number(earlier: str, last: str, known: _Known) -> bool:
    """Whether the stop belongs to an abbreviation with which a sentence may end ("etc.", "2023 r.")."""
    return not _is_initial(last) and any(
        form in known.closing or (form in known.closing_numbers and earlier[-1:].isdigit())
        for form in _forms(earlier, last)
    )


def _only_day(begun: str) -> bool:
    """Whether a sentence has told no more than a day so far ("W 2023 r. sąd", "Lapkričio 6 d.")."""
    words = begun.split()
    unit = words and len(words[-1]) <= _UNIT
    return bool(unit) and len(words) <= _DAY and any(word[:1].isdigit() for word in words)


def _abbreviated(earlier: str, last: str, known: _Known) -> bool:
    """Whether the stop behind `last` belongs to an abbreviation that does not end a sentence."""
    return _is_initial(last) or any(form in known.abbreviations for form in _forms(earlier, last))


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
