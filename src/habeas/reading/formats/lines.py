"""Lines of printed pages as running text: what was broken only because the paper ended is joined.

Decides by the look of the lines alone: a line that does not end a sentence, and had no room for the
next word, goes on in the next line or on the next page; so does a full line that ends a sentence. A
hyphen at its end between small letters was set by the printer. A line that stands at the head or foot of
several pages, but for its numbers, is told once: at the head of the first or the foot of the last.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from habeas.language.marks import hung

_ENDS = re.compile(r"[.!?…:;][\"'”“’»›)\]]*$")
_BULLET = re.compile(r"(?:[-–—•*·▪◦‣]|\d{1,3}[.)])\s")
_HYPHEN = re.compile(r"[^\W_][-\u2010]$")
_NUMBER = re.compile(r"\W*(?:\w{1,12}\W+)?\d{1,4}(?:\W+(?:\w{1,5}\W+)?\d{1,4})?\W*")
_LONGEST_NUMBER = 16
_EDGE = 2
"""Lines at the head and foot of a page that may be those of every page."""
_AROUND = 8
"""Lines before and after one whose width tells how wide its column is."""
_FEW = 4
"""Lines from which on it can be told whether they are running text."""
_INNER = 0.2
"""Share of lines that begin in small letters or end a sentence, where lines are running text."""
_FULL = 0.9
"""Share of the longest line that a second one must reach, for both to show where a column ends."""
_LIST = 1_000_000
"""The width of a list of names or a table: every line has room for one more word."""
_ROOM = 0.85
"""Share of the column's width within which a line that stands alone ends with its next word."""


@dataclass(frozen=True, slots=True)
class _Column:
    """How long a line must be with the next word for that word to have had no room: `room` where it
    ends no sentence, `width` where it does."""

    room: int
    width: int


@dataclass(slots=True)
class _Running:
    """The running text so far, and the last line that went into it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    before: str = ""

    def add(self, line: str, column: _Column, gap: str) -> None:
        """One more line; `gap` parts it from the one before where it does not go on."""
        if self.before and _goes_on(self.before, line, column):
            gap = self._sewn(line)
        self._append(gap if self.parts else "")
        self._append(line)
        self.before = line

    def _sewn(self, line: str) -> str:
        """What stands between the last line and one in which it goes on."""
        if not _HYPHEN.search(self.before):
            return " "
        if line[0].islower() and self.before[-2].isalpha():
            if hung().match(line):
                return " "
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1
            return ""
        return "" if line[0].isalnum() else " "

    def _append(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def unwrapped(pages: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The pages as running text, one paragraph a line; and where in it each page lies, half-open."""
    running = _Running()
    spans: list[tuple[int, int]] = []
    for lines in _without_repeated([_trimmed(page) for page in pages]):
        gap, start = "\n\n", None
        for line, column in zip(lines, _columns(lines), strict=True):
            if not line:
                running.before, gap = "", "\n\n"
                continue
            running.add(line, column, gap)
            start = running.length - len(line) if start is None else start
            gap = "\n"
        spans.append((running.length if start is None else start, running.length))
    ends = [start for start, _ in spans[1:]] + [running.length] * bool(spans)
    return "".join(running.parts), tuple(
        (start, min(stop, end)) for (start, stop), end in zip(spans, ends, strict=True)
    )


def _trimmed(page: str) -> list[str]:
    lines = [" ".join(line.split()) for line in page.splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _columns(lines: Sequence[str]) -> Iterator[_Column]:
    """Per line, its column, as the lines around it show it."""
    for at in range(len(lines)):
        around = [line for line in lines[max(0, at - _AROUND) : at + _AROUND + 1] if line]
        inner = sum(line[0].islower() or _ENDS.search(line) is not None for line in around)
        if not around or (len(around) >= _FEW and inner < _INNER * len(around)):
            yield _Column(_LIST, _LIST)
            continue
        width = max(map(len, around))
        sure = sum(len(line) >= _FULL * width for line in around) > 1
        yield _Column(int(_ROOM * width), width if sure else _LIST)


def _goes_on(before: str, line: str, column: _Column) -> bool:
    if _BULLET.match(line):
        return False
    if line[0].islower() or (_HYPHEN.search(before) and line[0].isalnum()):
        return True
    taken = len(before) + 1 + len(line.split(maxsplit=1)[0])
    return taken > (column.width if _ENDS.search(before) else column.room)


def _without_repeated(pages: list[list[str]]) -> list[list[str]]:
    """The pages without their numbers, and each head and foot that several of them bear once."""
    heads = Counter(key for page in pages for key in {*map(_key, page[:_EDGE])})
    feet = Counter(key for page in pages for key in {*map(_key, page[-_EDGE:])})
    told: set[str] = set()
    kept = [_without(page, range(_EDGE), heads, told) for page in pages]
    told = set()
    for at in reversed(range(len(kept))):
        kept[at] = _without(kept[at], range(-_EDGE, 0), feet, told)
    return kept


def _without(page: list[str], edge: range, times: Counter[str], told: set[str]) -> list[str]:
    """A page without lines at one edge that are a bare number, or that another page has told."""
    if len(page) < _EDGE:
        return page
    dropped = set[int]()
    for place in edge:
        at = place % len(page)
        key = _key(page[at])
        bare = len(key) < _LONGEST_NUMBER and "#" in key and _NUMBER.fullmatch(page[at])
        if times[key] > 1 and key:
            if bare or key in told:
                dropped.add(at)
            told.add(key)
    return [line for at, line in enumerate(page) if at not in dropped]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line).casefold()
