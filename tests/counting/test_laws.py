"""The laws of counting, over small worlds whose truth is known."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from habeas.counting.inside import inside
from habeas.counting.spells import spells
from habeas.terms.count import Count, Spell
from habeas.terms.when import When
from tests import worlds
from tests.making import by_name
from tests.worlds import END, World

few = settings(max_examples=60, deadline=None)


def counted(world: World, on: date) -> Count:
    drawn = spells(world.claims, by_name(list(world.claims)))
    return inside(drawn.spells, on=on, known_by=END)


@few
@given(worlds.worlds(), worlds.days())
def test_the_truth_lies_within_the_bounds(world: World, on: date) -> None:
    count = counted(world, on)
    true = world.inside(on)
    assert set(count.sure) <= true <= {*count.sure, *count.possible}
    assert len(true) in count.number


@few
@given(worlds.worlds(), worlds.days(), st.data())
def test_the_order_of_claims_is_of_no_account(world: World, on: date, data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(world.claims))
    assert counted(replace(world, claims=tuple(mixed)), on) == counted(world, on)


@few
@given(worlds.truths(), worlds.days(), worlds.days())
def test_later_is_earlier_and_in_less_out(
    stays: tuple[worlds.Truth, ...], one: date, other: date
) -> None:
    early, late = sorted((one, other))
    drawn = spells(worlds.exact(stays).claims, by_name(list(worlds.exact(stays).claims))).spells
    came = sum(1 for spell in drawn if spell.entered and _within(spell.entered, early, late))
    went = sum(1 for spell in drawn if spell.left and _within(spell.left, early, late))
    before, after = (inside(drawn, on=day, known_by=END).number.high for day in (early, late))
    assert before is not None
    assert after == before + came - went


@few
@given(worlds.worlds(), worlds.days(), st.data())
def test_widening_an_interval_never_narrows_the_bounds(
    world: World, on: date, data: st.DataObject
) -> None:
    drawn = spells(world.claims, by_name(list(world.claims))).spells
    wider = tuple(_wider(data, spell) for spell in drawn)
    narrow = inside(drawn, on=on, known_by=END)
    wide = inside(wider, on=on, known_by=END)
    assert set(wide.sure) <= set(narrow.sure)
    assert {*narrow.sure, *narrow.possible} <= {*wide.sure, *wide.possible}


@few
@given(worlds.worlds(), worlds.days(), st.data())
def test_widening_a_claim_never_makes_anyone_sure(
    world: World, on: date, data: st.DataObject
) -> None:
    count = counted(world, on)
    true = world.inside(on)
    place = data.draw(st.integers(0, len(world.claims) - 1))
    claim = world.claims[place]
    assume(claim.said.when is not None and claim.said.when.days is not None)
    assert claim.said.when is not None
    when = _wide(data, claim.said.when, 5)
    draft = replace(claim.draft, said=replace(claim.said, when=when))
    claims = (*world.claims[:place], replace(claim, draft=draft), *world.claims[place + 1 :])
    wide = counted(replace(world, claims=claims), on)
    assert set(wide.sure) <= true
    assert count.on == wide.on


def _within(when: When, early: date, late: date) -> bool:
    return when.earliest is not None and early < when.earliest <= late


def _wider(data: st.DataObject, spell: Spell) -> Spell:
    entered = _wide(data, spell.entered, 400) if spell.entered else None
    left = _wide(data, spell.left, 400) if spell.left else None
    if entered and left and entered.earliest and left.latest and left.latest < entered.earliest:
        return spell
    return replace(spell, entered=entered, left=left)


def _wide(data: st.DataObject, when: When, most: int) -> When:
    before, after = data.draw(st.integers(0, most)), data.draw(st.integers(0, most))
    return When(
        when.earliest - timedelta(before) if when.earliest else None,
        when.latest + timedelta(after) if when.latest else None,
    )
