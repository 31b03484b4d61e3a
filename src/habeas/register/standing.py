"""`Standing`: what of the register a batch of contents speaks of, looked up once for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Column, select

from habeas.register.lots import rows_where
from habeas.register.schema import (
    NAMED,
    aside,
    claim,
    mention,
    protected,
    report,
    review,
    sealing,
    verdict,
)
from habeas.register.store import Store
from habeas.terms.aside import SetAside
from habeas.terms.correction import Correction
from habeas.terms.entry import Content, Proposal
from habeas.terms.person import Verdict
from habeas.terms.protected import KeyCopy, Reader, Sealing
from habeas.terms.review import Review, Withdrawal


@dataclass(slots=True)
class Standing:
    """What stands in the register, and from `stands` on also what the batch itself adds.

    ids: in use, of those the batch would use. texts: by report, the SHA-256 of its text. claims: by
    claim, its report. mentions: that may be judged. effective: by review, verdict or
    setting aside, whether it has not been withdrawn. cases, sealings: protected cases and sealed
    fields.
    """

    ids: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)
    mentions: set[str] = field(default_factory=set)
    effective: dict[str, bool] = field(default_factory=dict)
    cases: set[str] = field(default_factory=set)
    sealings: set[str] = field(default_factory=set)


def standing(store: Store, contents: Sequence[Content]) -> Standing:
    """Look up all that `contents` use or refer to."""
    found = Standing()
    names = [content.id for content in contents]
    for table in NAMED:
        found.ids.update(row.id for row in rows_where(store, select(table.c.id), table.c.id, names))
    claims = {one.claim for one in contents if isinstance(one, Review | SetAside)}
    asked = select(claim.c.id, claim.c.report)
    found.claims = {row.id: row.report for row in rows_where(store, asked, claim.c.id, claims)}
    reports = {one.report for one in contents if isinstance(one, Proposal | Correction)}
    texts = select(report.c.id, report.c.text_sha256)
    wanted = reports | set(found.claims.values())
    found.texts = {row.id: row.text_sha256 for row in rows_where(store, texts, report.c.id, wanted)}
    judged = {
        side for one in contents if isinstance(one, Verdict) for side in (one.left, one.right)
    }
    mentions = rows_where(store, select(mention.c.id), mention.c.id, judged)
    found.mentions = {row.id for row in mentions}
    targets = {one.target for one in contents if isinstance(one, Withdrawal)}
    found.effective = _effective(store, targets)
    cases = {one.case for one in contents if isinstance(one, Reader | Sealing)}
    found.cases = _there(store, protected.c.id, cases)
    fields = {one.sealing for one in contents if isinstance(one, KeyCopy)}
    found.sealings = _there(store, sealing.c.id, fields)
    return found


def _there(store: Store, column: Column[str], names: Iterable[str]) -> set[str]:
    return {row.id for row in rows_where(store, select(column), column, list(names))}


def _effective(store: Store, targets: Iterable[str]) -> dict[str, bool]:
    wanted = list(targets)
    return {
        row.id: row.withdrawn_by is None
        for table in (review, verdict, aside)
        for row in rows_where(store, select(table.c.id, table.c.withdrawn_by), table.c.id, wanted)
    }
