"""Which reports are held back: notes, calls, sealed ones; a note is one, also if it came as a file."""

from dataclasses import replace
from pathlib import Path

import pytest

from habeas.tasks.withheld import NOTES, held_back
from habeas.terms.ids import ReportId
from habeas.terms.report import Medium, Report, Sensitivity
from tests import sample

PAPER = sample.report("r-x", "Text.")
PUBLIC, SEALED = Sensitivity.PUBLIC, Sensitivity.SEALED


@pytest.mark.parametrize(
    ("report", "held"),
    [
        (PAPER, False),
        (replace(PAPER, sensitivity=PUBLIC), False),
        (replace(PAPER, sensitivity=SEALED), True),
        (replace(PAPER, medium=Medium.NOTE), True),
        (replace(PAPER, medium=Medium.CALL), True),
        (replace(PAPER, medium=Medium.NOTE, sensitivity=PUBLIC), False),
        (replace(PAPER, medium=Medium.NOTE, sensitivity=SEALED), True),
        (replace(PAPER, media_type=NOTES), True),
        (replace(PAPER, media_type=NOTES, sensitivity=PUBLIC), False),
    ],
)
def test_which_reports_are_held_back(tmp_path: Path, report: Report, held: bool) -> None:
    with sample.register(tmp_path / "a.habeas") as register:
        assert held_back(register, report) is held


def test_a_report_of_the_sample_is_no_secret(tmp_path: Path) -> None:
    with sample.register(tmp_path / "a.habeas") as register:
        assert not held_back(register, register.report(ReportId("r-a")))
