import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from habeas.cli.program import program
from habeas.protecting.cost import FLOOR
from habeas.tasks.new import new, new_key_file, new_recovery_code

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "examples" / "belarus" / "ru-2025-12-15-granitsa.txt"


def called(*words: str | bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "habeas", *words],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_no_word_of_the_call_steers_the_terminal() -> None:
    for words in (("no-verb-\u202e\x9b",), ("find", "-r", "x", "a", "--\u202e\x9b")):
        done = called(*words)
        assert done.returncode == 2
        told = done.stderr.decode()
        assert all(sign.isprintable() or sign == "\n" for sign in told), told


def test_a_name_in_another_encoding_is_told_in_one_sentence(tmp_path: Path) -> None:
    register, key = tmp_path / "a.habeas", tmp_path / "a.key"
    made = new_key_file(key)
    new(register, [made, new_recovery_code()], cost=FLOOR)
    done = called("find", "-r", str(register), "--keyfile", str(key), b"M\xfcller")
    assert done.returncode == 2, done.stderr
    assert done.stderr.decode() == (
        "A word of the call holds bytes that are no text in UTF-8; type it anew.\n"
    )


def test_letters_that_a_stream_cannot_show_are_spelled_out() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "habeas", "read", str(REPORT)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "\\u041c\\u0430\\u0440\\u0438\\u044f" in done.stdout.decode("cp1252")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_told_in_one_sentence() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "habeas", "read", "--json", str(REPORT)],
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr
    assert b"disk" in done.stderr


@pytest.mark.parametrize(
    ("verb", "order"),
    [
        ("protect", ["identity", "seal", "show", "find", "list", "readers", "erase"]),
        ("slots", ["list", "add", "change", "remove", "rotate", "adopt", "drill"]),
    ],
)
def test_commands_stand_in_the_order_of_use_with_their_help_in_full(
    verb: str, order: list[str]
) -> None:
    listed = CliRunner().invoke(program, [verb, "--help"]).stdout.partition("Commands:\n")[2]
    listed = listed.partition("\n\n")[0]
    assert [line.split()[0] for line in listed.splitlines()] == order
    assert "..." not in listed


def test_that_nobody_reads_on_is_no_finding() -> None:
    """The exit code 1 is kept for what `check` and `verify` found; `head` means no such thing."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "habeas", "read", str(REPORT)],
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
