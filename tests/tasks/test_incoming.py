"""Files on their way in: every way in which one can fail, as real files."""

import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from habeas.errors import ReportError
from habeas.tasks.incoming import content, data_of, incoming
from habeas.tasks.sidecar import visible
from tests.nobody import nobody

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def refused(path: Path, **given: int) -> ReportError:
    with pytest.raises(ReportError) as caught:
        data_of(path, **given)
    assert caught.value.exit_code == 3
    assert "\n" not in caught.value.sentence
    return caught.value


def test_a_file_gives_its_bytes_and_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\r\nb")
    found = incoming(tmp_path / "a.txt")
    assert (found.name, found.data) == ("a.txt", b"a\r\nb")


def test_an_empty_file_gives_no_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert data_of(tmp_path / "a.txt") == b""


@pytest.mark.parametrize("name", ["none.txt", "none/a.txt", "a\0b", "x" * 5000])
def test_what_is_not_there_is_missing(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name).code == "report-missing"


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert refused(tmp_path / "a.txt" / "b").code == "report-missing"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "report-folder"


@UNIX
def test_a_link_to_nothing_is_missing_and_one_to_itself_a_loop(tmp_path: Path) -> None:
    (tmp_path / "nothing").symlink_to(tmp_path / "none")
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert refused(tmp_path / "nothing").code == "report-missing"
    assert refused(tmp_path / "one").code == "report-link-loop"


@UNIX
def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert incoming(tmp_path / "b.txt").data == b"words"


@UNIX
def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/null"), Path("/dev/tty")):
        assert refused(path).code in {"report-special", "report-missing"}


@UNIX
def test_what_may_not_be_read_is_forbidden(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    path.chmod(0)
    with nobody():
        assert refused(path).code == "report-forbidden"


def test_a_file_of_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    tracemalloc.start()
    error = refused(path)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert error.code == "report-too-large"
    assert "1,024 MiB" in error.sentence and "64 MiB" in error.sentence
    assert peak < 1_000_000


def test_the_limit_is_inclusive(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert data_of(path, limit=5) == b"12345"
    assert refused(path, limit=4).code == "report-too-large"


@pytest.mark.parametrize(("size", "fits"), [(5, True), (6, False), (4, False), (0, False)])
def test_a_file_that_shrinks_or_grows_meanwhile_is_refused(
    tmp_path: Path, size: int, fits: bool
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    with path.open("rb") as file:
        if fits:
            assert content(file.fileno(), size=size, name="a.txt") == b"12345"
            return
        with pytest.raises(ReportError) as caught:
            content(file.fileno(), size=size, name="a.txt")
    assert caught.value.code == "report-changed"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.txt", "a.txt"),
        ("Häftlinge.txt", "Häftlinge.txt"),
        ("Ha\u0308ftlinge.txt", "Häftlinge.txt"),
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("a\nb\u202e", r"a\nb\u202e"),
        ("a\udcffb", "a\ufffdb"),
    ],
)
def test_a_name_can_be_shown_and_kept(name: str, shown: str) -> None:
    assert visible(name) == shown


@UNIX
def test_a_name_that_is_no_unicode_is_kept_as_far_as_it_is(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\xff\x1b.txt"
    with open(path, "wb") as file:
        file.write(b"words")
    assert incoming(Path(os.fsdecode(path))).name == "a\ufffd\\x1b.txt"
