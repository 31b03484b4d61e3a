from __future__ import annotations

import pytest

from habeas.language.numbers import numbers
from habeas.language.pack import pack
from habeas.language.sorts import Sort
from habeas.terms.amount import Hedge


def test_where_a_number_stands_with_and_without_its_hedge() -> None:
    text = "Es sind mehr als 120 Menschen."
    (found,) = numbers(text, pack("de"))
    assert text[found.start : found.stop] == "120"
    assert text[found.whole_start : found.whole_stop] == "mehr als 120"
    assert found.amount.hedge is Hedge.MORE_THAN


def test_a_number_that_is_not_whole_keeps_its_decimal() -> None:
    half, whole = numbers("3,5 Prozent, 1,4 Millionen Menschen", pack("de"))
    assert (half.amount.value, half.decimal, half.sort) == (3, 3.5, Sort.PERCENT)
    assert (whole.amount.value, whole.decimal) == (1_400_000, None)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("de", "neunhundertneunundneunzigtausendneunhundertneunundneunzig", 999_999),
        ("de", "zweiundzwanzig", 22),
        ("de", "hundertundeins", 101),
        ("de", "dreieinhalbtausend", 3500),
        ("en", "two hundred and forty-six", 246),
        ("en", "nineteen thousand five hundred", 19_500),
        ("ru", "девятьсот девяносто девять тысяч девятьсот девяносто девять", 999_999),
        ("ru", "двумстам сорока шести", 246),
        ("pl", "dwieście czterdzieści sześć", 246),
        ("uk", "двісті сорок шість", 246),
        ("be", "дзвесце сорак шэсць", 246),
        ("lt", "du šimtai keturiasdešimt šeši", 246),
    ],
)
def test_numbers_in_words(code: str, text: str, value: int) -> None:
    assert [(one.amount.value, one.start, one.stop) for one in numbers(text, pack(code))] == [
        (value, 0, len(text))
    ]


@pytest.mark.parametrize("text", ["ein Haus", "einer von ihnen", "Einheit", "achtsam", "Zweig"])
def test_words_that_are_no_numbers(text: str) -> None:
    assert numbers(text, pack("de")) == []


@pytest.mark.parametrize(
    ("code", "text", "sort"),
    [
        ("de", "2020 Menschen", Sort.COUNT),
        ("de", "wurde 2020 verhaftet", Sort.YEAR),
        ("de", "der 30-Jährige", Sort.AGE),
        ("de", "§ 88", Sort.ARTICLE),
        ("de", "14:30", Sort.TIME),
        ("de", "5:2", Sort.SCORE),
        ("en", "the 21st anniversary", Sort.ORDINAL),
        ("en", "a 21-day leave", Sort.TERM),
        ("en", "$5,000", Sort.MONEY),
        ("en", "F-16", Sort.OTHER),
        ("ru", "57% осуждённых", Sort.PERCENT),
        ("ru", "ст. 361", Sort.ARTICLE),
    ],
)
def test_sorts(code: str, text: str, sort: Sort) -> None:
    assert [one.sort for one in numbers(text, pack(code))] == [sort]


def test_a_weak_word_is_marked() -> None:
    weak, firm = numbers("Eine Frau und zwei Männer.", pack("de"))
    assert (weak.amount.value, weak.weak, firm.weak) == (1, True, False)


def test_a_number_beyond_all_people_is_left_out() -> None:
    assert numbers("1" * 40, pack("de")) == []
