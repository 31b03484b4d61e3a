"""`habeas flow` as it is typed."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import HabeasError
from habeas.protecting.slots import KeyFile
from habeas.tasks.opening import opened
from habeas.terms.amount import Hedge
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId
from habeas.terms.kind import Kind
from tests import sample
from tests.sample import DAY

MORE = (
    "Ales Bialiatski was recognised as a political prisoner in December 2025. About 30 prisoners "
    "were recognised in November 2025."
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    accepted = sample.accepted("c-a1", "c-a2", "c-a3", "c-a5", "c-b1", "c-b2")
    folder, keyfile = sample.on_disk(tmp_path, *accepted)
    one, other = MORE.split(". ", 1)
    drafts = [
        sample.draft(MORE, one, Kind.RECOGNISED, "Ales Bialiatski", when="2025-12"),
        sample.draft(
            MORE, other, Kind.RECOGNISED, when="2025-11", count="30", hedge=Hedge.ABOUT,
            population="prisoners",
        ),
    ]  # fmt: skip
    report = sample.report("r-f", MORE, published="2026-01-02")
    told = [Proposal(ClaimId(f"c-f{n}"), report.id, draft) for n, draft in enumerate(drafts)]
    contents: list[Content] = [report, *told, *sample.accepted("c-f0", "c-f1")]
    with opened(Path(folder), KeyFile(sample.KEY)) as register:
        register.put(contents, at=2 * DAY, blobs=sample.blobs(MORE))
    return ["-r", folder, "--keyfile", keyfile]


def run(*words: str) -> Result:
    return CliRunner().invoke(program, ["flow", *words])


def data(*words: str) -> dict[str, Any]:
    result = run(*words, "--json")
    assert result.exception is None, result.exception
    return cast(dict[str, Any], json.loads(result.stdout))


WINDOW = ("--from", "2025-11-01", "--to", "2025-12-31", "--known-by", "2026-01-02")


def test_the_table_of_eighty_columns(place: list[str]) -> None:
    result = run(*WINDOW, *place)
    assert result.exception is None, result.exception
    lines = result.stdout.splitlines()
    assert all(len(line) <= 80 for line in lines if not line.startswith("Next:"))
    rows = {line.split()[0]: line.split()[1:] for line in lines if line.startswith("2025-")}
    assert rows["2025-11"] == ["0", "+1", "0", "0", "0", "to", "+1", "2–3"]
    assert rows["2025-12"] == ["0", "+1", "1", "2", "-2", "to", "-1", "1"]
    words = " ".join(result.stdout.split())
    assert "Left, by kind: released 2" in words
    assert "Surely left: Maria Kalesnikava; Viktar Babaryka" in words
    assert "- recognised about 30 (29 to 31) prisoners; 2025-11; Made-up Post" in words


def test_months_on_end_with_the_same_numbers_are_one_row_that_says_until_when(
    place: list[str],
) -> None:
    quiet = ["--from", "2021-01-01", "--to", "2021-12-31"]
    lines = run(*quiet, *place).stdout.splitlines()
    months = [line.split()[0] for line in lines if line.startswith("2021-")]
    assert months == ["2021-01"]
    assert "  to 2021-12: the same" in lines
    assert len(data(*quiet, *place)["periods"]) == 12


def test_the_line_to_type_next_opens_the_flow(place: list[str]) -> None:
    line = run(*WINDOW, *place).stdout.splitlines()[-1]
    assert line.endswith('"flow:2025-11-01/2025-12-31 known-by:2026-01-02"')
    figure = line.split('"')[1]
    walked = CliRunner().invoke(program, ["why", figure, *place]).stdout
    assert walked.startswith(figure)
    past = run(*WINDOW, "--recorded-by", "1971-01-01", *place)
    assert "Next:" not in past.stdout


def test_json_names_the_people_and_claims_behind_each(place: list[str]) -> None:
    found = data(*WINDOW, *place)
    november, december = found["periods"]
    assert november["reported"] == ["c-f1"] and december["reported"] == []
    assert [one["count"]["value"] for one in found["reported"]] == [30]
    out = december["out"]
    assert (out["low"], out["high"], out["undated"]) == (2, 2, 0)
    assert {one["name"] for one in out["sure"]} == {"Maria Kalesnikava", "Viktar Babaryka"}
    assert {claim for one in out["sure"] for claim in one["claims"]} >= {"c-a1", "c-a5"}
    assert december["in"]["recognised"]["low"] == 1
    assert december["net"] == {"low": -2, "high": -1}
    assert december["inside"] == {"sure": 1, "possible": 0}
    assert [one["name"] for one in found["undated"]] == ["Maria Kalesnikava"]
    assert found["left_out"]["unreviewed"] == 3


def test_without_a_window_it_runs_from_the_first_change_told(place: list[str]) -> None:
    found = data("--known-by", "2026-01-02", *place)
    assert (found["from"], found["to"]) == ("2020-06-01", "2026-01-02")
    assert len(found["periods"]) == 68
    weeks = data(*WINDOW, "--by", "week", *place)["periods"]
    assert (weeks[0]["period"], weeks[0]["from"]) == ("2025-W44", "2025-11-01")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--to", "2025-12-31", "--known-by", "2025-12-30"], "day-not-known-yet"),
        (["--from", "2025-12-31", "--to", "2025-12-30"], "window-empty"),
        (["--by", "day", "--from", "1990-01-01", "--to", "2025-12-30"], "periods-too-many"),
        (["--from", "soon"], "day-unreadable"),
    ],
)
def test_windows_that_cannot_be(place: list[str], words: list[str], code: str) -> None:
    error = run(*words, *place).exception
    assert isinstance(error, HabeasError)
    assert (error.exit_code, error.code) == (2, code)


def test_plots(place: list[str], tmp_path: Path) -> None:
    plot = tmp_path / "flow.svg"
    result = run(*WINDOW, "--plot", str(plot), *place)
    assert result.exception is None, result.exception
    assert "Definition: named in this register" in plot.read_text("utf-8")
    assert "2025-12,0,0,1,1,0,0,2,0,0" in (tmp_path / "flow.svg.csv").read_text("utf-8")
    words = ["count", "--on", "2025-12-12", "--plot", str(tmp_path / "count.svg"), *place]
    assert CliRunner().invoke(program, words).exception is None
    assert "politische Gefangene" in (tmp_path / "count.svg").read_text("utf-8")


def ends(tally: dict[str, Any]) -> tuple[int, int]:
    return tally["low"], tally["high"]


def test_by_another_rule_what_no_claim_says_is_not_sure(place: list[str]) -> None:
    named, viasna = data(*WINDOW, *place), data(*WINDOW, "--definition", "viasna", *place)
    assert (named["definition"], viasna["definition"]) == ("named", "viasna")
    assert ends(named["whole"]["out"])[0] == 2
    low, high = ends(viasna["whole"]["out"])
    assert (low, high) == (0, ends(named["whole"]["out"])[1])
    count = ("count", "--on", "2025-12-12", "--known-by", "2026-01-02", "--definition", "viasna")
    result = CliRunner().invoke(program, [*count, "--json", *place])
    by_day = data("--from", "2025-12-01", "--to", "2025-12-12", "--known-by", "2026-01-02",
                  "--definition", "viasna", *place)["whole"]["inside"]  # fmt: skip
    assert by_day == json.loads(result.stdout)["named"]
    error = run("--definition", "ovd-info-prosecutions", *place).exception
    assert isinstance(error, HabeasError)
    assert error.code == "definition-no-flow"


def test_why_walks_a_flow_and_a_refill_back_to_their_quotes(place: list[str]) -> None:
    figure = "flow:2025-11-01/2025-12-31"
    result = CliRunner().invoke(program, ["why", figure, "known-by:2026-01-02", "--json", *place])
    assert result.exception is None, result.exception
    found = json.loads(result.stdout)
    assert found["figure"] == f"{figure} known-by:2026-01-02"
    whole = found["answer"]["whole"]
    behind = {
        claim
        for tally in (whole["in"]["detained"], whole["in"]["recognised"], whole["out"])
        for change in (*tally["sure"], *tally["possible"])
        for claim in change["claims"]
    }
    assert behind and {one["id"] for one in found["claims"]} == behind
    words = CliRunner().invoke(program, ["why", figure, *place]).stdout
    assert "left: 2 to 3" in words or "left: 2" in words
    assert "«" in words and all(len(line) <= 80 for line in words.splitlines())
    words = CliRunner().invoke(program, ["why", "refill:2025-11-01/2025-12-31", *place]).stdout
    assert "newly recognised, by name: 1" in words
    assert "newly recognised, by reported totals:" in words
    error = CliRunner().invoke(program, ["why", "flow:2025-11-01", *place]).exception
    assert isinstance(error, HabeasError)
    assert error.code == "figure-unknown"
