"""Curves: how many people are inside at the end of every day of a window, surely and possibly.

Decides only the adding up, by difference arrays: each stay adds one on the day it begins and takes one
off on the day it ends. Which days of a stay are sure or possible is for `spans`. Laws:

1. Equal to asking for each day by itself, on every day.
2. People are counted, not stays: several stays of one person in one group add up to one on each day
   (the union of their intervals).
3. Who is sure is not counted as possible.

Cost: one sort of the stays, whatever the number of days. Source: docs/decisions/0033-as-of-in-numpy.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from habeas.errors import MistakeError

Days = npt.NDArray[np.int64]
"""One whole number per stay: a day as a proleptic Gregorian ordinal (`date.toordinal`), or a code."""

_MOST = 2**63


@dataclass(frozen=True, slots=True)
class Columns:
    """Stays as columns of one length; `person` and `group` are codes from 0.

    Days are half-open: possibly inside on `may_from <= day < may_to`, surely on
    `sure_from <= day < sure_to`, which lies within it or is empty.
    """

    person: Days
    group: Days
    may_from: Days
    may_to: Days
    sure_from: Days
    sure_to: Days


@dataclass(frozen=True, slots=True)
class Curves:
    """People by group and day (shape: groups × days); the first column is day `first`."""

    first: int
    sure: Days
    possible: Days


def curves(stays: Columns, *, first: int, days: int, groups: int = 1) -> Curves:
    """The sure and the possible at the end of each of `days` days from `first` on.

    Args:
        stays: Stays in custody; order is of no account.
        first: Ordinal of the first day.
        days: How many days.
        groups: How many groups there are; every code in `stays.group` is below it.

    Raises:
        MistakeError: the table is larger than can be sorted in whole numbers of 64 bits.
    """
    people = int(stays.person.max(initial=-1)) + 1
    if people * groups << 2 * days.bit_length() >= _MOST:
        raise MistakeError(
            f"{people} people in {groups} groups over {days} days are too many for one table; "
            "ask for fewer days.",
            code="curves-too-large",
        )
    key = stays.person * groups + stays.group
    sure = _covered(key, stays.sure_from - first, stays.sure_to - first, (groups, days))
    may = _covered(key, stays.may_from - first, stays.may_to - first, (groups, days))
    return Curves(first, sure, may - sure)


def _covered(key: Days, begin: Days, end: Days, shape: tuple[int, int]) -> Days:
    """How many keys have a stay on each day; `key % groups` is the group."""
    groups, days = shape
    bits = days.bit_length()
    mask = (1 << bits) - 1
    low, high = np.clip(begin, 0, days), np.clip(end, 0, days)
    some = high > low
    packed = (((key[some] << bits) | low[some]) << bits) | high[some]
    packed.sort()
    begun = packed >> bits
    reached = np.maximum.accumulate(((begun >> bits) << bits) | (packed & mask))
    starts = np.ones(len(packed), dtype=bool)
    starts[1:] = begun[1:] > reached[:-1]
    lasts = np.ones(len(packed), dtype=bool)
    lasts[:-1] = starts[1:]
    come, gone = (_tally(ends, bits, groups) for ends in (begun[starts], reached[lasts]))
    return np.cumsum((come - gone)[:, :days], axis=1)


def _tally(ends: Days, bits: int, groups: int) -> Days:
    """How many of these packed keys and days there are, by group and day."""
    place = (((ends >> bits) % groups) << bits) | (ends & ((1 << bits) - 1))
    return np.bincount(place, minlength=groups << bits).reshape(groups, 1 << bits)
