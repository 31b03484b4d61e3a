"""Entries of a bundle that are new here: checked, and put where they go on from what is here.

Decides what is new and how it hangs together. Laws:

1. An entry is known by its hash, and goes on from the entry whose hash it holds. So bundles may overlap,
   repeat each other, and hold several ways on from one entry.
2. Nothing new is taken that does not go on from a first entry: what is lacking in between is told.
3. The result depends on which entries there are alone (see `branches`).
4. Nothing new is taken under the name of a device that did not sign it: the register's key, which every
   laptop has, is not enough to speak for another.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sqlalchemy import bindparam, func, insert, select, update

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.bundle import Feed, Packed
from habeas.protecting.chain import FIRST, Link, commitment
from habeas.protecting.checkpoint import note_from
from habeas.protecting.device import device_id
from habeas.register.branches import names, of_device
from habeas.register.feeds import feed_with, feeds_of, grow, keep_note, regrow_ends
from habeas.register.kept import log, signer
from habeas.register.lots import rows_where
from habeas.register.store import Store

Arrived = Mapping[str, Sequence[Packed]]
"""New entries by device, each after the one it goes on from."""


def fresh(store: Store, feeds: Iterable[Feed]) -> Arrived:
    """The entries of the feeds that are not here, checked.

    Raises:
        MistakeError: entries are lacking between what is here and what the feeds have.
        IntegrityError: an entry is not the one its hash was reckoned from.
    """
    found: dict[str, dict[bytes, Packed]] = {}
    for one in feeds:
        given = tuple(one.entries)
        here = _here(store, one.device, given)
        new = {each.hash: each for each in given if each.hash not in here}
        if new:
            found.setdefault(one.device, {}).update(new)
    made = {
        device: sorted(new.values(), key=lambda each: (each.stamp, each.hash))
        for device, new in found.items()
    }
    for device, entries in made.items():
        _check(store, device, entries)
    return made


def _here(store: Store, device: str, given: Sequence[Packed]) -> set[bytes]:
    """The hashes of the device's entries that are here, of the stamps that are given."""
    stamps = [one.stamp for one in given]
    if not stamps:
        return set()
    query = select(log.c.hash).where(of_device(log.c.device, device))
    between = log.c.stamp.between(min(stamps), max(stamps))
    return {bytes(row.hash) for row in store.rows(query.where(between))}


def _check(store: Store, device: str, entries: Sequence[Packed]) -> None:
    """Check what is new of a device, sorted by stamp."""
    stamps = {FIRST: 0} | {one.hash: one.stamp for one in entries}
    stamps |= _stamps(store, device, {one.previous for one in entries} - stamps.keys())
    for one in entries:
        link = Link(one.kind, one.commitment, device, one.stamp, one.previous, one.at)
        whole = one.body is None or (
            one.salt is not None and commitment(one.salt, one.body) == one.commitment
        )
        if link.hash != one.hash or not whole or stamps.get(one.previous, 0) >= one.stamp:
            raise broken(device)
        if one.previous not in stamps:
            raise MistakeError(
                f"Entries of device {device[:8]} are lacking before its number {one.stamp}; take in"
                " an earlier bundle first, or ask for a whole one.",
                code="bundle-gap",
            )


def _stamps(store: Store, device: str, hashes: set[bytes]) -> dict[bytes, int]:
    """The stamps of the device's entries with these hashes, as far as they are here."""
    found: dict[bytes, int] = {}
    for row in feeds_of(store, device):
        last = select(log.c.stamp).where(log.c.device == row.device).order_by(log.c.stamp.desc())
        if bytes(row.last) in hashes:
            found[bytes(row.last)] = store.rows(last.limit(1))[0].stamp
    if hashes - found.keys():
        query = select(log.c.hash, log.c.stamp).where(of_device(log.c.device, device))
        rows = rows_where(store, query, log.c.hash, hashes - found.keys())
        found |= {bytes(row.hash): row.stamp for row in rows}
    return found


def take(store: Store, device: str, entries: Sequence[Packed]) -> None:
    """Write new entries of a device behind all others, and grow its trees; inside `unguarded`."""
    ends = {bytes(row.last): str(row.device) for row in feeds_of(store, device)} or {FIRST: device}
    name = ends.get(entries[0].previous)
    if name is not None and all(one.hash == other.previous for one, other in pairwise(entries)):
        hashes = [one.hash for one in entries]
        _insert(store, entries, dict.fromkeys(hashes, name))
        grow(store, name, hashes, None)
        return
    held = select(log.c.hash, log.c.previous, log.c.stamp, log.c.device, log.c.sequence)
    rows = store.rows(held.where(of_device(log.c.device, device)))
    links = [(row.stamp, bytes(row.hash), bytes(row.previous)) for row in rows]
    links += [(one.stamp, one.hash, one.previous) for one in entries]
    called = names(device, [link[1:] for link in sorted(links)])
    moved = [
        {"which": row.sequence, "name": called[bytes(row.hash)]}
        for row in rows
        if called[bytes(row.hash)] != row.device
    ]
    away = update(log).where(log.c.sequence == bindparam("which"))
    store.run(away.values(device=bindparam("name")), moved)
    _insert(store, entries, called)
    regrow_ends(store, device)


def _insert(store: Store, entries: Sequence[Packed], called: Mapping[bytes, str]) -> None:
    place = 0
    for row in store.rows(select(func.max(log.c.sequence).label("last"))):
        place = row.last or 0
    rows: list[dict[str, object]] = [
        {
            "sequence": place + number,
            "kind": one.kind,
            "commitment": one.commitment,
            "device": called[one.hash],
            "previous": one.previous,
            "at": one.at,
            "hash": one.hash,
            "salt": one.salt,
            "body": one.body,
            "stamp": one.stamp,
        }
        for number, one in enumerate(entries, 1)
    ]
    store.run(insert(log), rows)


def check_signed(store: Store, given: Feed) -> None:
    """Keep a feed's note and key, once its entries are here, which must be those it signed.

    Raises:
        IntegrityError: they are not.
    """
    if given.note:
        note = note_from(given.note)
        name = feed_with(store, note.checkpoint)
        own = note.checkpoint.device == given.device and note.signed_with(given.public)
        if name is None or not own:
            raise broken(given.device)
        for row in feeds_of(store, given.device):
            if (row.device, row.size) == (name, note.checkpoint.size):
                keep_note(store, name, given.note)
    known = store.rows(select(signer.c.device).where(signer.c.device == given.device))
    if given.public and not known:
        if device_id(given.public) != given.device:
            raise broken(given.device)
        store.run(insert(signer), [{"device": given.device, "public": given.public}])


def check_all_signed(store: Store, device: str) -> None:
    """Refuse what came in under a device's name, and it did not sign; once its notes are kept.

    Raises:
        IntegrityError: one of its feeds bears no signature, or nobody knows its key.
    """
    known = store.rows(select(signer.c.device).where(signer.c.device == device))
    if not known or not all(row.note for row in feeds_of(store, device)):
        raise broken(device)


def broken(device: str) -> IntegrityError:
    """What is raised where a device's entries in a bundle are not as it wrote them."""
    return IntegrityError(
        f"The entries of device {device[:8]} in the bundle do not hold together, or are not those it"
        " signed; nothing was taken in. Ask for the bundle again.",
        code="bundle-broken",
    )
