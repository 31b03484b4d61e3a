"""How long the ledger takes, and whether it holds over many worlds. Run: python benchmarks/ledger.py

Prints seconds for the real series (conflicts and 30 bounds), for 1,000 statements, and the result of
1,000 simulated histories: in how many the truth lay within every bound, in how many a planted lie was
found, and for the others the answer of a solver that shares nothing with the ledger's own search.
"""

import csv
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from habeas.counting.ledger.asked import Ask  # noqa: E402
from habeas.counting.ledger.reconcile import Reconciled, reconcile  # noqa: E402
from habeas.counting.ledger.statements import Measure, Statement, statements  # noqa: E402
from tests.counting.ledger.feasible import possible  # noqa: E402
from tests.counting.ledger.worlds import MEASURES, START, day, with_lie, world  # noqa: E402
from tests.counting.ledger.worlds import statements as told_of  # noqa: E402


def timed(work: Callable[[], Reconciled]) -> tuple[float, Reconciled]:
    begun = perf_counter()
    answer = work()
    return perf_counter() - begun, answer


def series() -> list[Statement]:
    with (ROOT / "examples/belarus/totals.csv").open(encoding="utf-8", newline="") as lines:
        return statements(csv.DictReader(lines), name="totals.csv")[0]


def main(worlds: int) -> None:
    start = date(2025, 1, 1)
    asks = [
        Ask(Measure.RECOGNISED_IN, start + timedelta(11 * n), start + timedelta(11 * n + 40))
        for n in range(30)
    ]
    seconds, answer = timed(lambda: reconcile(series(), asks=asks))
    print(
        f"real series: {len(answer.used)} statements, {len(answer.conflicts)} conflicts, ", end=""
    )
    print(f"{len(answer.bounds)} bounds: {seconds:.2f} s (goal 2 s)")
    for name, large in (("3 lies", lies(3)), ("10 pairs", pairs(10)), ("60 pairs", pairs(60))):
        seconds, answer = timed(lambda large=large: reconcile(large))
        print(f"{len(large):,} statements, {name}: {len(answer.conflicts)} conflicts, ", end="")
        print(f"complete {answer.complete}: {seconds:.1f} s (goal 60 s)")
    inside, found, hidden, wrong = 0, 0, 0, 0
    for seed in range(worlds):
        true = world(seed)
        told = told_of(true, seed)
        inside += holds(true.truth, reconcile(told, asks=world_asks()))
        lying, lie = with_lie(told, seed)
        lied = reconcile(lying)
        same = {lie, *(one for one, many in lied.repeats.items() if lie in many)}
        can_be = possible(lying, START, len(true.stock))
        found += not can_be and any(same & set(one.claims) for one in lied.conflicts)
        hidden += can_be and not lied.conflicts
        wrong += can_be != (not lied.conflicts)
    print(
        f"{worlds} worlds: truth within every bound in {inside}; planted lies found {found}, ",
        end="",
    )
    print(f"proved undetectable by another solver {hidden}, the two at odds {wrong}")


def lies(number: int) -> list[Statement]:
    """1,000 statements of one world, some of them false."""
    told = told_of(world(1, 1500), 1, 1000)
    for count in range(number):
        told, _lie = with_lie(told, count)
    return told


def pairs(number: int) -> list[Statement]:
    """1,000 true statements, and so many pairs that give one day two numbers."""
    true = world(1, 1500)
    told = told_of(true, 1, 1000)
    for n in range(number):
        on = (2 * n + 1) * len(true.stock) // (2 * number)
        for more in (0, 3):
            value = true.stock[on] + more
            name = f"p{n}-{more}"
            told.append(
                Statement(name, day(on), day(on), Measure.STOCK_INSIDE, value, "exact", "d")
            )
    return told


def world_asks() -> list[Ask]:
    return [Ask(measure, day(5), day(20)) for measure in MEASURES]


def holds(truth: Callable[[Measure, int, int], int], answer: Reconciled) -> bool:
    for between in answer.bounds:
        momentary = between.ask.measure is Measure.STOCK_INSIDE
        for last in range(5, 21) if momentary else (20,):
            true = truth(between.ask.measure, 5, last)
            if true < (between.low or 0) or (between.high is not None and true > between.high):
                return False
    return not answer.conflicts


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
