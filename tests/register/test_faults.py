"""Faults of machines: programs killed, disks full, files damaged, two writers at once."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from habeas.errors import HabeasError, IntegrityError, MistakeError, RegisterError
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE, make_file, refuse_old
from tests.register.given import KEY, blobs, proposal, register, report
from tests.register.importing import CLAIMS, contents

ROOT = Path(__file__).parents[2]
PAGE = 4096


def _start(folder: Path, *words: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.register.importing", str(folder), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    )


def _check_whole(one: Register) -> None:
    """No report is there in part."""
    claims = Counter(pair.claim.report for pair in one.claims())
    assert claims.keys() == {given.id for given in one.reports()}
    assert set(claims.values()) <= {CLAIMS}


def test_nothing_acknowledged_is_lost_in_20_kills(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    register(folder).close()
    for number in range(20):
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


def test_a_writer_that_does_not_stop_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "a.habeas"
    with register(folder, report()) as one, Register(folder, KEY, bytes, patience=0.1) as other:
        with one._store.writing(), pytest.raises(RegisterError, match="Another program") as caught:
            other.put([proposal()], at=2)
        assert caught.value.code == "register-busy"
        assert other.put([proposal()], at=2) == 2


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder with a register of a few hundred pages."""
    folder = tmp_path / "a.habeas"
    with register(folder) as one:
        for number in range(30):
            text = f"Maria Kalesnikava was released, says message {number} {'words ' * 900}."
            one.put(contents(text), at=number, blobs=blobs(text))
    return folder


def _use(folder: Path, key: bytes = KEY) -> None:
    """Open the register, read all there is, check it; whatever was found is raised."""
    with Register(folder, key, secrets.token_bytes) as one:
        issues = list(one.issues())
        if issues:
            raise IntegrityError(issues[0].sentence, code=issues[0].code)


def _flipped(file: Path, place: int) -> None:
    with file.open("r+b") as data:
        data.seek(place)
        byte = data.read(1)
        data.seek(place)
        data.write(bytes([byte[0] ^ 0x10]))


def test_one_flipped_byte_is_noticed_in_any_page(filled: Path) -> None:
    pages = (filled / FILE).stat().st_size // PAGE
    assert pages > 100
    for page in (0, 1, 2, 5, pages // 3, pages // 2, pages - 2, pages - 1):
        copy = filled.with_name(f"{page}.habeas")
        shutil.copytree(filled, copy)
        _flipped(copy / FILE, page * PAGE + 100 + page)
        with pytest.raises(HabeasError) as caught:
            _use(copy)
        assert caught.value.exit_code in (4, 5), page
        assert "restore a backup" in caught.value.sentence


@pytest.mark.parametrize("size", [0, 1, 15, PAGE - 1, PAGE, 10 * PAGE, 10 * PAGE + 7])
def test_a_file_cut_short_is_noticed(filled: Path, size: int) -> None:
    with (filled / FILE).open("r+b") as data:
        data.truncate(size)
    with pytest.raises(HabeasError) as caught:
        _use(filled)
    assert caught.value.exit_code in (4, 5)


def test_a_wrong_key_and_a_file_that_is_no_register_are_told(filled: Path) -> None:
    with pytest.raises(RegisterError, match="wrong passphrase"):
        _use(filled, bytes(32))
    with pytest.raises(RegisterError, match="32 bytes"):
        _use(filled, b"short")
    (filled / FILE).write_bytes(b"hello " * 5000)
    with pytest.raises(RegisterError, match="does not open"):
        _use(filled)


def test_a_missing_file_or_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="There is no register"):
        _use(tmp_path / "none.habeas")
    assert list(tmp_path.iterdir()) == []


def test_an_encrypted_file_without_tables_is_told(tmp_path: Path) -> None:
    store = make_file(tmp_path / FILE, KEY)
    store.write_out("CREATE TABLE other (a)")
    store.close()
    with pytest.raises(RegisterError, match="holds no register"):
        _use(tmp_path)


def test_a_register_that_was_never_begun_is_told(filled: Path) -> None:
    with Register(filled, KEY, bytes) as one:
        one._store.write_out("DELETE FROM about")
    with pytest.raises(RegisterError, match="never begun"):
        _use(filled)


def test_a_register_of_a_newer_program_is_refused_untouched(filled: Path) -> None:
    with Register(filled, KEY, bytes) as one:
        one._store.write_out("INSERT INTO migration VALUES (99, 'later')")
    before = (filled / FILE).read_bytes()
    with pytest.raises(RegisterError, match="newer Habeas"):
        _use(filled)
    assert (filled / FILE).read_bytes() == before


def test_is_not_founded_over_another(filled: Path) -> None:
    before = (filled / FILE).read_bytes()
    with pytest.raises(RegisterError, match="cannot be made"):
        Register.found(filled, KEY, secrets.token_bytes)
    assert (filled / FILE).read_bytes() == before


@pytest.mark.parametrize("version", ["3.51.2", "3.40.1", "3.9.0"])
def test_an_sqlite_with_the_wal_fault_is_refused(version: str) -> None:
    with pytest.raises(RegisterError, match=version):
        refuse_old(version)


@pytest.mark.parametrize("version", ["3.51.3", "3.53.4", "4.0.0"])
def test_an_sqlite_without_it_is_taken(version: str) -> None:
    refuse_old(version)


def test_nothing_is_readable_on_the_disk(filled: Path) -> None:
    with Register(filled, KEY, secrets.token_bytes) as one:
        text = "Viktar Babaryka was released at last."
        one.put([report("r-x", text)], at=99, blobs=blobs(text))
        held = {place.name: place.read_bytes() for place in filled.iterdir()}
    assert {"register.db", "register.db-wal"} <= held.keys()
    for name, data in held.items():
        for plain in (b"Kalesnikava", b"Babaryka", b"released", b"SQLite format", b"CREATE TABLE"):
            assert plain not in data, name
    assert (filled / FILE).stat().st_mode & 0o077 == 0


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


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a file system of its own")
def test_a_small_disk_that_is_full_loses_nothing_acknowledged(tmp_path: Path) -> None:
    inside = 'mount -t tmpfs -o size=6m none "$1" && exec "$2" -c "$3" "$1"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", inside, "sh", str(tmp_path), sys.executable, SMALL_DISK],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        check=False,
    )
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("this user may not mount a file system")
    assert done.returncode == 0, done.stderr
    *sequences, code, sequence, claims, reports, issues = done.stdout.split()
    assert code == "disk-full"
    assert int(sequence) >= int(sequences[-1])
    assert (int(claims), int(issues)) == (CLAIMS * int(reports), 0)


def test_what_cannot_be_given_a_sentence_is_a_register_error(filled: Path) -> None:
    with Register(filled, KEY, bytes) as one, pytest.raises(RegisterError, match="habeas verify"):
        one._store.write_out("SELECT no_such_function()")
    with Register(filled, KEY, bytes) as one, pytest.raises(MistakeError):
        one.put([proposal("c-1", "r-none")], at=1)


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
