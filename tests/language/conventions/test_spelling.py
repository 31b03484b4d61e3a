"""Words written by conventions: the samples, and the laws."""

from pathlib import Path

import pytest

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.spelling import spelled
from habeas.language.conventions.tables import conventions

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
