"""Copies of a register that went on apart become one again, whatever way their bundles took."""

import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import HabeasError, IntegrityError, MistakeError, RegisterError
from habeas.protecting.age import new_identity
from habeas.protecting.bundle import Bundle, Feed, Packed, opened, sealed
from habeas.protecting.chain import FIRST, Link, commitment
from habeas.protecting.chunks import CHUNK
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.terms.canonical import body
from habeas.terms.redaction import ReasonClass
from tests.register.bundles import bundled, file_of, sent, taken
from tests.register.decrypted import everything
from tests.register.devices import FIRST_CLAIM, FORKING, Office, Step, new_id, steps
from tests.register.given import KEY, TEXT, blobs, draft, proposal, report, review

CUT = {"bundle-unreadable", "bundle-of-another", "bundle-cut", "bundle-not-for-us"}
"""What is said of a bundle that was cut or changed on its way."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office.opened(tmp_path, 3)
    yield made
    made.close()


def _merge(one: Register, bundle: Bundle) -> int:
    return one.merge(bundle, at=99, new_id=new_id).entries


def _whole(office: Office) -> None:
    """All laptops hold the same, and every law holds."""
    states = office.states()
    assert all(state == states[0] for state in states[1:])
    for one in office.laptops:
        assert list(one.issues()) == []


@settings(max_examples=100, deadline=None)
@given(st.integers(3, 5), steps(*FORKING, "redact"), st.integers(0, 4))
def test_any_schedule_ends_with_the_same_register_everywhere(
    number: int, drawn: list[Step], hub: int
) -> None:
    office = Office.in_memory(number)
    for step in drawn:
        office.do(step)
    entries = office.entries()
    office.meet(hub)
    assert entries <= office.entries()
    states = office.states()
    assert all(state == states[0] for state in states[1:])
    one, other = office.laptops[hub % len(office.laptops)], office.laptops[0]
    assert list(one.issues()) == []
    assert one.merge(bundled(other, one.checkpoints()), at=1, new_id=new_id).entries == 0
    office.close()


@settings(max_examples=10, deadline=None)
@given(st.integers(3, 5), steps("redact"))
def test_the_same_with_files(number: int, drawn: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as place:
        office = Office.opened(Path(place), number)
        for step in drawn:
            office.do(step)
        entries = office.entries()
        office.meet()
        assert entries <= office.entries()
        _whole(office)
        office.close()


def test_taking_in_twice_changes_nothing(office: Office) -> None:
    one, other, _ = office.registers
    other.put([proposal("c-2"), review("v-2", "c-2")], at=3)
    bundle = bundled(other)
    assert _merge(one, bundle) == 2
    before = one.head(), one.digest(), one.checkpoints()
    assert _merge(one, bundle) == 0
    assert (one.head(), one.digest(), one.checkpoints()) == before
    assert one.notes()[other.device].signed_with(one.public_keys()[other.device])
    assert one.signing().id != other.device


def test_originals_come_along(office: Office) -> None:
    one, other, _ = office.registers
    text = f"{TEXT} Another one."
    other.put(
        [report("r-2", text), proposal("c-2", "r-2", draft(text=text))], at=3, blobs=blobs(text)
    )
    small = bundled(other, one.checkpoints())
    assert len(tuple(small.documents)) == 1 and len(tuple(bundled(other).documents)) == 2
    assert _merge(one, small) == 2
    assert one.text(report("r-2").id) == text
    assert list(one.issues()) == []


def test_both_sides_of_a_conflict_are_kept_and_told(office: Office) -> None:
    one, other, _ = office.registers
    one.put([review("v-1", FIRST_CLAIM)], at=3)
    other.put([review("v-2", FIRST_CLAIM, "rejected")], at=4)
    merged = one.merge(bundled(other), at=5, new_id=new_id)
    assert merged.devices == (other.device,)
    (conflict,) = merged.conflicts
    assert conflict.claim == FIRST_CLAIM
    assert dict(conflict.decisions) == {one.device: "accepted", other.device: "rejected"}
    other.merge(bundled(one), at=5, new_id=new_id)
    assert {given.id for given in one.reviews(FIRST_CLAIM)} == {"v-1", "v-2"}
    assert one.claim(FIRST_CLAIM) == other.claim(FIRST_CLAIM)
    assert one.digest() == other.digest()


def test_what_was_seen_before_it_was_decided_stays_behind_it(office: Office) -> None:
    """A later look wins, also when the clock of that laptop is years behind."""
    one, other, _ = office.registers
    one.put([review("v-1", FIRST_CLAIM)], at=1_000_000)
    _merge(other, bundled(one))
    other.put([review("v-2", FIRST_CLAIM, "rejected")], at=5)
    _merge(one, bundled(other))
    assert list(one.counted()) == [] == list(other.counted())


def test_a_gap_is_told(office: Office) -> None:
    one, other, _ = office.registers
    other.put([proposal("c-2")], at=3)
    other.put([proposal("c-3")], at=4)
    with pytest.raises(MistakeError, match="lacking") as caught:
        _merge(one, bundled(other, other.checkpoints_at(other.device, 1)))
    assert caught.value.code == "bundle-gap"


def test_a_changed_bundle_is_refused(office: Office) -> None:
    one, other, _ = office.registers
    other.put([proposal("c-2"), review("v-2", "c-2")], at=3)
    bundle = bundled(other)
    feed = next(each for each in bundle.feeds if each.device == other.device)
    first, *others = feed.entries
    wrong = (
        replace(feed, entries=(replace(first, at=first.at + 1), *others)),
        replace(feed, entries=(replace(first, body=b"{}"), *others)),
        replace(feed, entries=(first,)),
        replace(feed, public=bytes(32)),
    )
    before = one.head(), one.digest()
    for changed in wrong:
        with pytest.raises(IntegrityError) as caught:
            _merge(one, Bundle((changed,), bundle.documents))
        assert caught.value.code == "bundle-broken"
    with pytest.raises(IntegrityError):
        _merge(one, Bundle((feed,), (("00" * 32, b"other"),)))
    with pytest.raises(MistakeError, match="lacking"):
        _merge(one, Bundle((replace(feed, entries=others),), bundle.documents))
    assert (one.head(), one.digest()) == before
    assert _merge(one, bundle) == 2


def test_the_registers_key_is_not_enough_to_speak_for_a_device(office: Office) -> None:
    """Who seized a laptop can seal bundles; but entries that nobody signed come in nowhere."""
    one, other, _ = office.registers
    other.put([proposal("c-2"), review("v-2", "c-2")], at=3)
    bundle = bundled(other)
    feed = next(each for each in bundle.feeds if each.device == other.device)
    stranger = "ab" * 16
    text = body(review("v-9", FIRST_CLAIM, "rejected"))
    one.put([proposal("c-3")], at=4)
    own = next(each for each in bundled(one).feeds if each.device == one.device)
    *_, last = own.entries
    before = one.head(), one.digest()
    for device, previous, stamp in (
        (one.device, last.hash, last.stamp + 1),
        (stranger, FIRST, 1),
    ):
        salt = bytes(16)
        link = Link("reviewed", commitment(salt, text), device, stamp, previous, 7)
        made = Packed(link.kind, link.commitment, stamp, previous, 7, link.hash, salt, text)
        with pytest.raises(IntegrityError) as caught:
            _merge(one, Bundle((Feed(device, 0, (made,), "", b""),)))
        assert caught.value.code == "bundle-broken"
    with pytest.raises(IntegrityError):
        _merge(one, Bundle((replace(feed, note=""),), bundle.documents))
    assert (one.head(), one.digest()) == before and list(one.issues()) == []


def test_a_redaction_takes_along_what_came_meanwhile(office: Office) -> None:
    one, other, third = office.registers
    words = "only between us: Canarski"
    one.redact(Order(FIRST_CLAIM, "Ann", ReasonClass.DANGER, new_id), at=3)
    late = replace(review("v-9", FIRST_CLAIM), reason=words)
    other.put([late], at=4)
    _merge(third, bundled(other))
    assert words.encode() in everything(third.folder, KEY)
    office.meet()
    _whole(office)
    for each in office.registers:
        assert [pair.claim.id for pair in each.claims()] == []
        assert words.encode() not in everything(each.folder, KEY)


def test_a_bundle_opens_with_the_registers_key_alone(office: Office) -> None:
    one, other, _ = office.registers
    bundle = bundled(other)
    data = b"".join(sealed(bundle, one.id, KEY, entropy=secrets.token_bytes))
    assert b"Kalesnikava" not in data
    found = opened(file_of(data), one.id, KEY)
    assert Bundle(found.feeds, tuple(found.documents)) == bundle
    for register, key in ((one.id, bytes(32)), ("00" * 16, KEY)):
        with pytest.raises(RegisterError, match="not one of this register"):
            opened(file_of(data), register, key)
    with pytest.raises(RegisterError):
        opened(file_of(data[:-1] + bytes([data[-1] ^ 1])), one.id, KEY)
    with pytest.raises(MistakeError, match="no bundle"):
        opened(file_of(b"hello"), one.id, KEY)


def test_a_document_that_no_new_report_names_is_not_kept(office: Office) -> None:
    one, other, _ = office.registers
    other.put([proposal("c-2")], at=3)
    given = bundled(other)
    stray = b"a document that nobody asked for"
    more = (*given.documents, (sha256(stray).hexdigest(), stray))
    assert _merge(one, Bundle(given.feeds, more)) == 1
    assert b"nobody asked for" not in everything(one.folder, KEY)


@pytest.mark.parametrize("to_somebody", [False, True])
def test_a_bundle_cut_or_changed_anywhere_is_told_in_a_sentence_and_changes_nothing(
    office: Office, to_somebody: bool
) -> None:
    one, other, _ = office.registers
    text = f"{TEXT} {secrets.token_hex(200_000)}"
    other.put(
        [report("r-2", text), proposal("c-2", "r-2", draft(text=text))], at=3, blobs=blobs(text)
    )
    identity, recipient = new_identity()
    data = sent(other, to=(recipient,) if to_somebody else ())
    assert len(data) > 4 * CHUNK
    before = one.head(), one.digest(), one.checkpoints()
    places = {0, 5, 30, 60, 700, len(data) // 2, len(data) - 1, *range(0, len(data), CHUNK)}
    for place in sorted(places):
        for changed in (data[:place], data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :]):
            with pytest.raises(HabeasError) as caught:
                taken(one, changed, at=9, identity=identity)
            assert caught.value.code in CUT, (place, caught.value.code)
            assert (one.head(), one.digest(), one.checkpoints()) == before
    for more in (b"x", bytes(CHUNK + 16), data):
        with pytest.raises(RegisterError):
            taken(one, data + more, at=9, identity=identity)
    assert (one.head(), one.digest(), one.checkpoints()) == before
    assert taken(one, data, at=9, identity=identity).entries == 2
    assert one.digest() == other.digest() and list(one.issues()) == []
