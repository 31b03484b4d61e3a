"""What a bundle may look like: whoever has the register's key can seal anything as one."""

import json
import secrets

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import HabeasError, IntegrityError
from habeas.protecting.bundle import Bundle, Feed, Packed, opened, sealed
from habeas.protecting.keys import drawn

REGISTER, KEY = "ab" * 16, bytes(32)
START = b"habeas bundle 1\n"
ENTRY = Packed("defined", b"c" * 32, 1, bytes(32), 7, b"h" * 32, b"s" * 16, b"{}")
BUNDLE = Bundle((Feed("d" * 32, 0, (ENTRY,), "a note", b"p" * 32),), {"00": b"bytes"})

_JUNK: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 2**63, 1.5, float("inf"), "A", "\ud800", "é", [], {}, [[]], ["", ""]]
)


def forged(plain: bytes) -> bytes:
    nonce = secrets.token_bytes(12)
    key = drawn(KEY, salt=REGISTER.encode(), purpose="habeas bundle 1")
    return START + nonce + AESGCM(key).encrypt(nonce, plain, START)


def plain(data: bytes) -> bytes:
    rest = data[len(START) :]
    key = drawn(KEY, salt=REGISTER.encode(), purpose="habeas bundle 1")
    return AESGCM(key).decrypt(rest[:12], rest[12:], START)


def test_what_was_sealed_is_opened() -> None:
    data = sealed(BUNDLE, REGISTER, KEY, to=(), entropy=secrets.token_bytes)
    assert opened(data, REGISTER, KEY) == BUNDLE
    assert opened(forged(plain(data)), REGISTER, KEY) == BUNDLE


@pytest.mark.parametrize(
    "words", [b"", b"null", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"feeds": {}, "blobs": []}']
)
def test_what_is_no_bundle_at_all_is_refused(words: bytes) -> None:
    with pytest.raises(IntegrityError) as caught:
        opened(forged(words), REGISTER, KEY)
    assert caught.value.code == "bundle-broken"


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 8), st.sampled_from(["feed", "entry", "blob", "top"]), _JUNK)
def test_a_part_put_wrong_is_refused_or_read_as_it_stands(
    number: int, where: str, junk: object
) -> None:
    data = sealed(BUNDLE, REGISTER, KEY, to=(), entropy=secrets.token_bytes)
    values = json.loads(plain(data))
    if where == "entry":
        row = values["feeds"][0]["entries"][0]
        row[number % len(row)] = junk
    else:
        part = {"feed": values["feeds"][0], "blob": values["blobs"], "top": values}[where]
        part[sorted(part)[number % len(part)]] = junk
    try:
        found = opened(forged(json.dumps(values).encode()), REGISTER, KEY)
    except HabeasError as error:
        assert error.code == "bundle-broken"
    else:
        again = sealed(found, REGISTER, KEY, to=(), entropy=secrets.token_bytes)
        assert opened(again, REGISTER, KEY) == found
