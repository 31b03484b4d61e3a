"""Feeds: the entries of each device, with the tree over them and the note in which the device signed.

Decides when trees grow (with every `append`) and how they are checked. A device that is forked here (see
`branches`) has a feed for each end, named by its branch, each over the whole way from the first entry.
Law: a feed is a function of the log; what it says of an earlier state never changes.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import delete, insert, select, update

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.chain import FIRST
from habeas.protecting.checkpoint import Checkpoint, note_from, signed
from habeas.protecting.device import Device
from habeas.protecting.tree import Place, Tiles, grown, leaf, root
from habeas.register.branches import branching, device_of, forked, of_device
from habeas.register.kept import feed, log, signer, tile
from habeas.register.store import Line, Store
from habeas.terms.count import Issue

CHUNK = 4096
"""Entries by which a tree is grown anew at a time."""


def tiles_of(store: Store, device: str) -> Tiles:
    """The tiles of a device's tree, each fetched once."""
    fetched: dict[Place, bytes] = {}

    def fetch(place: Place) -> bytes:
        if place not in fetched:
            level, number = place
            which = (tile.c.device == device, tile.c.level == level, tile.c.number == number)
            rows = store.rows(select(tile.c.hashes).where(*which))
            fetched[place] = bytes(rows[0].hashes) if rows else b""
        return fetched[place]

    return fetch


def feeds(store: Store) -> list[Line]:
    """The rows of all feeds, sorted by device."""
    return list(store.rows(select(feed).order_by(feed.c.device)))


def checkpoints(store: Store) -> tuple[Checkpoint, ...]:
    """The state of every device's log, sorted by device.

    Raises:
        IntegrityError: a tree lacks a hash.
    """
    return tuple(
        Checkpoint(device_of(row.device), row.size, root(row.size, tiles_of(store, row.device)))
        for row in feeds(store)
    )


def checkpoints_at(store: Store, device: str, size: int) -> tuple[Checkpoint, ...]:
    """The state of a device's log when it had `size` entries, on each way; none: it has fewer."""
    roots = {
        root(size, tiles_of(store, row.device))
        for row in feeds_of(store, device)
        if row.size >= size
    }
    return tuple(Checkpoint(device, size, one) for one in sorted(roots))


def feed_with(store: Store, seen: Checkpoint) -> str | None:
    """The name of a feed whose first entries are those of a checkpoint; None where there is none."""
    for row in feeds_of(store, seen.device):
        if row.size >= seen.size and root(seen.size, tiles_of(store, row.device)) == seen.root:
            return str(row.device)
    return None


def feeds_of(store: Store, device: str) -> list[Line]:
    """The rows of a device's feeds: one, or none where it wrote nothing; more where it is forked."""
    query = select(feed).where(of_device(feed.c.device, device))
    return list(store.rows(query.order_by(feed.c.device)))


def last_of(store: Store, device: str) -> tuple[int, bytes]:
    """How many entries a device wrote, and the hash of the last; 32 zero bytes for none.

    Raises:
        IntegrityError: it is forked, and has no last entry.
    """
    found = feeds_of(store, device)
    if len(found) > 1:
        raise IntegrityError(
            f"Device {device[:8]} went on in several ways, so that nothing can be written in its name"
            " any more; open the register again, and it goes on as a new device.",
            code="device-forked",
        )
    return (found[0].size, bytes(found[0].last)) if found else (0, FIRST)


def grow(store: Store, device: str, hashes: Sequence[bytes], by: Device | None) -> None:
    """Take the hashes of new entries into a feed's tree; `by` signs, if it is that device."""
    if not hashes:
        return
    size = sum(row.size for row in store.rows(select(feed.c.size).where(feed.c.device == device)))
    changed = grown(size, [leaf(one) for one in hashes], tiles_of(store, device))
    for level, number in changed:
        which = (tile.c.device == device, tile.c.level == level, tile.c.number == number)
        store.run(delete(tile).where(*which), [{}])
    rows = [
        {"device": device, "level": level, "number": number, "hashes": data}
        for (level, number), data in changed.items()
    ]
    store.run(insert(tile), rows)
    size += len(hashes)
    note = ""
    if by is not None and by.id == device:
        top = root(size, tiles_of(store, device))
        note = signed(Checkpoint(device, size, top), by).text
    store.run(delete(feed).where(feed.c.device == device), [{}])
    values = {"device": device, "size": size, "last": hashes[-1], "note": note}
    store.run(insert(feed), [values])


def regrow(store: Store) -> None:
    """Make all feeds anew from the log, unsigned; inside a transaction."""
    for table in (feed, tile):
        store.run(delete(table), [{}])
    for device, hashes in grouped(store):
        grow(store, device, hashes, None)


def regrow_ends(store: Store, device: str) -> None:
    """Make the feeds of a forked device anew, each with the note it had; inside a transaction."""
    notes = {(row.size, bytes(row.last)): row.note for row in feeds_of(store, device)}
    for table in (feed, tile):
        store.run(delete(table).where(of_device(table.c.device, device)), [{}])
    given = branching(store, device)
    for end in given.ends():
        hashes = given.path(end)
        for start in range(0, len(hashes), CHUNK):
            grow(store, end, hashes[start : start + CHUNK], None)
        keep_note(store, end, notes.get((len(hashes), hashes[-1]), ""))


def keep_note(store: Store, name: str, note: str) -> None:
    """Keep the note in which a device signed a feed as it is now; inside a transaction."""
    store.run(update(feed).where(feed.c.device == name).values(note=note), [{}])


def grouped(store: Store) -> Iterator[tuple[str, list[bytes]]]:
    """The hashes of the log's entries in their order, some at a time, of one feed each time."""
    held: dict[str, list[bytes]] = {}
    several = forked(store)
    for device in several:
        given = branching(store, device)
        yield from ((end, given.path(end)) for end in given.ends())
    query = select(log.c.device, log.c.hash).order_by(log.c.sequence)
    for rows in store.stream(query):
        for row in rows:
            if several and device_of(row.device) in several:
                continue
            hashes = held.setdefault(row.device, [])
            hashes.append(bytes(row.hash))
            if len(hashes) == CHUNK:
                yield row.device, held.pop(row.device)
    yield from held.items()


def tree_issues(store: Store) -> Iterator[Issue]:
    """Trees that are not those the log grows."""
    kept: dict[str, dict[Place, bytes]] = {}
    sizes: dict[str, tuple[int, bytes]] = {}
    for device, hashes in grouped(store):
        tree = kept.setdefault(device, {})
        size, _ = sizes.get(device, (0, FIRST))
        leaves = [leaf(one) for one in hashes]
        tree |= grown(size, leaves, _held(tree))
        sizes[device] = size + len(hashes), hashes[-1]
    there = {row.device: (row.size, bytes(row.last)) for row in feeds(store)}
    for device in sorted(there.keys() | sizes.keys()):
        if there.get(device) != sizes.get(device) or not _same(store, device, kept.get(device, {})):
            yield Issue(
                "tree-broken",
                f"The tree over the entries of device {device} is not the one its log grows; restore"
                " a backup.",
            )


def _held(tree: dict[Place, bytes]) -> Tiles:
    return lambda place: tree.get(place, b"")


def _same(store: Store, device: str, tree: dict[Place, bytes]) -> bool:
    number = 0
    query = select(tile).where(tile.c.device == device).order_by(tile.c.level, tile.c.number)
    for rows in store.stream(query):
        number += len(rows)
        if any(tree.get((row.level, row.number)) != bytes(row.hashes) for row in rows):
            return False
    return number == len(tree)


def signature_issues(store: Store) -> Iterator[Issue]:
    """Feeds that are not in the state that their device signed last."""
    keys = {row.device: bytes(row.public) for row in store.rows(select(signer))}
    for row in feeds(store):
        public = keys.get(device_of(row.device), b"")
        if not public and not row.note:
            continue
        if not _signed(row, public, root(row.size, tiles_of(store, row.device))):
            yield Issue(
                "signature-wrong",
                f"Device {row.device} did not sign the {row.size} entries that stand under its name;"
                " restore a backup.",
            )


def _signed(row: Line, public: bytes, top: bytes) -> bool:
    try:
        note = note_from(row.note)
    except MistakeError:
        return False
    expected = Checkpoint(device_of(row.device), row.size, top)
    return note.checkpoint == expected and note.signed_with(public)
