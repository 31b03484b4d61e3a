"""`Matrix`: the rows of a balance as arrays, for adding up many of them at once.

Decides nothing: it multiplies, and holds some columns fast at what they are.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from habeas.counting.ledger.solver import Floats
from habeas.counting.ledger.system import INFINITE, Row

Mask = npt.NDArray[np.bool_]


class Matrix:
    """Rows × columns, sparse."""

    def __init__(self, rows: Sequence[Row], columns: int) -> None:
        """Take over the rows, in their order."""
        self.rows = rows
        self.columns = columns
        self._starts = np.cumsum([0, *(len(row.terms) for row in rows)])
        pairs = np.array([pair for row in rows for pair in row.terms] or [(0, 0.0)], dtype=float)
        self._columns = pairs[:, 0].astype(np.int64)
        self._values = pairs[:, 1]
        self.low = np.array([row.low for row in rows])
        self.high = np.array([row.high for row in rows])

    def sums(self, values: Floats) -> Floats:
        """The sum of each row."""
        told = np.concatenate([[0.0], np.cumsum(self._values * values[self._columns])])
        return np.asarray(told[self._starts[1:]] - told[self._starts[:-1]])

    def loosened(self, values: Floats, free: Mask) -> list[Row]:
        """The rows over what is added to, and taken from, the free columns; all others are held.

        Columns: what is added to each free column, then what is taken from each. A row without a free
        column is left out, unless it is one way of its statement.
        """
        place, width = np.cumsum(free) - 1, int(free.sum())
        fixed = self.sums(values)
        inside = free[self._columns]
        found = []
        for n, row in enumerate(self.rows):
            span = slice(self._starts[n], self._starts[n + 1])
            keep = inside[span]
            if not keep.any() and row.way is None:
                continue
            columns = place[self._columns[span][keep]].tolist()
            weights = self._values[span][keep].tolist()
            terms = [*zip(columns, weights, strict=True)]
            terms += [(width + column, -weight) for column, weight in terms]
            low, high = row.low - fixed[n], row.high - fixed[n]
            found.append(replace(row, terms=tuple(terms), low=_end(low), high=_end(high)))
        return found


def _end(value: float) -> float:
    """The end of a row, without what adding up has left behind its sixth place."""
    return float(value) if abs(value) == INFINITE else round(float(value), 6)
