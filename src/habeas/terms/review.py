"""`Review`: what a named person decided about a claim; and `Withdrawal`, which takes a thing back.

Decides which decisions make a claim count. Laws: nothing unreviewed is ever counted; the latest
review that was not withdrawn decides; a claim itself never changes, an amended one is counted with
the review's draft in place of its own.
"""

from dataclasses import dataclass
from enum import StrEnum

from habeas.errors import MistakeError
from habeas.terms.claim import Draft
from habeas.terms.ids import AsideId, ClaimId, ReviewId, VerdictId, WithdrawalId


class Decision(StrEnum):
    """What a reviewer may decide. `unsure` leaves the claim for another pair of eyes."""

    ACCEPTED = "accepted"
    AMENDED = "amended"
    REJECTED = "rejected"
    UNSURE = "unsure"


COUNTED = frozenset({Decision.ACCEPTED, Decision.AMENDED})
"""Decisions after which a claim is counted."""


@dataclass(frozen=True, slots=True)
class Review:
    """One decision on one claim, by a named reviewer.

    `amended` is the claim as the reviewer would have it; only with `amended`, and always then.
    `unread` marks a decision taken in a batch, without the claim having been looked at.
    """

    id: ReviewId
    claim: ClaimId
    decision: Decision
    reviewer: str
    reason: str = ""
    amended: Draft | None = None
    unread: bool = False
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse a review without a reviewer, a rejection without a reason, a wrong `amended`."""
        if not self.reviewer.strip():
            raise MistakeError("A review needs the name of its reviewer.", code="reviewer-missing")
        if self.decision is Decision.REJECTED and not self.reason.strip():
            raise MistakeError("A rejection needs a reason.", code="reason-missing")
        if (self.amended is not None) != (self.decision is Decision.AMENDED):
            raise MistakeError(
                "An amended claim is given with the decision “amended”, and only then.",
                code="amendment-wrong",
            )


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Takes back one review, verdict or setting aside, which stays in the log without any effect."""

    id: WithdrawalId
    target: ReviewId | VerdictId | AsideId
    by: str
    reason: str = ""
    recorded_at: int = 0
