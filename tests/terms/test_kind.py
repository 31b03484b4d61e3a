"""The table of what may follow what in custody."""

import pytest

from habeas.terms.kind import CUSTODY, ENTRIES, EXITS, MAY_FOLLOW, PROOFS, TOTALS, Kind


def test_the_kinds_fall_into_groups_without_overlap() -> None:
    assert not ENTRIES & EXITS
    assert not PROOFS & (ENTRIES | EXITS)
    assert not CUSTODY & TOTALS


def test_every_custody_event_says_what_may_follow_and_nothing_else_does() -> None:
    assert set(MAY_FOLLOW) == CUSTODY
    assert all(after <= CUSTODY for after in MAY_FOLLOW.values())


@pytest.mark.parametrize("kind", sorted(EXITS - {Kind.DIED}))
def test_after_an_exit_one_is_held_only_after_a_new_arrest(kind: Kind) -> None:
    assert Kind.HELD not in MAY_FOLLOW[kind]
    assert Kind.DETAINED in MAY_FOLLOW[kind]


@pytest.mark.parametrize("kind", sorted(ENTRIES | PROOFS))
def test_one_who_is_inside_is_not_arrested_again(kind: Kind) -> None:
    assert Kind.DETAINED not in MAY_FOLLOW[kind]
    assert MAY_FOLLOW[kind] >= EXITS


def test_nothing_follows_a_death() -> None:
    assert MAY_FOLLOW[Kind.DIED] == frozenset()
