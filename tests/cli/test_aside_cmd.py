"""`habeas aside`: a reviewer's choice, kept, printed beside every result that uses it, taken back."""

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

TEXT = (
    "On that day 1,477 political prisoners were inside. On that day 1,452 political prisoners were "
    "inside. Later 1,400 political prisoners were inside. Then 60 were recognised. Then 52 were freed."
)
WHY = "the annual review corrects it"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Totals of one day that contradict each other, and 52 freed."""
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    folder, keyfile = sample.on_disk(tmp_path, *sample.accepted("c-a1", "c-a2", "c-a5", "c-b1"))
    told = [
        (
            "On that day 1,477 political prisoners were inside",
            Kind.STOCK_TOTAL,
            "2025-11-30",
            "1477",
        ),
        (
            "On that day 1,452 political prisoners were inside",
            Kind.STOCK_TOTAL,
            "2025-11-30",
            "1452",
        ),
        ("Later 1,400 political prisoners were inside", Kind.STOCK_TOTAL, "2025-12-31", "1400"),
        ("Then 60 were recognised", Kind.RECOGNISED, "2025-12-01/2025-12-31", "60"),
        ("Then 52 were freed", Kind.RELEASED, "2025-12-05", "52"),
    ]
    drafts = [
        sample.draft(TEXT, words, kind, when=when, count=count,
                     population="political prisoners" if "political" in words else "")
        for words, kind, when, count in told
    ]  # fmt: skip
    report = sample.report("r-f", TEXT, published="2026-01-25")
    made = [Proposal(ClaimId(f"c-f{n}"), report.id, draft) for n, draft in enumerate(drafts)]
    contents: list[Content] = [report, *made, *sample.accepted(*(one.id for one in made))]
    with opened(Path(folder), KeyFile(sample.KEY)) as register:
        register.put(contents, at=2 * DAY, blobs=sample.blobs(TEXT))
    return ["-r", folder, "--keyfile", keyfile]


def run(*words: str) -> Result:
    return CliRunner().invoke(program, words)


def data(*words: str) -> dict[str, Any]:
    result = run(*words, "--json")
    assert result.exception is None, result.exception
    return cast(dict[str, Any], json.loads(result.stdout))


def code_of(*words: str) -> str:
    error = run(*words).exception
    assert isinstance(error, HabeasError)
    return error.code


def test_a_choice_is_kept_used_printed_and_taken_back(place: list[str]) -> None:
    by_nobody = data("reconcile", *place)
    assert (by_nobody["set_aside"], by_nobody["recorded"]) == (["c-f0"], [])
    kept = data("aside", "c-f1", "--as", "Ann", "--reason", WHY, *place)["set_aside"]
    assert [(one["claim"], one["by"], one["reason"]) for one in kept] == [("c-f1", "Ann", WHY)]
    found = data("reconcile", *place, "--ask", "stock_inside:2025-11-30")
    assert (found["set_aside"], found["recorded"]) == (["c-f1"], kept)
    assert (found["bounds"][0]["low"], found["bounds"][0]["high"]) == (1477, 1477)
    assert [one["claims"] for one in found["conflicts"]] == [["c-f0", "c-f1"]], "shown all the same"
    words = " ".join(run("reconcile", *place).stdout.split())
    assert f"Set aside: the number of c-f1, by Ann: {WHY} ({kept[0]['id']})" in words
    assert "made by no one" not in words
    assert data("aside", "--undo", kept[0]["id"], "--as", "Bo", *place)["set_aside"] == []
    assert data("reconcile", *place)["set_aside"] == ["c-f0"]


def test_count_and_flow_show_it_and_set_it_in_no_contradiction(place: list[str]) -> None:
    day = ("--on", "2025-11-30")
    assert len(data("count", *day, *place)["contradictions"]) == 1
    run("aside", "c-f1", "c-f4", "--as", "Ann", "--reason", WHY, *place)
    found = data("count", *day, *place)
    assert found["contradictions"] == []
    marks = {one["claim"]: one["set_aside"] for one in found["reported"]}
    assert marks["c-f0"] is None and marks["c-f1"]["by"] == "Ann"
    assert f"set aside by Ann: {WHY}" in " ".join(run("count", *day, *place).stdout.split())
    window = ("--from", "2025-12-01", "--to", "2025-12-31")
    marks = {one["claim"]: one["set_aside"] for one in data("flow", *window, *place)["reported"]}
    assert marks["c-f4"]["reason"] == WHY
    assert "set aside by Ann" in " ".join(run("flow", *window, *place).stdout.split())


def test_refill_over_a_register_uses_it_and_takes_a_choice_for_one_run(place: list[str]) -> None:
    window = ("--from", "2025-12-05", "--to", "2025-12-31", *place)
    assert [one["id"] for one in data("refill", *window)["freed"]] == ["c-f4"]
    run("aside", "c-f4", "--as", "Ann", "--reason", WHY, *place)
    found = data("refill", *window)
    assert [one["id"] for one in found["freed"]] == ["named"]
    assert found["totals"]["recorded"] == [], (
        "by the definition of the stocks, nothing is set aside"
    )
    other = data("refill", *window, "--set-aside", "c-f1", "--assume", "left_prison<=2")
    assert [one["id"] for one in other["freed"]] == ["c-f4"]
    assert other["totals"]["set_aside"] == ["c-f1"]
    assert other["totals"]["assumptions"] == ["assumed: left_prison at most 2 a day"]


def test_what_cannot_be_set_aside_is_refused_with_a_sentence(place: list[str]) -> None:
    named = ("--as", "Ann", "--reason", WHY, *place)
    assert code_of("aside", "c-a1", *named) == "aside-no-number"
    assert code_of("aside", "c-none", *named) == "claim-unknown"
    assert code_of("aside", "c-f1", *place) == "reviewer-missing"
    assert code_of("aside", "c-f1", "--as", "Ann", *place) == "reason-missing"
    assert code_of("aside", "c-f1", "--undo", "a-1", *named) == "aside-both"
    assert code_of("aside", "--undo", "a-none", *named) == "aside-unknown"
    run("aside", "c-f1", *named)
    assert code_of("aside", "c-f1", *named) == "aside-already"
    assert run("aside", *place).stdout.startswith("Set aside: the number of c-f1")


def test_list_asks_for_the_list_and_is_no_claim(place: list[str]) -> None:
    assert run("aside", "list", *place).stdout == "Nothing is set aside.\n"
    run("aside", "c-f1", "--as", "Ann", "--reason", WHY, *place)
    assert run("aside", "list", *place).stdout == run("aside", *place).stdout
    assert [one["claim"] for one in data("aside", "list", *place)["set_aside"]] == ["c-f1"]
