"""`Ground`: a claim with its quote in context, its review and the report it stands in.

Decides what is shown of one claim, by `why`, `show` and `review` alike. Law: the words of a ground are
the words of its report's text at its quote's place; if they are not, the walk stops with an error.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.errors import IntegrityError
from habeas.register.register import Register
from habeas.tasks.context import Context, borders, context
from habeas.terms.claim import Claim
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.report import Report
from habeas.terms.review import Review

_FEW = 100
"""Claims up to which each review is looked up alone; for more, all claims are gone through once."""


@dataclass(frozen=True, slots=True)
class Ground:
    """`claim` as it counts (amended words, where it was amended); `review` the one that decides."""

    claim: Claim
    review: Review | None
    context: Context
    report: Report

    @property
    def page(self) -> int | None:
        """The page of the report on which the quote begins; None where there are no pages."""
        return self.report.page_of(self.claim.quote.start)


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
    told = list(claims)
    by_report: dict[ReportId, list[Claim]] = defaultdict(list)
    for claim in told:
        by_report[claim.report].append(claim)
    found: dict[ClaimId, Ground] = {}
    for name, group in by_report.items():
        report, text = register.report(name), register.text(name)
        spans = borders(text, report.language)
        for claim in group:
            _check(claim, text)
            around = context(text, claim.quote, spans)
            found[claim.id] = Ground(claim, reviews.get(claim.id), around, report)
    return {claim.id: found[claim.id] for claim in told}


def reviews_of(
    register: Register, claims: Sequence[Claim], recorded_by: int | None
) -> dict[ClaimId, Review | None]:
    """The review that decides about each claim that counts, now or as recorded by an instant."""
    if recorded_by is None and len(claims) <= _FEW:
        return {claim.id: register.claim(claim.id).review for claim in claims}
    return {one.claim.id: one.review for one in register.claims(recorded_by=recorded_by)}


def _check(claim: Claim, text: str) -> None:
    if not claim.quote.stands_in(text):
        raise IntegrityError(
            f"The quote of claim {claim.id} does not stand in the text of report {claim.report}; "
            "run `habeas verify`, and restore a backup.",
            code="quote-astray",
        )
