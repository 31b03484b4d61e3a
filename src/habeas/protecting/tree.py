"""The tree over a log: one hash of 32 bytes for all of it, kept in tiles of 256 hashes.

Decides how entries become a root (RFC 6962: a leaf is SHA-256(0 ‖ data), a node SHA-256(1 ‖ left ‖
right), an odd rest goes up by itself) and which tiles change when the log grows. Where tiles are kept is
for `register`; what they prove is for `proofs`. Laws:

1. A tile of level L holds, in their order, at most 256 roots of 256**L leaves each; a whole one never
   changes.
2. Nothing here ever holds more than some tiles: a log of a million entries needs no list in memory.
3. The root of `size` entries is the same, however many entries follow.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256

from habeas.errors import IntegrityError

HASH_SIZE = 32
"""Bytes of every hash."""

WIDTH = 256
"""Hashes of a whole tile."""

EMPTY = sha256().digest()
"""The root of no entries."""

Place = tuple[int, int]
"""Level and number of a tile, both from 0."""

Tiles = Callable[[Place], bytes]
"""The hashes of a tile, one after the other; empty where there is no such tile."""


def leaf(data: bytes) -> bytes:
    """The hash of an entry."""
    return sha256(b"\0" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of two hashes."""
    return sha256(b"\1" + left + right).digest()


def root(size: int, tiles: Tiles) -> bytes:
    """The root of the first `size` entries.

    Raises:
        IntegrityError: a tile is gone.
    """
    return span(0, size, tiles) if size else EMPTY


def span(start: int, stop: int, tiles: Tiles) -> bytes:
    """The root of entries `start..stop` (half-open, at least one), as RFC 6962 calls it MTH.

    `start` must be one at which the tree divides, as it is for every span of a proof.

    Raises:
        IntegrityError: a tile is gone.
    """
    size = stop - start
    level, unit = 0, 1
    while unit * WIDTH <= size:
        level, unit = level + 1, unit * WIDTH
    if size == unit:
        return _kept(level, start // unit, tiles)
    middle = start + below(size)
    return node(span(start, middle, tiles), span(middle, stop, tiles))


def below(size: int) -> int:
    """The largest power of two that is smaller than `size` (at least 2)."""
    return 1 << ((size - 1).bit_length() - 1)


def grown(size: int, leaves: Iterable[bytes], tiles: Tiles) -> dict[Place, bytes]:
    """The tiles that change when `leaves` (hashes) follow the first `size` entries."""
    changed: dict[Place, bytes] = {}
    level, add = 0, list(leaves)
    while add:
        number, filled = divmod(size, WIDTH)
        held = bytearray(tiles((level, number))[: filled * HASH_SIZE])
        above: list[bytes] = []
        for one in add:
            held += one
            if len(held) == WIDTH * HASH_SIZE:
                changed[level, number] = bytes(held)
                above.append(whole(held))
                number, held = number + 1, bytearray()
        if held:
            changed[level, number] = bytes(held)
        level, size, add = level + 1, size // WIDTH, above
    return changed


def whole(tile: bytes | bytearray) -> bytes:
    """The root of a whole tile."""
    hashes = [bytes(tile[at : at + HASH_SIZE]) for at in range(0, len(tile), HASH_SIZE)]
    while len(hashes) > 1:
        hashes = [node(*hashes[at : at + 2]) for at in range(0, len(hashes), 2)]
    return hashes[0]


def _kept(level: int, number: int, tiles: Tiles) -> bytes:
    tile, at = divmod(number, WIDTH)
    found = tiles((level, tile))[at * HASH_SIZE : (at + 1) * HASH_SIZE]
    if len(found) != HASH_SIZE:
        raise IntegrityError(
            f"The tree of the log lacks a hash (level {level}, {number}); restore a backup.",
            code="tree-broken",
        )
    return found
