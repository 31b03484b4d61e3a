"""`slots.json` swapped for another one, as a verb meets it: what is refused or told, in which words."""

import json
import shutil
from pathlib import Path

import pytest

from habeas.errors import HabeasError, IntegrityError, RegisterError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import Passphrase
from habeas.tasks import slots
from habeas.tasks.new import new, new_recovery_code
from tests.cli.registers import WORDS, place, run, started

OTHER = "five other words, then"


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return started(place(tmp_path, monkeypatch))


def _refused(*words: str) -> HabeasError:
    error = run("-r", "a", *words).exception
    assert isinstance(error, HabeasError)
    return error


def test_that_of_another_register_under_the_same_passphrase(register: Path) -> None:
    """The passphrase opens the slot; but the key in it is not this register's."""
    strange = register.with_name("strange.habeas")
    new(strange, [Passphrase(WORDS), new_recovery_code()], cost=Cost(64, 1, 1))
    shutil.copyfile(strange / "slots.json", register / "slots.json")
    before = (register / "register.db").read_bytes()
    for verb in ("verify", "heads", "checkpoint"):
        error = _refused(verb)
        assert isinstance(error, RegisterError) and error.code == "register-key-wrong"
        assert "a slots.json of another register" in error.sentence
    assert (register / "register.db").read_bytes() == before


def test_that_of_another_register_under_another_passphrase(register: Path) -> None:
    strange = register.with_name("strange.habeas")
    new(strange, [Passphrase(OTHER), new_recovery_code()], cost=Cost(64, 1, 1))
    shutil.copyfile(strange / "slots.json", register / "slots.json")
    error = _refused("verify")
    assert isinstance(error, RegisterError) and error.code == "secret-wrong"
    assert "slots.json was changed, or belongs to another register" in error.sentence


def test_an_older_one_of_the_same_register(register: Path) -> None:
    """A passphrase that was removed opens again; `verify` tells, and the next change mends it."""
    kept = (register / "slots.json").read_bytes()
    slots.change(register, Passphrase(WORDS), Passphrase(OTHER), cost=Cost(64, 1, 1))
    assert _refused("heads").code == "secret-wrong"
    (register / "slots.json").write_bytes(kept)
    found = run("-r", "a", "verify")
    assert found.exit_code == 5
    assert "slots.json is an older one of this register" in found.stdout
    assert run("-r", "a", "slots", "remove", "3").exit_code == 0
    assert run("-r", "a", "verify").exit_code == 0


@pytest.mark.parametrize("change", ["one less", "one twice", "another order"])
def test_one_whose_slots_were_changed(register: Path, change: str) -> None:
    file = register / "slots.json"
    values = json.loads(file.read_bytes())
    given = values["slots"]
    changed = {"one less": given[:2], "one twice": [*given, given[1]], "another order": given[::-1]}
    file.write_text(json.dumps(values | {"slots": changed[change]}))
    error = _refused("verify")
    assert isinstance(error, IntegrityError) and error.code == "slots-changed"
    assert "a way to open the register was added, taken away or changed" in error.sentence


def test_one_that_is_gone_or_no_slots_at_all(register: Path) -> None:
    (register / "slots.json").write_text("{}")
    assert _refused("verify").code == "slots-unreadable"
    (register / "slots.json").unlink()
    assert _refused("verify").code == "register-missing"
