"""Entries that refer to something that is gone, since another device redacted it meanwhile.

Law: no row is made of them, and they are redacted along with what they refer to.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from habeas.register.lots import rows_where
from habeas.register.schema import NAMED, claim, log, report, review, verdict
from habeas.register.store import Store
from habeas.register.written import Written
from habeas.terms.entry import Proposal
from habeas.terms.person import Verdict
from habeas.terms.report import Report
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
    """Sequences of the entries with a body of which no table has a row."""
    query = select(log.c.sequence).where(log.c.body.is_not(None))
    for table in NAMED:
        query = query.where(log.c.sequence.not_in(select(table.c.sequence)))
    return [row.sequence for row in store.rows(query.order_by(log.c.sequence))]


def _needs(entry: Written) -> set[str]:
    """The ids that an entry refers to."""
    match entry.content:
        case Proposal(report=source):
            return {source}
        case Review(claim=of):
            return {of}
        case Verdict(left=left, right=right):
            return {left.rpartition(".")[0], right.rpartition(".")[0]}
        case Withdrawal(target=target):
            return {target}
    return set()


def _there(store: Store, entries: Sequence[Written]) -> set[str]:
    """Those of the ids referred to that are in the tables."""
    own = {entry.content.id for entry in entries if isinstance(entry.content, Report | Proposal)}
    wanted: dict[str, set[str]] = {"report": set(), "claim": set(), "target": set()}
    for entry in entries:
        kind = {Proposal: "report", Withdrawal: "target"}.get(type(entry.content), "claim")
        wanted[kind] |= _needs(entry) - own
    found = rows_where(store, select(report.c.id), report.c.id, wanted["report"])
    found += rows_where(store, select(claim.c.id), claim.c.id, wanted["claim"])
    for table in (review, verdict):
        found += rows_where(store, select(table.c.id), table.c.id, wanted["target"])
    return {row.id for row in found}
