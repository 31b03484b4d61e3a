"""`new`, `verify`, `rebuild` and `backup`, as they are typed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import HabeasError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import Passphrase, Way
from habeas.register.sqlcipher import FILE
from habeas.tasks.new import new, new_key_file, new_recovery_code
from habeas.tasks.opening import opened
from tests.register.given import TEXT, blobs, proposal, report, review

WORDS = "five words that nobody guesses"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "words").write_text(f"{WORDS}\n", encoding="utf-8")
    monkeypatch.setenv("HABEAS_PASSPHRASE_FILE", str(tmp_path / "words"))
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    return tmp_path


@pytest.fixture
def register(place: Path) -> Path:
    folder = place / "a.habeas"
    ways: list[Way] = [Passphrase(WORDS), new_recovery_code(), new_key_file(place / "key")]
    new(folder, ways, cost=Cost(64, 1, 1))
    with opened(folder, Passphrase(WORDS)) as one:
        one.put([report(), proposal(), review()], at=1, blobs=blobs(TEXT))
    return folder


def _run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(program, list(words), input=typed)


def _program(*words: str, **given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "habeas", *words],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | given,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_new_asks_for_the_code_to_be_typed_back(place: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "habeas", "new", "a", "--keyfile-out", "key"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    code = child.stdout.readline()
    assert not (place / "a.habeas").exists()
    told, talk = child.communicate(f"wrong\n{code.lower()}")
    assert child.returncode == 0, talk
    assert "a.habeas" in told and "Tries left: 2" in talk
    assert "The key file is key. Whoever has it opens the register" in told
    assert (place / "key").is_file()
    assert "the first line of" in talk and "HABEAS_PASSPHRASE_FILE" in talk
    assert len(code.strip().split("-")) == 7
    (place / "words").write_text(code)
    assert _program("-r", "a", "verify").returncode == 0


@pytest.mark.parametrize("typed", ["", "wrong\n" * 3, f"{'A' * 35}\n" * 3])
def test_new_makes_nothing_until_the_code_was_typed_back(place: Path, typed: str) -> None:
    result = _run("new", "a", typed=typed)
    assert isinstance(result.exception, HabeasError)
    assert result.exception.code == "recovery-not-typed"
    assert [found.name for found in place.iterdir()] == ["words"]


def test_new_takes_another_code_for_what_it_is(place: Path) -> None:
    result = _run("new", "a", typed=f"{new_recovery_code().letters}\n")
    assert "another code" in result.stderr


def test_new_refuses_what_is_there_before_it_asks_anything(register: Path) -> None:
    result = _run("new", "a")
    assert isinstance(result.exception, HabeasError)
    assert result.exception.code == "folder-taken"
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("new", "none/a"), "folder-not-made"),
        (("new", "words/a"), "folder-not-made"),
        (("new", "a", "--keyfile-out", "none/key"), "keyfile-not-written"),
        (("new", "a", "--keyfile-out", "words"), "keyfile-not-written"),
        (("protect", "identity", "none/ann.age"), "identity-not-written"),
    ],
)
def test_a_place_that_will_not_do_is_told_before_anything_is_asked(
    place: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: str
) -> None:
    """Nobody is at a terminal, so that a question would be an error of its own."""
    monkeypatch.delenv("HABEAS_PASSPHRASE_FILE")
    result = _run(*words)
    assert isinstance(result.exception, HabeasError)
    assert result.exception.code == code
    assert result.stdout == ""
    assert [found.name for found in place.iterdir()] == ["words"]
    assert (place / "words").read_text() == f"{WORDS}\n"


def test_new_refuses_an_empty_passphrase(place: Path) -> None:
    (place / "words").write_text("\n")
    result = _run("new", "a")
    assert isinstance(result.exception, HabeasError)
    assert result.exception.code == "passphrase-empty"


def test_new_leaves_no_key_file_of_a_register_that_failed(place: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "habeas", "new", "a", "--keyfile-out", "key"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    code = child.stdout.readline()
    (place / "a.habeas").mkdir()
    _, talk = child.communicate(code)
    assert child.returncode == 4 and "there already" in talk
    assert sorted(found.name for found in place.iterdir()) == ["a.habeas", "words"]


def test_verify_prints_a_line_for_each_law(register: Path) -> None:
    result = _run("-r", "a", "verify")
    assert result.exit_code == 0
    assert [line[:2] for line in result.stdout.splitlines()[:12]] == ["ok"] * 12
    assert "Last entry 3" in result.stdout
    values = json.loads(_run("verify", "-r", "a.habeas", "--json").stdout)
    assert values["sound"] is True and values["head"]["sequence"] == 3
    assert [law["law"] for law in values["laws"]] == [
        "slots",
        "pages",
        "chain",
        "tree",
        "signatures",
        "contents",
        "tables",
        "quotes",
        "redactions",
        "protected",
        "heads",
        "forks",
    ]


def test_verify_counts_one_as_one(register: Path) -> None:
    lines = [" ".join(line.split()[1:]) for line in _run("-r", "a", "verify").stdout.splitlines()]
    assert "1 device, having signed its own entries" in lines
    assert "1 claim, with its quote in the text" in lines
    assert "3 log entries, chained without a gap" in lines


def test_verify_ends_with_1_for_what_a_rebuild_mends(register: Path) -> None:
    with opened(register, Passphrase(WORDS)) as one:
        one._store.write_out("DELETE FROM counted")
    found = _run("-r", "a", "verify")
    assert found.exit_code == 1
    assert "habeas rebuild" in found.stdout
    rebuilt = _run("-r", "a", "rebuild")
    assert "counted" in rebuilt.stdout
    assert _run("-r", "a", "verify").exit_code == 0
    assert "same as before" in _run("-r", "a", "rebuild").stdout
    values = json.loads(_run("-r", "a", "rebuild", "--json").stdout)
    assert (values["entries"], values["changed"]) == (3, [])


def test_verify_ends_with_5_for_a_flipped_byte(register: Path) -> None:
    with (register / FILE).open("r+b") as data:
        data.seek(5 * 4096 + 50)
        data.write(b"\0\0\0\0")
    done = _program("-r", "a", "verify")
    assert done.returncode == 5
    assert len(done.stderr.splitlines()) <= 1
    assert "restore a backup" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("-r", "a", "verify"), 4),
        (("-r", "none", "verify"), 4),
        (("-r", "a", "verify", "--keyfile", "none"), 4),
        (("-r", "a", "verify", "--keyfile", "words"), 2),
        (("verify",), 2),
    ],
)
def test_what_cannot_be_opened_ends_with_a_sentence(
    register: Path, words: tuple[str, ...], code: int
) -> None:
    (register.parent / "words").write_text("other words")
    done = _program(*words)
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == 1


def test_without_a_terminal_a_file_is_asked_for(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HABEAS_PASSPHRASE_FILE")
    done = _program("-r", "a", "verify")
    assert done.returncode == 2
    assert "HABEAS_PASSPHRASE_FILE" in done.stderr


def test_a_passphrase_file_that_is_no_text_is_told(register: Path) -> None:
    (register.parent / "words").write_bytes(b"\xff\xfe\0")
    result = _run("-r", "a", "verify")
    assert isinstance(result.exception, HabeasError)
    assert result.exception.code == "passphrase-file-unfit"


def test_opens_by_key_file_and_by_the_name_in_the_environment(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HABEAS_REGISTER", "a")
    monkeypatch.delenv("HABEAS_PASSPHRASE_FILE")
    assert _run("verify", "--keyfile", "key").exit_code == 0


def test_backup_is_written_opened_and_tried(register: Path) -> None:
    made = _run("-r", "a", "backup", "b")
    assert made.exit_code == 0
    assert "b.habeas holds all 3 entries" in made.stdout
    tried = _run("backup", "--try", "b")
    assert tried.exit_code == 0
    assert "can be restored" in tried.stdout
    again = _run("-r", "a", "backup", "b")
    assert isinstance(again.exception, HabeasError)
    assert again.exception.code == "folder-taken"


def test_try_says_that_a_backup_is_no_good(register: Path) -> None:
    with opened(register, Passphrase(WORDS)) as one:
        one._store.write_out("DELETE FROM counted")
    assert _run("backup", "--try", "a").exit_code == 1
