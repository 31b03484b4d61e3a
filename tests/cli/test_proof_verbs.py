"""`checkpoint`, `witness` and `heads`, as they are typed."""

import json
import shutil
from pathlib import Path

import pytest

from habeas.errors import HabeasError
from habeas.protecting.slots import Passphrase
from habeas.tasks.opening import opened
from tests.cli.registers import WORDS, place, run, started
from tests.register.given import proposal


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return started(place(tmp_path, monkeypatch))


def _code(*words: str) -> str:
    error = run(*words).exception
    assert isinstance(error, HabeasError)
    return error.code


def test_a_checkpoint_is_printed_in_lines_and_letters(register: Path) -> None:
    told = run("-r", "a", "checkpoint").stdout.splitlines()
    values = json.loads(run("-r", "a", "checkpoint", "--json").stdout)
    assert values["checkpoints"][0]["size"] == 3
    assert values["letters"] in told[-1]
    assert told[0].split()[1] == "3"
    assert values["letters"] in run("-r", "a", "verify").stdout


def test_a_partner_countersigns_and_the_file_is_compared(register: Path) -> None:
    (register.parent / "partner").mkdir()
    started(register.parent / "partner")
    assert run("-r", "a", "checkpoint", "--out", "one").exit_code == 0
    first = run("-r", "partner/a", "witness", "one", "--out", "signed")
    assert "first time" in first.stderr
    assert run("-r", "a", "checkpoint", "--check", "signed").exit_code == 0
    with opened(register, Passphrase(WORDS)) as one:
        one.put([proposal("c-2")], at=9)
    run("-r", "a", "checkpoint", "--out", "two", "--since", "signed")
    again = run("-r", "partner/a", "witness", "two")
    assert "going on" in again.stderr and again.stdout.startswith("habeas.log/")
    assert _code("-r", "a", "checkpoint", "--out", "two") == "file-not-written"
    assert _code("-r", "a", "checkpoint", "--check", "none") == "file-not-read"
    (register.parent / "odd").write_bytes(b"\xff")
    assert _code("-r", "a", "checkpoint", "--check", "odd") == "file-no-text"


def test_a_checkpoint_the_register_does_not_have_ends_with_5(register: Path) -> None:
    shutil.copytree(register, register.with_name("old.habeas"))
    with opened(register, Passphrase(WORDS)) as one:
        one.put([proposal("c-2")], at=9)
    run("-r", "a", "checkpoint", "--out", "one")
    _ = run("-r", "a", "heads", "--off", "--as", "Ann")
    with opened(register.with_name("old.habeas"), Passphrase(WORDS)) as old:
        old.choose("heads", "off")
    found = run("-r", "old", "checkpoint", "--check", "one")
    assert found.exit_code == 5
    assert "older" in found.stdout


def test_an_older_register_ends_with_5_until_it_is_accepted(register: Path) -> None:
    shutil.copytree(register, register.with_name("old.habeas"))
    with opened(register, Passphrase(WORDS)) as one:
        one.put([proposal("c-2")], at=9)
    assert "4 entries" in run("-r", "a", "heads").stdout
    assert _code("-r", "old", "verify") == "register-older"
    accepted = run("-r", "old", "heads", "--accept")
    assert accepted.exit_code == 0 and "3 entries" in accepted.stdout
    assert run("-r", "old", "verify").exit_code == 0


def test_remembering_is_switched_off_by_somebody_and_on_again(register: Path) -> None:
    assert _code("-r", "a", "heads", "--off") == "decider-missing"
    assert "as Ann chose" in run("-r", "a", "heads", "--off", "--as", "Ann").stdout
    assert "as Ann chose" in run("-r", "a", "heads").stdout
    heads = [law["law"] for law in json.loads(run("-r", "a", "verify", "--json").stdout)["laws"]]
    assert "heads" not in heads
    assert "Remembered in" in run("-r", "a", "heads", "--on").stdout
    assert "1 device, not behind" in run("-r", "a", "verify").stdout


def test_without_a_setting_heads_lie_in_the_platforms_folder(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HABEAS_HEADS")
    monkeypatch.setenv("XDG_STATE_HOME", str(register.parent / "state"))
    monkeypatch.setenv("HOME", str(register.parent / "home"))
    monkeypatch.setenv("APPDATA", str(register.parent / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(register.parent / "home"))
    told = run("-r", "a", "heads").stdout
    assert "Remembered in" in told and str(register.parent) in told
