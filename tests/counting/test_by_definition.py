"""The same people by several definitions."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.counting.by_definition import Counted, Evidence, counted, hours
from habeas.counting.changes import recognitions
from habeas.counting.definitions import rule, rules
from habeas.counting.events import events
from habeas.counting.inside import Rule, inside
from habeas.counting.spells import spells
from habeas.terms.claim import Claim, Modality
from habeas.terms.count import Spell
from habeas.terms.ids import ClaimId, PersonId
from habeas.terms.kind import Kind
from tests import worlds
from tests.making import by_name, claim, when
from tests.worlds import END, World

WHO = "Ales Bialiatski"


def evidence(claims: list[Claim], deprivations: dict[ClaimId, str] | None = None) -> Evidence:
    people = by_name(claims)
    recognised = {one.person: one for one in recognitions(claims, people)}
    charges = events(claims, people, frozenset({Kind.CHARGED, Kind.SENTENCED})).events
    return Evidence(spells(claims, people).spells, recognised, charges, deprivations or {})


def by(name: str, claims: list[Claim], day: str, **more: dict[ClaimId, str]) -> Counted:
    told = evidence(claims, more.get("deprivations"))
    return counted(rule(name), told, date.fromisoformat(day))


@settings(max_examples=40, deadline=None)
@given(worlds.worlds(), worlds.days(), st.sampled_from([one.id for one in rules()]))
def test_no_rule_of_custody_makes_anyone_surer(world: World, on: date, name: str) -> None:
    told = evidence(list(world.claims))
    plain = inside(told.spells, on=on, known_by=END)
    found = counted(rule(name), told, on)
    if rule(name).unit == "person":
        assert set(found.sure) <= set(plain.sure)
        assert {*found.sure, *found.possible} <= {*plain.sure, *plain.possible}
    if name in ("named", "all-politically-motivated"):
        assert (found.sure, found.possible) == (plain.sure, plain.possible)


HELD = claim(1, Kind.DETAINED, "2025-06-01", who=WHO)
RECOGNISED = [
    (None, (0, 1), Rule.RECOGNITION_UNTOLD),
    (claim(2, Kind.RECOGNISED, "2025-07-01", who=WHO), (1, 0), Rule.PROVED),
    (claim(2, Kind.RECOGNISED, "2025-08-01", who=WHO), (0, 0), Rule.NOT_YET_RECOGNISED),
    (claim(2, Kind.RECOGNISED, "2025-07", who=WHO), (0, 1), Rule.RECOGNITION_OPEN),
    (
        claim(2, Kind.RECOGNISED, "2025-07-01", who=WHO, modality=Modality.ALLEGED),
        (0, 1),
        Rule.RECOGNITION_OPEN,
    ),
]


@pytest.mark.parametrize(("more", "numbers", "why"), RECOGNISED)
def test_recognised_by_then(more: Claim | None, numbers: tuple[int, int], why: Rule) -> None:
    found = by("viasna", [HELD, more] if more else [HELD], "2025-07-10")
    assert (len(found.sure), len(found.possible)) == numbers
    told = [one.rule for one in found.people.values()] or list(found.outside)
    assert told == [why]
    if more is not None and found.people:
        assert found.people[PersonId(WHO)].spell.claims == ("c-0001", "c-0002")


@pytest.mark.parametrize(
    ("stay", "day", "ends"),
    [
        (("2025-06-01", None), "2025-06-03", (48, None)),
        (("2025-06-01", "2025-06-02"), "2025-06-01", (0, 48)),
        (("2025-06-01", "2025-06-10"), "2025-06-01", (192, 240)),
        (("../2025-06-01", "2025-06-02"), "2025-06-01", (0, None)),
        (("2025-06-01/2025-06-05", "2025-06-10"), "2025-06-03", (0, 240)),
    ],
)
def test_how_long_a_stay_is(
    stay: tuple[str, str | None], day: str, ends: tuple[int, int | None]
) -> None:
    spell = Spell(PersonId("p"), when(stay[0]), when(stay[1]), None, None, ())
    assert hours(spell, date.fromisoformat(day)) == ends


def test_forty_eight_hours() -> None:
    short = [HELD, claim(2, Kind.RELEASED, "2025-06-02", who=WHO)]
    found = by("foro-penal-48h", short, "2025-06-01")
    assert (found.sure, found.possible, found.outside) == ((), (), {Rule.TOO_SHORT: 1})
    assert by("named", short, "2025-06-01").sure == (WHO,)
    fresh = by("foro-penal-48h", [HELD], "2025-06-02")
    assert fresh.people[PersonId(WHO)].rule is Rule.LENGTH_UNTOLD
    assert by("foro-penal-48h", [HELD], "2025-06-03").sure == (WHO,)
    closed = [HELD, claim(2, Kind.RELEASED, "2025-06-09", who=WHO)]
    assert by("foro-penal-48h", closed, "2025-06-01").sure == (WHO,)


def test_deprivations() -> None:
    at_home = {ClaimId("c-0001"): "house arrest"}
    assert by("foro-penal-48h", [HELD], "2025-07-01", deprivations=at_home).sure == (WHO,)
    unsaid = by("aapp", [HELD], "2025-07-01", deprivations=at_home)
    assert unsaid.people[PersonId(WHO)].rule is Rule.DEPRIVATION_UNSAID
    strict = replace(rule("aapp"), not_deprivations=("house arrest",))
    found = counted(strict, evidence([HELD], at_home), date(2025, 7, 1))
    assert found.outside == {Rule.OTHER_DEPRIVATION: 1}
    proved = claim(2, Kind.HELD, "2025-06-20", who=WHO)
    mixed = counted(strict, evidence([HELD, proved], at_home), date(2025, 7, 1))
    assert mixed.possible == (WHO,)


def test_possible_stays_possible_whatever_else_is_open() -> None:
    maybe = claim(1, Kind.DETAINED, "2025-06-01", who=WHO, modality=Modality.ALLEGED)
    at_home = {ClaimId("c-0001"): "house arrest"}
    found = by("viasna", [maybe], "2025-07-01", deprivations=at_home)
    assert found.people[PersonId(WHO)].rule is Rule.RECOGNITION_UNTOLD
    assert by("aapp", [maybe], "2025-07-01", deprivations=at_home).possible == (WHO,)


def test_prosecutions() -> None:
    told = [
        HELD,
        claim(2, Kind.CHARGED, "2025-06-03", who=WHO),
        claim(3, Kind.SENTENCED, "2025-07-03", who=WHO),
        claim(4, Kind.CHARGED, "2025-09-03", who=WHO),
        claim(5, Kind.CHARGED, "2025-05-01", who="Viktar Babaryka", modality=Modality.ALLEGED),
        claim(6, Kind.HELD, "2025-07-03", who="Maria Kalesnikava"),
    ]
    found = by("ovd-info-prosecutions", told, "2025-08-01")
    assert found.sure == (WHO,)
    assert found.possible == (WHO, "Maria Kalesnikava", "Viktar Babaryka")
    rules_of = {who: one.rule for who, one in found.people.items()}
    assert rules_of == {
        WHO: Rule.PROSECUTED,
        "Viktar Babaryka": Rule.CHARGE_OPEN,
        "Maria Kalesnikava": Rule.CHARGE_UNTOLD,
    }
    assert by("ovd-info-prosecutions", told[1:3], "2025-01-01").sure == ()
