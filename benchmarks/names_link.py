"""How well and how fast two lists of people are joined, against an oracle that knows who is who.

    python benchmarks/names_link.py 20000

List A has the people of a seeded crowd with years of birth; list B half of them and as many others, in
another language and convention, 8 % mistyped, 10 % without a year and 7 % a year off. The oracle knows
sex, given name and surname of both, and the years as they are written. Splink on DuckDB, where it is
installed, is given the fields of every name as the generator knows them, and joins the same lists.
"""

import argparse
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Figure, Habit, Written, crowd, written
from habeas.resolving.linking import NO_YEAR, People, links

sys.path.insert(0, str(Path(__file__).parent))
SURNAMES = Path(__file__).parents[1] / "training/names/surnames.txt"


@dataclass(frozen=True)
class Lists:
    """Who there is, who is in B (by number), both lists, the years of B, all names by fields."""

    figures: list[Figure]
    others: list[int]
    one: People
    two: People
    years: list[int]
    fields: tuple[list[Written], list[Written]]


def lists(size: int) -> Lists:
    """Both lists: A has `size` people, B half of them and as many others."""
    chance = Chance(900)
    figures = crowd(SURNAMES.read_text("utf-8").split(), size + size // 2, 900)
    born = [1940 + chance.below(60) for _figure in figures]
    plain, noisy = Habit(patronymic=50), Habit(patronymic=50, short=6, initial=2, typing=8)
    first = [written(figure, chance, plain) for figure in figures[:size]]
    others = [*range(size // 2), *range(size, size + size // 2)]
    years = [_year(born[at], chance) for at in others]
    second = [written(figures[at], chance, noisy) for at in others]
    one = People([each.name for each in first], np.array(born[:size]))
    two = People([each.name for each in second], np.array(years))
    return Lists(figures, others, one, two, years, (first, second))


def _year(born: int, chance: Chance) -> int:
    kind = chance.below(100)
    return NO_YEAR if kind < 10 else born + chance.pick((-1, 1)) if kind < 17 else born


def score(
    ordered: Sequence[tuple[int, int]], others: list[int], size: int
) -> tuple[float, float, float]:
    """Best F1 over all thresholds of links (left, right) with the surest first; precision and recall."""
    best = (0.0, 0.0, 0.0)
    hits = 0
    for taken, (left, right) in enumerate(ordered, 1):
        hits += others[right] == left
        precision, recall = hits / taken, hits / (size // 2)
        best = max(best, (2 * hits / (taken + size // 2), precision, recall))
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
    made = lists(size)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    cpu = time.process_time()
    found = links(made.one, made.two)
    took, cpu = time.perf_counter() - start, time.process_time() - cpu
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{size} with {len(made.two.names)}: {took:.1f} s ({cpu:.1f} s of one core),", end=" ")
    print(f"{(after - before) / 1e6:.2f} GB more, {after / 1e6:.2f} GB in all")
    ordered = sorted(found, key=lambda link: (link.others, -link.likeness))
    best = oracle(made.figures, made.others, made.one, made.years)
    ours = report("habeas", [(link.left, link.right) for link in ordered], made, best)
    if find_spec("splink") is None:
        print("  Splink is not installed, and left out")
        return
    from splink_peer import Fields, linked

    rows = [
        [Fields(each.given, each.surname, int(year)) for each, year in zip(own, years, strict=True)]
        for own, years in zip(made.fields, (made.one.years, made.two.years), strict=True)
    ]
    theirs, seconds = linked(*rows)
    print(f"Splink: {seconds:.1f} s, {seconds / took:.1f} times ours")
    their_f1 = report("Splink", [(left, right) for _w, left, right in theirs], made, best)
    print(f"  ours misses {(best - ours) / (best - their_f1):.2f} of what Splink misses")


def report(name: str, ordered: list[tuple[int, int]], made: Lists, best: float) -> float:
    """Print how well links do; their best F1."""
    size = len(made.one.names)
    both, precision, recall = score(ordered, made.others, size)
    print(f"  {name}: F1 {both:.3f} (precision {precision:.3f}, recall {recall:.3f}),", end=" ")
    print(f"the oracle {best:.3f}; {100 * (best - both):.1f} points below it")
    return both


if __name__ == "__main__":
    main()
