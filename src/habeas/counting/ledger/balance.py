"""`Balance`: the rows of some statements over a grid of their own, and the solver that has them loaded.

Decides that a balance of some statements is cut by the windows of these alone, and of what is asked: a
small balance of a few statements says of them what a large one does. Leaves to others which of them are
asked about together.
"""

from collections.abc import Iterable, Sequence

from habeas.counting.ledger.asked import Ask, Assumption
from habeas.counting.ledger.solver import Floats, Limit, Proof, Solver
from habeas.counting.ledger.statements import Statement
from habeas.counting.ledger.system import Grid, Row, Terms, limits, rows, windows


class Balance:
    """Statements over one grid; assumptions are in force throughout, and own rows as statements do."""

    def __init__(
        self,
        told: Sequence[Statement],
        assumptions: Sequence[Assumption] = (),
        asks: Sequence[Ask] = (),
    ) -> None:
        """Cut time by what is told and asked, and load the rows."""
        spoken = [(one.measure, one.first, one.last) for one in told]
        spoken += [(ask.measure, ask.first, ask.last) for ask in asks]
        self.grid = Grid([cut for one in spoken for cut in windows(*one)])
        lines: list[Row] = self.grid.balance()
        for one in told:
            lines += rows(self.grid, one)
        for assumed in assumptions:
            lines += limits(self.grid, assumed.measure, assumed.a_day, assumed.words)
        self.rows: Sequence[Row] = lines
        self.firm = frozenset(assumed.words for assumed in assumptions)
        self.owners = tuple(one.id for one in told)
        self._solver = Solver(lines, self.grid.columns)

    def contradiction(self, owners: Iterable[str]) -> Proof | None:
        """Why these statements cannot all be right; None: they can."""
        return self._solver.contradiction({*owners, *self.firm})

    @property
    def values(self) -> Floats:
        """A number for each column by which the statements last asked about are all right."""
        return self._solver.values

    @property
    def work(self) -> int:
        """Rows solved for so far, see `Solver`."""
        return self._solver.work

    def limit(self, owners: Iterable[str], terms: Terms, *, upward: bool) -> Limit:
        """How high (or low) a sum may be while these statements all hold; they must not conflict."""
        return self._solver.limit({*owners, *self.firm}, terms, upward=upward)
