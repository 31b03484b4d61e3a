"""`habeas refill`, over the sample series and over a register."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import HabeasError
from habeas.protecting.slots import KeyFile
from habeas.tasks.opening import opened
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId
from habeas.terms.kind import Kind
from tests import sample
from tests.sample import DAY

SERIES = Path(__file__).parents[2] / "examples/belarus/totals.csv"
BETWEEN = ("--from", "2025-09-11", "--to", "2025-12-13")
TOTALS = ("--totals", str(SERIES), *BETWEEN)


def run(*words: str) -> Result:
    return CliRunner().invoke(program, ["refill", *words])


def data(*words: str) -> dict[str, Any]:
    result = run(*words, "--json")
    assert result.exception is None, result.exception
    return cast(dict[str, Any], json.loads(result.stdout))


def ends(found: dict[str, Any]) -> tuple[int, int | None]:
    return found["low"], found["high"]


def test_between_the_deals_of_september_and_december() -> None:
    found = data(*TOTALS)
    assert ends(found["newly_recognised"]) == (158, 399)
    assert found["newly_arrested"] is None
    assert ends(found["freed_range"]) == (52, 52)
    assert found["ratio"] == {"recognised": {"low": 3.04, "high": 7.67}, "arrested": None}
    verdicts = [one["verdict"] for one in found["must_be_true"]]
    assert verdicts == ["holds", "cannot tell", "cannot tell"]
    assert "Recognised is not arrested" in found["caution"][0]
    assert found["set_aside"]


def test_an_assumption_narrows_and_is_named() -> None:
    found = data(*TOTALS, "--assume", "recognised_in<=4", "--assume", "left_prison<=4")
    low, high = ends(found["newly_recognised"])
    assert low >= 158 and high is not None and high < 399
    assert found["assumptions"] == [
        "assumed: recognised_in at most 4 a day",
        "assumed: left_prison at most 4 a day",
    ]


def test_the_words_fit_eighty_columns() -> None:
    result = run(*TOTALS)
    assert result.exception is None
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    words = " ".join(result.stdout.split())
    assert "newly recognised 158 to 399 3.0 to 7.7 for each freed" in words
    assert "As many were newly recognised as had been freed. HOLDS" in words
    assert "− 283 (newly recognised 2025-01-18 to 2025-09-17, b070)" in words


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A register: one freed on 13 December by name, 12 by number; newcomers after."""
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    folder, keyfile = sample.on_disk(tmp_path, *sample.accepted("c-a1", "c-a2", "c-a5", "c-b1"))
    text = (
        "Twelve, 12, left that day. Ales Bialiatski was recognised. Ihar Losik was arrested. "
        "In all 20 were recognised. Some 7 were arrested."
    )
    drafts = [
        sample.draft(text, "Twelve, 12, left", Kind.RELEASED, when="2025-12-13", count="12"),
        sample.draft(
            text, "Ales Bialiatski was recognised", Kind.RECOGNISED, "Ales Bialiatski",
            when="2025-12-20",
        ),
        sample.draft(
            text, "Ihar Losik was arrested", Kind.DETAINED, "Ihar Losik",
            when="2025-12-20/2026-01-20",
        ),
        sample.draft(
            text, "In all 20 were", Kind.RECOGNISED, when="2025-12-14/2025-12-31", count="20"
        ),
        sample.draft(text, "Some 7 were", Kind.DETAINED, when="2025-12-20", count="7"),
    ]  # fmt: skip
    report = sample.report("r-f", text, published="2026-01-25")
    told = [Proposal(ClaimId(f"c-f{n}"), report.id, draft) for n, draft in enumerate(drafts)]
    contents: list[Content] = [report, *told, *sample.accepted(*(one.id for one in told))]
    with opened(Path(folder), KeyFile(sample.KEY)) as register:
        register.put(contents, at=2 * DAY, blobs=sample.blobs(text))
    return ["-r", folder, "--keyfile", keyfile]


def test_who_says_how_many_were_freed_leaves_no_gap_where_nobody_knows(place: list[str]) -> None:
    words = run("--from", "2025-12-13", "--to", "2026-01-20", *place).stdout
    assert "Freed: " in words and "; ;" not in words and "(;" not in words, words


def test_over_a_register_the_named_and_the_totals_stand_apart(place: list[str]) -> None:
    found = data("--from", "2025-12-13", "--to", "2025-12-31", *place)
    assert [(one["what"], one["low"]) for one in found["freed"]] == [("released", 12)]
    assert ends(found["freed_range"]) == (12, 12)
    verdicts = {one["verdict"] for one in found["must_be_true"]}
    assert verdicts == {"cannot tell"}, "the named are some of all, and prove nothing absent"
    assert "bound from below only" in found["caution"][-1]
    assert (ends(found["newly_recognised"]), ends(found["newly_arrested"])) == ((1, 1), (0, 1))
    assert found["newly_recognised"]["because"] == ["c-f1"]
    totals = found["totals"]
    assert "c-f4" in str(totals["issues"])
    assert totals["source"] == "totals"
    result = run("--from", "2025-12-13", "--to", "2025-12-31", *place)
    assert result.exception is None
    *lines, last = result.stdout.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert last.startswith("Next:  habeas why ")
    assert last.endswith("refill:2025-12-13/2025-12-31")
    assert "BY REPORTED TOTALS OF THIS REGISTER" in result.stdout


def test_with_assumptions_no_words_name_the_answer(place: list[str]) -> None:
    window = ("--from", "2025-12-13", "--to", "2025-12-31")
    result = run(*window, "--assume", "recognised_in<=3", *place)
    assert result.exception is None, result.exception
    assert "Next:" not in result.stdout


def test_without_a_number_of_freed_the_named_bound_them_from_below(place: list[str]) -> None:
    found = data("--from", "2025-12-12", "--to", "2025-12-31", *place)
    assert found["freed"][0]["id"] == "named"
    assert found["freed_range"] == {"low": 0, "high": None}
    assert [one["verdict"] for one in found["must_be_true"]] == ["cannot tell", "cannot tell"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--from", "2025-12-13", "--to", "2025-09-11"), "window-empty"),
        (("--from", "2025-12-13", "--to", "2025-12-13"), "window-empty"),
        (("--from", "soon", "--to", "2025-12-13"), "day-unreadable"),
        ((*BETWEEN, "--assume", "luck<=3"), "assumption-unreadable"),
    ],
)
def test_what_cannot_be_is_refused(words: tuple[str, ...], code: str) -> None:
    error = run("--totals", str(SERIES), *words).exception
    assert isinstance(error, HabeasError)
    assert error.code == code
