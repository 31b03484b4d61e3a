"""Every key of every pack, and every key that Python asks packs for, has a row on the page on packs."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import habeas
from habeas.language.pack import codes, pack, part, parts, words
from tests.language.pack_keys import PAGE, Keys, pack_keys, rows

ROWS = list(rows(PAGE.read_text("utf-8")))
TOLD = {row.path for row in ROWS}
_CODE = Path(habeas.__file__).parent
_WRITE = "Write a row for it: docs/reference/language-packs.md"
_LOOKS = {"has", "within", "follows", "precedes"}
"""Methods that are handed the name of a cue or of a list of words beside numbers."""
_SECTIONS = ("stock", "flow", "source")
"""Sections of `frames` whose cues are named with their section, as "flow.total"."""
_DOTTED = re.compile(rf"(?:{'|'.join(_SECTIONS)})\.[a-z]+")
_PLAIN = ("discourse", "modality")
"""Those whose cues are named without it."""


def test_no_key_is_told_twice() -> None:
    assert len(TOLD) == len(ROWS)


@pytest.mark.parametrize("code", [*codes(), "names"])
def test_every_key_of_a_pack_is_told(code: str) -> None:
    assert sorted(pack_keys(code) - TOLD) == [], _WRITE


@pytest.mark.parametrize("code", codes())
def test_needed_keys_are_in_every_pack(code: str) -> None:
    held = pack_keys(code)
    tables = {path[:size] for path in held for size in range(1, len(path))}
    needed = {row.path for row in ROWS if row.needed and row.path[:-1] in tables}
    assert sorted(needed - held) == []


def test_every_key_that_is_asked_for_is_told() -> None:
    program = [sys.executable, "-m", "tests.language.asked"]
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        program,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(_CODE.parent)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    asked = {tuple(line.split(" ")) for line in ran.stdout.splitlines()}
    asked = {_joined(path) for path in asked}
    assert ("frames", "people", "while") in asked
    tables = {row.path[:size] for row in ROWS for size in range(1, len(row.path))}
    assert sorted(asked - TOLD - tables) == [], _WRITE


def test_every_cue_and_list_that_code_names_is_told() -> None:
    files = (file for room in ("language", "reading") for file in (_CODE / room).rglob("*.py"))
    names = {name for file in files for name in _named(file)}
    assert {"flow.sofar", "resume", "age_tails"} <= names
    told = {path[-1] for path in TOLD if path[1] in ("sorts", *_PLAIN)}
    told |= {".".join(path[1:]) for path in TOLD if path[1] in _SECTIONS}
    assert sorted(names - told) == [], _WRITE


def test_no_row_tells_of_a_key_there_is_none_of() -> None:
    held = frozenset[Keys]().union(*(pack_keys(code) for code in (*codes(), "names")))
    assert sorted(TOLD - held - _UNUSED) == []


@pytest.mark.parametrize("code", codes())
def test_no_words_of_days_are_kept_that_no_form_names(code: str) -> None:
    calendar = pack(code).calendar
    forms = (
        form
        for kind in ("day", "span")
        for one in parts(calendar, kind)
        for form in words(one, "forms")
    )
    named = {name for form in forms for name in re.findall(r"<(\w+)>", form)}
    assert sorted(part(calendar, "words").keys() - named) == []


_UNUSED = {
    ("calendar", "day", "weekday"),
    ("deals", "frames", "note"),
    ("numerals", "durations", "tails", "hour"),
    ("numerals", "durations", "tails", "week"),
    ("numerals", "hedges", "after", "almost"),
    ("numerals", "hedges", "after", "at-most"),
    ("numerals", "hedges", "after", "exact"),
    ("segments", "identify_too", "strange"),
}
"""Keys that are read, though no pack has them yet."""


def _joined(path: tuple[str, ...]) -> Keys:
    """A path as it was printed; one key has a blank in it."""
    return (*path[:-2], "one of") if path[-2:] == ("one", "of") else path


def _named(file: Path) -> set[str]:
    """The names of cues and lists in a file: handed to a look-up, or compared with a cue's name."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            looks = node.args if node.func.attr in _LOOKS else []
        elif isinstance(node, ast.Compare) and ast.unparse(node.left) == "cue.name":
            looks = node.comparators
        else:
            looks = []
        found |= {
            one.value
            for look in looks
            for one in ast.walk(look)
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value
        }
    return found | _dotted(file)


def _dotted(file: Path) -> set[str]:
    """Names of cues with their section, wherever they stand."""
    constants = (
        node.value
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in constants if _DOTTED.fullmatch(text)}
