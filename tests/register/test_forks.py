"""A copy of a laptop that went on as the same device: both sides are kept and told, for all alike."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from habeas.errors import IntegrityError
from habeas.register.branches import Fork, branch_name, device_of, names
from habeas.register.redacting import Order
from habeas.register.written import rows_after
from habeas.terms.entry import Content
from habeas.terms.redaction import ReasonClass, entry_name, named
from tests.register.bundles import bundled
from tests.register.devices import FIRST_CLAIM, new_id
from tests.register.given import TEXT, blobs, proposal, report, review
from tests.register.memory import InMemory


@pytest.fixture
def one() -> Iterator[InMemory]:
    made = InMemory.found()
    made.put([report(), proposal(FIRST_CLAIM)], at=1, blobs=blobs(TEXT))
    yield made
    made.close()


def _copy(one: InMemory, *contents: Content, at: int = 5) -> InMemory:
    """A copy that goes on as the same device, and writes."""
    copy = one.copied()
    for content in contents:
        copy.put([content], at=at)
    return copy


def _take(one: InMemory, *others: InMemory) -> None:
    for other in others:
        one.merge(bundled(other), at=9, new_id=new_id)


def _state(one: InMemory) -> object:
    return one.checkpoints(), one.digest(), one.forks(), list(one.counted())


def _claims(one: InMemory) -> set[str]:
    return {pair.claim.id for pair in one.claims()}


def _the_fork(one: InMemory) -> Fork:
    (fork,) = one.forks()
    return fork


def test_both_sides_are_kept_and_the_fork_is_told(one: InMemory) -> None:
    device = one.device
    copy = _copy(one, proposal("c-2"), proposal("c-3"))
    one.put([proposal("c-4")], at=6)
    before = one.checkpoints(), copy.checkpoints()
    merged = one.merge(bundled(copy), at=9, new_id=new_id)
    assert merged.entries == 2 and merged.renamed
    assert merged.forks == one.forks()
    fork = _the_fork(one)
    assert (fork.device, fork.shared) == (device, 2)
    assert sorted((side.entries, side.since) for side in fork.sides) == [(1, 6), (2, 5)]
    assert _claims(one) == {FIRST_CLAIM, "c-2", "c-3", "c-4"}
    assert {each for pair in before for each in pair} == set(one.checkpoints())
    assert list(one.issues()) == []


def test_who_knows_of_the_fork_goes_on_as_a_new_device(one: InMemory) -> None:
    device = one.device
    copy = _copy(one, proposal("c-2"))
    one.put([proposal("c-3")], at=6)
    _take(one, copy)
    _take(copy, one)
    assert len({device, one.device, copy.device}) == 3
    one.put([proposal("c-5")], at=7)
    copy.put([proposal("c-6")], at=7)
    _take(one, copy)
    _take(copy, one)
    assert _state(one) == _state(copy)
    one.write_as(device)
    assert one.device != device


def test_a_copy_that_is_behind_goes_on_as_a_new_device_once_it_sees_what_it_wrote(
    one: InMemory,
) -> None:
    """Before it knew that it was one of two, it would have forked the log with its next entry."""
    behind = one.copied()
    one.put([proposal("c-2")], at=5)
    assert behind.merge(bundled(one), at=6, new_id=new_id).renamed
    behind.put([proposal("c-3")], at=7)
    one.put([proposal("c-4")], at=7)
    assert not one.merge(bundled(behind), at=8, new_id=new_id).renamed
    _take(behind, one)
    assert one.forks() == () and _state(one) == _state(behind)


def test_three_sides_come_to_the_same_in_any_order(one: InMemory) -> None:
    sides = [_copy(one, proposal(f"c-{number}"), at=number) for number in (2, 3, 4)]
    partner = one.copied()
    partner.write_as(None)
    states = []
    for order in permutations(sides):
        reader = partner.copied()
        _take(reader, *order, *order)
        states.append((reader.checkpoints(), reader.digest(), reader.forks()))
        assert list(reader.issues()) == []
    assert all(state == states[0] for state in states)
    assert len(_the_fork(reader).sides) == 3


def test_a_fork_before_a_fork_and_a_side_that_grows(one: InMemory) -> None:
    early = _copy(one, proposal("c-early"))
    one.put([proposal("c-2")], at=5)
    later = _copy(one, proposal("c-later"))
    one.put([proposal("c-3")], at=6)
    readers = [InMemory.copied(one) for _ in range(2)]
    for reader in readers:
        reader.write_as(None)
    _take(readers[0], early, later)
    later.put([proposal("c-more")], at=7)
    _take(readers[0], later)
    _take(readers[1], later, early)
    assert [(fork.shared, len(fork.sides)) for fork in readers[0].forks()] == [(2, 2), (3, 2)]
    assert readers[0].forks() == readers[1].forks()
    assert readers[0].checkpoints() == readers[1].checkpoints()
    for reader in readers:
        assert list(reader.issues()) == []


def test_a_fork_at_the_first_entry() -> None:
    empty = InMemory.found()
    one, other = empty.copied(), empty.copied()
    for number, each in enumerate((one, other)):
        each.put([report(f"r-{number}", f"{TEXT} {number}")], at=1, blobs=blobs(f"{TEXT} {number}"))
    _take(one, other)
    _take(other, one)
    assert _the_fork(one).shared == 0
    assert _state(one) == _state(other)
    assert list(one.issues()) == []


def test_two_sides_that_decide_differently_are_a_conflict(one: InMemory) -> None:
    one.put([review("v-1", FIRST_CLAIM)], at=3)
    copy = _copy(one, review("v-2", FIRST_CLAIM, "rejected"))
    one.put([proposal("c-2")], at=6)
    (conflict,) = one.merge(bundled(copy), at=9, new_id=new_id).conflicts
    assert sorted(decision for _, decision in conflict.decisions) == ["accepted", "rejected"]
    assert {given.id for given in one.reviews(FIRST_CLAIM)} == {"v-1", "v-2"}


def test_a_redaction_on_one_side_leaves_the_entry_of_the_other(one: InMemory) -> None:
    """Both sides use the same stamps; the redaction was written before anybody knew of the fork."""
    copy = _copy(one, proposal("c-2"))
    one.put([proposal("c-3")], at=5)
    one.redact(Order("c-3", "Ann", ReasonClass.WISH, new_id), at=6)
    _take(one, copy)
    _take(copy, one)
    assert _claims(one) == {FIRST_CLAIM, "c-2"}
    assert _state(one) == _state(copy)
    assert list(one.issues()) == []


def test_a_name_without_a_hash_means_every_entry_of_that_stamp() -> None:
    assert named("ab:7").means(bytes(32))
    name = named(entry_name("ab", 7, bytes([1]) * 32))
    assert name.means(bytes([1]) * 32) and not name.means(bytes(32))


def test_a_program_that_does_not_know_of_the_fork_yet_is_told(one: InMemory) -> None:
    copy = _copy(one, proposal("c-2"))
    one.put([proposal("c-3")], at=6)
    stale = InMemory(one._store)
    _take(one, copy)
    with pytest.raises(IntegrityError, match="several ways") as caught:
        stale.put([proposal("c-4")], at=10)
    assert caught.value.code == "device-forked"
    assert list(one.issues()) == []


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE log SET device = substr(device, 1, 32) WHERE device LIKE '%.%' AND sequence = 3",
        "UPDATE log SET device = device || '0' WHERE device LIKE '%.%'",
        "UPDATE log SET previous = zeroblob(32) WHERE device LIKE '%.%' AND sequence = 3",
    ],
)
def test_a_changed_branch_breaks_the_chain(one: InMemory, words: str) -> None:
    copy = _copy(one, proposal("c-2"))
    one.put([proposal("c-3")], at=6)
    _take(one, copy)
    one._store.write_out("DROP TRIGGER log_never_changes")
    one._store.write_out(words)
    assert {"chain-broken"} <= {issue.code for issue in one.issues()}


def test_names_depend_on_the_entries_alone() -> None:
    first, left, right, more = (bytes([number]) * 32 for number in range(1, 5))
    line = [(first, bytes(32)), (left, first)]
    assert set(names("d", line).values()) == {"d"}
    found = names("d", [*line, (right, first), (more, right)])
    assert found[first] == "d"
    assert found[left] == branch_name("d", left)
    assert found[right] == found[more] == branch_name("d", right)
    assert device_of(found[more]) == "d"


def test_the_log_names_the_device_and_not_the_branch(one: InMemory) -> None:
    device = one.device
    copy = _copy(one, proposal("c-2"))
    one.put([proposal("c-3")], at=6)
    _take(one, copy)
    assert {entry.device for entry in one.log()} == {device}
    assert sum("." in row.device for row in rows_after(one._store, 0)) == 2
