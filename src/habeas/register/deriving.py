"""The derived tables, made from entries of the log.

Decides every row of every derived table. Laws:

1. What the tables hold is a function of the log alone: the same entries, taken in at once or in any
   number of goes, give the same rows.
2. Of the reviews of a claim, the latest by sequence that was not withdrawn is in force; it decides
   whether the claim is counted, and whether its own draft or the review's holds now.
3. Of an entry that was redacted, no row is left but that it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Table, bindparam, delete, insert, select, update

from habeas.register.deciding import decide
from habeas.register.drafts import Drafts
from habeas.register.forgetting import forget
from habeas.register.lots import rows_where
from habeas.register.mentioning import add_mentions
from habeas.register.orphans import with_referents
from habeas.register.schema import (
    aside,
    claim,
    correction,
    counted,
    definition,
    key_copy,
    protected,
    reader,
    redaction,
    report,
    review,
    sealing,
    verdict,
    withdrawal,
)
from habeas.register.store import Store
from habeas.register.written import Written
from habeas.terms.aside import SetAside
from habeas.terms.claim import Draft
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.entry import Proposal
from habeas.terms.person import Verdict
from habeas.terms.protected import Case, KeyCopy, Protected, Reader, Sealing
from habeas.terms.redaction import Redaction
from habeas.terms.report import Report
from habeas.terms.review import Review, Withdrawal

_Row = dict[str, object]

_WITHDRAWABLE = (review, verdict, aside)
_PLAIN = (
    correction,
    *_WITHDRAWABLE,
    definition,
    withdrawal,
    protected,
    reader,
    sealing,
    key_copy,
    redaction,
)
"""Tables whose rows follow from one entry each."""


@dataclass(slots=True)
class _Batch:
    """The rows of some entries, by table; drafts by the sequence of the entry that states them."""

    rows: dict[Table, list[_Row]] = field(default_factory=dict)
    drafts: dict[int, Draft] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    withdrawn: list[_Row] = field(default_factory=list)
    redactions: dict[int, Redaction] = field(default_factory=dict)

    def add(self, table: Table, entry: Written, **columns: object) -> None:
        columns |= {"id": entry.content.id, "sequence": entry.sequence}
        self.rows.setdefault(table, []).append(columns)

    def review(self, entry: Written, given: Review) -> None:
        columns = {"decision": str(given.decision), "reviewer": given.reviewer}
        self.add(review, entry, claim=given.claim, **columns)
        self.touched.add(given.claim)
        if given.amended:
            self.drafts[entry.sequence] = given.amended


def derive(store: Store, entries: Iterable[Written], *, source: Store | None = None) -> None:
    """Take entries, in the order of the log, into the derived tables; inside a transaction.

    `source` is the store that has the log, where it is not `store` itself.
    """
    batch = _sorted_out(with_referents(store, entries))
    drafts = Drafts(source or store, batch.drafts)
    _uncount(store, batch)
    for table in (report, claim):
        store.run(insert(table), batch.rows.get(table, []))
    stated = {str(row["id"]): int(str(row["sequence"])) for row in batch.rows.get(claim, [])}
    add_mentions(store, stated, drafts)
    for table in _PLAIN:
        store.run(insert(table), batch.rows.get(table, []))
    for table in _WITHDRAWABLE:
        taken = update(table).where(table.c.id == bindparam("target"))
        store.run(taken.values(withdrawn_by=bindparam("by")), batch.withdrawn)
    decide(store, batch.touched, drafts)
    for sequence, given in batch.redactions.items():
        forget(store, sequence, given, source=source or store)


def _uncount(store: Store, batch: _Batch) -> None:
    """Take the claims whose reviews change out of `counted`, until they are decided anew."""
    targets = [str(row["target"]) for row in batch.withdrawn]
    old = rows_where(store, select(review.c.claim), review.c.id, targets)
    batch.touched.update(row.claim for row in old)
    gone = delete(counted).where(counted.c.claim == bindparam("gone"))
    store.run(gone, [{"gone": name} for name in sorted(batch.touched)])


def _sorted_out(entries: Iterable[Written]) -> _Batch:
    batch = _Batch()
    for entry in entries:
        match entry.content:
            case Report() as given:
                latest = given.published.latest if given.published else None
                batch.add(
                    report,
                    entry,
                    sha256=given.sha256,
                    text_sha256=given.text_sha256,
                    language=given.language,
                    published_latest=latest.toordinal() if latest else None,
                )
            case Proposal(report=source, draft=draft):
                batch.add(claim, entry, report=source, stated=entry.sequence)
                batch.drafts[entry.sequence] = draft
            case Review() as given:
                batch.review(entry, given)
            case Verdict() | Definition():
                batch.add(verdict if isinstance(entry.content, Verdict) else definition, entry)
            case SetAside(claim=of):
                batch.add(aside, entry, claim=of)
            case Withdrawal(target=target):
                batch.add(withdrawal, entry, target=target)
                batch.withdrawn.append({"target": target, "by": entry.sequence})
            case Redaction() as given:
                batch.add(redaction, entry)
                batch.redactions[entry.sequence] = given
            case Correction() | Case() | Reader() | Sealing() | KeyCopy() as given:
                _add_other(batch, entry, given)
    return batch


def _add_other(batch: _Batch, entry: Written, given: Protected | Correction) -> None:
    match given:
        case Correction(report=of, dated=dated, published=published):
            latest = published.latest if published else None
            day = latest.toordinal() if latest else None
            batch.add(correction, entry, report=of, dated=int(dated), published_latest=day)
        case Case():
            batch.add(protected, entry)
        case Reader(case=of, recipient=recipient):
            batch.add(reader, entry, protected=of, recipient=recipient)
        case Sealing(case=of, field=field, version=version):
            batch.add(sealing, entry, protected=of, field=str(field), version=version)
        case KeyCopy(sealing=of, recipient=recipient):
            batch.add(key_copy, entry, sealing=of, recipient=recipient)
