"""Belarusian in Latin script, written in Cyrillic with the way back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.identify import language_of
from habeas.language.pack import codes
from habeas.language.transcript import respelled, script, transcript

_WORDS = [
    ("Siarhiej Cichanoŭski", "Сяргей Ціханоўскі"),
    ("na volu vyjšli čatyrnaccać čałaviek", "на волю выйшлі чатырнаццаць чалавек"),
    ("Alaksandr Łukašenka", "Аляксандр Лукашэнка"),
    ("u Vilniu", "у Вільню"),
    ("asudžany na piać hadoŭ", "асуджаны на пяць гадоў"),
    ("Jaŭhien Viarbicki", "Яўген Вярбіцкі"),
]


@pytest.mark.parametrize(("latin", "cyrillic"), _WORDS)
def test_words(latin: str, cyrillic: str) -> None:
    seen = transcript(f"{latin} ŭ", "be")
    assert seen is not None
    assert seen.text == f"{cyrillic} ў"


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Сяргей Ціханоўскі", "Siarhiej Cichanoŭski"),
        ("Марыя Калеснікава", "Maryja Kalesnikava"),
        ("Алесь Бяляцкі", "Aleś Bialacki"),
        ("Юлія Чарняўская", "Julija Čarniaŭskaja"),
        ("Мікола Статкевіч", "Mikoła Statkievič"),
    ],
)
def test_names_written_back(cyrillic: str, latin: str) -> None:
    assert respelled(cyrillic, "be") == latin


def test_only_a_text_in_the_second_script_has_a_transcript() -> None:
    assert transcript("Сяргея Ціханоўскага вызвалілі.", "be") is None
    assert transcript("The minister was dismissed.", "be") is None
    assert [code for code in codes() if script(code) is not None] == ["be"]
    assert transcript("Vyjšaŭ na volu.", "ru") is None
    assert respelled("Мария", "ru") == "Мария"


def test_paragraphs_in_cyrillic_stand_unchanged() -> None:
    seen = transcript("Вызвалілі Ціханоўскага.\nVyzvalili Cichanoŭskaha.", "be")
    assert seen is not None
    assert seen.text == "Вызвалілі Ціханоўскага.\nВызвалілі Ціханоўскага."


def test_it_is_known_as_belarusian() -> None:
    text = "Siarod ich byŭ Ihar Losik, jakoha asudzili ŭ śniežni; užo pad viečar jaho vyzvalili."
    assert language_of(text) == "be"


_LETTERS = st.sampled_from(list("abcčćdefhijklłmnńoprsśštuŭvyzźžABCIJLŁŬŽ ’'.,\n12Ябг"))


@settings(max_examples=150)
@given(st.text(_LETTERS, max_size=80))
def test_every_place_has_a_place_in_the_text_in_the_same_order(text: str) -> None:
    seen = transcript(text, "be")
    if seen is None:
        return
    assert len(seen.text) == len(seen.starts) == len(seen.stops)
    assert list(seen.starts) == sorted(seen.starts)
    assert list(seen.stops) == sorted(seen.stops)
    assert all(start < stop for start, stop in zip(seen.starts, seen.stops, strict=True))
    if seen.text:
        assert seen.place(0, len(seen.text)) == (0, len(text))
        assert seen.words(0, len(seen.text)) == text
    assert [sign for sign in seen.text if sign in ".\n12"] == [s for s in text if s in ".\n12"]
