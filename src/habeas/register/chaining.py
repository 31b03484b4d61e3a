"""Whether the chain of the log holds: every entry the one its hash was reckoned from, none missing.

Where a device is forked (see `branches`), each of its ways must hold; that it is forked is for `forks`.
"""

from collections.abc import Iterator

from sqlalchemy import select

from habeas.errors import IntegrityError
from habeas.protecting.chain import FIRST, SALT_SIZE, commitment
from habeas.register.branches import branch_name, device_of, is_branch
from habeas.register.kept import log
from habeas.register.store import Line, Store
from habeas.register.written import link_of


class Chain:
    """Takes the rows of the log in their order, and tells where the chain does not hold."""

    def __init__(self) -> None:
        """Expect the first entry."""
        self.last = 0
        self._hashes: dict[str, bytes] = {}
        self._ended: set[str] = set()
        self._place = (0, "")

    def breaks(self, row: Line) -> Iterator[tuple[int, str]]:
        """Take the next row: the sequence of each break, and why, in a few words."""
        expected, self.last = self.last + 1, row.sequence
        if row.sequence != expected:
            yield expected, f"entries {expected} to {row.sequence - 1} are missing"
        elif not self._goes_on(row):
            yield row.sequence, "it does not hold the hash of the entry before it"
        if self._place >= (row.stamp, row.device):
            yield row.sequence, "it does not stand in its place"
        for words in _faults(row):
            yield row.sequence, words
        self._place = row.stamp, row.device
        self._hashes[row.device] = row.hash

    def _goes_on(self, row: Line) -> bool:
        """Whether the row follows the last of its branch, or begins one where another ends."""
        if row.device in self._hashes or not is_branch(row.device):
            last = self._hashes.get(row.device, FIRST)
            return bool(row.device not in self._ended and row.previous == last)
        device = device_of(row.device)
        ends = {last: name for name, last in self._hashes.items() if device_of(name) == device}
        if row.previous in ends:
            self._ended.add(ends[row.previous])
        elif row.previous != FIRST or device in self._hashes:
            return False
        return bool(row.device == branch_name(device, row.hash))

    def check(self, row: Line) -> None:
        """Take the next row, and refuse it where the chain does not hold.

        Raises:
            IntegrityError: it does not.
        """
        for sequence, words in self.breaks(row):
            raise _error(sequence, words)


def check_last(store: Store) -> None:
    """Refuse a log whose last entry is not the one its hash was reckoned from.

    Raises:
        IntegrityError: it is not.
    """
    for row in store.rows(select(log).order_by(log.c.sequence.desc()).limit(1)):
        for words in _faults(row):
            raise _error(row.sequence, words)


def broken(sequence: int, words: str) -> str:
    """The sentence for a break."""
    return f"The log is broken at entry {sequence}: {words}; restore a backup."


def _error(sequence: int, words: str) -> IntegrityError:
    return IntegrityError(broken(sequence, words), code="chain-broken")


def _faults(row: Line) -> Iterator[str]:
    if link_of(row).hash != row.hash:
        yield "it is not the one its hash was reckoned from"
    kept = row.body is None or len(row.salt) == SALT_SIZE
    if not kept or (row.body is not None and commitment(row.salt, row.body) != row.commitment):
        yield "its body is not the one it was written with"
