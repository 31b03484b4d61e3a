"""A backup is whole and checked, or it is not there at all."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.errors import IntegrityError, RegisterError
from habeas.register.copying import new_folder
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from tests.register.given import KEY, proposal, register, report, review

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "a.habeas"
    with register(place, report(), proposal(), review()):
        return place


def test_a_backup_is_the_same_register(folder: Path, tmp_path: Path) -> None:
    to = tmp_path / "b.habeas"
    with Register(folder, KEY, secrets.token_bytes) as one:
        one.backup(to)
        with Register(to, KEY, secrets.token_bytes) as twin:
            assert (twin.head(), twin.digest(), twin.id) == (one.head(), one.digest(), one.id)
            assert list(twin.issues()) == []
    assert b"Kalesnikava" not in (to / FILE).read_bytes()
    assert to.stat().st_mode & 0o777 == 0o700
    assert (to / FILE).stat().st_mode & 0o777 == 0o600


def test_an_empty_register_can_be_backed_up(tmp_path: Path) -> None:
    with register(tmp_path / "a.habeas") as one:
        one.backup(tmp_path / "b.habeas")
    assert (tmp_path / "b.habeas" / FILE).is_file()


@pytest.mark.parametrize("name", ["b", "b.zip", ".habeas"])
def test_the_name_must_end_as_registers_do(folder: Path, name: str) -> None:
    with Register(folder, KEY, bytes) as one, pytest.raises(RegisterError, match=r"NAME\.habeas"):
        one.backup(folder.with_name(name))


def test_what_is_there_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    taken = tmp_path / "b.habeas"
    taken.write_bytes(b"mine")
    with Register(folder, KEY, bytes) as one, pytest.raises(RegisterError, match="there already"):
        one.backup(taken)
    assert taken.read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_told(folder: Path, tmp_path: Path) -> None:
    with Register(folder, KEY, bytes) as one, pytest.raises(RegisterError, match="cannot be made"):
        one.backup(tmp_path / "none" / "b.habeas")


def test_a_copy_with_an_issue_is_not_kept(folder: Path, tmp_path: Path) -> None:
    with Register(folder, KEY, secrets.token_bytes) as one:
        one._store.write_out("DELETE FROM counted")
        with pytest.raises(IntegrityError, match="not as it should be"):
            one.backup(tmp_path / "b.habeas")
    assert [place.name for place in tmp_path.iterdir()] == ["a.habeas"]


def test_nothing_is_left_of_a_folder_that_failed(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), new_folder(tmp_path / "b.habeas") as building:
        (building / "half").write_bytes(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def _in_child(program: str, *words: str) -> str:
    paths = os.pathsep.join([str(ROOT), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": paths},
        check=True,
    )
    return done.stdout.strip()


FULL = """
import resource, signal, sys
from pathlib import Path
from habeas.errors import HabeasError
from habeas.register.register import Register
from tests.register.given import KEY
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Register(Path(sys.argv[1]), KEY, bytes) as one:
    try:
        one.backup(Path(sys.argv[2]))
    except HabeasError as error:
        print(error.code)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on the size of files")
def test_nothing_is_left_where_the_disk_is_full(folder: Path, tmp_path: Path) -> None:
    assert _in_child(FULL, str(folder), str(tmp_path / "b.habeas")) in ("disk-full", "disk-failed")
    assert [place.name for place in tmp_path.iterdir()] == ["a.habeas"]


READ_ONLY = """
import os, sys
from pathlib import Path
from habeas.errors import HabeasError
from habeas.register.register import Register
from tests.register.given import KEY, proposal
if len(sys.argv) > 2:
    os.setgid(65534)
    os.setuid(65534)
try:
    with Register(Path(sys.argv[1]), KEY, bytes) as one:
        one.put([proposal("c-2")], at=9)
except HabeasError as error:
    print(error.exit_code, error.code)
"""


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that every user of the machine may go through."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)


@pytest.mark.skipif(os.name == "nt", reason="needs the rights of POSIX folders")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o555, 0o444), (0o755, 0o444), (0o000, 0o444), (0o755, 0)]
)
def test_a_folder_that_may_not_be_written_or_read_is_told(
    reachable: Path, folder_mode: int, file_mode: int
) -> None:
    place = reachable / "a.habeas"
    with register(place, report(), proposal()):
        pass
    (place / FILE).chmod(file_mode)
    place.chmod(folder_mode)
    words = ["drop"] if os.geteuid() == 0 else []
    told = _in_child(READ_ONLY, str(place), *words)
    place.chmod(0o700)
    assert told in ("4 register-read-only", "4 register-not-opened")
