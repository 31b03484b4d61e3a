"""The gate on quality: what the reader finds on the labelled pages may rise, and may not fall unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.terms.claim import Tier
from tests.gate.measure import read, scores
from tests.gate.pages import digest, labelled_pages
from tests.gate.scoring import KINDS, Score, score

_BASELINE = json.loads((Path(__file__).parent / "baseline.json").read_text("utf-8"))
_POINT = 0.01
_UPDATE = "run `python -m tests.gate.measure > tests/gate/baseline.json` and say why in the commit"


def test_the_baseline_is_of_these_pages() -> None:
    assert _BASELINE["pages"] == digest(), f"The labelled pages have changed; {_UPDATE}."


@pytest.mark.parametrize("figure", ["precision", "recall", "f1"])
def test_no_language_loses_more_than_a_point(figure: str) -> None:
    found = scores()
    assert set(found) == set(_BASELINE["scores"])
    for language, pinned in _BASELINE["scores"].items():
        measured = getattr(found[language], figure)
        assert measured >= pinned[figure] - _POINT, (
            f"{figure} of {language} fell from {pinned[figure]:.3f} to {measured:.3f}; "
            f"mend the reader, or {_UPDATE}."
        )


def test_a_page_without_a_claim_has_none() -> None:
    empty = [page for page in labelled_pages() if not page.labels]
    assert empty
    for page in empty:
        assert read(page) == []


def test_likely_drafts_are_right() -> None:
    total = Score()
    for page in labelled_pages():
        likely = [draft for draft in read(page) if draft.tier is Tier.LIKELY]
        total += score(page, likely)
    assert total.right > 30
    assert total.precision >= 0.92


def test_labels_stand_in_their_texts() -> None:
    for page in labelled_pages():
        for label in page.labels:
            assert label.kind in KINDS
            assert 0 <= label.quote[0] < label.quote[1] <= len(page.text)
