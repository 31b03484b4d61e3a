"""What a review refuses."""

import pytest
from hypothesis import given

from habeas.errors import MistakeError
from habeas.terms.claim import Draft
from habeas.terms.ids import ClaimId, ReviewId
from habeas.terms.review import COUNTED, Decision, Review
from tests.strategies import drafts, reviews


def review(
    decision: Decision, reviewer: str, reason: str = "", amended: Draft | None = None
) -> Review:
    return Review(ReviewId("v-1"), ClaimId("c-1"), decision, reviewer, reason, amended)


@pytest.mark.parametrize(
    ("decision", "reviewer", "reason", "code"),
    [
        (Decision.ACCEPTED, "", "", "reviewer-missing"),
        (Decision.ACCEPTED, " \t", "", "reviewer-missing"),
        (Decision.REJECTED, "A", " ", "reason-missing"),
        (Decision.AMENDED, "A", "", "amendment-wrong"),
    ],
)
def test_a_review_is_refused(decision: Decision, reviewer: str, reason: str, code: str) -> None:
    with pytest.raises(MistakeError) as caught:
        review(decision, reviewer, reason)
    assert caught.value.code == code


@given(drafts())
def test_only_an_amendment_brings_a_draft(draft: Draft) -> None:
    assert review(Decision.AMENDED, "A", amended=draft).amended == draft
    for decision in set(Decision) - {Decision.AMENDED}:
        with pytest.raises(MistakeError):
            review(decision, "A", "a reason", draft)


@given(reviews())
def test_a_review_names_its_reviewer(made: Review) -> None:
    assert made.reviewer.strip()


def test_only_the_accepted_and_the_amended_are_counted() -> None:
    assert {Decision.ACCEPTED, Decision.AMENDED} == COUNTED
