"""Two copies of a register that went on apart, joined: every entry of both, in one order for both.

Decides what goes into a bundle and how one is taken in. Laws:

1. A union: no entry is lost, whatever order bundles come in; taking one in twice changes nothing.
2. The order of entries, and so every table, depends on which entries there are alone.
3. Where two entries claim the same place in one device's log (a fork), nothing is taken in.
4. What either side redacted is gone on both, and so is what refers to it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from sqlalchemy import delete, func, insert, select, update

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.bundle import Bundle, Feed, Packed
from habeas.protecting.chain import Link, commitment
from habeas.protecting.checkpoint import Checkpoint, note_from
from habeas.protecting.device import Device, device_id
from habeas.protecting.tree import root
from habeas.register.chaining import Chain
from habeas.register.contents import data, kept
from habeas.register.deriving import derive
from habeas.register.feeds import feeds, grow, last_of, tiles_of
from habeas.register.forgetting import named_in
from habeas.register.orphans import orphans
from habeas.register.rebuilding import replay
from habeas.register.redacting import Doomed, Order, erase, redactions
from habeas.register.schema import (
    DERIVED,
    claim,
    content,
    feed,
    log,
    redacted,
    report,
    review,
    signer,
)
from habeas.register.store import Line, Store
from habeas.register.upkeep import renumber, unguarded
from habeas.register.written import Entropy, append, link_of, rows_after, told, written
from habeas.terms.canonical import body
from habeas.terms.entry import EntryKind
from habeas.terms.redaction import ReasonClass, Redaction


@dataclass(frozen=True, slots=True)
class Conflict:
    """A claim that devices decided differently: the decisions, by device; the latest one counts."""

    claim: str
    decisions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """How many entries were new, the devices never seen before, and what they decided differently."""

    entries: int
    devices: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who takes a bundle in: the device, the instant (µs since 1970 UTC), chance, and new ids."""

    device: Device
    at: int
    entropy: Entropy
    new_id: Callable[[str], str]


def bundled(store: Store, known: Mapping[str, int]) -> Bundle:
    """All entries beyond the first `known` of each device, with what their reports name."""
    keys = {row.device: bytes(row.public) for row in store.rows(select(signer))}
    packed: dict[str, list[Packed]] = {}
    counts: dict[str, int] = {}
    new: set[int] = set()
    for row in rows_after(store, 0):
        counts[row.device] = counts.get(row.device, 0) + 1
        if counts[row.device] > known.get(row.device, 0):
            packed.setdefault(row.device, []).append(_packed(row))
            new.add(row.sequence)
    made = [
        Feed(
            row.device,
            min(known.get(row.device, 0), row.size),
            tuple(packed.get(row.device, ())),
            row.note,
            keys.get(row.device, b""),
        )
        for row in feeds(store)
    ]
    rows = store.rows(select(report.c.sequence, report.c.sha256, report.c.text_sha256))
    names = {name for row in rows if row.sequence in new for name in (row.sha256, row.text_sha256)}
    return Bundle(tuple(made), {name: data(store, name) for name in sorted(names)})


def merge(store: Store, bundle: Bundle, hand: Hand) -> Merged:
    """Take a bundle in, inside a transaction.

    Raises:
        MistakeError: entries are lacking between what is here and what the bundle has.
        IntegrityError: the bundle's entries do not hold together, or are a fork of those here.
    """
    before = {row.device for row in feeds(store)}
    fresh = [_fresh(store, one) for one in bundle.feeds]
    number = sum(len(one.entries) for one in fresh)
    if not number:
        return Merged(0, (), ())
    for table in reversed(DERIVED):
        store.run(delete(table), [{}])
    for one in fresh:
        _take(store, one)
    _keep(store, bundle.blobs)
    with unguarded(store):
        renumber(store)
        erase(store, Doomed(sequences=tuple(_named(store))))
    replay(store, told(store, Chain().check))
    _redact_orphans(store, hand)
    _drop_unnamed(store)
    hashes = {each.hash for one in fresh for each in one.entries}
    devices = tuple(sorted({one.device for one in fresh if one.entries} - before))
    return Merged(number, devices, tuple(_conflicts(store, hashes)))


def _fresh(store: Store, given: Feed) -> Feed:
    """The entries of a feed that are not here, once all others were found to be the same as here."""
    size, previous = last_of(store, given.device)
    if given.start > size:
        raise MistakeError(
            f"Entries {size + 1} to {given.start} of device {given.device[:8]} are lacking; take in an"
            " earlier bundle first, or ask for a whole one.",
            code="bundle-gap",
        )
    rows = store.rows(
        select(log.c.hash)
        .where(log.c.device == given.device)
        .order_by(log.c.stamp)
        .offset(given.start)
        .limit(len(given.entries))
    )
    if any(bytes(row.hash) != one.hash for row, one in zip(rows, given.entries, strict=False)):
        raise IntegrityError(
            f"Device {given.device[:8]} wrote two different entries in one place: a copy of its"
            " register went on as the same device. Nothing was taken in. Find out which copy is the"
            " right one; on the other, `habeas heads --accept` lets it go on as a new device.",
            code="merge-forked",
        )
    fresh = given.entries[size - given.start :]
    _check_chain(given.device, fresh, previous)
    return replace(given, start=size, entries=fresh)


def _check_chain(device: str, entries: Iterable[Packed], previous: bytes) -> None:
    for one in entries:
        link = Link(one.kind, one.commitment, device, one.stamp, one.previous, one.at)
        whole = one.body is None or (
            one.salt is not None and commitment(one.salt, one.body) == one.commitment
        )
        if one.previous != previous or link.hash != one.hash or not whole:
            raise _broken(device)
        previous = one.hash


def _take(store: Store, given: Feed) -> None:
    """Write the entries of a feed behind all others, and grow its tree, which must be the one signed."""
    if not given.entries:
        return
    place = 0
    for row in store.rows(select(func.max(log.c.sequence).label("last"))):
        place = row.last or 0
    rows = [_row(given.device, place + number, one) for number, one in enumerate(given.entries, 1)]
    store.run(insert(log), rows)
    grow(store, given.device, [one.hash for one in given.entries], None)
    size = given.start + len(given.entries)
    if given.note:
        note = note_from(given.note)
        top = Checkpoint(given.device, size, root(size, tiles_of(store, given.device)))
        if note.checkpoint != top or not note.signed_with(given.public):
            raise _broken(given.device)
        store.run(update(feed).where(feed.c.device == given.device).values(note=given.note), [{}])
    known = store.rows(select(signer.c.device).where(signer.c.device == given.device))
    if given.public and not known:
        if device_id(given.public) != given.device:
            raise _broken(given.device)
        store.run(insert(signer), [{"device": given.device, "public": given.public}])


def _keep(store: Store, blobs: Mapping[str, bytes]) -> None:
    there = kept(store, blobs)
    for name in sorted(blobs.keys() - there):
        if sha256(blobs[name]).hexdigest() != name:
            raise IntegrityError(
                "An original in the bundle is not the one its name promises; ask for it again.",
                code="bundle-broken",
            )
        store.run(insert(content), [{"sha256": name, "bytes": blobs[name]}])


def _redact_orphans(store: Store, hand: Hand) -> None:
    """Redact what refers to redacted things, as by who redacted those last."""
    left = orphans(store)
    if not left:
        return
    by, reason = "merge", ReasonClass.WISH
    for entry in told(store, lambda _row: None):
        if isinstance(entry.content, Redaction):
            by, reason = entry.content.by, entry.content.reason
    order = Order("", by, reason, hand.new_id)
    marks = [(one, body(one)) for one in redactions(store, Doomed(sequences=tuple(left)), order)]
    entries = append(store, marks, device=hand.device, at=hand.at, entropy=hand.entropy)
    derive(store, entries)


def _named(store: Store) -> list[int]:
    """The sequences of all entries that redactions name."""
    rows = store.rows(select(log).where(log.c.kind == EntryKind.REDACTED))
    given = [one for row in rows if isinstance(one := written(row).content, Redaction)]
    return sorted({sequence for one in given for sequence in named_in(store, one)})


def _drop_unnamed(store: Store) -> None:
    """Delete the bodies of orphans, and the originals that no report names."""
    bodies = select(redacted.c.entry).join(log, log.c.sequence == redacted.c.entry)
    found = store.rows(bodies.where(log.c.body.is_not(None)))
    unnamed = (
        select(content.c.sha256)
        .where(content.c.sha256.not_in(select(report.c.sha256)))
        .where(content.c.sha256.not_in(select(report.c.text_sha256)))
    )
    blobs = tuple(row.sha256 for row in store.rows(unnamed))
    erase(store, Doomed(sequences=tuple(row.entry for row in found), blobs=blobs))


def _conflicts(store: Store, new: set[bytes]) -> Iterable[Conflict]:
    """The claims with a new review, on which devices stand by different decisions."""
    query = (
        select(review.c.claim, review.c.decision, log.c.device, log.c.hash)
        .join_from(review, log, log.c.sequence == review.c.sequence)
        .join(claim, claim.c.id == review.c.claim)
        .where(review.c.withdrawn_by.is_(None))
        .order_by(review.c.claim, review.c.sequence)
    )
    latest: dict[str, dict[str, str]] = {}
    touched: set[str] = set()
    for row in store.rows(query):
        latest.setdefault(row.claim, {})[row.device] = row.decision
        if bytes(row.hash) in new:
            touched.add(row.claim)
    for name in sorted(touched):
        if len(set(latest[name].values())) > 1:
            yield Conflict(name, tuple(sorted(latest[name].items())))


def _packed(row: Line) -> Packed:
    link = link_of(row)
    return Packed(
        link.kind,
        bytes(link.commitment),
        link.sequence,
        bytes(link.previous),
        link.at,
        bytes(row.hash),
        None if row.salt is None else bytes(row.salt),
        None if row.body is None else bytes(row.body),
    )


def _row(device: str, place: int, one: Packed) -> dict[str, object]:
    return {
        "sequence": place,
        "kind": one.kind,
        "commitment": one.commitment,
        "device": device,
        "previous": one.previous,
        "at": one.at,
        "hash": one.hash,
        "salt": one.salt,
        "body": one.body,
        "stamp": one.stamp,
    }


def _broken(device: str) -> IntegrityError:
    return IntegrityError(
        f"The entries of device {device[:8]} in the bundle do not hold together, or are not those it"
        " signed; nothing was taken in. Ask for the bundle again.",
        code="bundle-broken",
    )
