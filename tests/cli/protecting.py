"""A register with two readers beside it, and `protect` as it is typed."""

import json
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import HabeasError
from habeas.protecting import age
from tests.cli.registers import place, started

NAME = "Alena Kanarejkina"
ANN, TO_ANN = age.new_identity()
BOB, TO_BOB = age.new_identity()


def sealed_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register, with the identities of two readers beside it."""
    made = started(place(tmp_path, monkeypatch))
    for name, identity in (("ann.age", ANN), ("bob.age", BOB)):
        (tmp_path / name).write_text(f"# a key\n{identity}\n", encoding="utf-8")
    return made


def protect(*words: str, typed: str | bytes = "") -> Result:
    return CliRunner().invoke(program, ["-r", "a", "protect", *words], input=typed)


def told(result: Result) -> dict[str, object]:
    assert result.exception is None, result.exception
    return cast(dict[str, object], json.loads(result.stdout))


def code_of(result: Result) -> str:
    assert isinstance(result.exception, HabeasError), result.exception
    assert "Kanarejk" not in result.output + result.exception.sentence
    return result.exception.code


def seal(words: str = NAME, *more: str, cover: str = "Linden") -> str:
    """A new case with Ann as its reader; its id."""
    whom = ("--cover", cover, "--reader", f"Ann={TO_ANN}", "--as", "Ann", "--json")
    return str(told(protect("seal", *whom, *more, typed=f"{words}\n"))["case"])
