"""What a stay refuses, and how a count's number follows from its people."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.terms.bounds import Bounds
from habeas.terms.count import Count, Spell
from habeas.terms.ids import PersonId
from habeas.terms.kind import Kind
from habeas.terms.when import When
from tests.strategies import whens

PEOPLE = st.lists(st.integers(0, 999).map(lambda n: PersonId(f"c-{n}.0")), max_size=9)


@given(whens(), whens())
def test_a_stay_ends_no_sooner_than_it_may_have_begun(entered: When, left: When) -> None:
    if entered.earliest and left.latest and left.latest < entered.earliest:
        with pytest.raises(MistakeError) as caught:
            Spell(PersonId("p"), entered, left, None, Kind.RELEASED, ())
        assert caught.value.code == "spell-turned-round"
    else:
        spell = Spell(PersonId("p"), entered, left, None, Kind.RELEASED, ())
        assert (spell.entered, spell.left) == (entered, left)


@given(PEOPLE, PEOPLE)
def test_a_number_runs_from_the_sure_to_all(sure: list[PersonId], more: list[PersonId]) -> None:
    day = date(2025, 12, 13)
    count = Count("inside", day, day, "named", tuple(sure), tuple(more), ())
    assert count.number == Bounds(len(sure), len(sure) + len(more))
