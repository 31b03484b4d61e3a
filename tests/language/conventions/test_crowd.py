"""Fictional people and their names: the same for one seed, and with the forms they should have."""

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Figure, Habit, crowd, written
from habeas.language.conventions.forms import inflected, patronymic, womans

SURNAMES = ["белов", "ковальчук", "вишневский", "толстой", "лось"]


def test_one_seed_one_crowd() -> None:
    assert crowd(SURNAMES, 20, 7) == crowd(SURNAMES, 20, 7) != crowd(SURNAMES, 20, 8)


def test_one_seed_one_name() -> None:
    figure = Figure("f", "sviatlana", "viktar", "вишневский")
    habit = Habit(patronymic=50, short=20, initial=20, case=20, typing=20)
    first, second = Chance(5), Chance(5)
    names = [written(figure, first, habit) for _turn in range(40)]
    assert names == [written(figure, second, habit) for _turn in range(40)]
    assert len({one.name for one in names}) > 20
    assert all(one.name.strip() for one in names)


def test_surnames_of_women() -> None:
    assert [womans(name) for name in SURNAMES] == [
        "белова", "ковальчук", "вишневская", "толстая", "лось",
    ]  # fmt: skip


def test_patronymics() -> None:
    assert patronymic("илья", "ru", "m") == "ильич"
    assert patronymic("никита", "ru", "f") == "никитична"
    assert patronymic("сергей", "ru", "m") == "сергеевич"
    assert patronymic("пётр", "be", "f") == "пятроўна"
    assert patronymic("микола", "uk", "m") == "миколайович"
    assert patronymic("андрій", "uk", "f") == "андріївна"


def test_cases() -> None:
    assert inflected("вишневский", "ru", Chance(1)) in {
        "вишневского", "вишневскому", "вишневским", "вишневском",
    }  # fmt: skip
    assert inflected("word", "xx", Chance(1)) == "word"
