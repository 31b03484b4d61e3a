import shutil
import sys
from pathlib import Path

import pytest

import habeas
from habeas.cli.demo_next import program_words

ROOT = Path(__file__).parents[2]


def test_a_program_that_is_found_is_called_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "habeas"
    script.write_text("#!/bin/sh\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("habeas") is not None
    assert program_words() == "habeas"


def test_in_a_checkout_it_is_called_through_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(ROOT)
    assert program_words() == "python3 start.py"
    monkeypatch.chdir(ROOT / "docs")
    assert program_words() == "python3 ../start.py"


def test_elsewhere_it_is_called_as_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/opt/py/bin/python")
    monkeypatch.setattr(habeas, "__file__", str(tmp_path / "lib" / "habeas" / "__init__.py"))
    assert program_words() == "/opt/py/bin/python -m habeas"
