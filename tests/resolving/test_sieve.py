"""The sieve: loose, lawful, and never in the way of what is sought."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Habit, crowd, written
from habeas.resolving.sieve import sieved

SURNAMES = (Path(__file__).parents[2] / "training/names/surnames.txt").read_text("utf-8").split()
FIGURES = crowd(SURNAMES, 1_500, 11)
NAMES = [written(one, Chance(at), Habit()).name for at, one in enumerate(FIGURES)]


def test_other_spellings_pass() -> None:
    chance = Chance(12)
    for at in range(0, len(FIGURES), 60):
        sought = written(FIGURES[at], chance, Habit()).name
        assert at in sieved(sought, NAMES, 100), (sought, NAMES[at])


def test_other_names_are_left_out() -> None:
    assert len(sieved("Sviatlana Tsikhanouskaya", NAMES, 100)) == 100
    assert len(sieved("Tsikhanouskaya", NAMES, 50)) == 50


def test_a_few_letters_let_all_pass_that_begin_so() -> None:
    names = [*NAMES, "Swjatlana Zichanouskaja", "Sviatlana Tsikhanouskaya"]
    found = sieved("Тих", names, 10)
    assert {len(names) - 1, len(names) - 2} <= set(found)
    assert len(found) < len(names)


@settings(max_examples=40)
@given(st.integers(0, len(NAMES) - 1))
def test_a_name_sought_as_it_is_written_passes(at: int) -> None:
    assert at in sieved(NAMES[at], NAMES, 30)


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_never_fails(words: str) -> None:
    found = sieved(words, NAMES, 20)
    assert found == sorted(set(found)) == sieved(words, NAMES, 20)
