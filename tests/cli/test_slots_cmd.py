"""`slots`, as it is typed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from habeas.errors import HabeasError
from tests.cli.registers import WORDS, place, run, started


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return started(place(tmp_path, monkeypatch))


def _code(*words: str) -> str:
    error = run(*words).exception
    assert isinstance(error, HabeasError)
    return error.code


def _typing_back(*words: str) -> tuple[str, str]:
    """Run the program, and type back the code it shows; the code, and the rest of what it told."""
    child = subprocess.Popen(
        [sys.executable, "-m", "habeas", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    code = child.stdout.readline()
    told, talk = child.communicate(code)
    assert child.returncode == 0, talk
    return code.strip(), told


def test_ways_are_listed_added_and_removed(register: Path) -> None:
    assert [line[3:] for line in run("-r", "a", "slots", "list").stdout.splitlines()] == [
        "passphrase (0 MiB, 1 round)",
        "recovery code",
        "key file",
    ]
    assert "Number 4" in run("-r", "a", "slots", "add", "keyfile", "key2").stdout
    assert run("-r", "a", "verify", "--keyfile", "key2").exit_code == 0
    assert run("-r", "a", "slots", "remove", "4").exit_code == 0
    assert isinstance(run("-r", "a", "verify", "--keyfile", "key2").exception, HabeasError)
    assert _code("-r", "a", "slots", "remove", "2") == "recovery-missing"
    assert _code("-r", "a", "slots", "remove", "9") == "slot-unknown"
    assert _code("-r", "a", "slots", "add", "keyfile") == "slot-unnamed"
    assert _code("-r", "a", "slots", "add", "recipient", "age1x") == "recipient-unfit"


def test_a_key_file_that_opens_nothing_is_not_left_behind(register: Path) -> None:
    Path("words").write_text("five words that open nothing here\n")
    assert _code("-r", "a", "slots", "add", "keyfile", "key2") == "secret-wrong"
    assert _code("-r", "a", "slots", "change", "keyfile", "key2") == "secret-wrong"
    assert not Path("key2").exists()
    assert len(run("-r", "a", "slots", "list").stdout.splitlines()) == 3


def test_an_organisations_identity_opens(register: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    Path("identity").write_text(f"# created: today\n{identity}\n")
    assert run("-r", "a", "slots", "add", "recipient", str(identity.to_public())).exit_code == 0
    assert run("-r", "a", "verify", "--keyfile", "identity").exit_code == 0
    assert _code("-r", "a", "slots", "rotate", "--keyfile", "identity") == "rotation-by-code"
    Path("identity").write_text("# nothing\n")
    assert _code("-r", "a", "verify", "--keyfile", "identity") == "keyfile-unfit"


def test_a_passphrase_is_changed(register: Path) -> None:
    Path("new").write_text("five other words to remember\n")
    assert "Number 1" in run("-r", "a", "slots", "change", "passphrase", "new").stdout
    assert _code("-r", "a", "verify") == "secret-wrong"
    Path("words").write_text("five other words to remember\n")
    assert run("-r", "a", "verify").exit_code == 0


def test_the_key_is_made_anew_and_the_code_is_tried(register: Path) -> None:
    code, told = _typing_back("-r", "a", "slots", "rotate")
    assert "a-before-rotation.habeas" in told
    assert run("-r", "a", "verify").exit_code == 0
    drilled = run("-r", "a", "slots", "drill", typed=f"{code}\n")
    assert drilled.exit_code == 0 and "opens the register" in drilled.stdout
    assert isinstance(run("-r", "a", "slots", "drill", typed="A\n").exception, HabeasError)
    second, _told = _typing_back("-r", "a", "slots", "add", "recovery")
    assert run("-r", "a", "slots", "drill", typed=f"{second}\n").exit_code == 0


def test_a_code_that_is_not_typed_back_changes_nothing(register: Path) -> None:
    before = (register / "slots.json").read_bytes()
    assert _code("-r", "a", "slots", "add", "recovery") == "recovery-not-typed"
    assert _code("-r", "a", "slots", "rotate") == "recovery-not-typed"
    assert (register / "slots.json").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_no_key_file_and_is_not_waited_for(register: Path) -> None:
    os.mkfifo("pipe")
    assert _code("-r", "a", "verify", "--keyfile", "pipe") == "secret-not-read"


def test_a_copy_takes_over_the_key_of_another(
    register: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(register, tmp_path / "b.habeas")
    _typing_back("-r", "a", "slots", "rotate")
    assert _code("-r", "a", "slots", "adopt", "a.habeas") == "key-same"
    assert _code("-r", "a", "slots", "adopt", "none") == "slots-absent"
    (tmp_path / "words").write_text("others by now\n", encoding="utf-8")
    monkeypatch.setenv("HABEAS_HEADS", str(tmp_path / "heads-of-b"))
    taking = ("-r", "b", "slots", "adopt", "a.habeas/slots.json", "--keyfile", "key")
    assert _code(*taking) == "passphrase-missing"
    assert _code(*taking, "--with", "key") == "secret-wrong"
    (tmp_path / "words").write_text(f"{WORDS}\n", encoding="utf-8")
    told = run("-r", "b", "slots", "adopt", "a.habeas/slots.json")
    assert told.exit_code == 0 and "b-before-rotation.habeas" in told.stdout
    run("-r", "b", "bundle", "from-b")
    monkeypatch.setenv("HABEAS_HEADS", str(tmp_path / "heads"))
    assert "0 entries were new" in run("-r", "a", "merge", "from-b").stdout
