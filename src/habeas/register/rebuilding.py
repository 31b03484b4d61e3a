"""The derived tables made anew from the log, in the register itself or in memory beside it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from sqlalchemy import delete

from habeas.register.chaining import Chain
from habeas.register.deriving import derive
from habeas.register.digesting import differing, digests, whole
from habeas.register.reviewed import Rebuilt
from habeas.register.schema import DERIVED
from habeas.register.store import Store
from habeas.register.written import Written, told

BATCH = 2000
"""Entries that are taken into the tables at a time."""

Item = TypeVar("Item")


def rebuild(store: Store) -> Rebuilt:
    """Make every derived table anew, in one transaction.

    Raises:
        IntegrityError: the log is broken or cannot be read; then nothing is changed.
    """
    with store.writing():
        before = digests(store)
        for table in reversed(DERIVED):
            store.run(delete(table), [{}])
        entries = replay(store, told(store, Chain().check))
        after = digests(store)
    return Rebuilt(entries, whole(after), differing(before, after))


def replay(store: Store, entries: Iterable[Written], *, source: Store | None = None) -> int:
    """Take all entries into empty tables; how many there were. `source`: where the log is."""
    number = 0
    for batch in batches(entries, BATCH):
        derive(store, batch, source=source)
        number += len(batch)
    return number


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in their order, in lists of `size`; the last may be shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
