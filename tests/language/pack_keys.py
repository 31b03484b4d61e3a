"""The keys of language packs: those that packs hold, and those that the page on packs tells of.

A key is written as its path: ("frames", "people", "while"). An array of tables counts as one table.
`OF_WORDS` are the tables whose keys are words, letters or numbers of a language, or names that a pack
gives to lists of its own; they are told on the page, their keys are not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import habeas

Keys = tuple[str, ...]

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "language-packs.md"
DATA = Path(habeas.__file__).parent / "language" / "data"
OF_WORDS: frozenset[Keys] = frozenset(
    {
        ("calendar", "day_words"),
        ("calendar", "direction"),
        ("calendar", "ordinal"),
        ("calendar", "shift"),
        ("deals", "lists"),
        ("numerals", "durations", "fixed"),
        ("numerals", "durations", "prefixes"),
        ("numerals", "halves"),
        ("numerals", "scales"),
        ("numerals", "vague"),
        ("numerals", "values"),
        ("script", "open"),
        ("script", "read"),
        ("script", "write"),
    }
)
_FILE = re.compile(r"^## .*`(?:data/)?(\w+)(?:\.toml)?`$")
_TABLE = re.compile(r"`\[+([a-z_.]+)\]+`")
_KEY = re.compile(r"`([a-z_ -]+)`")


@dataclass(frozen=True, slots=True)
class Row:
    """One key as the page tells of it."""

    path: Keys
    needed: bool


def keys_of(table: Mapping[str, object], path: Keys) -> Iterator[Keys]:
    """The paths of all keys within a table at `path`, but for those that are words of a language."""
    for name, value in table.items():
        here = (*path, name)
        inner = [value] if isinstance(value, dict) else value if isinstance(value, list) else []
        tables = [one for one in inner if isinstance(one, dict)]
        if not tables or here in OF_WORDS:
            yield here
            continue
        for one in tables:
            yield from keys_of(one, here)


def pack_keys(code: str) -> frozenset[Keys]:
    """All keys of a pack; "names": those of the lists of given names."""
    return frozenset(
        key
        for file in sorted((DATA / code).glob("*.toml"))
        for key in keys_of(
            tomllib.loads(file.read_text("utf-8")), ("names",) if code == "names" else (file.stem,)
        )
    )


def rows(page: str) -> Iterator[Row]:
    """The rows of the tables of a page whose heads begin with "key"."""
    file, tables, told = "", list[Keys](), False
    for line in page.splitlines():
        if line.startswith("## "):
            file, tables = (match[1] if (match := _FILE.match(line)) else ""), [()]
        elif line.startswith("### "):
            tables = [tuple(name.split(".")) for name in _TABLE.findall(line)]
        told = line.startswith("| key |") or (told and line.startswith("|"))
        if not (file and told and line.startswith("| `")):
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for table in tables:
            for name in _KEY.findall(cells[0]):
                yield Row((file, *table, name), cells[-1].startswith("yes"))
