"""Units and what their differences cost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.costs import fit
from habeas.language.letters import plain
from habeas.language.skeletons import MOST, skeletons
from habeas.language.units import cuttings, every_unit, sex_of_ending

ALPHABET = "abcčdefghijklłmnoprsštuvwzžабвгдезійклмнопрстуўфхцчшщьюяі"


def test_cutting() -> None:
    assert cuttings("ціханоўская") == (("ц", "і", "х", "а", "н", "о", "ў", "~sk-f"),)
    assert ("l", "ou", "k", "a", "ch", "e", "n", "k", "o") in cuttings("loukachenko")
    assert cuttings("محمد") == ((),)
    assert set(unit for cut in cuttings("tsikhanouski") for unit in cut) <= set(every_unit())


def test_sex_of_endings() -> None:
    assert [sex_of_ending(word) for word in ("тихановская", "cichanouski", "babaryka")] == [
        "f",
        "m",
        "",
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("тихановская", "tikhanovskaya"),
        ("ціханоўская", "zichanouskaja"),
        ("лукашенко", "loekasjenko"),
        ("hayeuski", "гаевский"),
        ("салаўёў", "соловьев"),
        ("статкевіч", "statkiewicz"),
    ],
)
def test_spellings_of_one_name_lose_little(left: str, right: str) -> None:
    assert fit(left, right).loss < 3.5 < fit(left, right).odds


@pytest.mark.parametrize(
    ("left", "right"), [("павличенко", "павлюченко"), ("волков", "wilczek"), ("losik", "mialeshka")]
)
def test_different_names_lose_much(left: str, right: str) -> None:
    assert fit(left, right).loss > 4.0


def test_changes_are_named() -> None:
    assert fit("krasikov", "krasnikov").changed == (("", "n"),)
    assert fit("krasnikov", "krasikov").changed == (("n", ""),)


def test_skeletons_meet() -> None:
    for left, right in [
        ("тихановская", "zichanouskaja"),
        ("бяляцкі", "bjaljazki"),
        ("чэк", "tschek"),
    ]:
        assert set(skeletons(left)) & set(skeletons(right))


@settings(max_examples=80)
@given(st.text(ALPHABET, min_size=1, max_size=14), st.text(ALPHABET, min_size=1, max_size=14))
def test_symmetric_and_equal_words_cost_nothing(left: str, right: str) -> None:
    one, two = fit(left, right), fit(right, left)
    assert (one.odds, one.loss, one.length) == (two.odds, two.loss, two.length)
    assert one.changed == tuple((b, a) for a, b in two.changed)
    assert fit(left, left).loss == 0.0
    assert 1 <= len(skeletons(plain(left))) <= MOST
