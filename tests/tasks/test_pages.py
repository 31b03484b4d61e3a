"""Pages of a printed document: kept in the register, and told with each claim on them."""

import json
from pathlib import Path

import pytest

from habeas.protecting.slots import Passphrase
from habeas.tasks.opening import opened
from tests.cli import registers
from tests.reading.formats import made

FIRST = ["The court sat in Minsk.", "Nothing else is told on this page, but for the weather."]
SECOND = ["On 13 December 2025, 123 political prisoners were released in Belarus."]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = registers.place(tmp_path, monkeypatch)
    registers.started(folder)
    monkeypatch.setenv("HABEAS_REGISTER", "a.habeas")
    (folder / "letter.pdf").write_bytes(made.pdf([FIRST, SECOND]))
    return folder


def test_a_claim_from_a_pdf_tells_its_page_wherever_it_is_shown(place: Path) -> None:
    added = registers.run("add", "letter.pdf", "--published", "2025-12-16", "--json")
    report = json.loads(added.stdout)["report"]["id"]
    shown = json.loads(registers.run("show", report, "--json").stdout)
    assert shown["report"]["pages"] == 2
    assert [claim["page"] for claim in shown["claims"]] == [2]
    assert "page 2" in registers.run("show", report).stdout
    claim = shown["claims"][0]["id"]
    assert ", page 2" in registers.run("show", claim).stdout
    assert ", page 2" in registers.run("why", claim).stdout
    assert ", page 2" in registers.run("review", "--as", "Ann", typed="q\n").output


def test_pages_outlive_a_rebuild(place: Path) -> None:
    registers.run("add", "letter.pdf", "--published", "2025-12-16")
    with opened(place / "a.habeas", Passphrase(registers.WORDS)) as register:
        before = [report.pages for report in register.reports()]
        assert len(before[-1]) == 2
        assert register.rebuild().changed == ()
        assert [report.pages for report in register.reports()] == before


def test_a_report_without_pages_tells_none(place: Path) -> None:
    shown = json.loads(registers.run("show", "c-1", "--json").stdout)
    assert shown["claim"]["page"] is None
    assert shown["claim"]["report"]["pages"] is None
    assert "page" not in registers.run("show", "c-1").stdout
