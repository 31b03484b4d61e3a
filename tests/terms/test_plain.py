"""Laws of the plain shape: a draft comes back, and the command-line contract's keys are there."""

import json

import pytest
from hypothesis import given

from habeas.errors import MistakeError
from habeas.terms.claim import Draft
from habeas.terms.plain import draft_from, plain, plain_when, when_from, with_gaps
from habeas.terms.when import When
from tests.strategies import drafts, whens

CONTRACT = [
    "kind",
    "persons",
    "count",
    "when",
    "place",
    "destination",
    "actor",
    "terms",
    "penalty",
    "population",
    "source",
    "modality",
    "tier",
    "quote",
]


@given(drafts())
def test_a_draft_comes_back(draft: Draft) -> None:
    assert draft_from(plain(draft)) == draft


@given(drafts())
def test_a_draft_comes_back_from_json(draft: Draft) -> None:
    assert draft_from(json.loads(json.dumps(with_gaps(plain(draft))))) == draft


@given(drafts())
def test_every_key_of_the_contract_is_there(draft: Draft) -> None:
    values = with_gaps(plain(draft))
    assert set(CONTRACT) <= set(values)
    assert all(value not in ("", {}) for value in values.values())


@given(drafts())
def test_nothing_empty_is_written(draft: Draft) -> None:
    assert all(value not in (None, "", [], {}) for value in plain(draft).values())


@given(whens())
def test_a_when_comes_back(when: When) -> None:
    assert when_from(plain_when(when)) == when


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"kind": "released"},
        {"kind": "freed", "quote": {"start": 0, "stop": 1, "text": "x"}},
        {"kind": "released", "quote": {"start": 0, "text": "x"}},
        {"kind": "released", "quote": "x"},
        {
            "kind": "released",
            "persons": ["A"],
            "spans": {"persons": [[0, 1], [2, 3]]},
            "quote": {"start": 0, "stop": 1, "text": "x"},
        },
    ],
)
def test_what_is_no_draft_is_a_mistake(values: dict[str, object]) -> None:
    with pytest.raises(MistakeError) as caught:
        draft_from(values)
    assert caught.value.code == "claim-unreadable"
