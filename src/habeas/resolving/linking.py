"""Two lists of people joined: which records are one person's, with a likeness and its reasons.

Decides the likeness of very many pairs at once, by the weights of `words` and `circumstances`, and
which pair a record is given. Which pairs are looked at is for `keys`. Laws: the same lists give the same
links; each record of the second list is linked once at most; a likeness is the sum of its reasons, as
in `compare`, but looser: the sex of a surname is not asked, cases are not read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from habeas.resolving.circumstances import BORN_A_YEAR_APART, BORN_IN_ONE_YEAR
from habeas.resolving.judging import Floats, Judge
from habeas.resolving.keys import Ints, Keyed, Words, rows
from habeas.resolving.mistyped import mistyped

NO_YEAR = -1
"""A year that is not known."""

_AT_ONCE = 200_000


@dataclass(frozen=True, slots=True)
class People:
    """A list: names, and years of birth (`NO_YEAR` where unknown)."""

    names: Sequence[str]
    years: Ints


@dataclass(frozen=True, slots=True)
class Link:
    """Record `left` of one list and `right` of the other, as one person with this likeness.

    `others` are the records of the first list that are nearly as like (the link is doubtful then).
    """

    left: int
    right: int
    likeness: float
    reasons: tuple[tuple[str, float], ...]
    others: int


def links(one: People, two: People, *, least: float = 0.5, itself: bool = False) -> list[Link]:
    """The links of two lists whose likeness is `least` or more, in the order of the second list.

    `itself`: both are one list; then a record is linked to one that stands before it.
    """
    words = Words([], {})
    tables = rows(one.names, words), rows(two.names, words)
    keyed = Keyed(words.written)
    judge = Judge(words.written, keyed)
    left, right = _met(judge, keyed, tables, (one.years, two.years))
    if itself:
        left, right = left[left < right], right[left < right]
    by_year = _by_year(one.years[left], two.years[right])
    sums = by_year.copy()
    for at in range(0, len(left), _AT_ONCE):
        part = slice(at, at + _AT_ONCE)
        sums[part] += judge.sums(tables[0][left[part]], tables[1][right[part]])
    chosen, others = _chosen(right, sums, len(two.names), least)
    steps = judge.reasons(tables[0][left[chosen]], tables[1][right[chosen]])
    return [
        Link(
            int(left[at]),
            int(right[at]),
            round(float(1 / (1 + np.exp(-float(sums[at])))), 6),
            (*step, *_year(float(by_year[at]))),
            int(more),
        )
        for at, more, step in zip(chosen, others, steps, strict=True)
    ]


def _met(
    judge: Judge, keyed: Keyed, tables: tuple[Ints, Ints], years: tuple[Ints, Ints]
) -> tuple[Ints, Ints]:
    """The pairs that are looked at: those that share a key, or a year and nearly a name; by places."""
    width = max(1, len(tables[1]))
    found = []
    for left, right in (keyed.meetings(*tables), mistyped(judge, tables, years)):
        gap = np.abs(years[0][left] - years[1][right])
        known = (years[0][left] != NO_YEAR) & (years[1][right] != NO_YEAR)
        fits_year = ~known | (gap <= 1)
        found.append(left[fits_year] * width + right[fits_year])
    both = np.unique(np.concatenate(found))
    return both // width, both % width


def _by_year(one: Ints, two: Ints) -> Floats:
    known = (one != NO_YEAR) & (two != NO_YEAR)
    weight = np.where(one == two, BORN_IN_ONE_YEAR, BORN_A_YEAR_APART)
    return np.where(known, weight, 0.0).astype(np.float32)


def _year(weight: float) -> tuple[tuple[str, float], ...]:
    if not weight:
        return ()
    return (("born in one year" if weight > 0 else "born a year apart", weight),)


def _chosen(right: Ints, sums: Floats, size: int, least: float) -> tuple[Ints, Ints]:
    """The best pair of each record on the right, and how many others are within half a unit of it."""
    line = np.log(least / (1 - least))
    best = np.full(size, -1e9, np.float32)
    np.maximum.at(best, right, sums)
    near = sums >= np.maximum(best[right] - 0.5, line)
    count = np.bincount(right[near], minlength=size)
    top = np.flatnonzero(near & (sums == best[right]))
    _records, first = np.unique(right[top], return_index=True)
    return top[first], count[right[top[first]]] - 1
