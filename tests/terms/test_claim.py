"""What a claim refuses, and what it hands on."""

import pytest
from hypothesis import given

from habeas.errors import MistakeError
from habeas.terms.claim import FACTUAL, Argument, Claim, Modality, Said
from habeas.terms.kind import TOTALS, Kind
from tests.strategies import claims


@pytest.mark.parametrize("kind", sorted(TOTALS))
def test_a_total_needs_a_number(kind: Kind) -> None:
    with pytest.raises(MistakeError) as caught:
        Said(kind)
    assert caught.value.code == "total-without-number"


@given(claims())
def test_a_claim_says_what_its_draft_says(claim: Claim) -> None:
    assert claim.said == claim.draft.said
    assert claim.quote == claim.draft.quote


def test_an_argument_without_a_place_is_inferred() -> None:
    assert Argument("Viasna").inferred
    assert not Argument("Viasna", 0, 6).inferred


def test_plans_and_hearsay_are_not_factual() -> None:
    assert {Modality.ASSERTED, Modality.REPORTED} == FACTUAL
