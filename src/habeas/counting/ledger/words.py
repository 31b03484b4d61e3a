"""Arithmetic in words: a proof as a line that a reader can follow with a pencil.

A contradiction reads "3,500 (…) + 46 (…) make at least 3,546, but 3,531 (…) is the most"; a bound
reads "509 (…) − 283 (…) − 18 (…) = 208". Every number named is one of the statements' own bounds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from habeas.counting.ledger.solver import Proof
from habeas.counting.ledger.statements import Measure, Statement

_WORDS: dict[Measure, str] = {
    Measure.STOCK_INSIDE: "inside",
    Measure.RECOGNISED_IN: "newly recognised",
    Measure.DETAINED: "newly detained",
    Measure.REHABILITATED: "recognised after they had left",
    Measure.PARDONED: "pardoned",
    Measure.PARDONED_STATE: "pardoned, by the state's count",
    Measure.LEFT_PRISON: "left",
    Measure.RELEASED_DEPORTED: "let go and taken abroad",
    Measure.DEPORTED: "taken abroad",
    Measure.DIED_INSIDE: "died inside",
    Measure.CUM_RECOGNISED: "ever recognised",
    Measure.CUM_LEFT: "ever recognised and no longer inside",
}
_SUMS = frozenset(_WORDS) - {Measure.STOCK_INSIDE, Measure.CUM_RECOGNISED, Measure.CUM_LEFT}


def subject(measure: Measure, first: str, last: str) -> str:
    """What is counted, and when, as "inside on 2023-12-31"; days as ISO, both inclusive."""
    what = _WORDS[measure]
    if measure in _SUMS:
        return f"{what} {first}" if first == last else f"{what} {first} to {last}"
    preposition = "on" if measure is Measure.STOCK_INSIDE else "by"
    if first == last:
        return f"{what} {preposition} {first}"
    return f"{what} {preposition} some day of {first} to {last}"


def said(statement: Statement) -> str:
    """The statement's subject and id, as "inside on 2023-12-31, b028"."""
    days = statement.first.isoformat(), statement.last.isoformat()
    return f"{subject(statement.measure, *days)}, {statement.id}"


@dataclass(frozen=True, slots=True)
class _Part:
    """One term of the arithmetic: weight times a bound of a statement (or of an assumption)."""

    weight: Fraction
    number: float
    what: str

    @property
    def words(self) -> str:
        factor = "" if abs(self.weight) == 1 else f"{abs(self.weight)} × "
        return f"{factor}{self.number:,.0f} ({self.what})"

    @property
    def worth(self) -> Fraction:
        return self.weight * Fraction(self.number)


def contradiction(proof: Proof, by_id: Mapping[str, Statement]) -> str:
    """Why the statements cannot all be right, in one sentence."""
    parts = _parts(proof, by_id, upward=False)
    most = [part for part in parts if part.weight < 0]
    least = [part for part in parts if part.weight > 0]
    need = sum((part.worth for part in least), Fraction())
    room = -sum((part.worth for part in most), Fraction())
    left = " + ".join(part.words for part in least) or "0"
    right = " + ".join(part.words for part in most) or "0"
    return (
        f"{left}{_equals(least, need)} at least, but {right}{_equals(most, room)} at most: "
        f"{float(need - room):,.0f} too many"
    )


def bound(proof: Proof, by_id: Mapping[str, Statement], *, upward: bool) -> str:
    """How a bound follows, as a line of arithmetic; "" where it leans on no statement."""
    parts = _parts(proof, by_id, upward=upward)
    if not parts:
        return ""
    parts.sort(key=lambda part: part.weight < 0)
    line = ""
    for part in parts:
        sign = "−" if part.weight < 0 else "+"
        line += f" {sign} {part.words}" if line else ("−" if sign == "−" else "") + part.words
    return f"{line} = {float(sum((p.worth for p in parts), Fraction())):,.0f}"


def _equals(parts: list[_Part], total: Fraction) -> str:
    plain = len(parts) == 1 and abs(parts[0].weight) == 1
    return "" if plain else f" = {float(total):,.0f}"


def _parts(proof: Proof, by_id: Mapping[str, Statement], *, upward: bool) -> list[_Part]:
    """The terms of the proof, those of one statement and weight added up, zeros left out.

    When a sum is made small, or slack is, a positive weight leans on a row's low; when a sum is made
    great, on its high.
    """
    found: dict[tuple[str, Fraction], float] = {}
    for row, weight in proof.weights:
        number = row.low if (weight > 0) != upward else row.high
        if row.owner is not None and number:
            key = (row.owner, Fraction(weight).limit_denominator(1000))
            found[key] = found.get(key, 0.0) + number
    return [
        _Part(weight, number, said(by_id[owner]) if owner in by_id else owner)
        for (owner, weight), number in found.items()
    ]
