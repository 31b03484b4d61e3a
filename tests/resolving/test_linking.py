"""Two lists joined: keys, links, reasons."""

from math import exp
from pathlib import Path

import numpy as np
import pytest

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Habit, crowd, written
from habeas.resolving.keys import Keyed, Words, keys, rows, split
from habeas.resolving.linking import NO_YEAR, People, links

SURNAMES = (Path(__file__).parents[2] / "training/names/surnames.txt").read_text("utf-8").split()
ONE = ["Святлана Ціханоўская", "Віктар Бабарыка", "Эдуард Бабарыка", "Алесь Бяляцкі", "", "N. N."]
TWO = [
    "Swjatlana Zichanouskaja",
    "BABARIKO, Viktor",
    "Bialiatski Ales",
    "unknown",
    "Eduard Babariko",
]


def people(names: list[str], years: list[int] | None = None) -> People:
    return People(names, np.array(years or [NO_YEAR] * len(names), np.int64))


def test_keys_are_the_same_in_any_spelling_and_order() -> None:
    assert set(keys(ONE[0])) & set(keys(TWO[0]))
    assert set(keys("Віктар Бабарыка")) & set(keys("BABARIKO, Viktor"))
    assert set(keys("Іван Пятровіч Белаў")) & set(keys("Белов Иван"))
    assert keys("") == keys("Babaryka") == ()
    assert split("Дзмітрый Дашкевіч-Іваноў") == ["дзмітрый", "дашкевіч", "іваноў"]


def test_meetings_are_the_pairs_that_share_a_key_each_once() -> None:
    chance = Chance(4)
    figures = crowd(SURNAMES, 150, 4)
    one = [*ONE, *(written(each, chance, Habit(patronymic=30)).name for each in figures)]
    two = [*TWO, *(written(each, chance, Habit(patronymic=30)).name for each in figures)]
    words = Words([], {})
    tables = rows(one, words), rows(two, words)
    left, right = Keyed(words.written).meetings(*tables)
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    assert len(set(pairs)) == len(pairs)
    shared = {
        (at, to)
        for at, name in enumerate(one)
        for to, other in enumerate(two)
        if set(keys(name)) & set(keys(other))
    }
    assert set(pairs) == shared
    assert {(0, 0), (1, 1), (2, 4), (3, 2)} <= shared


def test_a_typing_error_is_found_by_given_name_and_year() -> None:
    one, two = ["Мария Колесникова", "Иван Белов"], ["Maria Kolesbikova", "Maria Ivanova"]
    found = links(people(one, [1982, 1982]), people(two, [1982, 1982]), least=0.3)
    assert [(link.left, link.right) for link in found] == [(0, 0)]
    assert links(people(one), people(two), least=0.3) == []


def test_links() -> None:
    found = links(people(ONE), people(TWO), least=0.6)
    assert [(link.left, link.right) for link in found] == [(0, 0), (1, 1), (3, 2), (2, 4)]
    for link in found:
        total = sum(weight for _words, weight in link.reasons)
        assert link.likeness == pytest.approx(1 / (1 + exp(-total)), abs=0.01)


def test_years_part_people_of_one_name() -> None:
    one = people(["Иван Белов", "Иван Белов"], [1950, 1980])
    (found,) = links(one, people(["Ivan Bialou"], [1981]))
    assert (found.left, found.others) == (1, 0)
    (doubtful,) = links(one, people(["Ivan Bialou"]))
    assert doubtful.others == 1


def test_a_list_with_itself() -> None:
    found = links(people([*ONE, *TWO]), people([*ONE, *TWO]), itself=True, least=0.6)
    assert {(link.left, link.right) for link in found} == {(0, 6), (1, 7), (3, 8), (2, 10)}


def test_most_of_a_crowd_is_found_again() -> None:
    chance, habit = Chance(3), Habit(patronymic=30, short=0, initial=0)
    figures = crowd(SURNAMES, 120, 3)
    one, two = ([written(one, chance, habit).name for one in figures] for _list in range(2))
    found = links(people(one), people(two), least=0.6)
    right = sum(link.left == link.right for link in found)
    assert right >= 0.85 * len(figures)
    assert right >= 0.95 * len(found)


def test_empty_lists() -> None:
    assert links(people([]), people(TWO)) == links(people(ONE), people([])) == []
