"""What the verbs of a register are tried on: a register of three entries in a folder of its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.protecting.cost import Cost
from habeas.protecting.slots import Passphrase, Way
from habeas.tasks.new import new, new_key_file, new_recovery_code
from habeas.tasks.opening import opened
from tests.register.given import TEXT, blobs, proposal, report, review

WORDS = "five words that nobody guesses"


def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the passphrase in the file `words`, and nothing remembered yet."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "words").write_text(f"{WORDS}\n", encoding="utf-8")
    monkeypatch.setenv("HABEAS_PASSPHRASE_FILE", str(tmp_path / "words"))
    monkeypatch.setenv("HABEAS_HEADS", str(tmp_path / "heads"))
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    return tmp_path


def started(folder: Path) -> Path:
    """A register in `folder`, with a report, a claim on it and its review; the file `key` opens it."""
    ways: list[Way] = [Passphrase(WORDS), new_recovery_code(), new_key_file(folder / "key")]
    new(folder / "a.habeas", ways, cost=Cost(64, 1, 1))
    with opened(folder / "a.habeas", Passphrase(WORDS)) as one:
        one.put([report(), proposal(), review()], at=1, blobs=blobs(TEXT))
    return folder / "a.habeas"


def run(*words: str, typed: str = "") -> Result:
    """What the program does with these words."""
    return CliRunner().invoke(program, list(words), input=typed)
