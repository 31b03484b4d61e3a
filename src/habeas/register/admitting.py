"""Entries of other devices, held against the gate before the tables are made with them.

Decides that they are judged as if they were written here, by each law of the gate whose answer depends
on the entry, and on what it refers to, alone. Laws:

1. Of two laptops that have the same entries, whatever the order they came in, either takes an entry in,
   or neither does; what a laptop once took into its log it never refuses again.
2. The sentence says which entry of which device, and by which law. Nothing of the bundle is taken in.
3. Of what was redacted nothing is asked, since nothing is there; nor of what refers to that.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from habeas.errors import HabeasError, IntegrityError, MistakeError
from habeas.protecting.device import short
from habeas.register.branches import device_of
from habeas.register.chaining import Chain
from habeas.register.deriving import derive
from habeas.register.forgetting import sequences_of
from habeas.register.gate import Gate
from habeas.register.kept import log
from habeas.register.orphans import with_referents
from habeas.register.rebuilding import BATCH, batches
from habeas.register.store import Line, Store
from habeas.register.written import Written, told


@dataclass(slots=True)
class _Rows:
    """The rows of the log as they are read: those that are new, until they were checked."""

    new: Collection[bytes]
    chain: Chain = field(default_factory=Chain)
    held: dict[int, Line] = field(default_factory=dict)
    last: Line | None = None

    def take(self, row: Line) -> None:
        """Follow the chain, and hold a row that is new."""
        self.chain.check(row)
        self.last = None
        if bytes(row.hash) in self.new:
            self.held[row.sequence] = self.last = row


def replay_admitted(store: Store, new: Collection[bytes]) -> None:
    """Take the log into empty tables, inside a transaction; `new`: hashes of what came in.

    Raises:
        IntegrityError: one of these may not stand in a log, or the log is broken.
    """
    rows = _Rows(new)
    for batch in batches(_read(store, rows), BATCH):
        entries = with_referents(store, batch)
        if rows.held:
            _check(store, entries, rows.held)
            rows.held.clear()
        derive(store, entries)


def _read(store: Store, rows: _Rows) -> Iterator[Written]:
    """The entries of the log; one that is new and cannot be read is told as such."""
    try:
        yield from told(store, rows.take)
    except HabeasError as error:
        if rows.last is None or error.code != "entry-unreadable":
            raise
        raise _refused(rows.last, error) from None


def _check(store: Store, entries: Sequence[Written], held: dict[int, Line]) -> None:
    """Check those of the entries that are new, in the order of the log."""
    gate = Gate(store, [entry.content for entry in entries], {})
    new: dict[str, Line] = {}
    for entry in entries:
        row = held.get(entry.sequence)
        try:
            if row is None:
                gate.note(entry.content)
                continue
            new.setdefault(entry.content.id, row)
            if gate.check_elsewhere(entry.content) != bytes(row.body):
                raise MistakeError(
                    "It is not written as Habeas writes one.", code="entry-not-canonical"
                )
        except HabeasError as error:
            raise _refused(
                row or new.get(entry.content.id) or _named(store, entry), error
            ) from None


def _named(store: Store, entry: Written) -> Line:
    """The row of the log that has the id of an entry after it, which was here: so it must be new."""
    sequences = sequences_of(store, {entry.content.id}) or [entry.sequence]
    return store.rows(select(log).where(log.c.sequence == sequences[0]))[0]


def _refused(row: Line, error: HabeasError) -> IntegrityError:
    return IntegrityError(
        f"Entry {row.stamp} of device {short(device_of(row.device))}, in the bundle, breaks a law of the"
        f" register: {error.sentence} Of the bundle no entry was taken in. Ask who works with that"
        " device; where the entry is, it can be redacted (`habeas redact`), and the bundle made anew.",
        code="bundle-against-law",
    )
