"""Exports: private, whole, harmless to open."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.errors import MistakeError, PolicyError, RegisterError
from habeas.register.register import Register
from habeas.tasks.amend import amended
from habeas.tasks.export import Exported, cell, export
from habeas.tasks.review import Ruling, decide, undo
from habeas.terms.entry import Proposal
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.review import Decision
from tests import sample
from tests.sample import DAY, POST, ZEITUNG

FILES = {f"{name}.{end}" for name in ("claims", "reviews", "reports") for end in ("csv", "jsonl")}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with sample.register(tmp_path / "test.habeas", *sample.accepted("c-a1", "c-n1")) as made:
        yield made


def everything(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())


def test_an_export_says_that_it_is_private(register: Register, tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        export(register, tmp_path / "out", private=False)
    assert (caught.value.exit_code, caught.value.code) == (6, "export-not-private")
    assert not (tmp_path / "out").exists()


def test_notes_and_calls_stay(register: Register, tmp_path: Path) -> None:
    done = export(register, tmp_path / "out", private=True)
    assert done == Exported(reports=2, claims=7, reviews=1, held_back=1)
    assert {file.name for file in (tmp_path / "out").iterdir()} == FILES
    assert "Pushkin" not in everything(tmp_path / "out")
    whole = export(register, tmp_path / "all", private=True, with_notes=True)
    assert whole == Exported(reports=3, claims=9, reviews=2, held_back=0)
    assert "Pushkin" in everything(tmp_path / "all")


def test_lines_and_cells_tell_the_same(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path / "out", private=True)
    lines = (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [json.loads(line) for line in lines]
    with (tmp_path / "out" / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [claim["id"] for claim in claims]
    assert claims[0]["state"] == "accepted" and rows[1]["state"] == "unreviewed"
    assert (rows[0]["persons"], rows[0]["when_latest"]) == ("Maria Kalesnikava", "2025-12-13")
    assert rows[0]["quote_text"] == "Maria Kalesnikava was released on Saturday"
    assert (rows[0]["count_low"], rows[2]["count_low"]) == ("", "1083")
    for claim in claims:
        text = POST if claim["report"] == "r-a" else ZEITUNG
        quote = claim["quote"]
        assert text[quote["start"] : quote["stop"]] == quote["text"]


def test_a_withdrawn_review_stays_and_so_does_its_reason(
    register: Register, tmp_path: Path
) -> None:
    claim = ClaimId("c-a3")
    taken_back = decide(
        register, claim, Ruling(Decision.REJECTED, "Ann", "her sister", None), at=DAY
    )
    decide(register, claim, Ruling(Decision.REJECTED, "Ann", "another woman", None), at=DAY)
    before = export(register, tmp_path / "before", private=True)
    assert "her sister" in everything(tmp_path / "before")
    undo(register, taken_back.id, "Ann", at=DAY, reason="a slip of mine")
    after = export(register, tmp_path / "after", private=True)
    assert after.reviews == before.reviews - 1
    told = everything(tmp_path / "after")
    assert "another woman" in told
    assert "her sister" not in told and "a slip of mine" not in told


def test_what_a_reviewer_emptied_is_gone_from_the_claim(register: Register, tmp_path: Path) -> None:
    claim = ClaimId("c-a3")
    proposed = amended(register.claim(claim).claim.draft, {"note": "a slip"})
    decide(register, claim, Ruling(Decision.AMENDED, "Ann", "", proposed), at=DAY)
    emptied = amended(proposed, {"note": "-", "place": "Minsk"})
    decide(register, claim, Ruling(Decision.AMENDED, "Ann", "", emptied), at=DAY)
    wrong = ClaimId("c-a1")
    nobody = amended(register.claim(wrong).claim.draft, {"persons": "-"})
    decide(register, wrong, Ruling(Decision.AMENDED, "Ann", "", nobody), at=DAY)
    export(register, tmp_path / "out", private=True)
    lines = (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    claims = {one["id"]: one for one in map(json.loads, lines)}
    assert "note" not in claims["c-a3"] and claims["c-a3"]["place"] == "Minsk"
    assert not claims["c-a1"].get("persons") and "persons" not in claims["c-a1"].get("spans", {})
    assert claims["c-a1"]["proposed"]["persons"] == ["Maria Kalesnikava"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u00a0@", "\uff1d"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert cell(f"{start}1+1") == f"'{start}1+1"
    assert cell(-1) == "'-1"
    assert cell("a=b") == "a=b"
    assert cell(None) == ""
    assert cell([f"{start}1", "b"]) == f"'{start}1; b"
    assert cell(["b", f"{start}1"]) == (f"b;' {start}1" if not start.isspace() else f"b; {start}1")


def test_what_is_there_is_never_touched(register: Register, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(MistakeError):
        export(register, tmp_path / "out", private=True)
    with pytest.raises(RegisterError):
        export(register, tmp_path / "missing" / "out", private=True)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out", "test.habeas"]


def test_only_the_owner_can_read_it(register: Register, tmp_path: Path) -> None:
    export(register, tmp_path / "out", private=True)
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    assert (tmp_path / "out" / "claims.csv").stat().st_mode & 0o077 == 0


def test_no_formula_where_cells_are_parted_at_semicolons(tmp_path: Path) -> None:
    words = "Ann;=1+1 said that it is so."
    said = sample.draft(words, "Ann;=1+1 said", Kind.RELEASED, "Ann;=1+1")
    with sample.register(tmp_path / "one.habeas") as register:
        register.put(
            [sample.report("r-x", words), Proposal(ClaimId("c-x"), ReportId("r-x"), said)],
            at=sample.DAY,
            blobs=sample.blobs(words),
        )
        export(register, tmp_path / "out", private=True)
    text = (tmp_path / "out" / "claims.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert "Ann;'=1+1" in text
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith("=")]
