"""What a hedged number allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.terms.amount import Amount, Hedge, allowed
from habeas.terms.bounds import Bounds
from tests.strategies import amounts


@pytest.mark.parametrize(
    ("value", "hedge", "low", "high"),
    [
        (123, Hedge.EXACT, 123, 123),
        (2000, Hedge.MORE_THAN, 2001, None),
        (2000, Hedge.AT_LEAST, 2000, None),
        (1200, Hedge.AT_MOST, 0, 1200),
        (1200, Hedge.ABOUT, 1170, 1230),
        (10, Hedge.ABOUT, 9, 11),
        (0, Hedge.ABOUT, 0, 1),
        (1300, Hedge.ALMOST, 1261, 1299),
        (10, Hedge.ALMOST, 9, 9),
        (1, Hedge.ALMOST, 0, 0),
        (0, Hedge.ALMOST, 0, 0),
    ],
)
def test_a_hedge_allows(value: int, hedge: Hedge, low: int, high: int | None) -> None:
    assert allowed(value, hedge) == Bounds(low, high)


@given(amounts())
def test_no_hedge_allows_a_negative_number_of_people(amount: Amount) -> None:
    assert amount.bounds.low >= 0


@given(st.integers(1, 1_000_000))
def test_almost_is_below_the_value_and_more_than_is_above(value: int) -> None:
    assert value not in allowed(value, Hedge.ALMOST)
    assert value not in allowed(value, Hedge.MORE_THAN)


@given(st.integers(0, 1_000_000), st.sampled_from(Hedge))
def test_a_hedge_other_than_these_two_allows_the_value_itself(value: int, hedge: Hedge) -> None:
    if hedge not in (Hedge.ALMOST, Hedge.MORE_THAN):
        assert value in allowed(value, hedge)


@given(st.integers(0, 100_000), st.integers(0, 100_000), st.sampled_from(Hedge))
def test_a_larger_number_allows_no_smaller_range(one: int, more: int, hedge: Hedge) -> None:
    smaller, larger = allowed(one, hedge), allowed(one + more, hedge)
    assert smaller.low <= larger.low
    if smaller.high is not None and larger.high is not None:
        assert smaller.high <= larger.high


def test_a_negative_number_is_a_mistake() -> None:
    with pytest.raises(MistakeError) as caught:
        allowed(-1, Hedge.EXACT)
    assert caught.value.code == "amount-negative"
