from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Калеснікава", "Kalesnikava"),
        ("Калесникава", "KALESNIKAVA"),
        ("Бабарыка", "Babaryka"),
        ("Ціханоўская", "Tsikhanouskaya"),
        ("Łukašenka", "Lukasenka"),
        ("Алёна", "Алена"),
        ("Дар’я", "Дар'я"),
        ("Вясна", "Wjasna"),
        ("Андрей", "Andrey"),
        ("Zoë  Groß", "zoe gross"),
    ],
)
def test_spellings_that_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Лосик", "Лосев"), ("Coale", "Cole"), ("Анна", "Нина")]
)
def test_names_that_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())
    assert not any(unicodedata.combining(sign) for sign in folded)


def test_half_signs_do_not_break_it() -> None:
    assert fold("a\ud800") == "a\ud800"
