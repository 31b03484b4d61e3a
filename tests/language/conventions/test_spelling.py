"""Words written by conventions: the samples, and the laws."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.spelling import spelled
from habeas.language.conventions.tables import LANGUAGES, conventions

SAMPLES = [
    line
    for line in (Path(__file__).parents[2] / "samples/spellings.txt")
    .read_text("utf-8")
    .splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", SAMPLES)
def test_samples(line: str) -> None:
    name, _colon, rest = line.partition(": ")
    words, _equals, spelling = rest.partition(" = ")
    word, _space, sex = words.partition(" ")
    table = {one.id: one for one in conventions(name[:2])}[name]
    assert spelled(word, table, sex=sex) == spelling


def test_the_same_seed_gives_the_same_spelling() -> None:
    loose = conventions("ru")[-1]
    first = [spelled("щербаков", loose, Chance(seed)) for seed in range(30)]
    assert first == [spelled("щербаков", loose, Chance(seed)) for seed in range(30)]
    assert len(set(first)) > 3


def test_letters_of_no_table_are_left_out() -> None:
    assert spelled("i-я☃", conventions("ru")[0]) == "-ia"


REVERSIBLE = {
    one.id: (one, {puts[0]: key for key, puts in one.letters.items() if puts[0]})
    for language in LANGUAGES
    for one in conventions(language)
    if not one.open and not one.end and all(len(puts[0]) < 2 for puts in one.letters.values())
}
"""Conventions that write each letter as one, or not at all (ь, ъ); and the way back."""


def test_no_two_letters_are_written_alike_by_iso_9_but_for_a_foreign_one() -> None:
    assert set(REVERSIBLE) == {"be-iso9", "ru-iso9", "uk-iso9"}
    for one, back in REVERSIBLE.values():
        alike = {key for key, puts in one.letters.items() if puts[0] and back[puts[0]] != key}
        assert alike <= {"г", "ґ"}


@given(st.sampled_from(sorted(REVERSIBLE)), st.data())
def test_a_word_comes_back_where_the_convention_allows_it(name: str, data: st.DataObject) -> None:
    one, back = REVERSIBLE[name]
    word = data.draw(st.text(st.sampled_from(sorted(back.values())), max_size=12))
    assert "".join(back[letter] for letter in spelled(word, one)) == word
