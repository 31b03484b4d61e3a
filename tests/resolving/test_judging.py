"""Many pairs of words weighed at once, as `words.step` weighs them one by one."""

from pathlib import Path

import numpy as np
import pytest

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Habit, crowd, written
from habeas.resolving.compare import compare
from habeas.resolving.judging import Judge
from habeas.resolving.keys import Keyed, Words, rows

SURNAMES = (Path(__file__).parents[2] / "training/names/surnames.txt").read_text("utf-8").split()


def test_sums_are_near_those_of_compare_and_symmetric() -> None:
    chance, habit = Chance(8), Habit(patronymic=0, short=0, initial=0)
    figures = crowd(SURNAMES, 80, 8)
    names = [written(one, chance, habit).name for one in figures]
    others = [written(one, chance, habit).name for one in figures]
    words = Words([], {})
    one, two = rows(names, words), rows(others, words)
    judge = Judge(words.written, Keyed(words.written))
    found = judge.sums(one, two)
    assert judge.sums(two, one) == pytest.approx(found, abs=1e-4)
    assert judge.sums(one[:3], two[:3]) == pytest.approx(found[:3], abs=1e-4)
    single = [
        sum(reason.weight for reason in compare(left, right).reasons)
        for left, right in zip(names, others, strict=True)
    ]
    near = np.abs(found - np.array(single)) < 1.0
    assert near.mean() > 0.8


def test_reasons_add_up_to_the_sum() -> None:
    words = Words([], {})
    one, two = rows(["Святлана Ціханоўская"], words), rows(["ZICHANOUSKAJA, S."], words)
    judge = Judge(words.written, Keyed(words.written))
    ((*steps,),) = judge.reasons(one, two)
    assert sum(weight for _words, weight in steps) == pytest.approx(
        judge.sums(one, two)[0], abs=0.02
    )
    assert any("ціханоўская ~ zichanouskaja" in told for told, _weight in steps)


def test_words_that_share_nothing_are_not_aligned() -> None:
    words = Words([], {})
    one, two = rows(["Olga Petrova"], words), rows(["Olga Gumiljov"], words)
    judge = Judge(words.written, Keyed(words.written))
    assert judge.sums(one, two)[0] < -5
