"""Two copies of a register that went on apart, joined: every entry of both, in one order for both.

Decides what goes into a bundle and how one is taken in. Laws:

1. A union: no entry is lost, whatever order bundles come in; taking one in twice changes nothing.
2. The order of entries, and so every table, depends on which entries there are alone.
3. Where a copy of a laptop went on as the same device (a fork), both sides are kept and told; neither
   writes under that name any more where the fork is known. See `branches`.
4. A laptop whose own entries come back from elsewhere is one of several copies, and goes on as a new
   device.
5. What either side redacted is gone on both, and so is what refers to it.
6. What the gate would not let in here does not come in from elsewhere, see `admitting`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from sqlalchemy import delete, insert, select

from habeas.errors import IntegrityError
from habeas.protecting.bundle import Bundle, Feed, Packed
from habeas.protecting.checkpoint import Checkpoint
from habeas.protecting.device import Device
from habeas.register.admitting import replay_admitted
from habeas.register.arriving import Arrived, check_all_signed, check_signed, fresh, take
from habeas.register.branches import Fork, device_of, ends_of, forks
from habeas.register.contents import data, kept
from habeas.register.deriving import derive
from habeas.register.devices import current, enrol
from habeas.register.feeds import feed_with, feeds, feeds_of
from habeas.register.forgetting import named_in
from habeas.register.kept import content, log, signer
from habeas.register.orphans import orphans
from habeas.register.redacting import Doomed, Order, erase, redactions
from habeas.register.schema import DERIVED, claim, redacted, report, review
from habeas.register.store import Line, Store
from habeas.register.upkeep import renumber, unguarded
from habeas.register.written import CHUNK, Entropy, append, link_of, told, written
from habeas.terms.canonical import body, content_from
from habeas.terms.entry import EntryKind
from habeas.terms.redaction import ReasonClass, Redaction
from habeas.terms.report import Report


@dataclass(frozen=True, slots=True)
class Conflict:
    """A claim that devices decided differently: the decisions, by device; the latest one counts.

    Of a device that is forked, each side decides for itself, by the name of its branch.
    """

    claim: str
    decisions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """How many entries were new, the devices never seen before, and what they decided differently.

    `forks`: those that have a side which was not known here. `renamed`: this laptop goes on as a new
    device, since what it was wrote elsewhere, too.
    """

    entries: int
    devices: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    forks: tuple[Fork, ...] = ()
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class Hand:
    """Who takes a bundle in: the device, the instant (µs since 1970 UTC), chance, and new ids."""

    device: Device
    at: int
    entropy: Entropy
    new_id: Callable[[str], str]


def bundled(store: Store, known: Iterable[Checkpoint]) -> Bundle:
    """All entries beyond those that somebody knows, with what their reports name, read when asked for.

    `known`: what they have. Of a device that is forked here, everything goes along.
    """
    keys = {row.device: bytes(row.public) for row in store.rows(select(signer))}
    left_out = _left_out(store, known)
    made: list[Feed] = []
    digests: set[str] = set()
    notes = {row.device: row.note for row in feeds(store)}
    branches = {row.device for row in store.rows(select(log.c.device).distinct())}
    for name in sorted(notes.keys() | branches):
        device, start = device_of(name), left_out.get(name, 0)
        after = _place(store, name, start)
        entries = _entries(store, name, after)
        made.append(Feed(device, start, entries, notes.get(name, ""), keys.get(device, b"")))
        digests |= _named_after(store, name, after)
    return Bundle(tuple(made), ((name, data(store, name)) for name in sorted(digests)))


def _place(store: Store, name: str, start: int) -> int:
    """The sequence of a feed's entry number `start`, from 1; 0 before the first."""
    own = select(log.c.sequence).where(log.c.device == name).order_by(log.c.sequence)
    rows = store.rows(own.limit(1).offset(start - 1)) if start else []
    return int(rows[0].sequence) if rows else 0


def _entries(store: Store, name: str, after: int) -> Iterator[Packed]:
    """The entries of a feed after that place, in their order."""
    while True:
        own = select(log).where(log.c.device == name, log.c.sequence > after)
        rows = store.rows(own.order_by(log.c.sequence).limit(CHUNK))
        if not rows:
            return
        yield from map(_packed, rows)
        after = rows[-1].sequence


def _named_after(store: Store, name: str, after: int) -> set[str]:
    """The originals and texts that the reports of a feed after that place name."""
    of = select(report.c.sha256, report.c.text_sha256).join(
        log, log.c.sequence == report.c.sequence
    )
    rows = store.rows(of.where(log.c.device == name, log.c.sequence > after))
    return {one for row in rows for one in (row.sha256, row.text_sha256)}


def _left_out(store: Store, known: Iterable[Checkpoint]) -> dict[str, int]:
    """How many entries of each device, which must have one end here, somebody has already.

    Where they have more than is here, they have all of it, unless it is this laptop's own.
    """
    own = current(store)
    found: dict[str, int] = {}
    for one in known:
        there = feeds_of(store, one.device)
        if len(there) != 1 or there[0].device != one.device:
            continue
        ahead = one.size > there[0].size and (own is None or own.id != one.device)
        if ahead or feed_with(store, one) is not None:
            found[one.device] = max(found.get(one.device, 0), min(one.size, there[0].size))
    return found


def merge(store: Store, bundle: Bundle, hand: Hand) -> Merged:
    """Take a bundle in, inside a transaction.

    Raises:
        MistakeError: entries are lacking between what is here and what the bundle has.
        IntegrityError: the bundle's entries do not hold together, are not those that were signed, or one
            may not stand in a log.
    """
    arrived = fresh(store, bundle.feeds)
    if not arrived:
        return Merged(0, (), ())
    before = {device_of(row.device) for row in feeds(store)}
    sides = {side.branch for fork in forks(store) for side in fork.sides}
    for table in reversed(DERIVED):
        store.run(delete(table), [{}])
    with unguarded(store):
        for device, entries in arrived.items():
            take(store, device, entries)
        for one in bundle.feeds:
            if one.device in arrived:
                check_signed(store, one)
        for device in arrived:
            check_all_signed(store, device)
        _keep(store, bundle.documents, arrived)
        renumber(store)
        erase(store, Doomed(sequences=tuple(_named(store))))
    hashes = {each.hash for entries in arrived.values() for each in entries}
    replay_admitted(store, hashes)
    renamed = hand.device.id in arrived
    if renamed:
        hand = replace(hand, device=enrol(store, hand.entropy))
    _redact_orphans(store, hand)
    _drop_unnamed(store)
    return Merged(
        entries=len(hashes),
        devices=tuple(sorted(arrived.keys() - before)),
        conflicts=tuple(_conflicts(store, hashes)),
        forks=tuple(one for one in forks(store) if {side.branch for side in one.sides} - sides),
        renamed=renamed,
    )


def _keep(store: Store, documents: Iterable[tuple[str, bytes]], arrived: Arrived) -> None:
    """Write the documents that new reports name, one by one; what nobody asked for is not kept."""
    named = {one for entries in arrived.values() for each in entries for one in _names(each)}
    missing = named - kept(store, named)
    for name, given in documents:
        if sha256(given).hexdigest() != name:
            raise IntegrityError(
                "An original in the bundle is not the one its name promises; ask for it again.",
                code="bundle-broken",
            )
        if name in missing:
            missing.remove(name)
            store.run(insert(content), [{"sha256": name, "bytes": given}])


def _names(one: Packed) -> tuple[str, ...]:
    """The original and the text that an entry names; none, where it is no report, or cannot be read."""
    if one.kind != EntryKind.REPORT_ADDED or one.body is None:
        return ()
    try:
        made = content_from(EntryKind.REPORT_ADDED, one.body, at=one.at)
    except IntegrityError:
        return ()
    return (made.sha256, made.text_sha256) if isinstance(made, Report) else ()


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
    ends = ends_of(store)
    for row in store.rows(query):
        for end in ends.get(row.device, [row.device]):
            latest.setdefault(row.claim, {})[end] = row.decision
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
