"""A page: which of its numbers lie within a sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.reading.page import page


@settings(max_examples=20)
@given(st.lists(st.integers(2, 999), min_size=1, max_size=6))
def test_numbers_of_a_sentence(values: list[int]) -> None:
    text = " ".join(f"On Monday {value} people were arrested in Minsk." for value in values)
    seen = page(text, "en", None)
    for sentence, value in zip(seen.sentences, values, strict=True):
        within = seen.numbers_in(sentence.start, sentence.stop)
        assert [one.amount.value for one in within] == [value]
    assert seen.numbers_in(0, len(text)) == seen.numbers


def test_a_number_over_a_border_is_in_neither_part() -> None:
    seen = page("They arrested 123 people.", "en", None)
    assert seen.numbers_in(0, 16) == ()
    assert seen.numbers_in(15, 25) == ()
