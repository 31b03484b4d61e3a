"""The demo as a whole: run as a program, and as a task on sample reports that were changed."""

import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from habeas.cli.demo_page import page_lines
from habeas.errors import RegisterError
from habeas.tasks.demo import CORRIDOR, PASSPHRASE, REGISTER, TABLE, Moment, demo
from habeas.tasks.samples import samples_folder

ROOT = Path(__file__).parents[1]
MOMENT = Moment(date(2026, 2, 1), 1_769_900_000_000_000)
HABEAS = f"  {shlex.quote(sys.executable)} -m habeas "
PARTS = [
    "1  What was read",
    "2  Who is who",
    "3  Who came out, and on what terms",
    "4  Who is inside",
    "5  Totals that contradict each other",
    "6  Five years of totals, set against each other",
    "7  Why: from a number to its sentences",
    "8  What to type next",
]


def environment(scratch: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    temporary = scratch / "temporary"
    temporary.mkdir(exist_ok=True)
    return kept | {
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        "HOME": str(scratch),
        "TMPDIR": str(temporary),
        "TEMP": str(temporary),
    }


def habeas(scratch: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "habeas", *words],
        cwd=scratch,
        env=environment(scratch),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def text_of(reports: Path) -> str:
    return "\n".join(page_lines(demo(MOMENT, reports=reports), None))


def test_the_page_is_plain_narrow_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = habeas(tmp_path, "demo")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines if line in PARTS] == PARTS
    text = lines[: lines.index(PARTS[-1])]
    assert [line for line in text if len(line) > 80] == []
    assert "\x1b" not in done.stdout + done.stderr
    assert list((tmp_path / "temporary").iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"temporary"}


def test_a_kept_demo_answers_the_commands_it_prints(tmp_path: Path) -> None:
    done = habeas(tmp_path, "demo", "--keep", "demo")
    assert done.returncode == 0, done.stderr
    kept = tmp_path / "demo"
    assert {path.name for path in kept.iterdir()} == {
        REGISTER,
        PASSPHRASE,
        CORRIDOR,
        TABLE,
    }
    assert "123 freed" in (kept / CORRIDOR).read_text("utf-8")
    if os.name != "nt":
        assert stat.S_IMODE((kept / PASSPHRASE).stat().st_mode) == 0o600
    printed = done.stdout.partition(PARTS[-1])[2].splitlines()
    assert f"  export HABEAS_PASSPHRASE_FILE=demo/{PASSPHRASE}" in printed
    script = "\n".join(line for line in printed if line.startswith("  "))
    assert f"  export HABEAS_REGISTER=demo/{REGISTER}" in printed
    verbs = r"^  .*? (?=(find|count|why|reconcile|resolve|review|verify)\b)"
    script, calls = re.subn(verbs, HABEAS, script, flags=re.MULTILINE)
    assert calls == 7
    ran = subprocess.run(
        ["bash", "-ec", script],
        cwd=tmp_path,
        env=environment(tmp_path),
        input="",
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("name", [PASSPHRASE, CORRIDOR, TABLE])
def test_what_is_there_is_never_touched(tmp_path: Path, name: str) -> None:
    there = tmp_path / name
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(RegisterError, match="already") as refused:
        demo(MOMENT, reports=samples_folder(), keep=tmp_path)
    assert refused.value.code == "demo-there"
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RegisterError, match="choose another folder"):
        demo(MOMENT, reports=samples_folder(), keep=tmp_path / "file" / "demo")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("keep", [False, True])
def test_a_stopped_demo_takes_its_folder_with_it(
    tmp_path: Path, number: signal.Signals, keep: bool
) -> None:
    scratch = environment(tmp_path)
    running = subprocess.Popen(
        [sys.executable, "-m", "habeas", "demo", *(["--keep", "demo"] if keep else [])],
        cwd=tmp_path,
        env=scratch,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    place = tmp_path / "demo" if keep else tmp_path / "temporary"
    while running.poll() is None and not list(place.glob("*/demo.habeas")):
        time.sleep(0.01)
    running.send_signal(number)
    running.communicate(timeout=60)
    assert running.returncode == 130
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not (tmp_path / "demo").exists()


def test_a_changed_report_changes_the_page(tmp_path: Path) -> None:
    before = text_of(samples_folder())
    changed = tmp_path / "belarus"
    shutil.copytree(samples_folder(), changed)
    for path in changed.iterdir():
        words = path.read_text(encoding="utf-8")
        path.write_text(words.replace("1135", "1143").replace("123 ", "126 "), encoding="utf-8")
    after = text_of(changed)
    assert "123 released" in before and "126 released" not in before
    assert "126 released" in after and "123 released" not in after
    assert "1,135" in before and "1,143" not in before
    assert "1,143" in after and "1,135" not in after


def test_a_report_taken_away_takes_its_claims_with_it(tmp_path: Path) -> None:
    changed = tmp_path / "belarus"
    shutil.copytree(samples_folder(), changed)
    for path in changed.glob("ru-*"):
        path.unlink()
    after = text_of(changed)
    assert "Russian" not in after
    assert not any("а" <= letter <= "я" for letter in after)


def test_the_ledger_and_the_refill_are_reckoned_from_the_table(tmp_path: Path) -> None:
    """The corridor, a set for each story, and what was newly recognised between two deals."""
    before = " ".join(text_of(samples_folder()).split())
    assert "2025-06-30 869 – 1,376" in before
    assert "968 (men) + 168 (women) = 1,136, not 1,135" in before
    assert "9 smallest sets of these numbers cannot all be right, in 3 stories" in before
    assert "52 freed; newly recognised from the day after: 158 to 399 (3.0 to 7.7" in before
    changed = tmp_path / "belarus"
    shutil.copytree(samples_folder(), changed)
    table = changed / "totals.csv"
    words = table.read_text("utf-8").replace("recognised_in,509", "recognised_in,519")
    table.write_text(words, "utf-8")
    after = " ".join(text_of(changed).split())
    assert "newly recognised from the day after: 168 to " in after


def test_the_same_reports_give_the_same_page() -> None:
    one, other = text_of(samples_folder()), text_of(samples_folder())
    assert one == other
