"""`redact`, as it is typed: it tells first, asks, and does what it told."""

from pathlib import Path

import pytest

from habeas.errors import HabeasError
from tests.cli.registers import place, run, started

WHO = ("--reason", "danger", "--as", "Ann")


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return started(place(tmp_path, monkeypatch))


def test_a_dry_run_tells_and_changes_nothing(register: Path) -> None:
    told = run("-r", "a", "redact", "r-1", *WHO, "--dry-run")
    assert told.exit_code == 0
    assert "1 report, 1 claim," in told.stdout
    assert "Counted claims: 1 before, 0 after." in told.stdout
    assert "Inside today: 0–1 before, 0 after." in told.stdout
    assert run("-r", "a", "show", "r-1").exit_code == 0
    assert "       0 bodies redacted" in run("-r", "a", "verify").stdout


def test_it_is_done_once_it_is_confirmed(register: Path) -> None:
    refused = run("-r", "a", "redact", "r-1", *WHO)
    assert isinstance(refused.exception, HabeasError)
    assert refused.exception.code == "redaction-unconfirmed"
    done = run("-r", "a", "redact", "r-1", *WHO, "--yes")
    assert "3 bodies are gone" in done.stdout
    assert "destroy the old" in done.stderr
    verified = run("-r", "a", "verify")
    assert verified.exit_code == 0
    assert "       3 bodies redacted" in verified.stdout
    assert run("-r", "a", "count", "--on", "2025-12-31").exit_code == 0
    assert run("-r", "a", "export", "out", "--private").exit_code == 0
    assert isinstance(run("-r", "a", "show", "r-1").exception, HabeasError)


def test_a_reason_goes_alone(register: Path) -> None:
    told = run("-r", "a", "redact", "v-1", *WHO, "--yes")
    assert "only the words of its reason go" in told.stdout
    assert "Counted claims: 1 before, 1 after." in told.stdout


def test_what_is_not_there_changes_nothing(register: Path) -> None:
    found = run("-r", "a", "redact", "c-9", *WHO, "--yes").exception
    assert isinstance(found, HabeasError) and found.code == "redaction-unknown"
    assert run("-r", "a", "redact", "c-1").exit_code == 2
