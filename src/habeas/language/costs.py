"""What a difference between two units costs: a table learned from spellings, and the best alignment.

Decides how likely two words are spellings of one name, as log-odds against chance, and which units
were changed to get from one to the other. The table is made by training/names/learn_costs.py and
shipped as `conventions/data/costs.txt`. Laws: symmetric; equal words have no changed unit.

Source: stochastic edit distance, Ristad and Yianilos, "Learning string-edit distance", IEEE PAMI 1998.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from habeas.language.conventions.tables import data
from habeas.language.units import cuttings

REGULAR = 1.0
"""Log-odds from which two units are regular spellings of one another, and cost nothing."""

LONE = -0.4
"""Log-odds from which a unit without a partner costs nothing."""

STRANGE = -5.0
"""Log-odds of two units never seen together."""

CASE = -1.2
"""Log-odds, at least, of an ending that the other word lacks: a case, or a foreign nominative."""

_MOST_UNITS = 24
_SEXED = ("-m", "-f")
_WIFE = "~ov-f"
"""The Czech -ová, put on any surname."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Log-odds of unit pairs (either order), and of a unit that has no partner."""

    pairs: dict[tuple[str, str], float]
    lone: dict[str, float]


@dataclass(frozen=True, slots=True)
class Fit:
    """How two words fit: `odds` (log-odds, summed over units), `loss` (what irregular units cost, 0 and
    up), `changed` (the pairs of units that are irregular), `length` (units of the longer word)."""

    odds: float
    loss: float
    changed: tuple[tuple[str, str], ...]
    length: int


@lru_cache(1 << 17)
def fit(left: str, right: str) -> Fit:
    """How well two words, in small letters, fit as spellings of one name."""
    if left > right:
        turned = fit(right, left)
        return Fit(
            turned.odds, turned.loss, tuple((b, a) for a, b in turned.changed), turned.length
        )
    fits = [
        aligned(one[:_MOST_UNITS], two[:_MOST_UNITS], costs())
        for one in cuttings(left)
        for two in cuttings(right)
    ]
    return min(fits, key=lambda one: (one.loss, -one.odds))


def aligned(left: tuple[str, ...], right: tuple[str, ...], table: Costs) -> Fit:
    """The best alignment of two sequences of units."""
    rows = _lattice(left, right, table)
    odds, loss, changed = rows[-1][-1][0], 0.0, []
    at, other = len(left), len(right)
    while at or other:
        step = rows[at][other][1]
        one = left[at - 1] if step != 2 else ""
        two = right[other - 1] if step != 1 else ""
        cost = _loss(one, two, table)
        loss += cost
        if cost:
            changed.append((one.lstrip("~"), two.lstrip("~")))
        at, other = at - (step != 2), other - (step != 1)
    return Fit(odds, loss, tuple(reversed(changed)), max(len(left), len(right)))


def _lattice(
    left: tuple[str, ...], right: tuple[str, ...], table: Costs
) -> list[list[tuple[float, int]]]:
    """Best gain and last step (0 pair, 1 left alone, 2 right alone) for every two beginnings."""
    alone = [_gain("", unit, table) for unit in right]
    first = [(0.0, 0)]
    for gain in alone:
        first.append((first[-1][0] + gain, 2))
    rows = [first]
    for unit in left:
        above, lone = rows[-1], _gain(unit, "", table)
        row = [(above[0][0] + lone, 1)]
        for column, other in enumerate(right):
            best, step = above[column][0] + _gain(unit, other, table), 0
            if above[column + 1][0] + lone > best:
                best, step = above[column + 1][0] + lone, 1
            if row[column][0] + alone[column] > best:
                best, step = row[column][0] + alone[column], 2
            row.append((best, step))
        rows.append(row)
    return rows


def _gain(left: str, right: str, table: Costs) -> float:
    if not left or not right:
        unit = left or right
        cheap = unit[0] == "~" and (unit[-2:] not in _SEXED or unit == _WIFE)
        return max(table.lone.get(unit, -2.5), CASE if cheap else STRANGE)
    if left[-2:] in _SEXED and right[-2:] in _SEXED and left[:-1] == right[:-1]:
        return 2.0
    known = table.pairs.get((left, right) if left <= right else (right, left))
    return known if known is not None else (2.0 if left == right else STRANGE)


def _loss(left: str, right: str, table: Costs) -> float:
    if left == right:
        return 0.0
    gain = _gain(left, right, table)
    return max(0.0, (REGULAR if left and right else LONE) - gain)


@cache
def costs() -> Costs:
    """The table that is shipped."""
    return read_costs(data("costs.txt"))


def read_costs(text: str) -> Costs:
    """The table as `training/names/learn_costs.py` writes it: two units ("-": none), log-odds."""
    pairs, lone = {}, {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        left, right, gain = line.split()
        if right == "-":
            lone[left] = float(gain)
        else:
            pairs[left, right] = float(gain)
    return Costs(pairs, lone)
