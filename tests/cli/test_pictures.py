"""Pictures of a register: what a note or a sealed report told is not drawn into a file by default."""

from dataclasses import replace
from pathlib import Path

import pytest

from habeas.errors import HabeasError
from habeas.protecting.slots import KeyFile
from habeas.tasks.opening import opened
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId
from habeas.terms.kind import Kind
from habeas.terms.report import Medium, Sensitivity
from tests import sample
from tests.cli.registers import run
from tests.sample import DAY

TOLD = "Kanarejka the guard counts 1,477 political prisoners inside. So it is."
OPEN = "Viasna counts 1,452 political prisoners inside. So it is."
DRAWN = ("kanarej", "1477", "1,477")
COUNT = ("count", "--on", "2025-11-30", "--plot", "drawn.svg")
CORRIDOR = ("reconcile", "--definition", "viasna", "--plot", "drawn.svg")
CARDS = ("reconcile", "--cards", "drawn.svg")


def _desk(folder: Path, *, medium: Medium, sensitivity: Sensitivity) -> list[str]:
    place, keyfile = sample.on_disk(folder)
    contents: list[Content] = []
    for number, text in enumerate((TOLD, OPEN)):
        words = text.partition(".")[0]
        made = sample.draft(
            text,
            words,
            Kind.STOCK_TOTAL,
            when="2025-11-30",
            count=words.split("counts ")[1].split()[0].replace(",", ""),
            source="Kanarejka" if number == 0 else "Viasna",
            population="political prisoners",
        )
        report = sample.report(f"r-t{number}", text, published="2025-12-01")
        if number == 0:
            report = replace(report, medium=medium, sensitivity=sensitivity)
        claim = ClaimId(f"c-t{number}")
        contents += [report, Proposal(claim, report.id, made), *sample.accepted(claim)]
    with opened(Path(place), KeyFile(sample.KEY)) as register:
        register.put(contents, at=2 * DAY, blobs=sample.blobs(TOLD, OPEN))
    return ["-r", place, "--keyfile", keyfile]


def _written() -> str:
    return "".join(file.read_text("utf-8") for file in Path.cwd().glob("drawn*")).casefold()


@pytest.mark.parametrize(
    ("medium", "sensitivity"),
    [
        (Medium.NOTE, Sensitivity.RESTRICTED),
        (Medium.CALL, Sensitivity.RESTRICTED),
        (Medium.DOCUMENT, Sensitivity.SEALED),
    ],
)
@pytest.mark.parametrize("words", [COUNT, CORRIDOR])
def test_what_a_report_held_back_told_is_not_drawn(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    medium: Medium,
    sensitivity: Sensitivity,
) -> None:
    monkeypatch.chdir(tmp_path)
    place = _desk(tmp_path, medium=medium, sensitivity=sensitivity)
    result = run(*words, *place)
    assert result.exception is None, result.exception
    assert "leaves out what report r-t0 told" in result.stderr and "anarej" not in result.stderr
    assert "1452" in _written()
    assert not any(sign in _written() for sign in DRAWN)
    for file in tmp_path.glob("drawn*"):
        file.unlink()
    assert run(*words, "--private", *place).exception is None
    assert any(sign in _written() for sign in DRAWN)
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("drawn*")} == {0o600}


def test_a_corridor_of_nothing_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = _desk(tmp_path, medium=Medium.NOTE, sensitivity=Sensitivity.RESTRICTED)
    only = "political prisoners, as Kanarejka counts"
    error = run("reconcile", "--definition", only, "--plot", "drawn.svg", *place).exception
    assert isinstance(error, HabeasError), error
    assert (error.exit_code, error.code) == (6, "picture-withheld")
    assert "r-t0" in error.sentence and "anarej" not in error.sentence
    assert _written() == ""


@pytest.mark.parametrize("words", [COUNT, CORRIDOR])
def test_what_anybody_may_know_is_drawn_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    place = _desk(tmp_path, medium=Medium.NOTE, sensitivity=Sensitivity.PUBLIC)
    assert run(*words, *place).exception is None
    assert _written() != ""


def test_cards_write_quotes_of_a_register_only_if_they_are_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = _desk(tmp_path, medium=Medium.DOCUMENT, sensitivity=Sensitivity.RESTRICTED)
    error = run(*CARDS, *place).exception
    assert isinstance(error, HabeasError)
    assert (error.exit_code, error.code) == (6, "cards-not-private")
    assert _written() == ""
    assert run(*CARDS, "--private", *place).exception is None
    assert _written() != ""
