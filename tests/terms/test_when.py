"""Laws of `When`: no day is made up, and EDTF comes back with the same bounds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.terms.when import When, from_edtf, month, on
from tests.strategies import days, whens


@given(whens())
def test_edtf_comes_back_with_the_same_bounds(when: When) -> None:
    again = from_edtf(when.edtf)
    assert (again.earliest, again.latest) == (when.earliest, when.latest)


@given(whens())
def test_edtf_is_written_in_one_way(when: When) -> None:
    assert from_edtf(when.edtf).edtf == when.edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-12-13", date(2025, 12, 13), date(2025, 12, 13)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2020-21", date(2020, 3, 1), date(2020, 5, 31)),
        ("2020-22", date(2020, 6, 1), date(2020, 8, 31)),
        ("2020-23", date(2020, 9, 1), date(2020, 11, 30)),
        ("2020-24", date(2020, 12, 1), date(2021, 2, 28)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
        ("2025-12-13/2025-12-14", date(2025, 12, 13), date(2025, 12, 14)),
        ("2025-12/2026-01", date(2025, 12, 1), date(2026, 1, 31)),
        ("2020/..", date(2020, 1, 1), None),
        ("../2023", None, date(2023, 12, 31)),
        ("2020-23/", date(2020, 9, 1), None),
        ("/2023-05-04", None, date(2023, 5, 4)),
        (" 2025-12 ", date(2025, 12, 1), date(2025, 12, 31)),
    ],
)
def test_edtf_is_read(text: str, earliest: date | None, latest: date | None) -> None:
    assert from_edtf(text) == When(earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2025-13",
        "2025-00",
        "2025-25",
        "2025-02-29",
        "2025-12-32",
        "25-12-13",
        "2025-1-1",
        "0000",
        "2025-12-13T10:00",
        "2025//2026",
        "2025/2026/2027",
        "0000-02",
        "9999-24",
    ],
)
def test_what_is_no_day_is_a_mistake_and_not_a_made_up_day(text: str) -> None:
    with pytest.raises(MistakeError) as caught:
        from_edtf(text)
    assert caught.value.code == "day-unreadable"


@pytest.mark.parametrize("text", ["../..", "/", "../"])
def test_an_interval_needs_a_bound(text: str) -> None:
    with pytest.raises(MistakeError) as caught:
        from_edtf(text)
    assert caught.value.code == "when-unbounded"


def test_an_interval_runs_forward() -> None:
    with pytest.raises(MistakeError) as caught:
        from_edtf("2025-12-14/2025-12-13")
    assert caught.value.code == "when-empty"


@pytest.mark.parametrize(
    ("when", "edtf"),
    [
        (on(date(2025, 12, 13)), "2025-12-13"),
        (month(2024, 2), "2024-02"),
        (When(date(2025, 1, 1), date(2025, 12, 31)), "2025"),
        (When(date(2025, 1, 1), date(2025, 11, 30)), "2025-01-01/2025-11-30"),
        (When(None, date(2023, 12, 31)), "../2023-12-31"),
        (When(date(2020, 1, 1), None), "2020-01-01/.."),
    ],
)
def test_the_shortest_edtf_is_written(when: When, edtf: str) -> None:
    assert when.edtf == edtf


@given(whens(), days())
def test_what_certainly_was_by_a_day_possibly_was(when: When, day: date) -> None:
    assert when.possibly_by(day) or not when.certainly_by(day)
    assert when.possibly_by(day) or not when.may_be(day)


@given(whens(), days())
def test_by_a_day_follows_from_the_days_it_may_be(when: When, day: date) -> None:
    first = when.earliest or min(day, when.latest or day) - timedelta(1)
    last = when.latest or max(day, when.earliest or day) + timedelta(1)
    assert when.possibly_by(day) == (first <= day)
    assert when.certainly_by(day) == (last <= day)


@given(whens(), whens())
def test_two_meet_when_one_day_may_be_both(one: When, other: When) -> None:
    ends = [end for when in (one, other) for end in (when.earliest, when.latest) if end]
    shared = any(one.may_be(day) and other.may_be(day) for day in ends)
    assert one.meets(other) == other.meets(one) == shared


@given(whens())
def test_the_number_of_days_is_that_of_the_interval(when: When) -> None:
    if when.earliest is None or when.latest is None:
        assert when.days is None
    else:
        assert when.days == (when.latest - when.earliest).days + 1
        assert when.days >= 1


@given(whens(), st.text(max_size=9))
def test_the_words_change_no_day(when: When, words: str) -> None:
    told = when.said(words, "rule")
    assert (told.earliest, told.latest, told.words) == (when.earliest, when.latest, words)
