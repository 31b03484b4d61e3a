"""The accepted totals of a register as statements of the ledger, each with its quote.

Decides which claims a ledger can use, what each counts, and by whose rule. Laws:

1. Only accepted claims told as facts become statements.
2. What a claim says of people freed, pardoned or expelled is at least a part of those who left: others
   may have left on the same day. It bounds from below only.
3. Numbers share a balance only if they count by one definition: the one the claim names, else the
   shipped one of whoever is counting, else the words for the people, and who counts.
4. What cannot be used becomes an `Issue`; the rest is still counted.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from habeas.counting.definitions import recognised_by
from habeas.counting.ledger.statements import Measure, Statement
from habeas.language.populations import population
from habeas.terms.claim import FACTUAL, Claim
from habeas.terms.count import Issue
from habeas.terms.ids import ReportId
from habeas.terms.kind import Kind
from habeas.terms.report import Report

MEASURES: dict[Kind, Measure] = {
    Kind.STOCK_TOTAL: Measure.STOCK_INSIDE,
    Kind.RECOGNISED: Measure.RECOGNISED_IN,
    Kind.RELEASED: Measure.RELEASED_DEPORTED,
    Kind.PARDONED: Measure.RELEASED_DEPORTED,
    Kind.EXPELLED: Measure.DEPORTED,
    Kind.DIED: Measure.DIED_INSIDE,
}
"""What a number of each kind counts."""

POLITICAL = "political prisoners"
"""The population whose numbers a recogniser gives by its own rule."""

_WITH_A_NUMBER = frozenset({*MEASURES, Kind.FLOW_TOTAL, Kind.DETAINED})


def claimed(
    claims: Iterable[Claim], reports: Mapping[ReportId, Report]
) -> tuple[list[Statement], list[Issue]]:
    """Statements, in the order of their ids, and what could not be used."""
    found: list[Statement] = []
    issues: list[Issue] = []
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.said.kind not in _WITH_A_NUMBER or claim.said.amount is None:
            continue
        if claim.draft.modality not in FACTUAL:
            continue
        made = _statement(claim, reports[claim.report])
        if isinstance(made, Statement):
            found.append(made)
        else:
            issues.append(made)
    return found, issues


def _statement(claim: Claim, report: Report) -> Statement | Issue:
    said, amount = claim.said, claim.said.amount
    days = _days(claim)
    if said.kind not in MEASURES or amount is None:
        return _unused(claim, "a balance has no place for its kind")
    if days is None:
        return _unused(claim, "no day of it is known on both sides")
    who = _claimant(claim, report)
    return Statement(
        str(claim.id),
        *days,
        MEASURES[said.kind],
        amount.value,
        str(amount.hedge),
        _definition(claim, who),
        who,
        str(claim.report),
        "" if said.when else "day of its report",
        claim.quote.words,
        said.part.value if said.part else "",
    )


def _unused(claim: Claim, why: str) -> Issue:
    return Issue(
        "total-unused", f"The number of claim {claim.id} is left out, since {why}.", (claim.id,)
    )


def _days(claim: Claim) -> tuple[date, date] | None:
    when = claim.said.when or claim.known_on
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def _claimant(claim: Claim, report: Report) -> str:
    source = claim.draft.source
    return source.value if source else report.publisher or report.name


def _definition(claim: Claim, who: str) -> str:
    """The definition's own words; else the people counted, and who counts them."""
    said = claim.said
    if said.definition:
        return said.definition
    whom = population(said.population.value) if said.population else ""
    known = recognised_by(who)
    if known is not None and whom == POLITICAL and said.part is None:
        return known.id
    part = f", {said.part.value}" if said.part else ""
    return f"{whom or 'people'}{part}, as {who} counts"
