"""Stories and the smallest choices that settle them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from habeas.counting.ledger.stories import (
    number_of_choices,
    smallest_choices,
    stories,
    whole_choices,
)

SETS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=4), max_size=7)


@given(SETS)
def test_smallest_choices_are_those_of_brute_force(sets: list[frozenset[str]]) -> None:
    for size in range(9):
        hits = [
            one for one in combinations("abcdefgh", size) if all(set(one) & two for two in sets)
        ]
        if hits:
            assert smallest_choices(sets) == hits
            return


@given(SETS)
def test_stories_share_no_member_and_their_choices_multiply(sets: list[frozenset[str]]) -> None:
    groups = stories(sets)
    told = [frozenset().union(*group) for group in groups]
    assert sorted(map(sorted, (one for group in groups for one in group))) == sorted(
        map(sorted, sets)
    )
    assert all(one.isdisjoint(other) for one, other in combinations(told, 2))
    parts = [smallest_choices(group) for group in groups]
    whole = {tuple(sorted(one)) for one in whole_choices(parts, 10**6)}
    assert whole == set(smallest_choices(sets))
    assert len(whole) == number_of_choices(parts)
