"""Words of a text: where they stand, and what is one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.words import folded, words


@given(st.text(max_size=60))
def test_words_stand_in_order_at_their_places(text: str) -> None:
    row = words(text)
    assert all(text[word.start : word.stop] == word.text for word in row)
    assert all(word.low == folded(word.text) for word in row)
    assert all(one.stop <= two.start for one, two in zip(row, row[1:], strict=False))
    assert "".join(word.text for word in row) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("US-Gesandter Kara-Murza", ["US-Gesandter", "Kara-Murza"]),
        ("30-Jährige, U.S. 12", ["30-Jährige", ",", "U.S.", "12"]),
    ],
)
def test_what_is_one_word(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found
