"""Faults of files: damaged, cut short, of another key or program; and what is said of them."""

import secrets
import shutil
from pathlib import Path

import pytest

from habeas.errors import HabeasError, IntegrityError, MistakeError, RegisterError
from habeas.register.register import Register
from habeas.register.sqlcipher import FILE, make_file, refuse_old
from tests.register.given import KEY, TEXT, blobs, proposal, register, report
from tests.register.importing import contents

ROOT = Path(__file__).parents[2]
PAGE = 4096


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


def test_pages_torn_while_the_journal_was_brought_over_are_no_damage(filled: Path) -> None:
    """A power cut during a checkpoint: the journal has them whole, and what is read is whole."""
    copy = filled.with_name("copy.habeas")
    with Register(filled, KEY, secrets.token_bytes) as one:
        one.put([report("r-new"), proposal("c-new", "r-new")], at=1, blobs=blobs(TEXT))
        shutil.copytree(filled, copy)
    frames = (copy / f"{FILE}-wal").read_bytes()[32:]
    pages = {int.from_bytes(frames[at : at + 4], "big") for at in range(0, len(frames), PAGE + 24)}
    assert len(pages) > 5
    for page in pages - {1}:
        if page * PAGE <= (copy / FILE).stat().st_size:
            _flipped(copy / FILE, (page - 1) * PAGE + 100)
    _use(copy)


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


def test_what_cannot_be_given_a_sentence_is_a_register_error(filled: Path) -> None:
    with Register(filled, KEY, bytes) as one, pytest.raises(RegisterError, match="habeas verify"):
        one._store.write_out("SELECT no_such_function()")
    with Register(filled, KEY, bytes) as one, pytest.raises(MistakeError):
        one.put([proposal("c-1", "r-none")], at=1)
