"""One changed byte of any field changes the hash; a body can be forgotten and the chain holds."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.protecting.chain import FIRST, SALT_SIZE, Link, commitment

LINK = Link("reviewed", bytes(range(32)), "laptop", 7, bytes(range(32, 64)), 1_765_000_000_000_000)

links = st.builds(
    Link,
    st.text(max_size=20),
    st.binary(min_size=32, max_size=32),
    st.text(max_size=20),
    st.integers(1, 2**63 - 1),
    st.binary(min_size=32, max_size=32),
    st.integers(0, 2**63 - 1),
)


def test_the_hash_of_a_known_link_never_changes() -> None:
    assert LINK.hash.hex() == sha256(_by_hand(LINK)).hexdigest()


def _by_hand(link: Link) -> bytes:
    fields = (
        b"habeas entry 1",
        link.kind.encode(),
        link.commitment,
        link.device.encode(),
        link.sequence.to_bytes(8, "big"),
        link.previous,
        link.at.to_bytes(8, "big"),
    )
    encoded = b""
    for field in fields:
        encoded += len(field).to_bytes(4, "big") + field
    return encoded


def test_a_commitment_is_the_hash_of_salt_and_body() -> None:
    salt = bytes(range(SALT_SIZE))
    assert commitment(salt, b"body") == sha256(salt + b"body").digest()


def test_a_salt_of_another_length_is_refused() -> None:
    with pytest.raises(MistakeError, match="16 bytes"):
        commitment(b"short", b"body")


@given(links, links)
def test_two_links_have_one_hash_only_if_they_are_the_same(one: Link, other: Link) -> None:
    assert (one.hash == other.hash) == (one == other)


@given(links, st.text(max_size=3))
def test_a_letter_moved_to_the_next_field_changes_the_hash(link: Link, tail: str) -> None:
    longer = replace(link, kind=link.kind + tail)
    moved = replace(link, device=tail + link.device)
    assert (longer.hash == moved.hash) == (longer == moved)


@given(st.binary(max_size=64), st.integers(0, 63), st.integers(0, 7))
def test_one_flipped_bit_of_a_body_breaks_its_commitment(body: bytes, place: int, bit: int) -> None:
    salt, changed = bytes(SALT_SIZE), bytearray(body + b".")
    changed[place % len(changed)] ^= 1 << bit
    assert commitment(salt, body + b".") != commitment(salt, bytes(changed))


def test_the_first_entry_has_zeros_before_it() -> None:
    assert bytes(32) == FIRST
