"""Reported totals near a day: kept apart, kept as said."""

from datetime import date

from habeas.counting.reported import Near, contradictions, reported
from habeas.terms.bounds import Bounds
from habeas.terms.claim import Claim
from tests.making import total

DAY = date(2025, 12, 14)


def near(*claims: Claim) -> list[tuple[str, str]]:
    found = reported(claims, on=DAY, population=str.casefold)
    return [(one.claim.id, str(one.near)) for one in found]


def test_totals_on_the_day_and_in_the_weeks_around_it() -> None:
    assert near(
        total(1, 1110, "2025-12-14"),
        total(2, 1100, "2025-12"),
        total(3, 1200, "2025-12-16"),
        total(4, 1131, "2025-12-31"),
        total(5, 1184, "2025-11-22"),
    ) == [("c-0001", "on"), ("c-0002", "on"), ("c-0003", "after")]


def test_else_the_nearest_before_and_after() -> None:
    assert near(
        total(1, 1110, "2025-11-22"),
        total(2, 1197, "2025-09"),
        total(3, 1131, "2025-12-31"),
        total(4, 889, "2026-08-30"),
        total(5, 1131, "2025-12-31", hedge="about"),
    ) == [("c-0001", "before"), ("c-0003", "after"), ("c-0005", "after")]


def test_populations_parts_and_definitions_each_have_their_own() -> None:
    found = near(
        total(1, 1110, "2025-12-14", population="political prisoners"),
        total(2, 30000, "2024-01-01", population="prisoners"),
        total(3, 168, "2025-10-01", population="political prisoners", part="women"),
        total(4, 1000, "2025-10-01", population="political prisoners", definition="Viasna"),
    )
    assert sorted(found) == [
        ("c-0001", "on"),
        ("c-0002", "before"),
        ("c-0003", "before"),
        ("c-0004", "before"),
    ]


def test_a_total_without_a_day_stands_on_that_of_its_report() -> None:
    (one,) = reported([total(1, 1200, None, known="2025-12-14")], on=DAY, population=str)
    assert one.near is Near.ON and not one.dated
    (none,) = reported([total(1, 1200, None)], on=DAY, population=str)
    assert none.when is None


def test_hedges_keep_their_bounds() -> None:
    (one,) = reported([total(1, 1200, "2025-12-14", hedge="more than")], on=DAY, population=str)
    assert one.bounds == Bounds(1201, None)


def test_what_is_denied_or_planned_is_no_total() -> None:
    assert near(total(1, 1200, "2025-12-14", modality="denied")) == []
    assert near(total(1, 0, "2025-12-14", modality="planned")) == []


def pairs(*claims: Claim) -> list[tuple[str, str, bool]]:
    found = reported(claims, on=DAY, population=str.casefold)
    return [(pair.one, pair.other, pair.sure) for pair in contradictions(found)]


def test_totals_of_one_day_that_no_number_satisfies() -> None:
    same = {"population": "political prisoners"}
    assert pairs(
        total(1, 1110, "2025-12-14", **same),
        total(2, 1200, "2025-12-14/2025-12-16", **same),
        total(3, 1100, "2025-12-14", hedge="more than", **same),
    ) == [("c-0001", "c-0002", True)]


def test_totals_of_two_days_do_not_contradict_each_other() -> None:
    assert pairs(total(1, 1110, "2025-12-14"), total(2, 1200, "2025-12-15")) == []


def test_totals_perhaps_of_different_people_are_told_apart() -> None:
    whole = {"population": "political prisoners"}
    assert pairs(total(1, 1110, "2025-12-14", **whole), total(2, 1200, "2025-12-14")) == [
        ("c-0001", "c-0002", False)
    ]
    assert pairs(
        total(1, 1110, "2025-12-14", definition="Viasna", **whole),
        total(2, 1200, "2025-12-14", definition="Dissidentby", **whole),
    ) == [("c-0001", "c-0002", False)]
    assert (
        pairs(
            total(1, 1110, "2025-12-14", **whole),
            total(2, 168, "2025-12-14", part="women", **whole),
        )
        == []
    )
