"""The gate on names: how well the spellings of known people are told apart may rise, not fall unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gate.names import digest, figures, pairs
from tests.gate.names_measure import HALVES, PARTS, baseline

_PINNED = json.loads((Path(__file__).parent / "names-baseline.json").read_text("utf-8"))
_SLACK = 0.003
_UPDATE = "run `python -m tests.gate.names_measure > tests/gate/names-baseline.json` and say why"
_WORSE = {"error": 1, "lost": 1, "f1": -1, "sure": -1, "right": -1, "reached": -1}


@pytest.mark.parametrize("half", HALVES)
def test_the_baseline_is_of_these_people(half: str) -> None:
    assert _PINNED[half]["people"] == digest(odd=HALVES[half]), f"The people changed; {_UPDATE}."


def test_no_figure_gets_worse() -> None:
    found = baseline()
    for half in HALVES:
        for part, words in PARTS.items():
            measured, pinned = found[half][part], _PINNED[half][part]
            assert isinstance(measured, dict)
            for figure, sign in _WORSE.items():
                worse = sign * (measured[figure] - pinned[figure])
                assert worse <= _SLACK, (
                    f"“{figure}” of {words}, {half} half, went from {pinned[figure]} to "
                    f"{measured[figure]}; mend the matcher, or {_UPDATE}."
                )


def test_automatic_verdicts_are_right() -> None:
    for half in HALVES:
        for part in PARTS:
            assert _PINNED[half][part]["right"] >= 0.99
        assert _PINNED[half]["e"]["reached"] >= 0.6
        assert _PINNED[half]["e"]["error"] <= 0.02


def test_pairs_keep_the_halves_apart() -> None:
    for odd in (True, False):
        own = {name for one in figures(odd=odd) for name in one.spellings}
        asked = pairs(odd=odd)
        assert len([one for one in asked if one.same]) > 1_000
        assert len([one for one in asked if not one.same]) > 2_500
        assert all(one.left in own and one.right in own for one in asked)
