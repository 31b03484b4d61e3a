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
from habeas.language.units import cuttings, every_unit

REGULAR = 1.0
"""Log-odds from which two units are regular spellings of one another, and cost nothing."""

LONE = -0.4
"""Log-odds from which a unit without a partner costs nothing."""

STRANGE = -5.0
"""Log-odds of two units never seen together."""

CASE = -1.2
"""Log-odds, at least, of an ending that the other word lacks: a case, or a foreign nominative."""

EQUAL = 2.0
"""Log-odds of two endings of one family, and of a unit and itself where training saw neither."""

_MOST_UNITS = 24
_SEXED = ("-m", "-f")


@dataclass(frozen=True, slots=True)
class Costs:
    """Log-odds of two units by their numbers, and of a unit that has no partner."""

    pairs: tuple[tuple[float, ...], ...]
    lone: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How two words fit.

    `odds` are log-odds, summed over units; `loss` is what irregular units cost, 0 and up; `changed`
    are the irregular pairs of units ("" for none); `length` is the units of the longer word.
    """

    odds: float
    loss: float
    changed: tuple[tuple[str, str], ...]
    length: int


@lru_cache(1 << 17)
def fit(left: str, right: str) -> Fit:
    """How well two words, in small letters, fit as spellings of one name."""
    if left > right:
        turned = fit(right, left)
        changed = tuple((two, one) for one, two in turned.changed)
        return Fit(turned.odds, turned.loss, changed, turned.length)
    fits = [_aligned(one, two) for one in numbered(left) for two in numbered(right)]
    return min(fits, key=lambda one: (one.loss, -one.odds))


@lru_cache(1 << 16)
def numbered(word: str) -> tuple[tuple[int, ...], ...]:
    """The cuttings of a word as numbers of units, in the order of `every_unit`."""
    return tuple(map(numbers_of, cuttings(word)))


def numbers_of(cut: tuple[str, ...]) -> tuple[int, ...]:
    """The units of one cutting by their numbers."""
    numbers = _numbers()
    return tuple(numbers[unit] for unit in cut[:_MOST_UNITS] if unit in numbers)


@cache
def costs() -> Costs:
    """The table that is shipped."""
    units, numbers = every_unit(), _numbers()
    pairs = [[EQUAL if one == two else STRANGE for two in units] for one in units]
    lone = [-2.5 for _unit in units]
    for line in data("costs.txt").splitlines():
        if line.startswith("#"):
            continue
        left, right, gain = line.split()
        if right == "-":
            cheap = left[0] == "~" and left[-2:] not in _SEXED
            lone[numbers[left]] = max(float(gain), CASE if cheap else STRANGE)
        else:
            one, two = numbers[left], numbers[right]
            pairs[one][two] = pairs[two][one] = float(gain)
    for unit in units:
        if unit.endswith(_SEXED):
            one, two = numbers[unit[:-1] + "m"], numbers[unit[:-1] + "f"]
            pairs[one][two] = pairs[two][one] = EQUAL
    return Costs(tuple(map(tuple, pairs)), tuple(lone))


@cache
def _numbers() -> dict[str, int]:
    return {unit: number for number, unit in enumerate(every_unit())}


def _aligned(left: tuple[int, ...], right: tuple[int, ...]) -> Fit:
    """The best alignment of two rows of units."""
    table = costs()
    odds, steps = _lattice(left, right, table)
    names = every_unit()
    loss, changed = 0.0, []
    at, other, width = len(left), len(right), len(right) + 1
    while at or other:
        step = steps[at * width + other]
        one = left[at - 1] if step != 2 else -1
        two = right[other - 1] if step != 1 else -1
        cost = _loss(one, two, table)
        if cost:
            loss += cost
            changed.append((_name(one, names), _name(two, names)))
        at, other = at - (step != 2), other - (step != 1)
    return Fit(odds, loss, tuple(reversed(changed)), max(len(left), len(right)))


def _lattice(
    left: tuple[int, ...], right: tuple[int, ...], table: Costs
) -> tuple[float, list[int]]:
    """The best gain, and the last step (0 pair, 1 left alone, 2 right alone) of any two beginnings."""
    alone = [table.lone[unit] for unit in right]
    above = [0.0]
    for gain in alone:
        above.append(above[-1] + gain)
    steps = [0] + [2] * len(right)
    for unit in left:
        pairs, lone = table.pairs[unit], table.lone[unit]
        best = above[0] + lone
        row = [best]
        steps.append(1)
        for column, other in enumerate(right):
            together = above[column] + pairs[other]
            single = above[column + 1] + lone
            best += alone[column]
            step = 2
            if single > best:
                best, step = single, 1
            if together >= best:
                best, step = together, 0
            row.append(best)
            steps.append(step)
        above = row
    return above[-1], steps


def _loss(left: int, right: int, table: Costs) -> float:
    if left == right:
        return 0.0
    if left < 0 or right < 0:
        return max(0.0, LONE - table.lone[max(left, right)])
    return max(0.0, REGULAR - table.pairs[left][right])


def _name(unit: int, names: tuple[str, ...]) -> str:
    return names[unit].lstrip("~") if unit >= 0 else ""
