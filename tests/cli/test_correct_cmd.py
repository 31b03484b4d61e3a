"""`correct`, as it is typed: it tells first, asks, and does what it told."""

import json
from pathlib import Path
from typing import cast

import pytest

from habeas.errors import HabeasError
from tests.cli.registers import place, run, started

TEXT = "Maryia Kalesnikava was released yesterday. Ales Bialiatski was detained on 2 May 2024."


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    started(place(tmp_path, monkeypatch))
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    told = run("-r", "a", "add", "news.txt", "--published", "2025-12-20", "--json")
    run("-r", "a", "review", "--accept", "tier=likely", "--as", "Ann")
    return str(json.loads(told.stdout)["report"]["id"])


def _correct(report: str, *words: str) -> str:
    done = run("-r", "a", "correct", report, "--as", "Ann", *words)
    assert done.exception is None, done.exception
    return " ".join(done.stdout.split())


def _code(*words: str) -> str:
    error = run("-r", "a", "correct", *words, "--as", "Ann").exception
    assert isinstance(error, HabeasError)
    return error.code


def _inside(known_by: str) -> int:
    words = ("count", "--on", "2025-12-15", "--known-by", known_by, "--json")
    return int(json.loads(run("-r", "a", *words).stdout)["high"])


def test_it_tells_what_changes_and_changes_nothing_in_a_dry_run(report: str) -> None:
    told = _correct(report, "--published", "2025-12-10", "--dry-run")
    assert "2025-12-20, publisher not known → 2025-12-10, publisher not known" in told
    assert "It has 2 claims, 2 of them counted." in told
    assert "may have been reckoned from the old day: c-" in told and told.count("c-") == 1
    assert "Inside on 2025-12-10, as known then: 0 before, 0–2 after." in told, told
    assert "Nothing was changed." in told
    assert "2025-12-20" in run("-r", "a", "show", report).stdout


def test_known_by_uses_the_corrected_day(report: str) -> None:
    assert (_inside("2025-12-15"), _inside("2025-12-25")) == (0, 2)
    words = ("--published", "2025-12-10", "--publisher", "Viasna", "--reason", "printed on it")
    assert _code(report, *words) == "correction-unconfirmed"
    assert _correct(report, *words, "--yes").endswith("Corrected.")
    assert _inside("2025-12-15") == 2
    shown = run("-r", "a", "show", report, "--json")
    told = cast(dict[str, dict[str, object]], json.loads(shown.stdout))["report"]
    assert told["publisher"] == "Viasna" and told["published_basis"] == "stated"
    assert "Viasna" in run("-r", "a", "show", report).stdout
    assert _code(report, *words, "--yes") == "correction-same"
    assert run("-r", "a", "verify").exit_code == 0


def test_a_day_may_become_unknown(report: str) -> None:
    done = json.loads(_correct(report, "--published", "unknown", "--yes", "--json"))
    assert done["correction"].startswith("k-") and done["after"]["published"] is None
    assert _inside("2025-12-25") == 0
    dry = ("--publisher", "Libereco", "--dry-run", "--json")
    told = json.loads(_correct(report, *dry))
    assert (told["correction"], told["reckoned"]) == (None, [])


def test_what_cannot_be_corrected_is_told(report: str) -> None:
    assert _code(report) == "correction-empty"
    assert _code("r-9", "--publisher", "x") == "report-unknown"
    assert _code(report, "--published", "yesterday") == "day-unreadable"


def test_a_day_that_is_still_to_come_is_told(report: str) -> None:
    words = ("-r", "a", "correct", report, "--as", "Ann", "--dry-run", "--published")
    assert "still to come" in run(*words, "9000-01-01").stderr
    assert "still to come" not in run(*words, "2025-12-21").stderr
