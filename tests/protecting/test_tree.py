"""The tree, its tiles and its proofs, against a second way to reckon them: RFC 6962's own recursion."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.proofs import consistency, goes_on, includes, inclusion
from habeas.protecting.tree import EMPTY, HASH_SIZE, WIDTH, Place, Tiles, grown, leaf, root

DATA = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
"""The entries by which Certificate Transparency's own tests try a tree."""

ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""Their roots, for 1 to 8 entries."""


def _mth(data: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word by word."""
    if not data:
        return sha256().digest()
    if len(data) == 1:
        return sha256(b"\x00" + data[0]).digest()
    k = 1
    while k * 2 < len(data):
        k *= 2
    return sha256(b"\x01" + _mth(data[:k]) + _mth(data[k:])).digest()


def _path(m: int, data: list[bytes]) -> list[bytes]:
    """RFC 6962, 2.1.1."""
    if len(data) == 1:
        return []
    k = 1
    while k * 2 < len(data):
        k *= 2
    if m < k:
        return [*_path(m, data[:k]), _mth(data[k:])]
    return [*_path(m - k, data[k:]), _mth(data[:k])]


def _sub(m: int, data: list[bytes], known: bool) -> list[bytes]:
    """RFC 6962, 2.1.2."""
    if m == len(data):
        return [] if known else [_mth(data)]
    k = 1
    while k * 2 < len(data):
        k *= 2
    if m <= k:
        return [*_sub(m, data[:k], known), _mth(data[k:])]
    return [*_sub(m - k, data[k:], False), _mth(data[:k])]


def _data(size: int) -> list[bytes]:
    return [number.to_bytes(4, "big") for number in range(size)]


def _tiles(data: list[bytes], *, batch: int = 10**9) -> dict[Place, bytes]:
    kept: dict[Place, bytes] = {}
    for start in range(0, len(data), batch):
        leaves = [leaf(one) for one in data[start : start + batch]]
        kept |= grown(start, leaves, _read(kept))
    return kept


def _read(kept: dict[Place, bytes]) -> Tiles:
    return lambda place: kept.get(place, b"")


LONG = _data(70_000)
KEPT = _tiles(LONG)


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_of_certificate_transparency_come_out(size: int) -> None:
    kept = _tiles([bytes.fromhex(one) for one in DATA[:size]])
    assert root(size, _read(kept)).hex() == ROOTS[size - 1]


def test_no_entries_have_the_empty_root() -> None:
    assert root(0, _read({})) == EMPTY == _mth([])


@settings(max_examples=40)
@given(st.integers(0, 1500), st.integers(1, 700))
def test_any_batches_make_the_tree_of_the_rfc(size: int, batch: int) -> None:
    kept = _tiles(_data(size), batch=batch)
    assert kept == _tiles(_data(size))
    assert root(size, _read(kept)) == _mth(_data(size))
    assert all(len(tile) <= WIDTH * HASH_SIZE for tile in kept.values())


@settings(max_examples=60)
@given(st.integers(1, 900), st.data())
def test_proofs_are_those_of_the_rfc_and_prove(size: int, data: st.DataObject) -> None:
    entries, read = LONG[:size], _read(KEPT)
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    top = root(size, read)
    path = inclusion(index, size, read)
    assert path == _path(index, entries)
    assert includes(leaf(entries[index]), index, size, path, top)
    steps = consistency(old, size, read)
    assert steps == _sub(old, entries, True)
    assert goes_on((old, root(old, read)), (size, top), steps)


@settings(max_examples=60)
@given(st.integers(2, 70_000), st.data())
def test_a_wrong_proof_proves_nothing(size: int, data: st.DataObject) -> None:
    read, index = _read(KEPT), data.draw(st.integers(0, size - 1))
    old = data.draw(st.integers(1, size - 1))
    top, before = root(size, read), root(old, read)
    path, steps = inclusion(index, size, read), consistency(old, size, read)
    other = bytes(HASH_SIZE)
    assert len(path) <= 17 and len(steps) <= 18
    assert not includes(other, index, size, path, top)
    assert not includes(leaf(LONG[index]), index, size, path[:-1], top)
    assert not includes(leaf(LONG[index]), index, size, [*path, other], top)
    assert not includes(leaf(LONG[index]), (index + 1) % size, size, path, top)
    assert not goes_on((old, other), (size, top), steps)
    assert not goes_on((old, before), (size, other), steps)
    assert not goes_on((old, before), (size, top), [*steps, other])
    assert not goes_on((old, before), (size, top), steps[:-1])
    assert not goes_on((size, top), (old, before), steps)


def test_a_log_goes_on_from_itself_and_from_nothing() -> None:
    top = root(300, _read(KEPT))
    assert goes_on((300, top), (300, top), consistency(300, 300, _read(KEPT)))
    assert goes_on((0, EMPTY), (300, top), consistency(0, 300, _read(KEPT)))
    assert not goes_on((300, top), (300, bytes(32)), [])
    assert not includes(leaf(b""), 1, 1, [], top)


def test_what_cannot_be_proved_is_a_mistake() -> None:
    with pytest.raises(MistakeError, match="no entry 5"):
        inclusion(5, 5, _read(KEPT))
    with pytest.raises(MistakeError, match="cannot go on"):
        consistency(6, 5, _read(KEPT))


def test_a_tile_that_is_gone_is_told() -> None:
    with pytest.raises(IntegrityError, match="lacks a hash"):
        root(300, _read({place: tile for place, tile in KEPT.items() if place != (0, 1)}))
