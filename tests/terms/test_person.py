"""What a verdict refuses, and how a mention is named."""

import pytest

from habeas.errors import MistakeError
from habeas.terms.ids import ClaimId, MentionId, VerdictId
from habeas.terms.person import Judgement, Verdict, mention_id

ONE, OTHER = MentionId("c-1.0"), MentionId("c-2.0")


def test_a_mention_is_named_after_its_claim_and_place() -> None:
    assert mention_id(ClaimId("c-1"), 0) == ONE


@pytest.mark.parametrize(
    ("left", "right", "judge", "code"),
    [(ONE, ONE, "A", "verdict-on-one"), (ONE, OTHER, " ", "judge-missing")],
)
def test_a_verdict_is_refused(left: MentionId, right: MentionId, judge: str, code: str) -> None:
    with pytest.raises(MistakeError) as caught:
        Verdict(VerdictId("j-1"), left, right, Judgement.SAME, judge)
    assert caught.value.code == code
