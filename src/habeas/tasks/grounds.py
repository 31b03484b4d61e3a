"""`Ground`: a claim with its quote in context, its review and the report it stands in.

Decides what is shown of one claim, by `why`, `show` and `review` alike. Law: the words of a ground are
the words of its report's text at its quote's place; if they are not, the walk stops with an error.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.errors import IntegrityError
from habeas.register.register import Register
from habeas.tasks.context import Context, context
from habeas.terms.claim import Claim
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.report import Report
from habeas.terms.review import COUNTED, Review

_FEW = 100
"""Claims up to which each review is looked up alone; for more, all claims are gone through once."""


@dataclass(frozen=True, slots=True)
class Ground:
    """`claim` as it counts (amended words, where it was amended); `review` the one that decides."""

    claim: Claim
    review: Review | None
    context: Context
    report: Report


def ground(register: Register, claim: Claim, review: Review | None) -> Ground:
    """What stands behind one claim.

    Raises:
        IntegrityError: its quote does not stand in its report's text.
    """
    return grounds(register, [claim], {claim.id: review})[claim.id]


def grounds(
    register: Register, claims: Iterable[Claim], reviews: Mapping[ClaimId, Review | None]
) -> dict[ClaimId, Ground]:
    """What stands behind each claim, with the review given for it.

    Raises:
        IntegrityError: a quote does not stand in its report's text.
    """
    texts: dict[ReportId, str] = {}
    reports: dict[ReportId, Report] = {}
    found: dict[ClaimId, Ground] = {}
    for claim in claims:
        if claim.report not in texts:
            texts[claim.report] = register.text(claim.report)
            reports[claim.report] = register.report(claim.report)
        text, report = texts[claim.report], reports[claim.report]
        _check(claim, text)
        review = reviews.get(claim.id)
        found[claim.id] = Ground(claim, review, context(text, claim.quote), report)
    return found


def reviews_of(
    register: Register, claims: Sequence[Claim], recorded_by: int | None
) -> dict[ClaimId, Review | None]:
    """The review that decides about each claim that counts, now or as recorded by an instant."""
    if recorded_by is not None:
        return {claim.id: _counting(register.reviews(claim.id), recorded_by) for claim in claims}
    if len(claims) <= _FEW:
        return {claim.id: register.claim(claim.id).review for claim in claims}
    return {one.claim.id: one.review for one in register.claims()}


def _counting(reviews: Sequence[Review], recorded_by: int) -> Review | None:
    """The last review of those that let the claim count at that instant."""
    then = [one for one in reviews if one.recorded_at <= recorded_by and one.decision in COUNTED]
    return then[-1] if then else None


def _check(claim: Claim, text: str) -> None:
    if not claim.quote.stands_in(text):
        raise IntegrityError(
            f"The quote of claim {claim.id} does not stand in the text of report {claim.report}; "
            "run `habeas verify`, and restore a backup.",
            code="quote-astray",
        )
