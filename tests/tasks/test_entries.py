"""One entry is not called entries."""

import pytest

from habeas.tasks.entries import entries, first_entries


@pytest.mark.parametrize(
    ("number", "words", "first"),
    [
        (0, "0 entries", "first 0 entries"),
        (1, "1 entry", "first entry"),
        (2, "2 entries", "first 2 entries"),
        (1200, "1,200 entries", "first 1,200 entries"),
    ],
)
def test_how_many_entries(number: int, words: str, first: str) -> None:
    assert (entries(number), first_entries(number)) == (words, first)
