"""The gate on quality: what the reader finds on the labelled pages may rise, and may not fall unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.terms.claim import Tier
from tests.gate.measure import SETS, read, scores
from tests.gate.pages import blind_pages, labelled_pages
from tests.gate.scoring import KINDS, Score, score

_BASELINE = json.loads((Path(__file__).parent / "baseline.json").read_text("utf-8"))
_POINT = 0.01
_UPDATE = "run `python -m tests.gate.measure > tests/gate/baseline.json` and say why in the commit"


@pytest.mark.parametrize("name", SETS)
def test_the_baseline_is_of_these_pages(name: str) -> None:
    _, digest = SETS[name]
    assert _BASELINE["sets"][name]["pages"] == digest(), f"The labelled pages changed; {_UPDATE}."


@pytest.mark.parametrize("name", SETS)
def test_no_language_loses_more_than_a_point(name: str) -> None:
    pages, _ = SETS[name]
    found = scores(pages())
    assert set(found) == set(_BASELINE["sets"][name]["scores"])
    for language, pinned in _BASELINE["sets"][name]["scores"].items():
        for figure, before in pinned.items():
            measured = getattr(found[language], figure)
            assert measured >= before - _POINT, (
                f"{figure} of {language} on the {name} pages fell from {before:.3f} to "
                f"{measured:.3f}; mend the reader, or {_UPDATE}."
            )


def test_a_page_without_a_claim_has_none() -> None:
    empty = [page for page in (*labelled_pages(), *blind_pages(odd=True)) if not page.labels]
    assert len(empty) > 2
    for page in empty:
        assert [draft for draft in read(page) if draft.said.kind != "other"] == [], page.id


def test_likely_drafts_are_right() -> None:
    for pages, least in ((labelled_pages(), 30), (blind_pages(odd=True), 12)):
        total = Score()
        for page in pages:
            total += score(page, [draft for draft in read(page) if draft.tier is Tier.LIKELY])
        assert total.right >= least
        assert total.precision >= 0.92


def test_labels_stand_in_their_texts() -> None:
    for page in labelled_pages():
        for label in page.labels:
            assert label.kind in KINDS
            assert 0 <= label.quote[0] < label.quote[1] <= len(page.text)
