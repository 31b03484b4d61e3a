"""Pages of docs/ as things that can be run: their console blocks, and what each is to print.

Decides how a page is written so that a test can run it (see docs/how-to/write-a-page.md):

* A fenced block marked `console` holds commands after `$ ` and below each what it prints. A line
  that ends in a backslash goes on in the next.
* `habeas …` and `export NAME=VALUE` are run, other commands are not. Nothing goes through a shell;
  `> FILE` at the end keeps the output.
* A comment before the block says what is out of the ordinary: `<!-- exits 3 -->`, `<!-- types a | q -->`
  (lines of standard input), `<!-- types back -->` (the first line printed is typed back).
* Below a command without any output, any output will do. A line `...` stands for any lines, and dots
  within a line for anything in it. An id such
  as `c-7f3k2m9qx4aa` stands for the id that the run has in that place, also in later commands.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field

_BLOCK = re.compile(
    r"(?P<notes>(?:<!--[^\n]*-->\n+)*)^```console\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)
_EXITS = re.compile(r"<!-- exits (\d+) -->")
_TYPES = re.compile(r"<!-- types (.*?) -->")
_ID = re.compile(r"\b[a-z]-[0-9a-hjkmnp-tv-z]{12}(?:\.\d+)?(?![0-9a-z])")
_RANDOM_ID = r"[a-z]-[0-9a-hjkmnp-tv-z]{12}(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a page: its words, what it prints (None: not said), exit code, typed lines.

    `types` None: the first line it prints is typed back.
    """

    line: int
    words: tuple[str, ...]
    prints: str | None
    exits: int = 0
    types: str | None = ""
    keeps: str = ""


@dataclass(slots=True)
class Ids:
    """Which id of the run stands in the place of which id of the page."""

    known: dict[str, str] = field(default_factory=dict)

    def in_run(self, words: str) -> str:
        """`words` with every id of the page replaced by that of the run."""
        return _ID.sub(lambda match: self.known.get(match[0], match[0]), words)

    def meets(self, page: str, run: str) -> bool:
        """Whether the run printed what the page says; if so, the ids are remembered."""
        fresh: list[str] = []
        match = re.fullmatch(self._pattern(page, fresh), _stripped(run), re.DOTALL)
        if match is None:
            return False
        self.known.update(zip(fresh, match.groups(), strict=True))
        return True

    def _pattern(self, page: str, fresh: list[str]) -> str:
        lines = []
        for line in _stripped(page).split("\n"):
            rest = [self._piece(piece, fresh) for piece in line.split("...")]
            lines.append(r"[^\0]*?" if line.strip() == "..." else r"[^\n]*?".join(rest))
        return "\n".join(lines)

    def _piece(self, line: str, fresh: list[str]) -> str:
        pattern, end = "", 0
        for match in _ID.finditer(line):
            pattern += re.escape(line[end : match.start()])
            end = match.end()
            if match[0] in self.known:
                pattern += re.escape(self.known[match[0]])
            elif match[0] in fresh:
                pattern += rf"\{fresh.index(match[0]) + 1}"
            else:
                fresh.append(match[0])
                pattern += f"({_RANDOM_ID})"
        return pattern + re.escape(line[end:])


def commands(page: str) -> Iterator[Command]:
    """The commands of a page, in order."""
    for block in _BLOCK.finditer(page):
        exits = _EXITS.search(block["notes"])
        types = _TYPES.search(block["notes"])
        first = page.count("\n", 0, block.start("body")) + 1
        typed: str | None = ""
        if types:
            lines = types[1].split(" | ")
            typed = None if lines == ["back"] else "".join(f"{line}\n" for line in lines)
        for number, words, output in _calls(block["body"]):
            keeps = words[words.index(">") + 1] if ">" in words else ""
            yield Command(
                first + number,
                tuple(words[: words.index(">")] if keeps else words),
                "\n".join(output) if output else None,
                int(exits[1]) if exits else 0,
                typed,
                keeps,
            )


def _calls(body: str) -> Iterator[tuple[int, list[str], list[str]]]:
    """Line number in the block, words and output of each command."""
    call: tuple[int, str, list[str]] | None = None
    goes_on = False
    for number, line in enumerate(body.splitlines()):
        if call is not None and goes_on:
            call = (call[0], call[1][:-1] + line.strip(), call[2])
            goes_on = line.endswith("\\")
        elif line.startswith("$ "):
            if call is not None:
                yield call[0], shlex.split(call[1]), call[2]
            call, goes_on = (number, line[2:], []), line.endswith("\\")
        elif call is not None:
            call[2].append(line)
    if call is not None:
        yield call[0], shlex.split(call[1]), call[2]


def _stripped(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
