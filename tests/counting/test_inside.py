"""Who is inside on a day, surely or possibly, and by which rule."""

from dataclasses import replace
from datetime import date

import pytest

from habeas.counting.inside import RULES, Rule, Standing, inside, stand, stands
from habeas.counting.spells import spells
from habeas.counting.term import months_after
from habeas.errors import MistakeError
from habeas.terms.claim import Argument
from habeas.terms.count import Spell
from habeas.terms.ids import PersonId
from habeas.terms.kind import Kind
from habeas.terms.when import on
from tests.counting.test_spells import drawn
from tests.making import by_name, claim

SURE, POSSIBLE, OUTSIDE = Standing.SURE, Standing.POSSIBLE, Standing.OUTSIDE

CASES = [
    ("detained 2020-05-01 / released 2021-06-02", "2020-04-30", OUTSIDE, Rule.NOT_YET),
    ("detained 2020-05-01 / released 2021-06-02", "2020-05-01", SURE, Rule.CLOSED),
    ("detained 2020-05-01 / released 2023-06-02", "2022-12-01", SURE, Rule.CLOSED),
    ("detained 2020-05-01 / released 2021-06-02", "2021-06-01", SURE, Rule.CLOSED),
    ("detained 2020-05-01 / released 2021-06-02", "2021-06-02", OUTSIDE, Rule.GONE),
    ("detained 2020-05 / released 2021-06", "2020-05-30", POSSIBLE, Rule.ENTRY_OPEN),
    ("detained 2020-05 / released 2021-06", "2020-05-31", SURE, Rule.CLOSED),
    ("detained 2020-05 / released 2021-06", "2021-06-01", POSSIBLE, Rule.EXIT_OPEN),
    ("detained 2020-05 / released 2021-06", "2021-06-30", OUTSIDE, Rule.GONE),
    ("released 2021-06-02", "2021-06-01", SURE, Rule.EVE),
    ("released 2021-06-02", "2021-05-31", POSSIBLE, Rule.ENTRY_OPEN),
    ("released 2021-06", "2021-05-31", POSSIBLE, Rule.ENTRY_OPEN),
    ("detained 2020-05-01", "2021-05-01", SURE, Rule.PROVED),
    ("detained 2020-05-01", "2021-05-02", POSSIBLE, Rule.NO_NEWS),
    ("detained 2020-05-01 / held 2023-05-01", "2022-12-31", SURE, Rule.PROVED),
    ("detained 2020-05-01 / held 2023-05-01", "2024-05-02", POSSIBLE, Rule.NO_NEWS),
    ("detained 2020-05-01 / sentenced=P6M 2020-08-01", "2020-10-31", SURE, Rule.PROVED),
    ("detained 2020-05-01 / sentenced=P6M 2020-08-01", "2020-11-01", POSSIBLE, Rule.TERM_OVER),
    ("detained 2020-05-01 / sentenced=P11Y 2020-08-01", "2021-05-02", POSSIBLE, Rule.NO_NEWS),
    ("detained 2020-05-01 / released? 2020-08-01", "2020-07-31", SURE, Rule.PROVED),
    ("detained 2020-05-01 / released? 2020-08-01", "2020-08-01", POSSIBLE, Rule.HEARSAY),
    ("detained? 2020-05-01", "2020-05-01", POSSIBLE, Rule.HEARSAY),
    ("detained? 2020-05-01", "2020-04-30", OUTSIDE, Rule.NOT_YET),
    ("charged 2020-05-01", "2020-05-01", POSSIBLE, Rule.CUSTODY_UNTOLD),
]


@pytest.mark.parametrize(("line", "day", "standing", "rule"), CASES)
def test_how_a_stay_stands(line: str, day: str, standing: Standing, rule: Rule) -> None:
    (spell,) = drawn(line).spells
    found = stand(spell, date.fromisoformat(day))
    assert (found.standing, found.rule) == (standing, rule)
    assert RULES[rule]


def test_an_open_stay_without_any_proof_is_only_possible() -> None:
    spell = Spell(PersonId("p"), on(date(2020, 5, 1)), None, None, None, ())
    assert stand(spell, date(2020, 5, 2)).rule is Rule.NO_NEWS


def test_sure_by_one_spell_is_sure() -> None:
    line = "detained? 2018-01-01 / detained 2020-05-01 / released 2020-12-01 / detained 2021-03-01"
    found = stands(drawn(line).spells, date(2021, 4, 1))
    assert [one.standing for one in found.values()] == [SURE]
    between = stands(drawn(line).spells, date(2021, 1, 1))
    assert [one.standing for one in between.values()] == [OUTSIDE]


def test_the_count_names_people_and_basis() -> None:
    spells = drawn("detained 2020-05-01 / released 2021-06-02").spells
    count = inside(spells, on=date(2020, 6, 1), known_by=date(2025, 12, 31))
    assert (count.number.low, count.number.high) == (1, 1)
    assert count.sure == ("Maria Kalesnikava",)
    assert count.basis == ("c-0000", "c-0001")
    assert count.definition == "named in this register"
    after = inside(spells, on=date(2021, 6, 2), known_by=date(2025, 12, 31))
    assert (after.number.high, after.basis) == (0, ())


def test_nobody_knows_the_future() -> None:
    with pytest.raises(MistakeError) as caught:
        inside([], on=date(2025, 12, 14), known_by=date(2025, 12, 13))
    assert caught.value.code == "day-not-known-yet"


def test_months_end_on_days_that_exist() -> None:
    assert months_after(date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_after(date(9999, 2, 1), 12) == date.max


@pytest.mark.parametrize(("destination", "standing"), [("", SURE), ("Lithuania", POSSIBLE)])
def test_who_was_brought_somewhere_may_have_left(destination: str, standing: Standing) -> None:
    """A swap is often told as "was flown to Ankara", without a word of release."""
    arrest = claim(1, Kind.DETAINED, "2025-05-01", who="Maria Kalesnikava")
    moved = claim(2, Kind.TRANSFERRED, "2025-09-11", who="Maria Kalesnikava")
    where = Argument(destination, 0, 1) if destination else None
    said = replace(moved.said, destination=where)
    told = [arrest, replace(moved, draft=replace(moved.draft, said=said))]
    found = stands(spells(told, by_name(told)).spells, date(2025, 9, 12))
    assert [one.standing for one in found.values()] == [standing]
