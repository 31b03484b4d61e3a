"""The file of results: what counts as done, half-written ends, files that are not ours."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.tasks.results import Results


def lines(digest: str, reports: int) -> list[str]:
    return [
        json.dumps({"file": {"digest": digest, "reports": reports}, "report": number})
        for number in range(reports)
    ]


def filled(place: Path, files: dict[str, int]) -> None:
    with Results(place) as results:
        for digest, reports in files.items():
            results.write(lines(digest, reports))


def refusal(place: Path) -> str:
    before = place.read_bytes() if place.is_file() else b""
    with pytest.raises(MistakeError) as caught:
        Results(place)
    assert not place.is_file() or place.read_bytes() == before
    return caught.value.code


def test_what_was_written_is_done_the_next_time(tmp_path: Path) -> None:
    place = tmp_path / "out.jsonl"
    filled(place, {"aa": 1, "bb": 3})
    with Results(place) as results:
        assert results.done == {"aa", "bb"}
        results.write(lines("cc", 1))
    with Results(place) as results:
        assert results.done == {"aa", "bb", "cc"}


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    other, place = tmp_path / "other.jsonl", tmp_path / "out.jsonl"
    place.symlink_to(other)
    assert refusal(place) == "results-not-opened" and not other.exists()
    filled(other, {"aa": 1})
    before = other.read_bytes()
    assert refusal(place) == "results-not-opened" and other.read_bytes() == before


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_cut_anywhere_the_whole_files_are_done_and_the_rest_is_forgotten(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    place = tmp_path_factory.mktemp("cut") / "out.jsonl"
    filled(place, {"aa": 1, "bb": 3, "cc": 1})
    whole = place.read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    place.write_bytes(whole[:cut])
    ends = [len("\n".join(lines("aa", 1))) + 1]
    ends.append(ends[0] + len("\n".join(lines("bb", 3))) + 1)
    ends.append(len(whole))
    with Results(place) as results:
        assert results.done == {
            name for name, end in zip(("aa", "bb", "cc"), ends, strict=True) if end <= cut
        }
    assert place.read_bytes() == whole[: max([0, *(end for end in ends if end <= cut)])]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4 no line at all",
        b'{"report": 1}\n',
        b"name;day\n",
        b"[1]\n",
        b"\x00\xff",
        b'{"x": 1',
        b'{"file": {"digest": "aa", "reports": Infinity}}\n',
    ],
)
def test_a_file_of_something_else_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "letter.pdf"
    place.write_bytes(content)
    assert refusal(place) == "results-foreign"


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "out.jsonl"
    with Results(place) as results:
        results.write(lines("aa", 1))
        assert refusal(place) == "results-busy"
    with Results(place) as results:
        assert results.done == {"aa"}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none" / "out.jsonl") == "results-not-opened"
    assert refusal(tmp_path) == "results-not-opened"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_device_or_a_pipe_is_refused_not_read_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (Path(os.devnull), Path("/dev/zero"), tmp_path / "pipe"):
        assert refusal(place) == "results-not-opened", place


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_nobody_else_may_read_a_file_made_here(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        filled(tmp_path / "out.jsonl", {"aa": 1})
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.jsonl").stat().st_mode) == 0o600
