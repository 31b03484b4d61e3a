"""`Ground`: a claim with its quote in context, its reviews and the report it stands in.

Decides what is shown of one claim, by `why`, `show` and `review` alike. Law: the words of a ground are
the words of its report's text at its quote's place; if they are not, the walk stops with an error.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.errors import IntegrityError
from habeas.register.register import Register
from habeas.tasks.context import Context, context
from habeas.terms.claim import Claim
from habeas.terms.ids import ClaimId
from habeas.terms.report import Report
from habeas.terms.review import Review


@dataclass(frozen=True, slots=True)
class Ground:
    """`claim` as it counts (amended words, where it was amended); `review` the one in force."""

    claim: Claim
    review: Review | None
    context: Context
    report: Report


def ground(register: Register, claim: Claim, review: Review | None) -> Ground:
    """What stands behind one claim.

    Raises:
        IntegrityError: its quote does not stand in its report's text.
    """
    text = register.text(claim.report)
    if not claim.quote.stands_in(text):
        raise IntegrityError(
            f"The quote of claim {claim.id} does not stand in the text of report {claim.report}; "
            "run `habeas verify`, and restore a backup.",
            code="quote-astray",
        )
    return Ground(claim, review, context(text, claim.quote), register.report(claim.report))


def grounds(register: Register, claims: Iterable[Claim]) -> dict[ClaimId, Ground]:
    """What stands behind each claim, with the review that is in force now."""
    return {claim.id: ground(register, claim, register.claim(claim.id).review) for claim in claims}
