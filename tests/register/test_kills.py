"""Programs killed at any moment, and several that write at once: nothing acknowledged is lost."""

import os
import secrets
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from habeas.protecting.cost import Cost
from habeas.register.register import Register
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from tests.register.given import KEY, register
from tests.register.importing import CLAIMS
from tests.register.killing import SECRET

ROOT = Path(__file__).parents[2]


def _run(*words: str) -> subprocess.Popen[str]:
    """A module of these tests, as a program of its own."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    return subprocess.Popen(
        [sys.executable, "-m", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    )


def _start(folder: Path, *words: str) -> subprocess.Popen[str]:
    return _run("tests.register.importing", str(folder), *words)


def _check_whole(one: Register) -> None:
    """No report is there in part."""
    claims = Counter(pair.claim.report for pair in one.claims())
    assert claims.keys() == {given.id for given in one.reports()}
    assert set(claims.values()) <= {CLAIMS}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a program")
def test_nothing_acknowledged_is_lost_in_100_kills_at_any_stage(tmp_path: Path) -> None:
    child = _run("tests.register.killing", str(tmp_path / "yard"), "100", "1")
    told, said = child.communicate()
    assert child.returncode == 0, said
    seen = dict(line.rsplit(": ", 1) for line in told.splitlines())
    assert seen.pop("whole") == "100", (told, said)
    assert int(seen.pop("with work acknowledged")) > 30
    assert seen.keys() <= {"between two names, put back"}, (told, said)


def test_nothing_acknowledged_is_lost_in_kills_of_whole_programs(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    register(folder).close()
    for number in range(5):
        child = _start(folder)
        assert child.stdout is not None and child.stderr is not None
        told = [child.stdout.readline() for _ in range(1 + number % 3)]
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        acknowledged = [int(line) for line in (*told, *rest.splitlines(keepends=True)) if line]
        assert acknowledged, "the program told nothing before it was killed"
        with Register(folder, KEY, secrets.token_bytes) as one:
            assert one.head()[0] >= acknowledged[-1]
            _check_whole(one)
    with Register(folder, KEY, secrets.token_bytes) as one:
        assert list(one.issues()) == []


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    register(folder).close()
    both = [_start(folder, "15"), _start(folder, "15")]
    outputs = [child.communicate() for child in both]
    assert [child.returncode for child in both] == [0, 0], outputs
    sequences = sorted(int(line) for told, _ in outputs for line in told.split())
    assert len(set(sequences)) == 30
    with Register(folder, KEY, secrets.token_bytes) as one:
        assert one.head()[0] == sequences[-1] == 30 * (CLAIMS + 1)
        _check_whole(one)
        assert list(one.issues()) == []


def test_six_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    register(folder).close()
    all_of_them = [_start(folder, "4") for _ in range(6)]
    outputs = [child.communicate() for child in all_of_them]
    assert [child.returncode for child in all_of_them] == [0] * 6, outputs
    with Register(folder, KEY, secrets.token_bytes) as one:
        assert one.head()[0] == 24 * (CLAIMS + 1)
        _check_whole(one)
        assert list(one.issues()) == []


OPENING = """
import sys
from pathlib import Path
from tests.register.killing import SECRET, put
from habeas.tasks.opening import opened
folder, heads = Path(sys.argv[1]), Path(sys.argv[2])
for number in range(int(sys.argv[3])):
    with opened(folder, SECRET, heads=heads) as one:
        put(one)
"""


def test_six_programs_that_open_one_folder_again_and_again_lose_nothing(tmp_path: Path) -> None:
    """Each remembers what it saw, in the same file."""
    folder, heads = tmp_path / "a.habeas", tmp_path / "heads"
    new(folder, [SECRET, new_recovery_code()], cost=Cost(64, 1, 1))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    children = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, str(folder), str(heads), "25"],
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environment,
        )
        for _ in range(6)
    ]
    said = [child.communicate()[1] for child in children]
    assert [child.returncode for child in children] == [0] * 6, said
    with opened(folder, SECRET, heads=heads) as one:
        assert len(one.reports()) == 150
        assert list(one.issues()) == []
    assert len(list(heads.iterdir())) == 1
