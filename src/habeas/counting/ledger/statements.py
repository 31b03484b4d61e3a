"""`Statement`: one reported number about many people, with its day or window, hedge and definition.

Decides which measures and hedges there are and what range of numbers each allows. Where statements
come from (a table, a register) is for `tasks`; what they imply together, for `system`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.errors import MistakeError
from habeas.terms.amount import Hedge, allowed
from habeas.terms.bounds import Bounds
from habeas.terms.count import Issue
from habeas.terms.when import from_edtf

ROUND = "round"
"""A hedge of the table: printed without one, yet rounded to hundreds."""

ROUND_HALF = 50
"""Half-width of a number rounded to hundreds."""


class Measure(StrEnum):
    """What a number counts. All are of people under one definition."""

    STOCK_INSIDE = "stock_inside"
    """In custody at the end of a day (of some day of a window)."""
    RECOGNISED_IN = "recognised_in"
    """Newly counted while inside, within a window."""
    DETAINED = "detained"
    """Newly counted, for definitions that count from the arrest."""
    REHABILITATED = "rehabilitated"
    """Newly counted only after they had left, within a window."""
    PARDONED = "pardoned"
    """Left by pardon, amnesty or exchange, within a window."""
    LEFT_PRISON = "left_prison"
    """Left in any way, death included, within a window."""
    PARDONED_STATE = "pardoned_state"
    """Pardoned by the state's own announcement, within a window."""
    RELEASED_DEPORTED = "released_deported"
    """Let go and taken abroad, within a window; some of those who left."""
    DEPORTED = "deported"
    """Left and were taken abroad within a window; some of those who left."""
    DIED_INSIDE = "died_inside"
    """Died in custody within a window; some of those who left."""
    CUM_RECOGNISED = "cum_recognised"
    """Ever counted, by the end of a day."""
    CUM_LEFT = "cum_left"
    """Ever counted and no longer inside, by the end of a day."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One reported number. It speaks of `first..last`, both inclusive (a stock: some day of it).

    `part` and `part_of` say that it is one part ("men") of another statement's number. `width`:
    half-width chosen in place of its hedge's own, in people (below the value only, for "almost").
    """

    id: str
    first: date
    last: date
    measure: Measure
    value: int
    hedge: str
    definition: str
    claimant: str = ""
    address: str = ""
    note: str = ""
    quote: str = ""
    part: str = ""
    part_of: str = ""
    width: int | None = None

    @property
    def bounds(self) -> Bounds:
        """Whole numbers its hedge allows, or, where a `width` was chosen, those within it."""
        if self.width is not None:
            high = self.value - 1 if self.hedge == Hedge.ALMOST else self.value + self.width
            return Bounds(max(0, min(self.value - self.width, high)), max(0, high))
        if self.hedge == ROUND:
            return Bounds(max(0, self.value - ROUND_HALF), self.value + ROUND_HALF)
        return allowed(self.value, Hedge(self.hedge))


_KEYS = ("id", "date_from", "measure", "value")


def statements(
    rows: Iterable[Mapping[str, str | None]], *, name: str
) -> tuple[list[Statement], list[Issue]]:
    """Statements of a table's rows (columns as in the reference), and an issue per row left out.

    `name` is the table's, for the sentences. Lines are counted from 2, since the first is the header.
    """
    found: dict[str, Statement] = {}
    issues: list[Issue] = []
    for line, row in enumerate(rows, start=2):
        try:
            statement = _statement(row)
            if statement.id in found:
                raise MistakeError(f"the id {statement.id} stands twice", code="id-twice")
        except MistakeError as wrong:
            issues.append(
                Issue(wrong.code, f"{name}, line {line}: left out, since {wrong.sentence}.")
            )
        else:
            found[statement.id] = statement
    return list(found.values()), issues


def _statement(row: Mapping[str, str | None]) -> Statement:
    cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
    for key in _KEYS:
        if not cells.get(key):
            raise MistakeError(f"it has no {key}", code="row-incomplete")
    first, last = _days(cells)
    return Statement(
        cells["id"],
        first,
        last,
        _measure(cells["measure"]),
        _value(cells["value"]),
        _hedge(cells.get("hedge", "")),
        cells.get("definition", ""),
        cells.get("claimant", ""),
        cells.get("url", ""),
        cells.get("note", ""),
        cells.get("quote", ""),
        cells.get("part", ""),
        cells.get("part_of", ""),
    )


def _days(cells: Mapping[str, str]) -> tuple[date, date]:
    lower = from_edtf(cells["date_from"]).earliest
    upper = from_edtf(cells.get("date_to") or cells["date_from"]).latest
    if lower is None or upper is None:
        raise MistakeError("its day is open at one end", code="day-open")
    if upper < lower:
        raise MistakeError(f"its window {lower}/{upper} ends before it begins", code="when-empty")
    return lower, upper


def _measure(word: str) -> Measure:
    if word not in list(Measure):
        known = ", ".join(Measure)
        raise MistakeError(f"the measure “{word}” is not one of {known}", code="measure-unknown")
    return Measure(word)


def _hedge(word: str) -> str:
    hedge = (word or Hedge.EXACT).replace("_", " ")
    if hedge not in (*Hedge, ROUND):
        known = ", ".join((*Hedge, ROUND))
        raise MistakeError(f"the hedge “{word}” is not one of {known}", code="hedge-unknown")
    return hedge


def _value(text: str) -> int:
    digits = text.replace(",", "").replace(" ", "").replace("\u00a0", "")
    if not digits.lstrip("-").isdecimal() or len(digits) > 9:
        raise MistakeError(f"“{text}” is not a number of people", code="value-unreadable")
    value = int(digits)
    if value < 0:
        raise MistakeError(f"a number of people cannot be {value}", code="amount-negative")
    return value
