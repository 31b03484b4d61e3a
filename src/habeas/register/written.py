"""`Written`: a log entry with its content read; and how the log is read and added to.

Decides the way between `terms.entry.Entry` and the rows of the log. Laws: sequences count
from 1 without a gap; an entry's stamp is higher than that of any its device knew; each entry holds the
hash of the one before by the same device.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import insert, select

from habeas.errors import IntegrityError
from habeas.protecting.chain import FIRST, SALT_SIZE, Link, commitment
from habeas.protecting.device import Device
from habeas.register.branches import device_of
from habeas.register.feeds import grow, last_of
from habeas.register.kept import log
from habeas.register.store import Line, Store
from habeas.terms.canonical import content_from
from habeas.terms.entry import Content, Entry, EntryKind, kind_of
from habeas.terms.redaction import Redaction, named

CHUNK = 1000
"""Rows of the log fetched at a time."""

Entropy = Callable[[int], bytes]
"""So many random bytes."""


@dataclass(frozen=True, slots=True)
class Written:
    """A content, and where and when it stands in the log."""

    sequence: int
    content: Content
    at: int


def head(store: Store) -> tuple[int, bytes]:
    """Sequence and hash of the last entry; (0, 32 zero bytes) for an empty log."""
    last = select(log.c.sequence, log.c.hash).order_by(log.c.sequence.desc()).limit(1)
    for row in store.rows(last):
        return row.sequence, row.hash
    return 0, FIRST


def _last(store: Store) -> tuple[int, int]:
    """Sequence and stamp of the last entry; it has the highest stamp of all."""
    last = select(log.c.sequence, log.c.stamp).order_by(log.c.sequence.desc()).limit(1)
    for row in store.rows(last):
        return row.sequence, row.stamp
    return 0, 0


def link_of(row: Line) -> Link:
    """The chain's view of a row of the log."""
    device = device_of(row.device)
    return Link(row.kind, row.commitment, device, row.stamp, row.previous, row.at)


def rows_after(store: Store, sequence: int, *, last: int | None = None) -> Iterator[Line]:
    """Rows of the log after `sequence`, up to `last` inclusive (None: the last at the start)."""
    final = head(store)[0] if last is None else last
    while sequence < final:
        span = log.c.sequence.between(sequence + 1, min(sequence + CHUNK, final))
        yield from store.rows(select(log).where(span).order_by(log.c.sequence))
        sequence += CHUNK


def entry_of(row: Line) -> Entry:
    """The entry a row holds.

    Raises:
        IntegrityError: its kind is unknown, or its body is gone.
    """
    try:
        kind = EntryKind(row.kind)
    except ValueError:
        kind = None
    if kind is None or row.body is None:
        raise IntegrityError(
            f"Entry {row.sequence} of the log (“{row.kind}”) cannot be read by this program; run"
            " `habeas verify`, and use the newest Habeas, or restore a backup.",
            code="entry-unreadable",
        )
    device = device_of(row.device)
    return Entry(kind, row.body, row.salt, device, row.sequence, row.previous, row.at)


def written(row: Line) -> Written:
    """A row of the log with its content read.

    Raises:
        IntegrityError: it cannot be read.
    """
    entry = entry_of(row)
    return Written(entry.sequence, content_from(entry.kind, entry.body, at=entry.at), entry.at)


def told(store: Store, each: Callable[[Line], None]) -> Iterator[Written]:
    """All entries of the log with their contents, in its order; without those that were redacted.

    `each` is handed every row first, so that the log need be read but once.

    Raises:
        IntegrityError: one cannot be read, or its body is gone and no redaction says so.
    """
    gone: dict[tuple[str, int], dict[bytes, int]] = {}
    for row in rows_after(store, 0):
        each(row)
        if row.body is None:
            place = device_of(row.device), row.stamp
            gone.setdefault(place, {})[bytes(row.hash)] = row.sequence
            continue
        entry = written(row)
        if isinstance(entry.content, Redaction):
            for one in map(named, entry.content.entries):
                there = gone.get((one.device, one.stamp), {})
                for made in [made for made in there if one.means(made)]:
                    del there[made]
        yield entry
    for sequence in (number for there in gone.values() for number in there.values()):
        raise IntegrityError(
            f"The body of entry {sequence} is gone, and no redaction says so; restore a backup.",
            code="entry-unreadable",
        )


def append(
    store: Store,
    bodies: Sequence[tuple[Content, bytes]],
    *,
    device: Device,
    at: int,
    entropy: Entropy,
) -> list[Written]:
    """Write contents with their canonical bodies to the end of the log, inside a transaction.

    `device` writes, and signs the state it leaves.

    Raises:
        IntegrityError: its chain went on in several ways, so that it can only end.
    """
    sequence, stamp = _last(store)
    _, previous = last_of(store, device.id)
    salts = entropy(SALT_SIZE * len(bodies))
    rows: list[dict[str, object]] = []
    done: list[Written] = []
    for number, (content, body) in enumerate(bodies):
        sequence, stamp = sequence + 1, stamp + 1
        salt = salts[number * SALT_SIZE : (number + 1) * SALT_SIZE]
        kind = str(kind_of(content))
        link = Link(kind, commitment(salt, body), device.id, stamp, previous, at)
        made = link.hash
        rows.append(
            {
                "sequence": sequence,
                "kind": kind,
                "commitment": link.commitment,
                "device": device.id,
                "previous": previous,
                "at": at,
                "hash": made,
                "salt": salt,
                "body": body,
                "stamp": stamp,
            }
        )
        done.append(Written(sequence, content, at))
        previous = made
    store.run(insert(log), rows)
    grow(store, device.id, [cast(bytes, row["hash"]) for row in rows], device)
    return done
