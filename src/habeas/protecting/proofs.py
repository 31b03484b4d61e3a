"""Proofs over the tree of a log: that an entry is in it, and that a later tree goes on from an earlier.

Decides what a proof is (RFC 6962, 2.1.1 and 2.1.2) and how it is checked (RFC 9162, 2.1.3 and 2.1.4): by
anybody, with no more than the roots. Law: a proof has at most one hash for each doubling of the log.
"""

from collections.abc import Sequence

from habeas.errors import MistakeError
from habeas.protecting.tree import EMPTY, Tiles, below, node, span


def inclusion(index: int, size: int, tiles: Tiles) -> list[bytes]:
    """The proof that entry `index` (from 0) is among the first `size`.

    Raises:
        MistakeError: it is not.
        IntegrityError: a tile is gone.
    """
    if not 0 <= index < size:
        raise MistakeError(
            f"There is no entry {index} among the first {size}.", code="proof-outside"
        )
    path: list[bytes] = []
    start, stop = 0, size
    while stop - start > 1:
        middle = start + below(stop - start)
        if index < middle:
            path.append(span(middle, stop, tiles))
            stop = middle
        else:
            path.append(span(start, middle, tiles))
            start = middle
    return path[::-1]


def consistency(old: int, size: int, tiles: Tiles) -> list[bytes]:
    """The proof that the tree of `size` entries goes on from that of the first `old`.

    Raises:
        MistakeError: there were never more entries than now.
        IntegrityError: a tile is gone.
    """
    if not 0 <= old <= size:
        raise MistakeError(
            f"A log of {size} entries cannot go on from one of {old}.", code="proof-outside"
        )
    if old in (0, size):
        return []
    path: list[bytes] = []
    start, stop, known = 0, size, True
    while old != stop:
        middle = start + below(stop - start)
        if old <= middle:
            path.append(span(middle, stop, tiles))
            stop = middle
        else:
            path.append(span(start, middle, tiles))
            start, known = middle, False
    return (path if known else [*path, span(start, stop, tiles)])[::-1]


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], top: bytes) -> bool:
    """Whether the proof shows that the leaf (a hash) is entry `index` under the root `top`."""
    if not 0 <= index < size:
        return False
    here, last, found = index, size - 1, leaf
    for one in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            found = node(one, found)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            found = node(found, one)
        here, last = here >> 1, last >> 1
    return last == 0 and found == top


def goes_on(old: tuple[int, bytes], new: tuple[int, bytes], proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree `new` (size, root) goes on from the tree `old`."""
    (first, before), (second, after) = old, new
    if first == second:
        return not proof and before == after
    if first == 0:
        return not proof and before == EMPTY
    if first > second or not proof:
        return False
    steps = [before, *proof] if first & (first - 1) == 0 else list(proof)
    return _folded(first - 1, second - 1, steps) == (before, after)


def _folded(here: int, last: int, steps: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The roots of the earlier and the later tree by a proof; None where it is too short or too long."""
    while here & 1:
        here, last = here >> 1, last >> 1
    earlier = later = steps[0]
    for one in steps[1:]:
        if last == 0:
            return None
        if here & 1 or here == last:
            earlier, later = node(one, earlier), node(one, later)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            later = node(later, one)
        here, last = here >> 1, last >> 1
    return (earlier, later) if last == 0 else None
