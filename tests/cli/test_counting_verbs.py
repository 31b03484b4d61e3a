"""`count`, `why`, `find`, `show` and `export`, as they are typed."""

import json
import shlex
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

EVIL = "Viktar\x1b[31m Babaryka was seen in his cell. It is so."


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    accepted = sample.accepted("c-a1", "c-a2", "c-a3", "c-a4", "c-a5", "c-b1", "c-b2")
    folder, keyfile = sample.on_disk(tmp_path, *accepted)
    return ["-r", folder, "--keyfile", keyfile]


def run(*words: str) -> Result:
    return CliRunner().invoke(program, list(words))


def stdout(*words: str) -> str:
    result = run(*words)
    assert result.exception is None, result.exception
    assert all(len(line) <= 80 for line in result.stdout.splitlines() if "habeas why" not in line)
    return result.stdout


def data(*words: str) -> dict[str, Any]:
    result = run(*words)
    assert result.exception is None, result.exception
    return cast(dict[str, Any], json.loads(result.stdout))


def error(*words: str) -> HabeasError:
    result = run(*words)
    assert isinstance(result.exception, HabeasError)
    return result.exception


def test_count_sets_the_named_beside_the_reported(place: list[str]) -> None:
    text = stdout("count", "--on", "2025-12-12", *place)
    assert "NAMED IN ACCEPTED CLAIMS" in text and "REPORTED BY OTHERS" in text
    assert "3 to 4 spellings, not yet people" in text
    assert "Sure: Maria Kalesnikava; Mikalai Statkewitsch; Viktar Babaryka" in text
    assert "Possible: Ales Bialiatski" in text
    assert "about 1,110 (1,083 to 1,137)" in text
    assert "Left out: 2 claims that nobody has reviewed" in text


@pytest.mark.parametrize("width", ["40", "60", "100"])
def test_a_count_and_a_flow_fit_the_terminal(
    place: list[str], monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    printed = stdout_of_any_width("count", "--on", "2025-12-12", "--by", "sex", *place)
    assert "NAMED IN ACCEPTED CLAIMS" in printed and "REPORTED BY OTHERS" in printed
    if int(width) >= 60:
        printed += stdout_of_any_width("flow", *place)
    lines = [line for line in printed.splitlines() if "habeas why" not in line]
    assert max(map(len, lines)) <= int(width)


def stdout_of_any_width(*words: str) -> str:
    result = run(*words)
    assert result.exception is None, result.exception
    return result.stdout


def test_count_in_json_and_why_of_its_figure(place: list[str]) -> None:
    count = data("count", "--on", "2025-12-12", "--json", *place)
    assert (count["low"], count["high"]) == (3, 4)
    tree = data("why", count["figure"], "--json", *place)
    assert [claim["id"] for claim in tree["claims"]] == count["basis"]
    assert tree["answer"] == count


def test_the_line_that_count_prints_can_be_typed(place: list[str]) -> None:
    text = stdout("count", "--on", "2025-12-12", "--known-by", "2025-12-16", *place)
    line = next(line for line in text.splitlines() if line.startswith("Next:"))
    words = shlex.split(line.removeprefix("Next:"))
    assert words[0] == "habeas"
    walked = stdout(*words[1:], *place[2:])
    assert walked.startswith("count:2025-12-12 known-by:2025-12-16 = 3 to 4 spellings")
    walked = " ".join(walked.split())
    assert "3 sure: Maria" in walked and "1 possible: Ales Bialiatski" in walked
    assert "«Maria Kalesnikava was released on Saturday»" in walked
    assert "Made-up Post, published 2025-12-16 (stated by whoever added it)" in walked


def test_contradicting_totals_are_shown_with_both_quotes(place: list[str]) -> None:
    text = " ".join(stdout("count", "--on", "2025-12-16", *place).split())
    assert "Totals of one day that no number satisfies: - of the same people:" in text
    assert "«about 1110 political prisoners are still inside» Made-up Post" in text
    assert "«Noch immer sitzen 1200 politische Gefangene ein» Ausgedachte Zeitung" in text


def test_count_as_recorded(place: list[str]) -> None:
    before = "1970-01-01T23:59:59Z"
    words = ("count", "--on", "2025-12-12", "--recorded-by", before, *place)
    assert data(*words, "--json")["high"] == 0
    assert f"as recorded here by {before}" in " ".join(stdout(*words).split())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--on", "2025-12-14", "--known-by", "2025-12-13"], "day-not-known-yet"),
        (["--on", "14.12.2025"], "day-unreadable"),
        (["--on", "2025-12-14", "--recorded-by", "yesterday"], "instant-unreadable"),
        (["--on", "2025-12-14", "--definition", "nobody"], "definition-unknown"),
        (["--on", "2025-12-14", "--by", "shoes"], "breakdown-unknown"),
    ],
)
def test_counts_that_cannot_be(place: list[str], words: list[str], code: str) -> None:
    wrong = error("count", *words, *place)
    assert (wrong.exit_code, wrong.code) == (2, code)


def test_why_of_an_id_is_what_show_shows(place: list[str]) -> None:
    for name in ("c-a1", "r-a", "c-a5.0"):
        shown = data("show", name, "--json", *place)
        assert data("why", name, "--json", *place) == {"figure": name, **shown}
        assert stdout("why", name, *place) == stdout("show", name, *place)
    assert error("why", "c-zz", *place).exit_code == 2
    assert error("why", "count:soon", *place).code == "day-unreadable"
    assert error("why", "flow:2025", *place).code == "figure-unknown"


def test_find_and_show(place: list[str]) -> None:
    text = stdout("find", "babar", *place)
    assert text.startswith("c-a2.0: Viktar Babaryka [en]\n  a spelling, not yet a person; 2 claims")
    assert "spellings, not yet people" in text
    assert "No name in this register" in stdout("find", "nobody", *place)
    found = data("find", "babar", "--json", *place)
    assert [one["id"] for one in found["spellings"]] == ["c-a2.0"]
    person = stdout("show", "c-a2.0", *place)
    assert "In: 2020-06. Out: 2025-12-13. By: released." in person
    report = stdout("show", "r-a", *place)
    assert "document, text/plain, language en" in report
    assert "Proposed" not in stdout("show", "c-a1", *place)


def test_export_asks_for_private(place: list[str], tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert error("export", out, *place).exit_code == 6
    assert "Wrote 7 claims, 7 reviews and 2 reports" in stdout_of_export(out, place)
    assert error("export", out, "--private", *place).code == "export-exists"


def stdout_of_export(out: str, place: list[str]) -> str:
    result = run("export", out, "--private", *place)
    assert result.exception is None
    return result.stdout


def test_no_escape_of_a_text_reaches_the_terminal(tmp_path: Path) -> None:
    folder, keyfile = sample.on_disk(tmp_path)
    report = sample.report("r-e", EVIL, publisher="Evil\x1b]0;title\x07")
    name = "Viktar\x1b[31m Babaryka"
    draft = sample.draft(EVIL, f"{name} was seen", Kind.HELD, name, when="2025-12-01")
    with opened(Path(folder), KeyFile(sample.KEY)) as register:
        told = Proposal(ClaimId("c-e1"), report.id, draft)
        contents: list[Content] = [report, told, *sample.accepted("c-e1")]
        register.put(contents, at=2 * DAY, blobs=sample.blobs(EVIL))
    place = ["-r", folder, "--keyfile", keyfile]
    for words in (
        ["count", "--on", "2025-12-01"],
        ["why", "count:2025-12-01"],
        ["show", "c-e1"],
        ["show", "r-e"],
        ["show", "c-e1.0"],
        ["find", "babaryka"],
        ["review", "--list"],
    ):
        assert "\x1b" not in stdout(*words, *place)
        assert "\x07" not in stdout(*words, *place)
    assert "Viktar\\x1b[31m Babaryka" in stdout("show", "c-e1", *place)


def test_a_crowded_answer_is_cut_and_says_so(tmp_path: Path) -> None:
    folder, keyfile = sample.on_disk(tmp_path)
    names = [f"Person {letter}" for letter in "ABCDEFGHKLMNOP"]
    parts = [f"{name} was taken, and taken again." for name in names]
    parts += [f"In all {number} prisoners sit there." for number in range(900, 908)]
    text = " ".join(parts)
    drafts = [
        sample.draft(text, part, Kind.DETAINED, name, when=day)
        for part, name in zip(parts, names, strict=False)
        for day in ("2025-11-01", "2025-11-05")
    ]
    drafts += [
        sample.draft(text, part, Kind.STOCK_TOTAL, count=part[7:10], when="2025-12-10", part=who)
        for part, who in zip(parts[14:], ["", "women", *[""] * 6], strict=True)
    ]
    report = sample.report("r-c", text, published=None)
    told = [Proposal(ClaimId(f"c-p{n}"), report.id, draft) for n, draft in enumerate(drafts)]
    contents: list[Content] = [report, *told, *sample.accepted(*(one.id for one in told))]
    with opened(Path(folder), KeyFile(sample.KEY)) as register:
        register.put(contents, at=2 * DAY, blobs=sample.blobs(text))
    place = ["-r", folder, "--keyfile", keyfile]
    words = " ".join(stdout("count", "--on", "2025-12-10", *place).split())
    assert "; and 2 more (--json)" in words
    assert "and 2 more totals (--json)" in words
    assert "Questions the claims leave open: - “detained” (2025-11-01, c-p0)" in words
    assert "and 9 more (--json)" in words
    known = " ".join(
        stdout("count", "--on", "2025-12-10", "--known-by", "2025-12-31", *place).split()
    )
    assert "Left out: 36 accepted claims of reports whose day nobody knows." in known
    whole = data("count", "--on", "2025-12-10", "--json", *place)
    assert (whole["low"], whole["high"], len(whole["issues"])) == (14, 14, 14)
    assert len(whole["reported"]) == 8 and whole["contradictions"]
    assert whole["reported"][-1]["part"] == "women"
    shown = stdout("show", "r-c", *place)
    assert "on an unknown day (not known)" in " ".join(shown.split())
    assert "  ? “detained”" in stdout("show", "c-p0.0", *place)
