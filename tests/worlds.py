"""Small true histories, and true reports about them that are hedged, partial, late or repeated.

What a world keeps, so that the laws of counting can hold: a person's stays lie further apart than any
dated claim is wide; every exit is told by one dated claim; every stay still open is told by its
entry or by a proof. The entry of a person's first stay may be untold, in worlds without expulsions; an
arrest between two exits is told (two releases without one are taken to be one, told with two days, and
asked about). Extra claims are as wide as you like, but hold a dated one. Hearsay may be false: it never
makes anything sure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from hypothesis import strategies as st

from habeas.terms.claim import Claim, Modality
from habeas.terms.kind import Kind
from tests.making import claim

NAMES = ("Maria Kalesnikava", "Ales Bialiatski", "Viktar Babaryka", "Mikola Statkevich")
BEGIN, END = date(2020, 6, 1), date(2025, 12, 31)
GAP, WIDEST = 60, 25


@dataclass(frozen=True, slots=True)
class Truth:
    """One true stay: in from the end of `entered` on, out from the end of `left` on."""

    name: str
    entered: date
    left: date | None

    def inside(self, day: date) -> bool:
        return self.entered <= day and (self.left is None or day < self.left)


@dataclass(frozen=True, slots=True)
class World:
    """True stays, and claims about them."""

    truths: tuple[Truth, ...]
    claims: tuple[Claim, ...]

    def inside(self, day: date) -> set[str]:
        return {truth.name for truth in self.truths if truth.inside(day)}


def days(low: date = BEGIN, high: date = END) -> st.SearchStrategy[date]:
    return st.dates(low, high)


@st.composite
def truths(draw: st.DrawFn) -> tuple[Truth, ...]:
    """Stays of one to four people, up to three each, some of them still open."""
    found: list[Truth] = []
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)):
        day = BEGIN
        for _ in range(draw(st.integers(1, 3))):
            entered = day + timedelta(GAP + draw(st.integers(0, 400)))
            if entered > END:
                break
            left = entered + timedelta(GAP + draw(st.integers(0, 700)))
            if left > END:
                found.append(Truth(name, entered, None))
                break
            found.append(Truth(name, entered, left))
            day = left
    return tuple(found)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A true history and true, partial, hedged reports about it, all published at the end."""
    stays = draw(truths())
    told: list[Claim] = []
    number = count()
    whole = draw(st.booleans())
    met: set[str] = set()
    for stay in stays:
        first = stay.name not in met
        met.add(stay.name)
        for kind, day in _dated(draw, stay, whole, first):
            low, high = _around(draw, day)
            told.append(_claim(next(number), kind, f"{low}/{high}", stay.name))
            if draw(st.booleans()):
                told.append(_claim(next(number), kind, f"../{max(high, END)}", stay.name))
            if draw(st.booleans()):
                wide = f"{low - timedelta(200)}/{high + timedelta(150)}"
                told.append(_claim(next(number), kind, wide, stay.name))
        told.extend(_extras(draw, number, stay))
    return World(stays, tuple(told))


def exact(stays: tuple[Truth, ...]) -> World:
    """The same history, told exactly and wholly."""
    told = [(stay, Kind.DETAINED, stay.entered) for stay in stays]
    told += [(stay, Kind.RELEASED, stay.left) for stay in stays if stay.left]
    return World(
        stays,
        tuple(
            _claim(number, kind, str(day), stay.name)
            for number, (stay, kind, day) in enumerate(told)
        ),
    )


def _dated(draw: st.DrawFn, stay: Truth, whole: bool, first: bool) -> Iterator[tuple[Kind, date]]:
    """What is told of a stay with a day: its exit always, its entry perhaps if it is the first."""
    entry = whole or not first or draw(st.booleans())
    if entry:
        yield Kind.DETAINED, stay.entered
    if stay.left is not None:
        kinds = [Kind.RELEASED, Kind.EXPELLED] if whole else [Kind.RELEASED]
        yield draw(st.sampled_from(kinds)), stay.left
    elif not entry:
        yield Kind.HELD, draw(days(stay.entered, END))


def _extras(draw: st.DrawFn, number: Iterator[int], stay: Truth) -> Iterator[Claim]:
    """Proofs on true days, weak claims, and hearsay that may be false."""
    if draw(st.booleans()):
        last = stay.left - timedelta(1) if stay.left else END
        yield _claim(next(number), Kind.HELD, str(draw(days(stay.entered, last))), stay.name)
    if draw(st.booleans()):
        weak = draw(st.sampled_from([Kind.CHARGED, Kind.SENTENCED, Kind.PARDONED]))
        penalty = draw(st.sampled_from(["", "P3M", "P11Y"]))
        yield claim(next(number), weak, str(draw(days())), who=stay.name, penalty=penalty)
    if draw(st.booleans()):
        kind = draw(st.sampled_from([Kind.DETAINED, Kind.RELEASED, Kind.HELD]))
        how = draw(st.sampled_from([Modality.ALLEGED, Modality.PLANNED, Modality.POSSIBLE]))
        yield claim(next(number), kind, str(draw(days())), who=stay.name, modality=how)


def _around(draw: st.DrawFn, day: date) -> tuple[date, date]:
    before, after = draw(st.integers(0, 12)), draw(st.integers(0, 12))
    return day - timedelta(before), min(END, day + timedelta(after))


def _claim(number: int, kind: Kind, days: str, name: str) -> Claim:
    return claim(number, kind, days, who=name, known=str(END))
