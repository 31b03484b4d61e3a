"""Flows: over worlds whose truth is known, and case by case."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.counting.changes import entries, exits, recognitions
from habeas.counting.flow import Flow, Told, flow
from habeas.counting.inside import inside
from habeas.counting.periods import Period, periods
from habeas.counting.spells import spells
from habeas.errors import MistakeError
from habeas.terms.amount import Amount
from habeas.terms.claim import Claim, Modality
from habeas.terms.kind import Kind
from tests import worlds
from tests.making import by_name, claim
from tests.worlds import END, World

few = settings(max_examples=60, deadline=None)


def flowed(claims: list[Claim], window: list[Period]) -> list[Flow]:
    drawn = spells(claims, by_name(claims)).spells
    return flow(Told(drawn, recognitions(claims, by_name(claims)), claims), window)


@few
@given(worlds.worlds(), worlds.days(), st.integers(0, 600), st.sampled_from(["week", "month"]))
def test_the_truth_lies_within_the_bounds(world: World, first: date, days: int, by: str) -> None:
    window = periods(first, min(END, first + timedelta(days)), by)
    for one in flowed(list(world.claims), window):
        low, high = one.period.first, one.period.last
        came = sum(1 for stay in world.truths if low <= stay.entered <= high)
        went = sum(1 for stay in world.truths if stay.left and low <= stay.left <= high)
        assert came in one.detained.bounds
        assert went in one.out.bounds
        assert came - went in one.net


@few
@given(worlds.truths(), worlds.days(), st.integers(0, 400))
def test_inside_later_is_inside_before_and_net(
    stays: tuple[worlds.Truth, ...], first: date, days: int
) -> None:
    """On certain data, without stays so old that silence makes them doubtful."""
    window = periods(first, min(END, first + timedelta(days)), "month")
    claims = list(worlds.exact(stays).claims)
    drawn = spells(claims, by_name(claims)).spells
    closed = [spell for spell in drawn if spell.left is not None]
    found = flow(Told(closed, (), ()), window)
    before = inside(closed, on=first - timedelta(1), known_by=END).number.high
    for one in found:
        assert before is not None and one.net.low == one.net.high
        before += one.net.low
        assert (one.sure, one.possible) == (before, 0)
        assert one.net.low == len(one.detained.sure) - len(one.out.sure)


@few
@given(worlds.worlds(), worlds.days(), st.integers(0, 60))
def test_inside_is_what_count_says(world: World, first: date, days: int) -> None:
    drawn = spells(world.claims, by_name(list(world.claims))).spells
    for one in flow(Told(drawn, (), ()), periods(first, first + timedelta(days), "week")):
        last = one.period.last
        count = inside(drawn, on=last, known_by=max(last, END))
        assert (one.sure, one.possible) == (len(count.sure), len(count.possible))


MONTHS = periods(date(2025, 11, 1), date(2025, 12, 31), "month")


def numbers(one: Flow) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    """Sure and dated-possible of each."""
    parts = one.detained, one.recognised, one.out
    found = [(len(part.sure), len(part.possible)) for part in parts]
    return found[0], found[1], found[2]


def test_sure_possible_and_undated_are_told_apart() -> None:
    told = [
        claim(1, Kind.DETAINED, "2025-11-05", who="Ales Bialiatski"),
        claim(2, Kind.RELEASED, "2025-11-28/2025-12-03", who="Ales Bialiatski"),
        claim(3, Kind.RELEASED, "2025-12-13", who="Maria Kalesnikava"),
        claim(4, Kind.DETAINED, "2025-12", who="Viktar Babaryka"),
    ]
    november, december = flowed(told, MONTHS)
    assert numbers(november) == ((1, 0), (0, 0), (0, 1))
    assert numbers(december) == ((1, 0), (0, 0), (1, 1))
    assert (november.detained.undated, december.detained.undated) == (1, 1)
    assert (november.out.undated, december.out.undated) == (0, 0)
    assert (december.left["released"].bounds.low, december.left["released"].bounds.high) == (1, 2)
    assert (november.net.low, november.net.high) == (0, 2)


def test_who_came_and_left_within_a_period_weighs_nothing() -> None:
    told = [
        claim(1, Kind.DETAINED, "2025-11-05", who="Ales Bialiatski"),
        claim(2, Kind.RELEASED, "2025-11-20", who="Ales Bialiatski"),
    ]
    (november, _december) = flowed(told, MONTHS)
    assert (len(november.detained.sure), len(november.out.sure)) == (1, 1)
    assert (november.net.low, november.net.high) == (0, 0)


def test_only_the_first_recognition_is_new() -> None:
    told = [
        claim(1, Kind.RECOGNISED, "2025-11-05", who="Ales Bialiatski"),
        claim(2, Kind.RECOGNISED, "2025-11-01/2025-11-30", who="Ales Bialiatski"),
        claim(3, Kind.RECOGNISED, "2025-12-05", who="Ales Bialiatski"),
        claim(4, Kind.RECOGNISED, "2025-12-05", who="Maria Kalesnikava", modality=Modality.ALLEGED),
        claim(5, Kind.RECOGNISED, None, who="Viktar Babaryka", known="2025-12-16"),
    ]
    november, december = flowed(told, MONTHS)
    assert numbers(november)[1] == (1, 0)
    assert numbers(december)[1] == (0, 0)
    assert (november.recognised.undated, december.recognised.undated) == (1, 2)


def test_an_untold_exit_is_possible_once_silence_is_too_long() -> None:
    told = [claim(1, Kind.DETAINED, "2024-12-10", who="Ales Bialiatski")]
    drawn = spells(told, by_name(told)).spells
    (gone,) = exits(drawn)
    assert (gone.kind, gone.low, gone.certain) == ("unseen", date(2025, 12, 11), False)
    november, december = flowed(told, MONTHS)
    assert (november.out.undated, december.out.undated) == (0, 1)
    assert (november.sure, december.sure, december.possible) == (1, 0, 1)


def test_custody_untold_is_a_change_that_may_never_have_been() -> None:
    told = [claim(1, Kind.CHARGED, "2025-11-05", who="Ales Bialiatski")]
    (came,) = entries(spells(told, by_name(told)).spells)
    assert not came.certain and not came.dated


def test_reported_flows_stand_beside() -> None:
    told = [
        claim(1, Kind.RELEASED, "2025-12-13", amount=Amount(123)),
        claim(2, Kind.FLOW_TOTAL, "2025-11-15/2025-12-02", amount=Amount(50)),
        claim(3, Kind.STOCK_TOTAL, "2025-12-13", amount=Amount(1135)),
        claim(4, Kind.RELEASED, "2025-12-13", amount=Amount(9), modality=Modality.PLANNED),
    ]
    november, december = flowed(told, MONTHS)
    assert [one.id for one in november.reported] == ["c-0002"]
    assert [one.id for one in december.reported] == ["c-0002", "c-0001"]
    assert december.out.bounds.high == 0


def test_periods_are_cut_at_both_ends() -> None:
    week = periods(date(2025, 12, 26), date(2026, 1, 6), "week")
    assert [(one.name, one.first.day, one.last.day) for one in week] == [
        ("2025-W52", 26, 28),
        ("2026-W01", 29, 4),
        ("2026-W02", 5, 6),
    ]
    assert [one.name for one in periods(date(2025, 12, 30), date(2026, 1, 1), "day")] == [
        "2025-12-30",
        "2025-12-31",
        "2026-01-01",
    ]
    assert [one.last.day for one in periods(date(2024, 2, 3), date(2024, 3, 5), "month")] == [29, 5]
    assert periods(date(9999, 12, 30), date.max, "month")[-1].last == date.max
    assert periods(date(9999, 12, 30), date.max, "week")[-1].last == date.max


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2025, 1, 2), date(2025, 1, 1), "window-empty"),
        (date(1900, 1, 1), date(2025, 1, 1), "periods-too-many"),
    ],
)
def test_windows_that_cannot_be(first: date, last: date, code: str) -> None:
    with pytest.raises(MistakeError) as caught:
        periods(first, last, "day")
    assert caught.value.code == code
