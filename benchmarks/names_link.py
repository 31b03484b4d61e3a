"""How well and how fast two lists of people are joined, against an oracle that knows who is who.

    python benchmarks/names_link.py 20000

List A has the people of a seeded crowd with years of birth; list B half of them and as many others, in
another language and convention, 8 % mistyped, 10 % without a year and 7 % a year off. The oracle knows
sex, given name and surname of both, and the years as they are written.
"""

import argparse
import resource
import time
from collections import defaultdict
from pathlib import Path

import numpy as np

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Figure, Habit, crowd, written
from habeas.resolving.linking import NO_YEAR, Link, People, links

SURNAMES = Path(__file__).parents[1] / "training/names/surnames.txt"


def lists(size: int) -> tuple[list[Figure], list[int], People, People, list[int]]:
    """Who is in A, who is in B (by number), both lists, and the year each has in B."""
    chance = Chance(900)
    figures = crowd(SURNAMES.read_text("utf-8").split(), size + size // 2, 900)
    born = [1940 + chance.below(60) for _figure in figures]
    plain, noisy = Habit(patronymic=50), Habit(patronymic=50, short=6, initial=2, typing=8)
    names = [written(figure, chance, plain).name for figure in figures[:size]]
    others = [*range(size // 2), *range(size, size + size // 2)]
    years = [_year(born[at], chance) for at in others]
    second = [written(figures[at], chance, noisy).name for at in others]
    one = People(names, np.array(born[:size]))
    return figures, others, one, People(second, np.array(years)), years


def _year(born: int, chance: Chance) -> int:
    kind = chance.below(100)
    return NO_YEAR if kind < 10 else born + chance.pick((-1, 1)) if kind < 17 else born


def score(found: list[Link], others: list[int], size: int) -> tuple[float, float, float, float]:
    """Best F1 over all likenesses, with its precision, recall and likeness."""
    best = (0.0, 0.0, 0.0, 0.0)
    hits = 0
    ordered = sorted(found, key=lambda link: (link.others, -link.likeness))
    for taken, link in enumerate(ordered, 1):
        hits += others[link.right] == link.left
        precision, recall = hits / taken, hits / (size // 2)
        best = max(best, (2 * hits / (taken + size // 2), precision, recall, link.likeness))
    return best


def oracle(figures: list[Figure], others: list[int], one: People, years: list[int]) -> float:
    """F1 of one who links each record to the one person of its name and year, if there is one."""
    size = len(one.names)
    index = defaultdict(list)
    for at in range(size):
        index[figures[at].sex, figures[at].given, figures[at].surname].append(at)
    hits = taken = 0
    for at, year in zip(others, years, strict=True):
        same = index[figures[at].sex, figures[at].given, figures[at].surname]
        gaps = [(0 if year == NO_YEAR else abs(int(one.years[to]) - year), to) for to in same]
        gaps = sorted(gap for gap in gaps if gap[0] <= 1)
        if gaps and (len(gaps) == 1 or gaps[0][0] < gaps[1][0]):
            taken += 1
            hits += gaps[0][1] == at
    return 2 * hits / (taken + size // 2)


def main() -> None:
    """Make the lists, link them, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("size", type=int)
    size = parser.parse_args().size
    figures, others, one, two, years = lists(size)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    found = links(one, two)
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    both, precision, recall, line = score(found, others, size)
    best = oracle(figures, others, one, years)
    print(f"{size} with {len(two.names)}: {took:.1f} s, {(after - before) / 1e6:.2f} GB more")
    print(f"  F1 {both:.3f} (precision {precision:.3f}, recall {recall:.3f} from {line:.3f} up)")
    print(f"  oracle F1 {best:.3f}; {100 * (best - both):.1f} points below it")
    reached = sum(others[link.right] == link.left for link in found) / (size // 2)
    print(f"  right links among those found {reached:.3f}")


if __name__ == "__main__":
    main()
