"""Printed lines as running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.reading.formats.lines import unwrapped

LONG = "Twelve political prisoners were released in Minsk and were"
NAMES = "Maria Kalesnikava\nAles Bialiatski\nViktar Babaryka\nSiarhei Tsikhanouski"
NARROW = (
    "Der Machthaber Alexan-\nder Lukaschenko hat den\nDeutschen begnadigt. Das\nmeldete die Agentur am\n"
    "Dienstag. Sie nannte 30 Per-\nsonen."
)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (f"{LONG}\ndriven to the border.", f"{LONG} driven to the border."),
        (f"{LONG}\nLithuania took them.", f"{LONG} Lithuania took them."),
        ("Die Gefan-\ngenen sind frei.", "Die Gefangenen sind frei."),
        ("Der 30-\nJährige ist in Nord-\nSüd-Haft.", "Der 30-Jährige ist in Nord-Süd-Haft."),
        ("Haupt-\nund Nebenstelle", "Haupt- und Nebenstelle"),
        (f"{LONG} free.\nNine others.", f"{LONG} free.\nNine others."),
        (f"{LONG} freed today.\nNine others were not.", None),
        ("Title\nTwelve were released.", "Title\nTwelve were released."),
        (f"{LONG}\n- Maria Kalesnikava\n- Ales Bialiatski", None),
        (NAMES, None),
        (f"{LONG} freed.\n{NAMES}", None),
        (
            NARROW,
            "Der Machthaber Alexander Lukaschenko hat den Deutschen begnadigt. Das meldete die Agentur"
            " am Dienstag. Sie nannte 30 Personen.",
        ),
        ("one\n\n\n\ntwo", "one\n\ntwo"),
        ("", ""),
    ],
)
def test_lines_that_only_the_paper_broke_are_joined(page: str, text: str | None) -> None:
    assert unwrapped([page])[0] == (page if text is None else text)


def test_a_full_line_that_ends_a_sentence_goes_on() -> None:
    lines = [
        f"{LONG} free.",
        "Lithuania took nine of them to its capital, the others went back",
        "home.",
    ]
    assert unwrapped(["\n".join(lines)])[0] == " ".join(lines)


def test_a_sentence_goes_on_over_a_page_and_both_pages_are_known() -> None:
    body, spans = unwrapped([f"{LONG}", "driven to the bor-", "der of Lithuania."])
    assert body == f"{LONG} driven to the border of Lithuania."
    assert [body[start:stop] for start, stop in spans] == [
        LONG,
        "driven to the bor",
        "der of Lithuania.",
    ]


def test_what_every_page_bears_is_told_once() -> None:
    pages = [
        f"Viasna, 14 December 2025\nOn day {'abc'[at]} all were freed in Minsk.\nSeite {at} von 3"
        for at in (0, 1, 2)
    ]
    body, spans = unwrapped(pages)
    assert body.count("Viasna, 14 December 2025") == 1
    assert "Seite" not in body
    assert body.startswith("Viasna, 14 December 2025\n")
    assert len(spans) == 3


def test_a_foot_that_every_page_bears_stands_at_the_end() -> None:
    pages = [
        f"{LONG} {chr(96 + at)}.\nThe others of {chr(96 + at)} were not.\nhttps://example.org/a {at}/2"
        for at in (1, 2)
    ]
    assert unwrapped(pages)[0].count("https://example.org/a") == 1
    assert unwrapped(pages)[0].endswith("https://example.org/a 2/2")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("aA1-.\n •‐é", max_size=40), max_size=4))
def test_every_page_lies_where_it_is_said_to(pages: list[str]) -> None:
    body, spans = unwrapped(pages)
    assert len(spans) == len(pages)
    before = 0
    for start, stop in spans:
        assert before <= start <= stop <= len(body)
        before = start
