"""As-of counts against other engines, in one run. Run: python benchmarks/asof.py [STAYS]

One job for all: sure and possible people inside at the end of every day of six years, in twelve
groups, from a table of stays in memory. Each engine answers by the same sums (a step up where a stay
begins, one down where it ends, added up by day); all answers must be equal. Here each person has one
stay, since the others do not put several stays of one person together: ours does, in the same time.

DuckDB and Polars are measured where they are installed (`pip install duckdb polars`), else left out
with a word. SQL is SQLite's, with a window function. Rounds take turns; trust the ratios.
"""

import resource
import sqlite3
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src")]

import numpy as np  # noqa: E402

from habeas.counting.asof import Columns, Days, curves  # noqa: E402

DAYS, GROUPS = 2192, 12
ROUNDS = 3
Answer = tuple[Days, Days]
"""Sure and possible (sure or not), groups × days."""

_STEPS = """
select g, d, sum(n) as n from (
  select g, greatest(a, 0) as d, 1 as n from {table} where b > 0 and a < {days} and b > a
  union all
  select g, b as d, -1 as n from {table} where b > 0 and b < {days} and b > a
) as steps group by g, d
"""
_WINDOW = (
    "select g, d, sum(n) over (partition by g order by d rows unbounded preceding) as n "
    "from ({steps}) as steps order by g, d"
)


def stays(count: int) -> Columns:
    """Made-up stays: from days to years, ends known to within weeks."""
    chance = np.random.default_rng(1)
    begin = chance.integers(-300, DAYS, count)
    length = chance.geometric(1 / 400, count)
    early, late = chance.integers(0, 20, count), chance.integers(0, 40, count)
    sure_from = begin + early
    sure_to = np.maximum(sure_from, begin + length)
    group = chance.integers(0, GROUPS, count)
    return Columns(np.arange(count), group, begin, sure_to + late, sure_from, sure_to)


def by_habeas(table: Columns) -> Answer:
    found = curves(table, first=0, days=DAYS, groups=GROUPS)
    return found.sure, found.sure + found.possible


def filled(rows: list[tuple[int, int, int]]) -> Days:
    """Sums at the days where they change, carried on to all days."""
    found = np.full((GROUPS, DAYS), -1, dtype=np.int64)
    group, day, number = (np.array(column) for column in zip(*rows, strict=True))
    found[group, day] = number
    found[:, 0] = np.where(found[:, 0] < 0, 0, found[:, 0])
    known = np.where(found < 0, 0, np.arange(DAYS))
    return np.take_along_axis(found, np.maximum.accumulate(known, axis=1), axis=1)


def sql(table: str) -> str:
    return _WINDOW.format(steps=_STEPS.format(table=table, days=DAYS))


def by_sqlite(table: Columns) -> Callable[[], Answer]:
    base = sqlite3.connect(":memory:")
    base.create_function("greatest", 2, max, deterministic=True)
    for name, begin, end in (
        ("sure", table.sure_from, table.sure_to),
        ("may", table.may_from, table.may_to),
    ):
        base.execute(f"create table {name} (g integer, a integer, b integer)")
        rows = zip(table.group.tolist(), begin.tolist(), end.tolist(), strict=True)
        base.executemany(f"insert into {name} values (?, ?, ?)", rows)

    def answer() -> Answer:
        sure, may = (base.execute(sql(name)).fetchall() for name in ("sure", "may"))
        return filled(sure), filled(may)

    return answer


def by_duckdb(table: Columns) -> Callable[[], Answer]:
    duckdb = import_module("duckdb")
    base = duckdb.connect()
    base.execute("set threads to 2")
    given = {
        "sure": {"g": table.group, "a": table.sure_from, "b": table.sure_to},
        "may": {"g": table.group, "a": table.may_from, "b": table.may_to},
    }
    for name, columns in given.items():
        base.register("columns", columns)
        base.execute(f"create table {name} as select * from columns")
        base.unregister("columns")

    def answer() -> Answer:
        sure, may = (base.execute(sql(name)).fetchall() for name in ("sure", "may"))
        return filled(sure), filled(may)

    return answer


def by_polars(table: Columns) -> Callable[[], Answer]:
    pl = import_module("polars")
    sure = pl.DataFrame({"g": table.group, "a": table.sure_from, "b": table.sure_to})
    may = pl.DataFrame({"g": table.group, "a": table.may_from, "b": table.may_to})

    def one(frame: object) -> Days:
        col, lit = pl.col, pl.lit
        real = frame.lazy().filter((col("b") > 0) & (col("a") < DAYS) & (col("b") > col("a")))
        up = real.select(col("g"), d=col("a").clip(0), n=lit(1, pl.Int64))
        down = real.filter(col("b") < DAYS).select(col("g"), d=col("b"), n=lit(-1, pl.Int64))
        steps = pl.concat([up, down]).group_by("g", "d").agg(col("n").sum()).sort("g", "d")
        return filled(steps.with_columns(col("n").cum_sum().over("g")).collect().rows())

    return lambda: (one(sure), one(may))


def main(count: int) -> None:
    table = stays(count)
    engines: dict[str, Callable[[], Answer]] = {"habeas": lambda: by_habeas(table)}
    for name, made in (("duckdb", by_duckdb), ("polars", by_polars), ("sqlite", by_sqlite)):
        if name != "sqlite" and find_spec(name) is None:
            print(f"{name}: left out, since it is not installed")
            continue
        engines[name] = made(table)
    times: dict[str, list[float]] = {name: [] for name in engines}
    wanted = by_habeas(table)
    for _round in range(ROUNDS):
        for name, engine in engines.items():
            begun = perf_counter()
            answer = engine()
            times[name].append(perf_counter() - begun)
            for mine, theirs in zip(wanted, answer, strict=True):
                assert np.array_equal(mine, theirs), name
    best = {name: min(seconds) for name, seconds in times.items()}
    print(f"{count:,} stays × {DAYS} days × {GROUPS} groups, sure and possible; all answers equal")
    for name, seconds in best.items():
        print(f"  {name:<8} {seconds:6.2f} s   {seconds / best['habeas']:5.1f} × habeas")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  goal: habeas ≤ 0.5 s at a million, ≤ 1 GB; peak of all engines together {peak:.0f} MB"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
