"""An independent judge of statements: whole people, day by day, one variable for each thing and day.

Of the ledger's own rows, grid and search nothing is used: a mixed-integer program over single days.
"""

from collections.abc import Sequence
from datetime import date

import highspy
import numpy as np

from habeas.counting.ledger.solver import Quiet
from habeas.counting.ledger.statements import Measure, Statement

_FLOWS = {
    Measure.RECOGNISED_IN: ("newly",),
    Measure.REHABILITATED: ("after",),
    Measure.PARDONED: ("pardoned",),
    Measure.LEFT_PRISON: ("pardoned", "otherwise"),
}
_LEVELS = {
    Measure.STOCK_INSIDE: "stock",
    Measure.CUM_RECOGNISED: "ever",
    Measure.CUM_LEFT: "gone",
}
_NAMES = ("newly", "after", "pardoned", "otherwise", "stock", "ever", "gone")
LARGE = 10_000


def possible(told: Sequence[Statement], start: date, days: int) -> bool:
    """Whether some history of so many days makes all statements true."""
    model = Quiet()
    model.setOptionValue("mip_feasibility_tolerance", 1e-9)
    number = {name: n * (days + 1) for n, name in enumerate(_NAMES)}
    count = len(_NAMES) * (days + 1)
    model.addVars(count, np.zeros(count), np.full(count, float(LARGE)))
    for column in range(count):
        model.changeColIntegrality(column, highspy.HighsVarType.kInteger)

    def row(low: float, high: float, *terms: tuple[str, int, float]) -> None:
        columns = np.array([number[name] + day + 1 for name, day, _ in terms], dtype=np.int32)
        model.addRow(low, high, len(terms), columns, np.array([weight for *_, weight in terms]))

    row(0, 0, ("ever", -1, 1.0), ("gone", -1, -1.0), ("stock", -1, -1.0))
    for day in range(days):
        exits = [("pardoned", day, 1.0), ("otherwise", day, 1.0)]
        row(0, 0, ("stock", day, 1.0), ("stock", day - 1, -1.0), ("newly", day, -1.0), *exits)
        row(
            0,
            0,
            ("ever", day, 1.0),
            ("ever", day - 1, -1.0),
            ("newly", day, -1.0),
            ("after", day, -1.0),
        )
        row(0, 0, ("ever", day, 1.0), ("gone", day, -1.0), ("stock", day, -1.0))
    for one in told:
        first, last = (one.first - start).days, (one.last - start).days
        low = float(one.bounds.low)
        high = float(LARGE * days) if one.bounds.high is None else float(one.bounds.high)
        if one.measure in _FLOWS:
            names = _FLOWS[one.measure]
            row(low, high, *((name, day, 1.0) for name in names for day in range(first, last + 1)))
        else:
            _some_day(model, number[_LEVELS[one.measure]] + 1, (first, last), (low, high))
    model.run()
    return bool(model.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _some_day(
    model: highspy.Highs, level: int, days: tuple[int, int], ends: tuple[float, float]
) -> None:
    """On one day at least of the window, chosen by a binary, the level lies within the ends."""
    first, last = days
    chosen = []
    for day in range(first, last + 1):
        model.addVar(0.0, 1.0)
        pick = model.getNumCol() - 1
        model.changeColIntegrality(pick, highspy.HighsVarType.kInteger)
        chosen.append(pick)
        columns = np.array([level + day, pick], dtype=np.int32)
        least = np.array([1.0, -ends[0]])
        model.addRow(0.0, highspy.kHighsInf, 2, columns, least)
        most = np.array([1.0, float(LARGE)])
        model.addRow(-highspy.kHighsInf, ends[1] + LARGE, 2, columns, most)
    ones = np.ones(len(chosen))
    model.addRow(1.0, float(len(chosen)), len(chosen), np.array(chosen, dtype=np.int32), ones)
