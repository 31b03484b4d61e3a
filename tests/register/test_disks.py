"""Disks that are full: nothing acknowledged is lost, whatever was being done."""

import json
import os
import secrets
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from habeas.register.register import Register
from tests.register.decrypted import everything
from tests.register.given import KEY, blobs, register
from tests.register.importing import CLAIMS, contents

ROOT = Path(__file__).parents[2]


def _check_whole(one: Register) -> None:
    """No report is there in part."""
    claims = Counter(pair.claim.report for pair in one.claims())
    assert claims.keys() == {given.id for given in one.reports()}
    assert set(claims.values()) <= {CLAIMS}


FULL = """
import resource, signal, sys
from pathlib import Path
from habeas.errors import HabeasError
from tests.register.importing import run
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    run(Path(sys.argv[1]))
except HabeasError as error:
    print(error.code)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on the size of files")
def test_a_full_disk_loses_nothing_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    register(folder).close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        check=True,
    )
    *sequences, code = done.stdout.split()
    assert code in ("disk-full", "disk-failed")
    with Register(folder, KEY, secrets.token_bytes) as one:
        assert one.head()[0] >= int(sequences[-1])
        _check_whole(one)
        assert list(one.issues()) == []
        text = "Maria Kalesnikava was released."
        assert one.put(contents(text), at=1, blobs=blobs(text)) > int(sequences[-1])


SMALL_DISK = """
import sys
from pathlib import Path
from habeas.errors import HabeasError
from habeas.register.register import Register
from tests.register.decrypted import everything
from tests.register.given import KEY, register
from tests.register.importing import run
disk = Path(sys.argv[1])
(disk / "ballast").write_bytes(bytes(1_000_000))
register(disk / "a.habeas").close()
try:
    run(disk / "a.habeas")
except HabeasError as error:
    print(error.code)
(disk / "ballast").unlink()
with Register(disk / "a.habeas", KEY, bytes) as one:
    print(one.head()[0], len(list(one.claims())), len(one.reports()), len(list(one.issues())))
"""


def _on_small_disk(place: Path, script: str, how: str = "") -> str:
    """What a script prints in a process for which `place` is a disk of 6 MB."""
    inside = 'mount -t tmpfs -o size=6m none "$1" && exec "$2" -c "$3" "$1" $4'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", inside, "sh", str(place), sys.executable, script, how],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        check=False,
    )
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("this user may not mount a file system")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a file system of its own")
def test_a_small_disk_that_is_full_loses_nothing_acknowledged(tmp_path: Path) -> None:
    *sequences, code, sequence, claims, reports, issues = _on_small_disk(
        tmp_path, SMALL_DISK
    ).split()
    assert code == "disk-full"
    assert int(sequence) >= int(sequences[-1])
    assert (int(claims), int(issues)) == (CLAIMS * int(reports), 0)


NO_ROOM = """
import subprocess
import sys
from pathlib import Path
from habeas.errors import HabeasError
from habeas.register.register import Register
from tests.register.given import KEY, blobs, register
from tests.register.importing import contents, run
disk = Path(sys.argv[1])
text = "Maria Kalesnikava was released."
with register(disk / "a.habeas") as one:
    one.put(contents(text), at=1, blobs=blobs(text))
def tell():
    with Register(disk / "a.habeas", KEY, bytes) as one:
        told = [one.head()[0], len(list(one.claims())), len(list(one.issues()))]
        try:
            one.put(contents(text + text), at=1, blobs=blobs(text + text))
        except HabeasError as error:
            print(*told, error.code)
if sys.argv[2] == "full":
    with open(disk / "ballast", "wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(4096))
        except OSError:
            pass
else:
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
tell()
tell()
"""


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a file system of its own")
@pytest.mark.parametrize(("how", "code"), [("full", "disk-full"), ("ro", "register-read-only")])
def test_what_lies_on_a_disk_without_room_can_be_read(tmp_path: Path, how: str, code: str) -> None:
    first, second = _on_small_disk(tmp_path, NO_ROOM, how).splitlines()
    assert first == second
    sequence, claims, issues, told = first.split()
    assert (int(claims), issues, told) == (CLAIMS, "0", code)
    assert int(sequence) > CLAIMS


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on the size of files")
def test_at_every_stage_a_full_disk_leaves_a_whole_register_and_says_what_is_written(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.register.filling", str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        check=True,
    )
    found = json.loads(done.stdout)
    assert {state for each in found.values() for _, state in each} == {"whole"}, found
    said = {stage: {code for code, _ in each} for stage, each in found.items()}
    full = {"disk-failed", "disk-full", "folder-not-made"}
    assert all(codes & full for stage, codes in said.items() if stage != "verify"), said
    assert set().union(*said.values()) <= {"done", "not-scoured", *full}


SCOURED = """
import secrets
import sys
import signal
from pathlib import Path
from habeas.errors import HabeasError
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.terms.redaction import ReasonClass
from tests.register.filling import full_after
from tests.register.decrypted import everything
from tests.register.given import KEY, proposal, register, report
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path(sys.argv[1])
register(folder, report(), proposal()).close()
with Register(folder, KEY, secrets.token_bytes) as one, full_after(150_000):
    try:
        one.redact(Order("r-1", "Ann", ReasonClass.WISH, lambda letter: letter + "-1"), at=2)
    except HabeasError as error:
        print(error.code)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on the size of files")
def test_a_redaction_that_could_not_be_scoured_is_once_there_is_room(tmp_path: Path) -> None:
    """So far it was said that nothing was written, and nothing ever scoured it."""
    folder = tmp_path / "a.habeas"
    done = subprocess.run(
        [sys.executable, "-c", SCOURED, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        check=True,
    )
    assert done.stdout.split() == ["not-scoured"]
    with Register(folder, KEY, secrets.token_bytes) as one:
        assert list(one.claims()) == []
        assert one.rebuild().changed == ()
        assert b"Kalesnikava" not in everything(folder, KEY)
        assert list(one.issues()) == []
