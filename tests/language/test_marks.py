"""Marks: hyphens that stay, and letters that were passed on, in whatever language."""

from __future__ import annotations

import pytest

from habeas.language.marks import forwarded, hung


@pytest.mark.parametrize("line", ["und Strafhaft", "oraz areszt", "или ареста", "або арешту"])
def test_a_hyphen_stays_before_a_joining_word(line: str) -> None:
    assert hung().match(line)


@pytest.mark.parametrize("line", ["undenkbar", "Und", "haft"])
def test_it_goes_before_the_rest_of_a_word(line: str) -> None:
    assert hung().match(line) is None


@pytest.mark.parametrize(
    "title", ["Fwd: list", "FW: list", "WG: Liste", "PD: lista", "Пер: список"]
)
def test_a_subject_says_that_a_letter_was_passed_on(title: str) -> None:
    assert forwarded().match(title)


@pytest.mark.parametrize("mark", ["Forwarded message", "Weitergeleitete Nachricht", "Persiųsta"])
def test_so_does_a_line_of_dashes(mark: str) -> None:
    assert forwarded().match(f"See below.\n\n---------- {mark} ----------\nDear all")
    assert forwarded().match(f"See below: {mark}") is None
