"""Printed lines as running text."""

import pytest

from habeas.reading.formats.lines import unwrapped

LONG = "Twelve political prisoners were released in Minsk and were"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (f"{LONG}\ndriven to the border.", f"{LONG} driven to the border."),
        (f"{LONG}\nLithuania took them.", f"{LONG} Lithuania took them."),
        ("Die Gefan-\ngenen sind frei.", "Die Gefangenen sind frei."),
        (f"{LONG} free.\nNine others were not.", f"{LONG} free.\nNine others were not."),
        ("Title\nTwelve were released.", "Title\nTwelve were released."),
        (f"{LONG}\n- Maria Kalesnikava\n- Ales Bialiatski", None),
        ("one\n\n\n\ntwo", "one\n\ntwo"),
        ("", ""),
    ],
)
def test_lines_that_only_the_paper_broke_are_joined(page: str, text: str | None) -> None:
    assert unwrapped(page) == (page if text is None else text)
