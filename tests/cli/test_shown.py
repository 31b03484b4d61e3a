"""What reaches a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.cli.shown import USUAL, columns, lines_shown, shown
from habeas.cli.terminal import block, wrapped


def test_escape_sequences_are_shown_not_obeyed() -> None:
    assert shown("\x1b[2J\x1b]0;a\x07") == r"\x1b[2J\x1b]0;a\x07"
    assert shown("a\u202eb\x9bc") == r"a\u202eb\x9bc"


def test_letters_that_nobody_sees_are_shown() -> None:
    assert shown("Ma\u115fria\u3164\ufe0f") == r"Ma\u115fria\u3164\ufe0f"


def test_a_sentence_keeps_its_lines_and_steers_nothing() -> None:
    assert lines_shown("one\n  two \x1b[2J\u202e") == "one\n  two \\x1b[2J\\u202e"


def test_words_of_any_language_stay() -> None:
    assert shown("Häftlinge  на волі\n123") == "Häftlinge на волі 123"


@given(st.text(max_size=300))
def test_nothing_but_printable_characters_reaches_a_terminal(text: str) -> None:
    lines = block(text, first="  - ", rest="    ").split("\n")
    assert all(len(line) <= USUAL for line in lines)
    assert all(
        letter.isprintable() or letter in "\u00a0\u202f\u2009\u00ad"
        for line in lines
        for letter in line
    )


def test_a_word_longer_than_a_line_is_broken_or_stays_whole() -> None:
    path = "folder/" * 20
    assert max(map(len, wrapped(f"Look at {path}"))) == USUAL
    assert path in wrapped(f"Look at {path}", whole=True)


@pytest.mark.parametrize(
    ("told", "taken"), [("", 80), ("80", 80), ("60", 60), ("20", 40), ("200", 100), ("wide", 80)]
)
def test_lines_are_as_wide_as_the_terminal_from_40_to_100(
    monkeypatch: pytest.MonkeyPatch, told: str, taken: int
) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert columns() == taken
    assert max(map(len, wrapped("name by name " * 40))) in range(taken - 5, taken + 1)
