"""Rows of redacted entries, deleted from the derived tables.

Law: after it, no derived row reflects a redacted entry, nor names anything it said.
"""

from collections.abc import Collection

from sqlalchemy import bindparam, delete, insert, select

from habeas.register.branches import of_device
from habeas.register.kept import log
from habeas.register.lots import rows_where
from habeas.register.mentioning import remove_mentions
from habeas.register.schema import (
    aside,
    claim,
    correction,
    counted,
    key_copy,
    protected,
    reader,
    redacted,
    report,
    review,
    sealing,
    verdict,
    withdrawal,
)
from habeas.register.store import Store
from habeas.terms.redaction import Named, Redaction, named

_FORGOTTEN = (
    withdrawal,
    aside,
    verdict,
    review,
    claim,
    correction,
    report,
    key_copy,
    sealing,
    reader,
    protected,
)
"""Tables of what can be redacted, each before those it refers to."""


def forget(store: Store, sequence: int, given: Redaction, *, source: Store) -> None:
    """Delete the rows of the entries that a redaction, itself the entry `sequence`, names."""
    gone = named_in(source, given)
    claims = rows_where(store, select(claim.c.id), claim.c.sequence, gone)
    names = [row.id for row in claims]
    away = delete(counted).where(counted.c.claim == bindparam("gone"))
    store.run(away, [{"gone": name} for name in names])
    away = delete(counted).where(counted.c.sequence == bindparam("gone"))
    store.run(away, [{"gone": one} for one in gone])
    remove_mentions(store, names)
    for table in _FORGOTTEN:
        away = delete(table).where(table.c.sequence == bindparam("gone"))
        store.run(away, [{"gone": one} for one in gone])
    there = {
        row.entry for row in rows_where(store, select(redacted.c.entry), redacted.c.entry, gone)
    }
    rows = [{"entry": one, "sequence": sequence} for one in gone if one not in there]
    store.run(insert(redacted), rows)


def named_in(store: Store, given: Redaction) -> list[int]:
    """The sequences of the entries that a redaction names, sorted."""
    asked: dict[str, dict[int, list[Named]]] = {}
    for one in map(named, given.entries):
        asked.setdefault(one.device, {}).setdefault(one.stamp, []).append(one)
    found: list[int] = []
    for device, stamps in asked.items():
        query = select(log.c.sequence, log.c.stamp, log.c.hash)
        query = query.where(of_device(log.c.device, device))
        for row in rows_where(store, query, log.c.stamp, stamps.keys()):
            if any(one.means(bytes(row.hash)) for one in stamps[row.stamp]):
                found.append(row.sequence)
    return sorted(found)


def sequences_of(store: Store, names: Collection[str]) -> list[int]:
    """The sequences of all entries with these ids."""
    return sorted(
        row.sequence
        for table in _FORGOTTEN
        for row in rows_where(store, select(table.c.sequence), table.c.id, names)
    )
