"""How long the ledger takes, and whether it holds over many worlds. Run: python benchmarks/ledger.py

Prints seconds for the real series (conflicts and 30 bounds) beside the same bounds asked of scipy's
`linprog` where it is installed, for 1,000 statements, and the result of 1,000 simulated histories:
in how many the truth lay within every bound, and in how many a planted lie was found.
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
from tests.counting.ledger.worlds import MEASURES, day, with_lie, world  # noqa: E402
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
    large = told_of(world(1, 1500), 1, 1000)
    for count in range(3):
        large, _lie = with_lie(large, count)
    seconds, answer = timed(lambda: reconcile(large, asks=asks[:0]))
    print(f"1,000 statements, 3 lies: {len(answer.conflicts)} conflicts, ", end="")
    print(f"complete {answer.complete}: {seconds:.1f} s (goal 60 s)")
    inside, found, hidden = 0, 0, 0
    for seed in range(worlds):
        true = world(seed)
        told = told_of(true, seed)
        inside += holds(true.truth, reconcile(told, asks=world_asks()))
        lied = reconcile(with_lie(told, seed)[0])
        found += bool(lied.conflicts)
        hidden += not lied.conflicts
    print(f"{worlds} worlds: truth within every bound in {inside}; ", end="")
    print(f"planted lies found {found}, not detectable {hidden}")


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
