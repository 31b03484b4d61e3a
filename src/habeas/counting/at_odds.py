"""Reported totals set against each other: which cannot both be right, and by how many people.

Decides, from what was said alone, what would have to be true for two stock totals to be right
together, and whether the parts of a total exceed it. Whether that many people came or went is not
asked here; nor which of the totals is right.

Laws: a hedged number stands for its bounds, so “more than 1,100” is never at odds with 1,135; no
total is changed, averaged or left out; totals of a part are never set against totals of the whole;
totals of people who are plainly not the same are not compared, and where one does not say whom it
counts, that is told (`sure` False).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from habeas.terms.amount import Amount
from habeas.terms.bounds import Bounds
from habeas.terms.claim import FACTUAL, Claim
from habeas.terms.kind import Kind

BREATH = 40
"""Code points from one number to the next within which they are told in the same breath."""

_SENTENCE_ENDS = re.compile(r"[.!?…;]\s")


@dataclass(frozen=True, slots=True)
class Stock:
    """A stock total with its first and last possible day, both inclusive, its amount and population.

    `population` is the name of those counted, or the text's words, or empty.
    """

    claim: Claim
    first: date
    last: date
    amount: Amount
    population: str


@dataclass(frozen=True, slots=True)
class Jump:
    """Two totals that are both right only if the number inside changed in between.

    `least` is the smallest change in people: so many more at least if positive, fewer if negative.
    `days` is the longest time there was for it; 0: they may be of one day, and either may be the later.
    `sure`: both are plainly of the same people.
    """

    before: Stock
    after: Stock
    least: int
    days: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Excess:
    """A total, and parts of it that come to more than it; `total` is their sum in people."""

    whole: Stock
    parts: tuple[Stock, ...]
    total: Bounds


def stocks(claims: Iterable[Claim], *, population: Callable[[str], str]) -> list[Stock]:
    """The stock totals among `claims` that are said as facts, of days known at both ends, in order.

    Args:
        claims: Claims of any kind.
        population: The name of those counted, from the words of the text.
    """
    found = []
    for claim in claims:
        when, amount = claim.said.when, claim.said.amount
        if claim.said.kind is not Kind.STOCK_TOTAL or claim.draft.modality not in FACTUAL:
            continue
        if amount and when and when.earliest and when.latest:
            words = claim.said.population.value if claim.said.population else ""
            named = population(words)
            found.append(Stock(claim, when.earliest, when.latest, amount, named))
    return sorted(found, key=_place)


def jumps(totals: Iterable[Stock], *, within: int) -> list[Jump]:
    """Pairs of whole totals that differ for certain, in order of their days.

    Args:
        totals: Stock totals in any order; those of a part are passed over.
        within: Longest time between the two, in days, inclusive.
    """
    whole = sorted(
        (stock for stock in totals if not stock.claim.said.part),
        key=_place,
    )
    found = []
    for before, after in combinations(whole, 2):
        days = (after.last - before.first).days if before.last < after.first else 0
        least = _least(before.amount.bounds, after.amount.bounds)
        named = {before.population, after.population} - {""}
        if days <= within and least and len(named) < 2:
            sure = before.population == after.population != ""
            found.append(Jump(before, after, least, days, sure))
    return found


def excesses(totals: Iterable[Stock]) -> list[Excess]:
    """Totals that are smaller than the sum of their parts, told in the same breath.

    A part counts if its number stands in the same report, and in the same sentence within `BREATH`
    code points of the number before it, as in “1,135: 968 men and 168 women”. Such parts are taken to
    share nobody; groups named further on may overlap, and are left alone.
    """
    known = sorted(totals, key=lambda stock: (stock.claim.report, _stands(stock)))
    found = []
    for place, whole in enumerate(known):
        if whole.claim.said.part:
            continue
        parts: list[Stock] = []
        for part in known[place + 1 :]:
            if not part.claim.said.part or not _follows(parts[-1] if parts else whole, part):
                break
            parts.append(part)
        total = sum((part.amount.bounds for part in parts), Bounds(0, 0))
        high = whole.amount.bounds.high
        if high is not None and total.low > high:
            found.append(Excess(whole, tuple(parts), total))
    return found


def _stands(stock: Stock) -> int:
    """Code point at which its number stands, or its quote begins."""
    at = stock.claim.said.amount_at
    return at[0] if at else stock.claim.quote.start


def _follows(one: Stock, other: Stock) -> bool:
    gap = _stands(other) - _stands(one)
    quote = other.claim.quote
    before = (quote.prefix + quote.words[: _stands(other) - quote.start])[-gap:] if gap else ""
    near = gap <= BREATH and _SENTENCE_ENDS.search(before) is None
    return one.claim.report == other.claim.report and near


def _place(stock: Stock) -> tuple[date, date, int, str]:
    """By its days, the biggest first; ids only where all else is the same."""
    return stock.first, stock.last, -stock.amount.value, stock.claim.id


def _least(before: Bounds, after: Bounds) -> int:
    """Smallest change that leads from one to the other; 0 where none is needed."""
    if before.high is not None and after.low > before.high:
        return after.low - before.high
    if after.high is not None and after.high < before.low:
        return after.high - before.low
    return 0
