from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.clean import clean


@pytest.mark.parametrize(
    ("text", "cleaned", "note"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd", None),
        ("Kales\u00adnikava", "Kalesnikava", "1 soft hyphen"),
        ("a\x00b\x07", "ab", "2 control signs"),
        ("a\ud800b", "ab", "lone surrogate"),
        ("\u202ePolice\u202c", "Police", "2 signs for the reading direction"),
        ("\ufeffText\u200b", "Text", "2 blanks of no width"),
        ("Min\u200dsk", "Minsk", "1 joiner"),
        ("Ma\u115fria\u2062", "Maria", "2 blanks of no width"),
        ("Ma\ufe0fria\U000e0041", "Maria", "2 blanks of no width"),
        ("Cafe\u0301", "Café", None),
        ("x" + "\u0316\u0301" * 20, "x" + "\u0316" * 15 + "\u0301" * 15, "10 marks heaped"),
        ("\u20dd" * 31 + " y", "\u20dd" * 31 + " y", None),
        ("•" * 40, "•" * 40, None),
        ("tab\tstays", "tab\tstays", None),
    ],
)
def test_unseen_signs_go_and_are_told(text: str, cleaned: str, note: str | None) -> None:
    got, notes = clean(text)
    assert got == cleaned
    assert len(notes) == (note is not None)
    assert note is None or note in notes[0]


def test_a_joiner_stays_where_letters_join() -> None:
    persian = "می\u200cخواهم"
    assert clean(persian) == (persian, [])


def test_marks_that_come_apart_are_counted_as_they_stand_in_the_end() -> None:
    once, notes = clean("x" + "\u0344" * 25 + "y")
    assert once == "\u1e8d" + "\u0301\u0308" * 15 + "y"
    assert notes == ["Dropped 19 marks heaped on a letter."]
    assert clean(once) == (once, [])


@settings(max_examples=60, deadline=None)
@given(st.text("ae\u0301\u0316\u0344\u0345\u0f73•\n", max_size=200))
def test_heaps_of_marks_are_cut_once(text: str) -> None:
    once, _ = clean(text)
    assert clean(once) == (once, [])
    assert unicodedata.is_normalized("NFC", once)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once, _ = clean(text)
    assert clean(once) == (once, [])
    assert once.encode("utf-8").decode("utf-8") == once
    assert unicodedata.is_normalized("NFC", once)


def test_a_sign_is_dropped_alone_as_it_is_beside_others() -> None:
    signs = map(chr, (*range(0x3200), *range(0xD800, 0xE000), *range(0xFE00, 0x10000), 0xE0041))
    other = [sign for sign in signs if clean(f"a{sign}b")[0] != clean(f"a{sign}b\0")[0]]
    assert other == []
