from __future__ import annotations

import pytest

from habeas.language.durations import durations
from habeas.language.pack import pack


@pytest.mark.parametrize(
    ("code", "text", "length"),
    [
        ("de", "zu 15 Jahren", "P15Y"),
        ("de", "elf Jahre Haft", "P11Y"),
        ("de", "2,5 Jahre", "P2Y6M"),
        ("de", "ein halbes Jahr", "P6M"),
        ("de", "lebenslänglich", "life"),
        ("en", "18 months", "P18M"),
        ("en", "six and a half years", "P6Y6M"),
        ("en", "a year and a half", "P1Y6M"),
        ("en", "two weeks and three days", "P17D"),
        ("en", "sentenced to death", "death"),
        ("ru", "к 11 годам", "P11Y"),
        ("ru", "десять суток", "P10D"),
        ("ru", "пожизненно", "life"),
        ("pl", "osiem lat i sześć miesięcy", "P8Y6M"),
        ("uk", "17 років", "P17Y"),
        ("be", "3 гады", "P3Y"),
        ("lt", "šešerius metus", "P6Y"),
    ],
)
def test_lengths(code: str, text: str, length: str) -> None:
    assert [one.length for one in durations(text, pack(code))] == [length]


@pytest.mark.parametrize(
    "text", ["vor drei Jahren", "54 Jahre alt", "im Jahr 2020", "zwei Tage später"]
)
def test_what_is_no_term(text: str) -> None:
    assert durations(f"Am 3. Mai 2020 war es {text}.", pack("de")) == []
