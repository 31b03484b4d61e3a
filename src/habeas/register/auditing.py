"""The laws of a register, checked one by one; what breaks one is told as an `Issue`.

Laws, in the order in which they are checked: every page of the file is as it was written; the chain
of the log holds; the trees are those the log grows, and each device signed its own; each original and
text is the one its SHA-256 names; the tables and their guards were made by our migrations alone, and
the derived tables are those the log makes; every quote stands in its text; no redacted body is there;
what is sealed has the form of it, and no key was given to anybody but a named reader.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import Table, func, select

from habeas.errors import HabeasError
from habeas.register.chaining import Chain, broken
from habeas.register.contents import data
from habeas.register.digesting import differing, digests
from habeas.register.feeds import signature_issues, tree_issues
from habeas.register.kept import content, feed, log, tile
from habeas.register.migrations import migrate
from habeas.register.quoting import Quotes
from habeas.register.rebuilding import replay
from habeas.register.reviewed import Checked
from habeas.register.schema import ALL_TABLES, DERIVED, claim, key_copy, redacted, sealing
from habeas.register.sealed import protected_issues
from habeas.register.sqlcipher import scratch
from habeas.register.store import Line, Store
from habeas.register.upkeep import damage, made, page_count
from habeas.register.written import Written, rows_after, told
from habeas.terms.count import Issue


def pages(store: Store) -> Iterator[Issue]:
    """Pages of the file that are not as they were written."""
    for words in damage(store):
        yield Issue("page-damaged", f"register.db is damaged ({words}); restore a backup.")


def contents(store: Store) -> Iterator[Issue]:
    """Originals and texts that are not the bytes their name promises."""
    for row in store.rows(select(content.c.sha256).order_by(content.c.sha256)):
        if sha256(data(store, row.sha256)).hexdigest() != row.sha256:
            yield Issue(
                "content-changed",
                f"The bytes kept as {row.sha256} are not those that were put; restore a backup.",
            )


@dataclass(slots=True)
class _Read:
    """What is found while the log is read, once, for three laws."""

    quotes: Quotes
    chain: Chain = field(default_factory=Chain)
    broken: list[Issue] = field(default_factory=list)

    def take(self, row: Line) -> None:
        """Follow the chain."""
        for sequence, words in self.chain.breaks(row):
            self.broken.append(Issue("chain-broken", broken(sequence, words)))

    def entries(self, store: Store) -> Iterator[Written]:
        """All entries, each looked at on the way."""
        for entry in told(store, self.take):
            self.quotes.take(entry)
            yield entry

    def rest(self, store: Store) -> Iterator[Issue]:
        """Follow the chain to its end, should the entries have been left before; all its breaks."""
        for row in rows_after(store, self.chain.last):
            self.take(row)
        yield from self.broken


def guards(store: Store) -> Iterator[Issue]:
    """Tables, indexes and triggers that were added, dropped or made otherwise than by the migrations."""
    beside = scratch()
    try:
        migrate(beside, done=0)
        ours, found = made(beside), made(store)
    finally:
        beside.close()
    for name in sorted(ours.keys() | found.keys()):
        if ours.get(name) != found.get(name):
            how = "was added" if name not in ours else "is gone" if name not in found else "differs"
            yield Issue(
                "schema-changed",
                f"The {name} {how}: somebody changed how the register is built; restore a backup.",
            )


def tables(store: Store, read: _Read) -> Iterator[Issue]:
    """Tables made otherwise than ours, and derived tables that are not those the log makes."""
    yield from guards(store)
    beside = scratch()
    try:
        beside.make(ALL_TABLES, guarded=False)
        with beside.writing():
            replay(beside, read.entries(store), source=store)
        names = differing(digests(store), digests(beside))
    finally:
        beside.close()
    for name in names:
        yield Issue(
            "tables-differ",
            f"The table “{name}” is not the one the log makes; run `habeas rebuild`.",
        )


def redactions(store: Store) -> Iterator[Issue]:
    """Bodies that are there although they were redacted."""
    query = select(log.c.sequence).join(redacted, redacted.c.entry == log.c.sequence)
    for row in store.rows(query.where(log.c.body.is_not(None))):
        yield Issue(
            "redaction-undone",
            f"Entry {row.sequence} was redacted, and its body is there; somebody put it back.",
        )


def audit(store: Store) -> list[Checked]:
    """Every law with what breaks it, all but the first seen in one state of the register.

    A law that cannot be checked to its end, since an earlier one is broken, has the reason for it.
    """
    found = [Checked("pages", page_count(store), tuple(pages(store)))]
    read = _Read(Quotes(store))
    with store.reading():
        derived = _checked(store, "tables", DERIVED, tables(store, read))
        found.append(_checked(store, "chain", (log,), read.rest(store)))
        found.append(_checked(store, "tree", (tile,), tree_issues(store)))
        found.append(_checked(store, "signatures", (feed,), signature_issues(store)))
        found.append(_checked(store, "contents", (content,), contents(store)))
        found.append(derived)
        found.append(_checked(store, "quotes", (claim,), iter(read.quotes.issues)))
        found.append(_checked(store, "redactions", (redacted,), redactions(store)))
        found.append(_checked(store, "protected", (sealing, key_copy), protected_issues(store)))
    return found


def _checked(store: Store, law: str, of: Sequence[Table], issues: Iterator[Issue]) -> Checked:
    found: list[Issue] = []
    looked_at = 0
    try:
        looked_at = sum(_rows(store, table) for table in of)
        found.extend(issues)
    except HabeasError as error:
        found.append(Issue(error.code, error.sentence))
    return Checked(law, looked_at, tuple(found))


def _rows(store: Store, table: Table) -> int:
    for row in store.rows(select(func.count().label("number")).select_from(table)):
        return int(row.number)
    return 0
