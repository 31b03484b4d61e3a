"""Entries that refer to something that is gone, since another device redacted it meanwhile.

Law: no row is made of them, and they are redacted along with what they refer to.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Table, select

from habeas.register.kept import log
from habeas.register.lots import rows_where
from habeas.register.schema import NAMED, aside, claim, protected, report, review, sealing, verdict
from habeas.register.store import Store
from habeas.register.written import Written
from habeas.terms.aside import SetAside
from habeas.terms.correction import Correction
from habeas.terms.entry import Content, EntryKind, Proposal
from habeas.terms.person import Verdict
from habeas.terms.protected import KeyCopy, Reader, Sealing
from habeas.terms.review import Review, Withdrawal


def with_referents(store: Store, entries: Iterable[Written]) -> list[Written]:
    """The entries, without those that refer to what is neither in the tables nor among them before."""
    given = list(entries)
    known = _there(store, given)
    kept: list[Written] = []
    for entry in given:
        if _needs(entry) <= known:
            known.add(entry.content.id)
            kept.append(entry)
    return kept


def orphans(store: Store) -> list[int]:
    """Sequences of the entries with a body of which no table has a row, but should have."""
    query = select(log.c.sequence).where(log.c.body.is_not(None), log.c.kind != EntryKind.SENT)
    for table in NAMED:
        query = query.where(log.c.sequence.not_in(select(table.c.sequence)))
    return [row.sequence for row in store.rows(query.order_by(log.c.sequence))]


def _needs(entry: Written) -> set[str]:
    """The ids that an entry refers to."""
    match entry.content:
        case Proposal(report=source) | Correction(report=source):
            return {source}
        case Review(claim=of) | SetAside(claim=of):
            return {of}
        case Verdict(left=left, right=right):
            return {left.rpartition(".")[0], right.rpartition(".")[0]}
        case Withdrawal(target=target):
            return {target}
        case Reader(case=of) | Sealing(case=of) | KeyCopy(sealing=of):
            return {of}
    return set()


_WHERE: dict[type[Content], tuple[Table, ...]] = {
    Proposal: (report,),
    Correction: (report,),
    Review: (claim,),
    Verdict: (claim,),
    SetAside: (claim,),
    Withdrawal: (review, verdict, aside),
    Reader: (protected,),
    Sealing: (protected,),
    KeyCopy: (sealing,),
}
"""By what an entry says, the tables that have what it refers to."""


def _there(store: Store, entries: Sequence[Written]) -> set[str]:
    """Those of the ids referred to that are in the tables."""
    own = {entry.content.id for entry in entries}
    wanted: dict[Table, set[str]] = {}
    for entry in entries:
        for table in _WHERE.get(type(entry.content), ()):
            wanted.setdefault(table, set()).update(_needs(entry) - own)
    return {
        row.id
        for table, names in wanted.items()
        for row in rows_where(store, select(table.c.id), table.c.id, names)
    }
