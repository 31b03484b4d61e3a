"""`habeas count --definition`, once and twice, and `--by`."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.counting.parts import FIELDS
from habeas.protecting.slots import KeyFile
from habeas.tasks.opening import opened
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId
from habeas.terms.kind import Kind
from tests import sample
from tests.sample import DAY

TEXT = (
    "Viasna recognised Viktar Babaryka as a political prisoner. Maria Kalesnikava was recognised, "
    "too. Viktar Babaryka was sentenced to 14 years."
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    accepted = sample.accepted("c-a1", "c-a2", "c-a3", "c-a5", "c-b1", "c-b2")
    folder, keyfile = sample.on_disk(tmp_path, *accepted)
    one, two, three = TEXT.split(". ")
    drafts = [
        sample.draft(
            TEXT, one, Kind.RECOGNISED, "Viktar Babaryka", when="2020-06-30", source="Viasna"
        ),
        sample.draft(TEXT, two, Kind.RECOGNISED, "Maria Kalesnikava", when="2020-10"),
        sample.draft(TEXT, three, Kind.SENTENCED, "Viktar Babaryka", when="2021-07-06"),
    ]
    report = sample.report("r-v", TEXT, published="2025-12-16", publisher="Memorial")
    told = [Proposal(ClaimId(f"c-v{n}"), report.id, draft) for n, draft in enumerate(drafts)]
    contents: list[Content] = [report, *told, *sample.accepted("c-v0", "c-v1", "c-v2")]
    with opened(Path(folder), KeyFile(sample.KEY)) as register:
        register.put(contents, at=2 * DAY, blobs=sample.blobs(TEXT))
    return ["-r", folder, "--keyfile", keyfile]


def run(*words: str) -> Result:
    result = CliRunner().invoke(program, list(words))
    assert result.exception is None, result.exception
    return result


def data(*words: str) -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(run(*words, "--json").stdout))


ON = ("count", "--on", "2025-12-12", "--known-by", "2025-12-31")


def test_the_same_people_by_whose_list(place: list[str]) -> None:
    found = data(*ON, "--definition", "viasna", *place)
    assert (found["low"], found["high"], found["definition"]) == (1, 3, "viasna")
    assert [one["name"] for one in found["people"]["sure"]] == ["Viktar Babaryka"]
    assert "c-v0" in found["people"]["sure"][0]["claims"]
    assert {one["rule"] for one in found["people"]["possible"]} == {"recognition-untold"}
    assert found["figure"].endswith("definition:viasna")
    walk = data("why", found["figure"], *place)
    assert walk["answer"] == found
    memorial = data(*ON, "--definition", "memorial", *place)
    assert [one["name"] for one in memorial["people"]["sure"]] == ["Maria Kalesnikava"]


def test_prosecutions_are_another_unit(place: list[str]) -> None:
    found = data(*ON, "--definition", "ovd-info-prosecutions", *place)
    assert found["what"] == "prosecutions begun by the end of the day"
    assert found["unit"].startswith("prosecutions of")
    assert (found["low"], found["high"]) == (1, 3)


def test_two_definitions_stand_side_by_side(place: list[str]) -> None:
    words = ("--definition", "named", "--definition", "viasna")
    found = data(*ON, *words, *place)
    assert [(one["definition"], one["low"], one["high"]) for one in found["answers"]] == [
        ("named", 3, 3),
        ("viasna", 1, 3),
    ]
    assert "low" not in found
    text = run(*ON, *words, *place).stdout
    assert all(len(line) <= 80 for line in text.splitlines() if "habeas why" not in line)
    assert "Definitions are never mixed in one number." in text
    assert text.count("NAMED IN ACCEPTED CLAIMS") == 2
    assert text.count("REPORTED BY OTHERS") == 1


@pytest.mark.parametrize("field", FIELDS)
def test_groups_add_up_to_the_whole(place: list[str], field: str) -> None:
    found = data(*ON, "--by", field, *place)
    assert found["by"] == field
    assert sum(one["low"] for one in found["groups"]) == found["low"]
    assert sum(one["high"] for one in found["groups"]) == found["high"]
    text = run(*ON, "--by", field, *place).stdout
    assert text.splitlines()[-1].startswith("Next:")
    assert f"By {field}: named in this register" in text


def test_status_by_what_is_told(place: list[str]) -> None:
    found = data(*ON, "--by", "status", *place)
    groups = {one["group"]: (one["low"], one["high"]) for one in found["groups"]}
    assert groups == {"sentenced": (1, 1), "held, no charge told": (1, 1), "not known": (1, 1)}
    assert found["groups"][-1]["group"] == "not known"
