"""Small true histories of a prison population, and the totals that reporters would tell of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from habeas.counting.ledger.statements import Measure, Statement

START = date(2024, 1, 1)
_EXACT = ("exact", "at least", "at most", "about", "almost", "more than")


@dataclass(frozen=True)
class World:
    """What truly happened, day by day (day 0 is `START`); counts are at the end of the day."""

    newly: list[int]
    after: list[int]
    pardoned: list[int]
    otherwise: list[int]
    stock: list[int]
    ever: int
    left: int

    def truth(self, measure: Measure, first: int, last: int) -> int:
        """The true number; for a stock or a growing number, at the end of day `last`."""
        days = slice(first, last + 1)
        upto = slice(0, last + 1)
        flows = {
            Measure.RECOGNISED_IN: self.newly,
            Measure.REHABILITATED: self.after,
            Measure.PARDONED: self.pardoned,
        }
        if measure in flows:
            return sum(flows[measure][days])
        if measure is Measure.LEFT_PRISON:
            return sum(self.pardoned[days]) + sum(self.otherwise[days])
        if measure is Measure.CUM_RECOGNISED:
            return self.ever + sum(self.newly[upto]) + sum(self.after[upto])
        if measure is Measure.CUM_LEFT:
            return self.left + sum((p + q + r) for p, q, r in self._exits(upto))
        return self.stock[last]

    def _exits(self, days: slice) -> list[tuple[int, int, int]]:
        return list(zip(self.pardoned[days], self.otherwise[days], self.after[days], strict=True))


MEASURES = (
    Measure.STOCK_INSIDE,
    Measure.RECOGNISED_IN,
    Measure.REHABILITATED,
    Measure.PARDONED,
    Measure.LEFT_PRISON,
    Measure.CUM_RECOGNISED,
    Measure.CUM_LEFT,
)


def world(seed: int, days: int = 40) -> World:
    """A history of so many days."""
    chance = Random(seed)
    inside, left = chance.randint(0, 60), chance.randint(0, 30)
    start = inside
    newly, after, pardoned, otherwise, stock = [], [], [], [], []
    for _ in range(days):
        newly.append(chance.choice((0, 0, 0, 1, 3, 8)))
        inside += newly[-1]
        pardoned.append(chance.randint(0, inside) if chance.random() < 0.08 else 0)
        inside -= pardoned[-1]
        otherwise.append(min(inside, chance.choice((0, 0, 1, 2))))
        inside -= otherwise[-1]
        after.append(chance.choice((0, 0, 0, 1)))
        stock.append(inside)
    return World(newly, after, pardoned, otherwise, stock, start + left, left)


def day(number: int) -> date:
    return START + timedelta(number)


def statements(true: World, seed: int, count: int = 18) -> list[Statement]:
    """True statements about a world: hedged, over windows, some of them of some day of a window."""
    chance = Random(seed)
    found = []
    for number in range(count):
        measure = chance.choice(MEASURES)
        first = chance.randrange(len(true.stock))
        last = min(len(true.stock) - 1, first + chance.choice((0, 0, 2, 5, 12)))
        spoken = chance.randint(first, last)
        momentary = measure in (Measure.STOCK_INSIDE, Measure.CUM_RECOGNISED, Measure.CUM_LEFT)
        value = true.truth(measure, first, spoken if momentary else last)
        hedge, said = _hedged(value, chance)
        found.append(Statement(f"s{number}", day(first), day(last), measure, said, hedge, "d"))
    return found


def _hedged(value: int, chance: Random) -> tuple[str, int]:
    hedge = chance.choice(_EXACT)
    if hedge == "at least":
        return hedge, max(0, value - chance.randint(0, 5))
    if hedge == "more than" and value > 0:
        return hedge, value - chance.randint(1, min(5, value))
    if hedge == "at most":
        return hedge, value + chance.randint(0, 5)
    if hedge == "about":
        return hedge, value + chance.choice((-1, 0, 1)) if value else 0
    if hedge == "almost" and value:
        return hedge, value + 1
    return "exact", value


def with_lie(told: list[Statement], seed: int) -> tuple[list[Statement], str]:
    """The same statements, one of them made false and firm; and its id."""
    chance = Random(seed)
    place = chance.randrange(len(told))
    wrong = told[place].value + chance.choice((7, 25, 90))
    lie = replace(told[place], value=wrong, hedge="exact")
    return [*told[:place], lie, *told[place + 1 :]], lie.id
