"""Reads the sample lines: real language with one claim marked in each.

A line is `kind [modality]: text with [words|role=value]`. Roles: `person` (nominative), `count` (its
whole number), `when` (EDTF), `penalty`, `place`, `destination`, `source`, `note`. The kind `none` says
that nothing is claimed. A line is read together with a first sentence that makes clear what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("samples")

_LINE = re.compile(r"(?P<kind>[a-z_]+)(?: (?P<modality>[a-z]+))?: (?P<text>.+)")
_MARK = re.compile(r"\[([^|\]]+)\|([a-z]+)=([^\]]+)\]")


@dataclass(frozen=True)
class Marked:
    """A value that one claim of the line must have, and where it stands in the line."""

    role: str
    value: str
    words: str


@dataclass(frozen=True)
class Sample:
    """One line without its marks, and the claim it makes."""

    code: str
    number: int
    kind: str
    modality: str
    text: str
    marks: tuple[Marked, ...]

    @property
    def id(self) -> str:
        """Where the line stands."""
        return f"{self.code}:{self.number}"


def samples() -> Iterator[Sample]:
    """All samples of all languages."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield _sample(path.stem, number, line)


def _sample(code: str, number: int, line: str) -> Sample:
    match = _LINE.fullmatch(line)
    assert match is not None, f"{code}:{number} is no sample line: {line}"
    marks = tuple(Marked(role, value, words) for words, role, value in _MARK.findall(match["text"]))
    return Sample(
        code, number, match["kind"], match["modality"] or "", _MARK.sub(r"\1", match["text"]), marks
    )
