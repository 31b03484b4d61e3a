"""`habeas read` over many files: folders, several processes, stopped and gone on with, progress."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.cli.progress import Progress, line
from habeas.cli.reading_work import digest_of
from habeas.tasks.incoming import Incoming
from habeas.tasks.readers.others import Others
from habeas.tasks.sidecar import Told
from tests.nobody import nobody

RELEASE = "Am Samstag wurden in Belarus {} politische Gefangene freigelassen.\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "more").mkdir(parents=True)
    for number in range(12):
        folder = tmp_path / "in" / "more" if number % 2 else tmp_path / "in"
        (folder / f"{number:02}.txt").write_text(RELEASE.format(number + 100), encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(program, ["read", *words, "--published", "2025-12-16"])


def names(text: str) -> list[str]:
    return [json.loads(one)["report"]["name"] for one in text.splitlines()]


def test_a_folder_is_all_files_in_it_but_what_tells_about_them(place: Path) -> None:
    (place / "in" / ".hidden").write_text("x")
    (place / "in" / "00.txt.meta.toml").write_text('publisher = "Viasna"')
    (place / "in" / "a.habeas").mkdir()
    (place / "in" / "a.habeas" / "slots.json").write_text("{}")
    result = run("in", "--json")
    assert result.exit_code == 0
    assert result.stderr == ""
    even, odd = range(0, 12, 2), range(1, 12, 2)
    assert names(result.stdout) == [f"{number:02}.txt" for number in (*even, *odd)]
    assert json.loads(result.stdout.splitlines()[0])["report"]["publisher"] == "Viasna"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_folder_that_may_not_be_looked_into_is_told(place: Path) -> None:
    run("in", "--json", "--jobs", "1")  # loads what root alone may reach
    place.chmod(0o755)
    (place / "in").chmod(0o755)
    (place / "in" / "more").chmod(0)
    try:
        with nobody():
            result = run("in", "--json", "--jobs", "1")
    finally:
        (place / "in" / "more").chmod(0o700)
    assert result.exit_code == 3
    assert "more” cannot be looked into" in result.stderr
    assert len(names(result.stdout)) == 6


def test_the_same_comes_out_whatever_the_number_of_processes(place: Path) -> None:
    (place / "in" / "bad.txt").write_bytes(b"\x00\x01" * 100)
    one, two = run("in", "--json", "--jobs", "1"), run("in", "--json", "--jobs", "2")
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert "bad.txt" in one.stderr
    assert one.exit_code == two.exit_code == 3


def test_a_second_reading_passes_over_what_is_there(place: Path) -> None:
    first = run("in/more", "--out", "all.jsonl")
    assert first.exit_code == 0
    assert first.stdout == ""
    assert "Reports read: 6." in first.stderr
    second = run("in", "--out", "all.jsonl")
    assert "Reports read: 6." in second.stderr
    assert "already: 6." in second.stderr
    found = names((place / "all.jsonl").read_text())
    assert sorted(found) == [f"{number:02}.txt" for number in range(12)]


def test_a_changed_file_or_another_day_is_read_anew(place: Path) -> None:
    run("in/00.txt", "--out", "all.jsonl")
    (place / "in" / "00.txt").write_text(RELEASE.format(7), encoding="utf-8")
    run("in/00.txt", "--out", "all.jsonl")
    CliRunner().invoke(program, ["read", "in/00.txt", "--out", "all.jsonl"])
    found = [json.loads(one) for one in (place / "all.jsonl").read_text().splitlines()]
    assert [one["claims"][0]["count"]["value"] for one in found] == [100, 7, 7]
    assert [one["report"]["published"] for one in found] == ["2025-12-16", "2025-12-16", None]


def test_a_file_that_could_not_be_read_is_tried_again(place: Path) -> None:
    (place / "in" / "bad.txt").write_bytes(b"\x00\x01" * 100)
    assert run("in", "--out", "all.jsonl").exit_code == 3
    (place / "in" / "bad.txt").write_text(RELEASE.format(7), encoding="utf-8")
    again = run("in", "--out", "all.jsonl")
    assert again.exit_code == 0
    assert names((place / "all.jsonl").read_text())[-1] == "bad.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is stopped otherwise")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stopped_it_says_how_to_go_on_and_goes_on(place: Path, jobs: str) -> None:
    for number in range(100):
        (place / "in" / f"x{number}.txt").write_text(RELEASE.format(number) * 60)
    words = [sys.executable, "-m", "habeas", "read", "in", "--out", "all.jsonl", "--jobs", jobs]
    setting = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    working = subprocess.Popen(words, env=setting, stderr=subprocess.PIPE)
    out = place / "all.jsonl"
    while not (out.exists() and out.stat().st_size):
        assert working.poll() is None
    working.send_signal(signal.SIGINT)
    told = working.communicate()[1].decode()
    assert working.returncode == 130
    assert "of 112 files; type the same command again" in told
    before = len(out.read_text().splitlines())
    assert 0 < before < 112
    again = subprocess.run(words, env=setting, capture_output=True, check=False)
    assert again.returncode == 0
    assert f"already: {before}." in again.stderr.decode()
    assert len(set(names(out.read_text()))) == 112


def test_progress_is_a_line_with_what_is_left() -> None:
    assert line(120, 1000, 4.0) == "Files read: 120 of 1,000, 30 a second, 0 min 29 s left"


def test_progress_is_shown_after_a_second_and_wiped_away(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ticks = iter([0.0, 0.5, 2.0, 2.05, 2.08])
    progress = Progress(10, shown=True, clock=lambda: next(ticks))
    for _each in range(3):
        progress.step()
    progress.step(skipped=True)
    assert capsys.readouterr().err == "\r\x1b[KFiles read: 2 of 10, 1 a second, 0 min 08 s left"
    progress.wipe()
    progress.wipe()
    assert capsys.readouterr().err == "\r\x1b[K"


def test_progress_that_is_not_shown_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    ticks = iter(range(0, 100, 10))
    progress = Progress(3, shown=False, clock=lambda: next(ticks))
    for _each in range(3):
        progress.step()
    progress.wipe()
    assert capsys.readouterr().err == ""


def test_a_password_of_a_reader_leaves_no_trace_in_the_results() -> None:
    """Nor is everything read again because the password was changed."""
    file = Incoming("a.txt", b"Words.", Told())

    def digest(**settings: str) -> str:
        return digest_of(file, Others(("local-model",), {"local-model": settings}))

    assert digest(model="a", key="1234") == digest(model="a", key="9999") == digest(model="a")
    assert digest(model="a") != digest(model="b")
