"""The index of names: any spelling finds, and the same names give the same answer."""

from pathlib import Path

import pytest

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Habit, crowd, written
from habeas.resolving.meet import Index

SURNAMES = (Path(__file__).parents[2] / "training/names/surnames.txt").read_text("utf-8").split()
CROWD = [
    written(figure, Chance(number), Habit()).name
    for number, figure in enumerate(crowd(SURNAMES, 400, 9))
]
KNOWN = ["Святлана Ціханоўская", "Viktar Babaryka", "Эдуард Бабарико", "Дмитрий Дашкевич"]
INDEX = Index([*KNOWN, *CROWD])


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Svetlana Zichanouskaja", KNOWN[0]),
        ("Swiatłanę Cichanouską", KNOWN[0]),
        ("Светланы Тихановской", KNOWN[0]),
        ("Тихановская", KNOWN[0]),
        ("Виктор Бабарико", KNOWN[1]),
        ("Eduard Babariko", KNOWN[2]),
        ("Zmicier Daškievič", KNOWN[3]),
        ("Dmitry Dashkevihc", KNOWN[3]),
    ],
)
def test_any_spelling_finds(query: str, name: str) -> None:
    found = INDEX.find(query, 5)
    assert ([*KNOWN, *CROWD])[found[0].position] == name
    assert len(found) <= 5


def test_every_name_finds_itself() -> None:
    names = [*KNOWN, *CROWD]
    for position in range(0, len(names), 23):
        found = INDEX.find(names[position], 3)
        assert names[position] in [names[one.position] for one in found]


def test_same_names_same_answer() -> None:
    other = Index([*KNOWN, *CROWD])
    assert other.find("Anna Ivanova") == INDEX.find("Anna Ivanova")
    assert len(other) == len(KNOWN) + len(CROWD)


@pytest.mark.parametrize("query", ["", "N. N.", "😀", "unknown", "x" * 10_000])
def test_what_is_no_name_finds_nothing(query: str) -> None:
    assert INDEX.find(query) == []


def test_one_letter_typed_again_and_again_begins_nothing() -> None:
    assert 0 in [one.position for one in INDEX.begun("Ціх")]
    assert INDEX.begun("ццц") == [] == INDEX.begun("zzz")


def test_an_index_of_nothing() -> None:
    assert Index([]).find("Viktar Babaryka") == []
    assert Index(["", "😀"]).find("Viktar Babaryka") == []
