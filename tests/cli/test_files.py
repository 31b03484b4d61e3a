"""A file that is not there: one exit code, whatever verb it was handed to."""

from pathlib import Path

import pytest

from habeas.errors import RegisterError, ReportError
from tests.cli.registers import place, run, started


@pytest.fixture(autouse=True)
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return started(place(tmp_path, monkeypatch))


@pytest.mark.parametrize(
    "words",
    [
        ("compare", "--pairs", "none"),
        ("link", "none", "none"),
        ("reconcile", "none"),
        ("refill", "--totals", "none", "--from", "2025-09-11", "--to", "2025-12-13"),
        ("merge", "none"),
        ("checkpoint", "--check", "none"),
        ("checkpoint", "--out", "new", "--since", "none"),
        ("bundle", "new", "--since", "none"),
        ("witness", "none"),
        ("slots", "adopt", "none"),
    ],
)
def test_what_was_handed_in_and_is_not_there_is_a_report_at_fault(words: tuple[str, ...]) -> None:
    error = run("-r", "a", *words).exception
    assert isinstance(error, ReportError), error
    assert error.report in ("none", "words")
    assert "none" in error.sentence or "words" in error.sentence


@pytest.mark.parametrize("verb", ["read", "add"])
def test_a_report_that_is_not_there_ends_with_the_same_code(verb: str) -> None:
    result = run("-r", "a", verb, "none")
    assert result.exit_code == ReportError.exit_code
    assert "“none” does not exist; check its name and folder." in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("verify", "--keyfile", "none"),
        ("merge", "words", "--identity", "none"),
        ("protect", "find", "--identity", "none", "--private"),
        ("slots", "add", "passphrase", "none"),
    ],
)
def test_what_opens_something_and_is_not_there_has_a_code_of_its_own(
    words: tuple[str, ...],
) -> None:
    error = run("-r", "a", *words).exception
    assert isinstance(error, RegisterError), error
    assert error.code == "secret-not-read"
    assert "check its name and folder" in error.sentence


@pytest.mark.parametrize("verb", ["read", "add"])
def test_a_register_is_no_report(verb: str) -> None:
    result = run("-r", "a", verb, "a.habeas")
    assert result.exit_code == 3
    assert "“a.habeas” is a register" in result.stderr
