"""`habeas add`, as it is typed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import MistakeError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import Passphrase, Way
from habeas.register.register import Register
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.terms.report import Medium
from tests.reading.formats import made

WORDS = "five words that nobody guesses"
RELEASE = (
    "Am Samstag wurden in Belarus 123 politische Gefangene freigelassen, "
    "darunter Maria Kolesnikowa.\n"
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "words").write_text(f"{WORDS}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(RELEASE, encoding="utf-8")
    monkeypatch.setenv("HABEAS_PASSPHRASE_FILE", str(tmp_path / "words"))
    monkeypatch.setenv("HABEAS_REGISTER", str(tmp_path / "a.habeas"))
    ways: list[Way] = [Passphrase(WORDS), new_recovery_code()]
    new(tmp_path / "a.habeas", ways, cost=Cost(64, 1, 1))
    return tmp_path


@pytest.fixture
def register(place: Path) -> Iterator[Register]:
    with opened(place / "a.habeas", Passphrase(WORDS)) as one:
        yield one


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(program, ["add", *words], input=typed)


def test_a_file_is_added_and_told(register: Register) -> None:
    result = run("a.txt", "--published", "2025-12-16", "--publisher", "Viasna")
    assert result.exit_code == 0
    [report] = register.reports()
    assert f"{report.id} · a.txt · de · published 2025-12-16 (stated)" in result.stdout
    assert "claims proposed: " in result.stdout
    assert report.publisher == "Viasna"


def test_options_go_before_the_sidecar(place: Path, register: Register) -> None:
    (place / "a.txt.meta.toml").write_text(
        'publisher = "Libereco"\npublished = 2025-12-15\naddress = "https://example.org/a"\n'
        'sensitivity = "sealed"\nlanguage = "de"\ntitle = "Freed"\n'
    )
    result = run("a.txt", "--published", "2025-12", "--sensitivity", "public", "--json")
    assert result.exit_code == 0
    [report] = register.reports()
    assert report.published is not None
    assert report.published.edtf == "2025-12"
    assert (report.publisher, report.fetched_from) == ("Libereco", "https://example.org/a")
    assert (str(report.sensitivity), report.title) == ("public", "Freed")


def test_json_tells_the_report_and_what_was_proposed(register: Register) -> None:
    found = json.loads(run("a.txt", "--published", "2025-12-16", "--json").stdout)
    [report] = register.reports()
    assert found["report"]["id"] == report.id
    assert found["report"]["lang"] == "de"
    assert found["report"]["published_basis"] == "stated"
    assert found["already"] is False
    assert sum(found["proposed"].values()) == len(list(register.claims()))


def test_the_same_file_twice_changes_nothing(register: Register) -> None:
    run("a.txt")
    head = register.head()
    result = run("a.txt", "a.txt")
    assert result.exit_code == 0
    assert result.stdout.count("nothing changed") == 2
    assert register.head() == head


def test_a_file_at_fault_does_not_keep_the_others_out(place: Path, register: Register) -> None:
    (place / "empty.txt").touch()
    (place / "b.md").write_text("# Frei\n\n" + RELEASE, encoding="utf-8")
    result = run("none.txt", "a.txt", "empty.txt", "b.md")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 2
    assert [report.name for report in register.reports()] == ["a.txt", "b.md"]


def test_a_note_as_an_option(register: Register) -> None:
    result = run("--note", RELEASE, "--as", "Anna", "--published", "2025-12-16")
    assert result.exit_code == 0
    [report] = register.reports()
    assert (report.medium, report.publisher) == (Medium.NOTE, "Anna")
    assert register.text(report.id) == RELEASE.strip()
    assert str(report.sensitivity) == "restricted"


def test_a_call_on_standard_input_has_the_day_of_today(register: Register) -> None:
    result = run("--call", "--as", "Anna", "--lang", "de", typed=RELEASE)
    assert result.exit_code == 0
    [report] = register.reports()
    assert report.medium is Medium.CALL
    assert report.published is not None
    assert report.published.days == 1
    assert str(report.basis) == "stated"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "nothing-to-add"),
        (("--note", "words"), "taker-missing"),
        (("--note", "-", "--as", "Anna"), "note-empty"),
        (("--note", "a", "--as", "Anna", "--published", "2025-02-30"), "day-unreadable"),
        (("a.txt", "--published", "2025-02-30"), "day-unreadable"),
        (("a.txt", "--lang", "deutsch"), "language-unreadable"),
    ],
)
def test_what_cannot_be_is_wrong_use_and_changes_nothing(
    register: Register, words: tuple[str, ...], code: str
) -> None:
    head = register.head()
    result = run(*words)
    assert isinstance(result.exception, MistakeError)
    assert result.exception.code == code
    assert register.head() == head


def test_options_are_kept_clean(register: Register) -> None:
    run("a.txt", "--publisher", "Via\x1b[2J\u202esna\nb", "--address", "a\0b")
    [report] = register.reports()
    assert report.publisher == "Via[2Jsna b"
    assert "\0" not in report.fetched_from


def test_a_file_of_several_reports_is_added_as_several(place: Path, register: Register) -> None:
    (place / "a.json").write_bytes(made.telegram([made.message(1), made.message(2, "Two.")]))
    result = run("a.json", "--json")
    assert result.exit_code == 0
    assert [json.loads(line)["already"] for line in result.stdout.splitlines()] == [False, False]
    assert [report.name for report in register.reports()] == ["a.json: post 1", "a.json: post 2"]


def test_the_untouched_file_is_kept_with_a_reason_only(place: Path, register: Register) -> None:
    letter = made.letter({"From": "a@example.org", "To": "b@example.org", "Subject": "x"})
    (place / "a.eml").write_bytes(letter)
    refused = run("a.eml", "--keep-original")
    assert isinstance(refused.exception, MistakeError)
    assert refused.exception.code == "keep-without-reason"
    assert register.reports() == []
    result = run("a.eml", "--keep-original", "--reason", "a court asks")
    assert result.exit_code == 0
    kept = register.reports()[1]
    assert register.original(kept.id) == letter
    assert "a court asks" in result.stdout


def test_a_day_that_is_still_to_come_is_told(register: Register) -> None:
    told = run("a.txt", "--published", "9000-01-01").stderr
    [report] = register.reports()
    assert f"habeas correct {report.id}" in told and "still to come" in told
    assert "still to come" not in run("--note", RELEASE, "--as", "Ann").stderr
