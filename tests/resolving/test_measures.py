"""What a fit is worth."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.resolving.measures import LENGTH_MOST, ODDS_MOST, RARE, SCALE, weight, word_weights

NUMBERS = st.floats(0, 30)


@given(NUMBERS, NUMBERS, NUMBERS, st.integers(1, 20))
def test_more_loss_is_worth_less_and_more_odds_more(
    odds: float, loss: float, more: float, length: int
) -> None:
    assert weight(odds, loss + more, length) <= weight(odds, loss, length)
    assert weight(odds + more, loss, length) >= weight(odds, loss, length)
    assert weight(odds, loss, length) <= weight(ODDS_MOST, 0.0, LENGTH_MOST)


def test_the_weights_are_those_shipped() -> None:
    by = word_weights()
    assert by.loss < 0 < by.odds
    assert by.any > RARE
    assert weight(10.0, 0.0, 5) == 10 * by.odds + 5 * by.length + by.any
    assert SCALE > 1
