"""Laws of `Bounds`: its arithmetic never excludes the truth, and never narrows by itself."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.terms.bounds import Bounds
from tests.strategies import bounds


def inside(draw: st.DataObject, of: Bounds) -> int:
    """Any number that the bounds allow: the truth, for all that is known."""
    high = of.low + 50_000 if of.high is None else of.high
    number = draw.draw(st.integers(of.low, high))
    assert number in of
    return number


@given(bounds(), bounds(), st.data())
def test_a_sum_holds_every_true_sum(one: Bounds, other: Bounds, data: st.DataObject) -> None:
    assert inside(data, one) + inside(data, other) in one + other


@given(bounds(), bounds(), st.data())
def test_a_difference_holds_every_true_difference(
    one: Bounds, other: Bounds, data: st.DataObject
) -> None:
    difference = one.minus(other)
    if other.high is None:
        assert difference is None
    else:
        assert difference is not None
        assert inside(data, one) - inside(data, other) in difference


@given(bounds(), bounds())
def test_a_sum_is_never_narrower_than_its_parts(one: Bounds, other: Bounds) -> None:
    whole = one + other
    for part in (one, other):
        if whole.high is not None:
            assert part.high is not None
            assert whole.high - whole.low >= part.high - part.low


@given(bounds(), bounds(), bounds())
def test_the_order_of_a_sum_is_of_no_account(one: Bounds, two: Bounds, three: Bounds) -> None:
    assert (one + two) + three == one + (three + two)


@given(bounds(), bounds(), st.data())
def test_two_that_share_a_number_meet(one: Bounds, other: Bounds, data: st.DataObject) -> None:
    number = inside(data, one)
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) or number not in other


@given(bounds(), bounds())
def test_two_that_meet_have_a_number_in_common(one: Bounds, other: Bounds) -> None:
    assume(one.meets(other))
    common = max(one.low, other.low)
    assert common in one
    assert common in other


def test_bounds_without_a_number_are_refused() -> None:
    with pytest.raises(MistakeError) as caught:
        Bounds(2, 1)
    assert caught.value.code == "bounds-empty"
