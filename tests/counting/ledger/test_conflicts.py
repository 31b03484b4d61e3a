"""The search for all conflict sets: near first, story by story, and across stories."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.counting.ledger.asked import Assumption
from habeas.counting.ledger.balance import Balance
from habeas.counting.ledger.conflicts import conflicts
from habeas.counting.ledger.matrix import Matrix
from habeas.counting.ledger.splicing import Settled, splice
from habeas.counting.ledger.statements import Measure, Statement
from tests.counting.ledger.worlds import day, statements, with_lie, world

SEEDS = st.integers(0, 10**6)


def members(told: list[Statement]) -> set[frozenset[str]]:
    return {one.members for one in conflicts(told).sets}


def stock(name: str, on: int, value: int) -> Statement:
    return Statement(name, day(on), day(on), Measure.STOCK_INSIDE, value, "exact", "d")


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_neighbours_and_stories_find_what_all_subsets_say(seed: int) -> None:
    """Against brute force, with neighbourhoods so small that there are several."""
    told = statements(world(seed, 30), seed, 7)
    for n in range(3):
        told, _lie = with_lie(told, seed + n)
    unique = {(o.measure, o.first, o.last, o.bounds): o for o in told}
    told = list(unique.values())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("habeas.counting.ledger.conflicts.NEIGHBOURS", 2)
        patch.setattr("habeas.counting.ledger.nearby.REACHES", (0, 1))
        found = members(told)
    wrong = [
        frozenset(one.id for one in some)
        for size in range(1, len(told) + 1)
        for some in combinations(told, size)
        if Balance(some).contradiction(one.id for one in some) is not None
    ]
    assert found == {one for one in wrong if not any(other < one for other in wrong)}


def test_many_stories_are_searched_one_by_one() -> None:
    """Twenty pairs that cannot both be right: 2 ** 20 choices, and forty looks."""
    told = [stock(f"a{n}", 5 * n, 10) for n in range(20)]
    told += [stock(f"b{n}", 5 * n, 11) for n in range(20)]
    found = conflicts(told)
    assert len(found.sets) == 20
    assert not found.cut
    assert len(found.choice) == 20
    assert all(part == ((f"a{n}",), (f"b{n}",)) for n, part in enumerate(_by_number(found.choices)))


def _by_number(
    parts: tuple[tuple[tuple[str, ...], ...], ...],
) -> list[tuple[tuple[str, ...], ...]]:
    return sorted(parts, key=lambda part: int(part[0][0][1:]))


def test_a_set_across_two_stories_is_found() -> None:
    """Each pair alone is a story; with one of each, what came in between is too little."""
    told = [stock("a", 0, 10), stock("b", 0, 11), stock("c", 9, 20), stock("d", 9, 21)]
    few = Statement("e", day(1), day(9), Measure.RECOGNISED_IN, 9, "at most", "d")
    assert members([*told, few]) == {
        frozenset("ab"), frozenset("cd"), frozenset("ace"), frozenset("ade"), frozenset("bde"),
    }  # fmt: skip


def test_an_assumption_is_in_force_and_in_no_set() -> None:
    told = [stock("a", 0, 10), stock("b", 9, 40)]
    assert not conflicts(told).sets
    found = conflicts(told, [Assumption(Measure.RECOGNISED_IN, 3)])
    assert [one.owners for one in found.sets] == [("a", "b")]


def test_ways_that_do_not_fit_together_are_a_clash() -> None:
    """Two changes of the same number, each alone allowed, together too much."""
    told = [stock("a", 0, 10), replace(stock("room", 4, 12), hedge="at most")]
    balance = Balance(told)
    assert balance.contradiction(balance.owners) is None
    ground = balance.values
    matrix = Matrix(balance.rows, balance.grid.columns)
    change = np.zeros(balance.grid.columns)
    column = balance.grid.column("stock", balance.grid.span(day(4), day(4))[0])
    change[column] = 12 - ground[column]
    one = (frozenset("x"), [Settled(frozenset("x"), ground + change)])
    other = (frozenset("y"), [Settled(frozenset("y"), ground + change)])
    assert splice(matrix, ground, [one, other]) == {0, 1}
    still = (frozenset("y"), [Settled(frozenset("y"), ground)])
    assert splice(matrix, ground, [one, still]) == frozenset()
