"""Deciding about claims: one by one, in a batch, and taking a decision back.

Decides what is written for each decision. What may not be accepted unread is for `harm`. Laws: every
decision bears a reviewer's name; a claim itself never changes; a batch says of each review that it was
made unread; undoing a review leaves the register as if it had not been given, but for the log.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.harm import Harm, reasons
from habeas.tasks.ids import new_id
from habeas.terms.claim import Claim, Draft, Tier
from habeas.terms.ids import ClaimId, ReportId, ReviewId, WithdrawalId
from habeas.terms.review import Decision, Review, Withdrawal


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch came to: how many claims were accepted unread, and how many left out, and why."""

    accepted: int
    left_out: Mapping[Harm, int]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a reviewer decides about a claim; `amended` with the decision “amended”, and only then."""

    decision: Decision
    reviewer: str
    reason: str = ""
    amended: Draft | None = None


def queue(
    register: Register,
    *,
    report: ReportId | None = None,
    tier: Tier | None = None,
    unsure: bool = False,
) -> Iterator[Claim]:
    """Claims to be reviewed, in the order of the log.

    Args:
        register: An open register.
        report: Only claims of this report.
        tier: Only claims of this tier.
        unsure: Claims that a reviewer was unsure about, instead of those nobody has reviewed.
    """
    if report is not None:
        register.report(report)
    for claim in _waiting(register, report, unsure):
        if tier is None or claim.draft.tier is tier:
            yield claim


def decide(register: Register, claim: ClaimId, ruling: Ruling, *, at: int) -> Review:
    """Write one decision; the review that is now in force.

    Raises:
        MistakeError: there is no reviewer, no reason for a rejection, or no amended claim to amend by.
    """
    review = Review(
        ReviewId(new_id("v")),
        claim,
        ruling.decision,
        ruling.reviewer.strip(),
        ruling.reason.strip(),
        ruling.amended,
    )
    register.put([review], at=at)
    return review


def undo(register: Register, review: ReviewId, by: str, *, at: int, reason: str = "") -> Withdrawal:
    """Take one review back.

    Raises:
        MistakeError: there is no such review, it was taken back before, or no name is given.
    """
    if not review.startswith("v-"):
        raise MistakeError(
            f"“{review}” is not the id of a review (v-…); `habeas show CLAIM` prints them.",
            code="id-unknown",
        )
    withdrawal = Withdrawal(WithdrawalId(new_id("w")), review, by.strip(), reason.strip())
    register.put([withdrawal], at=at)
    return withdrawal


def accept_unread(
    register: Register, tier: Tier, reviewer: str, *, at: int, report: ReportId | None = None
) -> Batch:
    """Accept all unreviewed claims of a tier that can do no harm, in one transaction.

    Raises:
        MistakeError: there is no reviewer, or the tier asks for a human eye.
    """
    if tier is not Tier.LIKELY:
        raise MistakeError(
            "Only claims of tier “likely” may be accepted in a batch; review the others one by one.",
            code="batch-tier",
        )
    reviews: list[Review] = []
    left_out: Counter[Harm] = Counter()
    for claim, reason in reasons(register, queue(register, report=report, tier=tier)):
        if reason is not None:
            left_out[reason] += 1
            continue
        name = ReviewId(new_id("v"))
        reviews.append(Review(name, claim.id, Decision.ACCEPTED, reviewer.strip(), unread=True))
    if not reviewer.strip():
        raise MistakeError("A review needs the name of its reviewer.", code="reviewer-missing")
    if reviews:
        register.put(reviews, at=at)
    return Batch(len(reviews), dict(sorted(left_out.items())))


def _waiting(register: Register, report: ReportId | None, unsure: bool) -> Iterator[Claim]:
    if unsure or report is not None:
        for one in register.claims(report=report):
            doubted = one.review is not None and one.review.decision is Decision.UNSURE
            if doubted if unsure else one.review is None:
                yield one.claim
        return
    yield from register.unreviewed()
