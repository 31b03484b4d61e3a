"""An unforeseen error is told by its place, and with no word of the data."""

import os
import subprocess
import sys

import pytest

from habeas.cli.crash import EXIT_CODE, crash_lines

CRASH = """
import sys
from habeas.cli import program
from habeas.cli.program import run

def verb(*, prog_name, standalone_mode):
    try:
        {}["Kanarejkin"]
    except KeyError as missing:
        raise RuntimeError("no row of Kanarejkin") from missing

program.program.main = verb
run()
"""


def _crashed(words: str) -> BaseException:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def test_a_crash_is_told_without_the_words_of_the_error() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == EXIT_CODE == 70 and done.stdout == ""
    assert "anarejkin" not in done.stderr
    lines = done.stderr.splitlines()
    assert lines[0].startswith("This is a mistake in Habeas.")
    assert [line for line in lines if not line.startswith(" ")][1:] == ["KeyError", "RuntimeError"]
    assert f"  habeas{os.sep}cli{os.sep}program.py:" in done.stderr
    assert os.sep + "src" + os.sep not in done.stderr


@pytest.mark.parametrize("hidden", [True, False])
def test_what_was_meant_to_be_hidden_is_not_told(hidden: bool) -> None:
    error, before = _crashed("Kanarejkin"), _crashed("Kanarejkina")
    error.__context__, error.__suppress_context__ = before, hidden
    lines = list(crash_lines(error))
    assert lines.count("ValueError") == (1 if hidden else 2)
    assert not any("anarejkin" in line for line in lines)
