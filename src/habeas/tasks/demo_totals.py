"""The demo's ledger: five years of published totals, what cannot be right, and what the rest allow.

Decides which days and which two releases are shown. Needs no register: the table lies beside the sample
reports. Law: no number is written here; each is reckoned from the table at that moment.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from habeas.counting.ledger.asked import Ask
from habeas.counting.ledger.reconcile import Told
from habeas.counting.ledger.statements import Measure
from habeas.counting.ledger.stories import stories
from habeas.publishing.charts.drawing import Chart
from habeas.tasks.ledger_plot import corridor_of
from habeas.tasks.reconcile import Ledger, Wanted, ledger
from habeas.tasks.refill import ByTotals, refill_of_totals

TABLE = "totals.csv"
SEPTEMBER, DECEMBER = date(2025, 9, 11), date(2025, 12, 13)
"""The two deals: cells freed, and the day until which they may have been filled again."""

HALF_YEARS = [
    date(year, month, 30 + month // 12) for year in range(2021, 2026) for month in (6, 12)
]
DAYS = [date(2020, 12, 31), *HALF_YEARS]
"""The days the corridor is told for, in words."""


@dataclass(frozen=True, slots=True)
class Totals:
    """The ledger with its bounds, a set for each story, how many sets it has, and the refill.

    `stories`: the smallest set of each, and how many other sets share its numbers.
    """

    table: Path
    ledger: Ledger
    stories: tuple[tuple[Told, int], ...]
    refill: ByTotals

    def corridor(self) -> Chart:
        """The picture: bounds at the end of every month."""
        found = self.ledger
        return corridor_of(found.statements, found.answer, (), source=self.table.name)


def totals(folder: Path) -> Totals:
    """What the table in a folder of samples says.

    Raises:
        ReportError: the table cannot be read.
    """
    table = folder / TABLE
    asks = [Ask(Measure.STOCK_INSIDE, day, day) for day in DAYS]
    found = ledger(table, Wanted(asks=asks))
    by_members = {frozenset(told.claims): told for told in found.answer.conflicts}
    groups = stories(by_members)
    told = [
        (min((by_members[one] for one in group), key=lambda one: len(one.claims)), len(group) - 1)
        for group in groups
    ]
    refilled = refill_of_totals(found.statements, SEPTEMBER, DECEMBER, Wanted())
    return Totals(table, found, tuple(told), refilled)
