"""What is known beside two names."""

from datetime import date

import pytest

from habeas.resolving.circumstances import Circumstances, Facts, forbids, reasons
from habeas.resolving.compare import compare
from habeas.terms.person import Judgement
from habeas.terms.when import When, from_edtf

ONE, TWO = "Иван Белов", "Ivan Bialou"


def born(one: str, two: str) -> Circumstances:
    return Circumstances(Facts(from_edtf(one)), Facts(from_edtf(two)))


@pytest.mark.parametrize(
    ("one", "two", "weight"),
    [
        ("1980-05-01", "1980-05-01", 5.0),
        ("1980", "1980-05-01", 2.5),
        ("1980", "1981", -1.5),
        ("1980-05-01", "1980-05-02", -1.5),
        ("1980", "1985-02-01", -7.0),
        ("1980/..", "1985", 0.5),
    ],
)
def test_birth(one: str, two: str, weight: float) -> None:
    (step,) = reasons(born(one, two))
    assert step.weight == weight
    assert reasons(born(two, one)) == (step,)


def test_years_that_cannot_be_one_forbid() -> None:
    assert compare(ONE, TWO, born("1980", "1955")).verdict is Judgement.DIFFERENT
    assert compare(ONE, TWO, born("1980", "1980")).value > compare(ONE, TWO).value
    assert compare("Иван Белов", "Пётр Белов", born("1980-05-01", "1980-05-01")).verdict is not (
        Judgement.SAME
    )


def test_relations_and_one_report_forbid() -> None:
    for about in (Circumstances(relation="father"), Circumstances(together=True)):
        assert forbids(reasons(about))
        assert compare(ONE, TWO, about).verdict is Judgement.DIFFERENT


def test_places_articles_days_and_bearers() -> None:
    left = Facts(
        places=frozenset({"minsk"}), articles=frozenset({"342"}), detained=frozenset({"d"})
    )
    right = Facts(
        places=frozenset({"brest"}), articles=frozenset({"342"}), detained=frozenset({"d"})
    )
    steps = {step.words: step.weight for step in reasons(Circumstances(left, right, bearers=3))}
    assert steps == {
        "no place in common": -0.3,
        "same article: 342": 0.8,
        "same day of detention: d": 2.0,
        "3 people of this name in the register": -1.1,
    }


def test_nothing_known_says_nothing() -> None:
    assert reasons(Circumstances()) == ()
    assert compare(ONE, TWO, Circumstances()) == compare(ONE, TWO)
    assert compare("N. N.", TWO, Circumstances(together=True)).value == 0.0
    assert reasons(Circumstances(Facts(When(None, date(1980, 1, 1))), Facts())) == ()
