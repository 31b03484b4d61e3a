"""Latin words of names from elsewhere, by ear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.language.heard import VOWEL, vowels_apart, without_article


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("khaled", "halid"),
        ("moubarak", "mubarak"),
        ("shaheed", "shahid"),
        ("hameedawi", "hamidawi"),
        ("sakr", "saqr"),
    ],
)
def test_one_name_in_two_romanisations(left: str, right: str) -> None:
    loss = vowels_apart(left, right)
    assert loss is not None
    assert loss <= 2 * VOWEL
    assert vowels_apart(right, left) == loss


def test_other_consonants_are_other_names() -> None:
    assert vowels_apart("salehi", "sharifi") is None
    assert vowels_apart("ali", "ala") is None


def test_an_article_is_seen_before_enough_of_a_word() -> None:
    assert without_article("alhathloul") == "hathloul"
    assert without_article("albina") == "bina"
    assert without_article("aleh") == "aleh"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzš", max_size=12))
def test_a_word_sounds_like_itself(word: str) -> None:
    assert vowels_apart(word, word) in (None, 0.0)
