"""What a slots file may ask for is bounded; what a new register uses is fitted to the machine."""

import pytest

from habeas.errors import IntegrityError
from habeas.protecting.cost import FLOOR, FLOOR_KIB, MOST_KIB, Cost, fitted, stretched

CHEAP = Cost(64, 1, 1)


@pytest.mark.parametrize(
    ("memory", "rounds", "lanes"),
    [(100 * 1024**2, 1, 1), (MOST_KIB + 1, 1, 1), (64, 65, 1), (64, 0, 1), (64, 1, 0), (4, 1, 1)],
)
def test_a_cost_beyond_the_bounds_is_refused_unused(memory: int, rounds: int, lanes: int) -> None:
    with pytest.raises(IntegrityError, match=r"slots\.json was changed"):
        Cost(memory, rounds, lanes)


def test_the_same_words_salt_and_cost_give_the_same_key() -> None:
    salt = bytes(16)
    assert stretched("words", salt, CHEAP) == stretched("words", salt, CHEAP)
    assert stretched("words", salt, CHEAP) != stretched("words", salt, Cost(64, 2, 1))


def test_a_slow_machine_gets_the_floor() -> None:
    assert fitted(lambda cost: 5.0) == FLOOR


def test_a_quick_machine_gets_more_memory_then_more_rounds() -> None:
    chosen = fitted(lambda cost: cost.memory_kib * cost.rounds / (MOST_KIB * 12))
    assert chosen == Cost(MOST_KIB, 12, FLOOR.lanes)


def test_the_middle_between_them_takes_about_the_time_asked_for() -> None:
    chosen = fitted(lambda cost: cost.memory_kib * cost.rounds / (2 * FLOOR_KIB * 4))
    assert chosen == Cost(2 * FLOOR_KIB, 4, FLOOR.lanes)


def test_a_clock_that_stands_still_does_not_ask_for_ever_more() -> None:
    assert fitted(lambda cost: 0.0) == Cost(MOST_KIB, 32, FLOOR.lanes)
