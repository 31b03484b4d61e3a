"""Words are found again whatever the typography, and in no other spelling."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.others.typography import folded

TEXT = (
    "Laut «Вясна» kamen am Samstag\u00a0123 politische Ge\u00adfangene frei – darunter Café’s Wirt."
)


def found(words: str, text: str = TEXT) -> list[str]:
    return [text[start:stop] for start, stop in folded(text).found(words)]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Samstag 123", "Samstag\u00a0123"),
        ("politische  Gefangene", "politische Ge\u00adfangene"),
        ('"Вясна"', "«Вясна»"),
        ("„Вясна“ kamen", "«Вясна» kamen"),
        ("frei - darunter", "frei – darunter"),
        ("Cafe\u0301's", "Café’s"),
        ("  am\nSamstag ", "am Samstag"),
    ],
)
def test_only_the_typography_differs(words: str, there: str) -> None:
    assert found(words) == [there]


@pytest.mark.parametrize(
    "words",
    [
        "samstag",
        "Sаmstag",
        "Samsta",
        "amstag",
        "12",
        "Samstag 124",
        "politisch Gefangene",
        "Cafe's",
        "",
        " – ",
        "«»",
        "kamen … frei",
    ],
)
def test_another_spelling_is_not_found(words: str) -> None:
    assert found(words) == []


def test_every_place_is_found_in_order() -> None:
    text = "one two one two one"
    assert list(folded(text).found("one")) == [(0, 3), (8, 11), (16, 19)]
    assert list(folded(text).found("one", 1, 12)) == [(8, 11)]
    assert list(folded(text).found("two one", 0, 11)) == [(4, 11)]


@given(st.text(max_size=80).map(lambda text: unicodedata.normalize("NFC", text)), st.data())
def test_what_is_found_is_what_was_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    words = text[start:stop]
    for first, last in folded(text).found(words):
        assert 0 <= first < last <= len(text)
        assert folded(text[first:last]).signs.strip() == folded(words).signs.strip()


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(once.signs).signs == once.signs
    assert len(once.places) == len(once.signs) + 1
    assert list(once.places) == sorted(once.places)
