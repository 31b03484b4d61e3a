"""Plain sums inside one statement: its parts against its whole ("968 men and 168 women" of 1,135).

Parts of one whole do not overlap, so together they cannot be more than it; men and women together
cannot be fewer either. Leaves the balance over time to `system`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.counting.ledger.statements import Statement

WHOLE = frozenset({"men", "women"})
"""Parts that make up the whole between them."""


@dataclass(frozen=True, slots=True)
class WrongSum:
    """A whole and its parts that cannot all be right; the parts come first."""

    owners: tuple[str, ...]
    words: str


def wrong_sums(statements: Sequence[Statement]) -> list[WrongSum]:
    """Every whole whose parts do not add up to it, in the order of the wholes."""
    found = []
    for whole in statements:
        parts = [one for one in statements if one.part_of == whole.id]
        if parts and (words := _wrong(whole, parts)):
            found.append(WrongSum((*(part.id for part in parts), whole.id), words))
    return found


def _wrong(whole: Statement, parts: Sequence[Statement]) -> str:
    low = sum(part.bounds.low for part in parts)
    high = sum(part.bounds.high for part in parts if part.bounds.high is not None)
    told = " + ".join(f"{part.value:,} ({part.part or part.id})" for part in parts)
    if whole.bounds.high is not None and low > whole.bounds.high:
        return f"{told} = {low:,}, not {whole.value:,} ({whole.id})"
    bounded = all(part.bounds.high is not None for part in parts)
    if bounded and {part.part for part in parts} >= WHOLE and high < whole.bounds.low:
        return f"{told} = {high:,}, not {whole.value:,} ({whole.id})"
    return ""
