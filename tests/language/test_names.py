"""The nominative of inflected names, and their gender."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.language.names import Gender, family_forms, gender_of, given_names, nominative

_FEMALE, _MALE = Gender.FEMALE, Gender.MALE

_RUSSIAN = [
    ("Марии Колесниковой", "Мария Колесникова", _FEMALE),
    ("Марию Колесникову", "Мария Колесникова", _FEMALE),
    ("Виктору Бабарико", "Виктор Бабарико", _MALE),
    ("Виктора Бабарико", "Виктор Бабарико", _MALE),
    ("Сергея Тихановского", "Сергей Тихановский", _MALE),
    ("Светлана Тихановская", "Светлана Тихановская", _FEMALE),
    ("Светланой Тихановской", "Светлана Тихановская", _FEMALE),
    ("Александр Лукашенко", "Александр Лукашенко", _MALE),
    ("Игоря Лосика", "Игорь Лосик", _MALE),
    ("Алеся Беляцкого", "Алесь Беляцкий", _MALE),
    ("Николая Статкевича", "Николай Статкевич", _MALE),
    ("Татьяны Хомич", "Татьяна Хомич", _FEMALE),
    ("Саши Скочиленко", "Саша Скочиленко", _FEMALE),
    ("Владимира Кара-Мурзы", "Владимир Кара-Мурза", _MALE),
    ("Павла Северинца", "Павел Северинец", _MALE),
    ("Эвана Гершковича", "Эван Гершкович", _MALE),
    ("Ильи Яшина", "Илья Яшин", _MALE),
    ("Джона Коула", "Джон Коул", _MALE),
]


@pytest.mark.parametrize(("written", "name", "gender"), _RUSSIAN)
def test_russian_names(written: str, name: str, gender: Gender) -> None:
    words, found = nominative(written.split(), "ru")
    assert " ".join(words) == name
    assert found is gender


@pytest.mark.parametrize("name", ["Maria Kalesnikava", "Viktor Babaryka", "Toomaj Salehi"])
@pytest.mark.parametrize("code", ["de", "en"])
def test_names_that_do_not_change_stay(name: str, code: str) -> None:
    assert nominative(name.split(), code)[0] == tuple(name.split())


def test_a_name_whose_given_name_nobody_lists_stays() -> None:
    assert nominative(["Кхин", "Тхида"], "ru") == (("Кхин", "Тхида"), None)


def test_genders() -> None:
    assert gender_of(["Maria", "Kalesnikava"], "en") is _FEMALE
    assert gender_of(["Viktar", "Babaryka"], "en") is _MALE
    assert gender_of(["Zzyx", "Babaryka"], "en") is None
    assert gender_of(["Тихановская"], "ru") is _FEMALE


def test_there_are_names_in_both_scripts() -> None:
    for script in ("latin", "cyrillic"):
        assert len(given_names(script)) > 500


@given(st.text(min_size=1, max_size=12))
def test_any_word_has_a_form(text: str) -> None:
    assert family_forms(text, "ru")
    words, _ = nominative([text], "ru")
    assert len(words) == 1
