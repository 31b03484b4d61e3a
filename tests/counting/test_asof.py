"""Curves against brute force, and against the rules of `inside`."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.counting.asof import Columns, curves
from habeas.counting.inside import inside
from habeas.counting.spans import columns
from habeas.counting.spells import spells
from habeas.errors import MistakeError
from tests import worlds
from tests.making import by_name
from tests.worlds import BEGIN, END, World

Row = tuple[int, int, int, int, int, int]


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A stay: person, group, then may_from <= sure_from <= sure_to <= may_to (or no sure day)."""
    days = sorted(draw(st.lists(st.integers(-5, 35), min_size=4, max_size=4)))
    person, group = draw(st.integers(0, 4)), draw(st.integers(0, 2))
    if draw(st.booleans()):
        return person, group, days[0], days[3], days[1], days[2]
    return person, group, days[0], days[3], days[1], days[1]


def table(found: list[Row]) -> Columns:
    cells = np.array(found, dtype=np.int64).reshape(len(found), 6)
    return Columns(*(cells[:, column] for column in range(6)))


@settings(max_examples=200, deadline=None)
@given(st.lists(rows(), max_size=12), st.integers(-3, 5), st.integers(1, 30))
def test_equal_to_asking_for_each_day(found: list[Row], first: int, days: int) -> None:
    got = curves(table(found), first=first, days=days, groups=3)
    for group in range(3):
        for day in range(first, first + days):
            mine = [row for row in found if row[1] == group]
            sure = {row[0] for row in mine if row[4] <= day < row[5]}
            may = {row[0] for row in mine if row[2] <= day < row[3]}
            assert got.sure[group, day - first] == len(sure)
            assert got.possible[group, day - first] == len(may - sure)


@settings(max_examples=60, deadline=None)
@given(worlds.worlds(), worlds.days(), st.integers(1, 90))
def test_spans_say_what_inside_says(world: World, start: date, days: int) -> None:
    drawn = spells(world.claims, by_name(list(world.claims))).spells
    table, _people = columns(drawn)
    got = curves(table, first=start.toordinal(), days=days)
    for number in {0, days // 2, days - 1}:
        day = start + timedelta(number)
        count = inside(drawn, on=day, known_by=max(day, END))
        assert got.sure[0, number] == len(count.sure)
        assert got.possible[0, number] == len(count.possible)


def test_nobody_gives_a_flat_line() -> None:
    table, people = columns([])
    got = curves(table, first=BEGIN.toordinal(), days=3)
    assert people == ()
    assert got.sure.tolist() == got.possible.tolist() == [[0, 0, 0]]


def test_a_table_that_cannot_be_packed_is_refused() -> None:
    with pytest.raises(MistakeError) as caught:
        curves(table([(10**9, 0, 0, 1, 0, 1)]), first=0, days=10**6)
    assert caught.value.code == "curves-too-large"
