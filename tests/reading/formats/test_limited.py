"""Workers: whatever a job does, the caller gets pieces or one sentence."""

from pathlib import Path

import pytest

from habeas.errors import ReportError
from habeas.reading.formats import limited
from habeas.reading.formats.limited import Piece, read_limited

JOBS = "tests.reading.formats.jobs"


def code(job: str, data: bytes = b"x", name: str = "a") -> str:
    with pytest.raises(ReportError) as caught:
        read_limited(f"{JOBS}:{job}", data, name=name)
    assert caught.value.report == name
    assert f"“{name}”" in caught.value.sentence
    return caught.value.code


@pytest.mark.parametrize("alone", [True, False])
def test_pieces_come_back_with_their_words(alone: bool) -> None:
    data = bytes(range(256)) * 9
    found = read_limited(f"{JOBS}:twice", data, name="ö “a”", alone=alone)
    assert found == [Piece(data, {"name": "ö “a”"}), Piece(data[::-1])]


def test_a_large_file_is_never_read_here() -> None:
    data = bytes(limited.SMALL + 1)
    with pytest.raises(ReportError):
        read_limited(f"{JOBS}:gone", data, name="a", alone=False)


def test_a_refusal_comes_back_as_it_is() -> None:
    assert code("refused") == "refused"


@pytest.mark.parametrize("job", ["broken", "gone"])
def test_a_worker_that_breaks_down_is_a_damaged_file(job: str) -> None:
    assert code(job) == "report-damaged"


@pytest.mark.needs("posix")
@pytest.mark.parametrize("job", ["hungry", "crammed"])
def test_a_worker_that_needs_too_much_memory_is_stopped(job: str) -> None:
    assert code(job) == "worker-memory"


def test_a_worker_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "SECONDS", 1)
    assert code("endless") == "worker-time"


@pytest.mark.parametrize(
    "answer",
    [b"", b"junk", b"9\n{}", b"2\n[]", b'16\n{"pieces": [[]]}', b"-1\n", b"99999999999999999999\n"],
)
def test_a_worker_that_lies_is_a_damaged_file(answer: bytes) -> None:
    assert code("liar", answer) == "report-damaged"


@pytest.mark.needs("posix")
def test_a_worker_can_write_no_file(tmp_path: Path) -> None:
    target = tmp_path / "written"
    assert code("writer", name=str(target)) == "report-damaged"
    assert not target.exists() or target.read_bytes() == b""
