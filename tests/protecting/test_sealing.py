"""A sealed field opens for its readers alone, in its own place alone, as it was sealed alone."""

import secrets
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting import age
from habeas.protecting.sealing import (
    Bound,
    Locked,
    key_name,
    locked,
    looks_wrapped,
    opened,
    unwrapped,
    wrapped,
)
from habeas.terms.protected import BLOCK, MOST_WORDS, TAG_SIZE
from tests.strategies import words

BOUND = Bound("00" * 16, "p-1", "name", 1, "s-1")
NAME = "Maryia Kalesnikava"
ANN, TO_ANN = age.new_identity()
BOB, TO_BOB = age.new_identity()
OTHERS = (
    replace(BOUND, register="11" * 16),
    replace(BOUND, case="p-2"),
    replace(BOUND, field="address"),
    replace(BOUND, version=2),
    replace(BOUND, sealing="s-2"),
)


def _locked(text: str = NAME, bound: Bound = BOUND) -> Locked:
    return locked(text, bound, secrets.token_bytes)


@given(words(most=600))
def test_what_was_sealed_is_opened_again(text: str) -> None:
    made = _locked(text)
    assert opened(made, BOUND) == text
    assert (len(made.hidden) - TAG_SIZE) % BLOCK == 0


@given(st.integers(0, BLOCK - 2))
def test_the_size_of_a_name_does_not_tell_it(length: int) -> None:
    assert len(_locked("x" * length).hidden) == BLOCK + TAG_SIZE


@pytest.mark.parametrize("other", OTHERS, ids=str)
def test_a_field_in_anothers_place_is_told(other: Bound) -> None:
    made = _locked()
    with pytest.raises(IntegrityError) as caught:
        opened(made, other)
    assert caught.value.code == "sealed-changed"
    key = wrapped(made.key, BOUND, TO_ANN)
    with pytest.raises(IntegrityError):
        unwrapped(key, other, key_name(made.key), ANN)


def test_any_changed_or_missing_byte_is_told() -> None:
    made = _locked()
    hidden = [made.hidden[:size] for size in (0, 1, 16, 100, len(made.hidden) - 1)]
    for place in range(len(made.hidden)):
        changed = bytearray(made.hidden)
        changed[place] ^= 1
        hidden.append(bytes(changed))
    for each in hidden:
        with pytest.raises(IntegrityError) as caught:
            opened(replace(made, hidden=each), BOUND)
        assert NAME not in caught.value.sentence
    for wrong in (replace(made, nonce=bytes(12)), replace(made, key=bytes(32))):
        with pytest.raises(IntegrityError):
            opened(wrong, BOUND)


def test_the_key_goes_to_its_reader_alone() -> None:
    made = _locked()
    copy = wrapped(made.key, BOUND, TO_ANN)
    assert looks_wrapped(copy) and made.key not in copy
    assert unwrapped(copy, BOUND, key_name(made.key), ANN) == made.key
    for identity, data in ((BOB, copy), (ANN, copy[:-1]), (ANN, copy[:100]), (ANN, b"")):
        with pytest.raises(IntegrityError):
            unwrapped(data, BOUND, key_name(made.key), identity)


def test_two_readers_hold_the_same_key() -> None:
    """A sealer cannot give one reader a key to other words: the key's name is its hash."""
    made, other = _locked(), _locked("Somebody Else")
    copy = wrapped(other.key, BOUND, TO_BOB)
    with pytest.raises(IntegrityError):
        unwrapped(copy, BOUND, key_name(made.key), BOB)


def test_each_sealing_has_its_own_key() -> None:
    assert len({_locked().key for _ in range(20)}) == 20


def test_what_is_too_long_is_refused_with_a_sentence() -> None:
    assert opened(_locked("x" * MOST_WORDS), BOUND) == "x" * MOST_WORDS
    with pytest.raises(MistakeError, match="65,536 bytes") as caught:
        _locked("ы" * (MOST_WORDS // 2 + 1))
    assert "ы" not in caught.value.sentence


@given(st.binary(max_size=300))
def test_any_bytes_are_no_wrapped_key(data: bytes) -> None:
    assert not looks_wrapped(data)
    assert not looks_wrapped(age.sealed_to(b"x", [TO_ANN, TO_BOB]))


def test_nothing_secret_is_in_what_is_printed_of_it() -> None:
    made = _locked()
    assert repr(made.key) not in repr(made) and "key" not in repr(made)


def test_an_identity_may_be_locked_with_a_passphrase() -> None:
    data = age.locked(ANN.encode(), "four plain words here")
    assert ANN.encode() not in data and data.startswith(age.STARTS)
    assert age.unlocked(data, "four plain words here") == ANN.encode()
    assert age.unlocked(data, "others") is None
    assert age.unlocked(b"age-encryption.org/v1\nnonsense", "x") is None
    assert age.recipient_of(ANN) == TO_ANN
    with pytest.raises(MistakeError):
        age.recipient_of("AGE-SECRET-KEY-1NONSENSE")
