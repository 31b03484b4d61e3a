"""Claims and their reviews, read from the register.

Decides how a question is answered in two steps: one statement picks which claims, each with the
review that decides, at one instant; then their bodies are read from the log, which never changes.
So an answer that is read slowly still shows one state of the register.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from sqlalchemy import func, select

from habeas.errors import IntegrityError
from habeas.register.correcting import day, day_holds
from habeas.register.force import in_force
from habeas.register.kept import log
from habeas.register.lots import lots, rows_where
from habeas.register.reviewed import Reviewed
from habeas.register.schema import claim, counted, report, review
from habeas.register.store import Line, Query, Store
from habeas.register.written import Written, head, written
from habeas.terms.claim import Claim
from habeas.terms.correction import Correction
from habeas.terms.entry import Proposal
from habeas.terms.report import Report
from habeas.terms.review import COUNTED, Review
from habeas.terms.when import When


@dataclass(frozen=True, slots=True)
class _Pick:
    """A claim picked: sequences of its entry, of its review (None: none), of what tells its day.

    `report`: the entry of its report, or the correction that holds of the report's day.
    """

    claim: int
    review: int | None
    report: int


@lru_cache(maxsize=8)
def picking(as_of: int | None = None) -> Query:
    """All claims, each with its review in force and its report; `as_of`: the last entry heeded."""
    query = (
        select(
            claim.c.sequence.label("claim"),
            review.c.sequence.label("review"),
            report.c.sequence.label("report"),
            day.c.sequence.label("dated"),
        )
        .select_from(claim)
        .join(report, report.c.id == claim.c.report)
        .outerjoin(day, day_holds(as_of))
        .outerjoin(review, in_force(as_of))
        .order_by(claim.c.sequence)
    )
    return query if as_of is None else query.where(claim.c.sequence <= as_of)


def picking_counted(as_of: int | None = None) -> Query:
    """The claims that count: now, from the table that only holds reviewed ones; or `as_of` an entry."""
    if as_of is not None:
        return picking(as_of).where(review.c.decision.in_([str(one) for one in COUNTED]))
    return (
        select(
            claim.c.sequence.label("claim"),
            counted.c.sequence.label("review"),
            report.c.sequence.label("report"),
            day.c.sequence.label("dated"),
        )
        .select_from(counted)
        .join(claim, claim.c.id == counted.c.claim)
        .join(report, report.c.id == claim.c.report)
        .outerjoin(day, day_holds())
        .order_by(claim.c.sequence)
    )


def prefix(store: Store, recorded_by: int) -> int:
    """Sequence of the last entry before the first one that was recorded after `recorded_by`."""
    after = select(func.min(log.c.sequence).label("found")).where(log.c.at > recorded_by)
    for row in store.rows(after):
        if row.found is not None:
            return int(row.found) - 1
    return head(store)[0]


def reviewed(store: Store, query: Query) -> Iterator[Reviewed]:
    """The claims a picking query picks, picked now, read as they are asked for."""
    return _read(store, [_pick(row) for row in store.rows(query)])


def reviewed_among(store: Store, names: Collection[str]) -> list[Reviewed]:
    """The claims with these ids, in the order of the log."""
    rows = rows_where(store, picking(), claim.c.id, names)
    return list(_read(store, sorted(map(_pick, rows), key=lambda pick: pick.claim)))


def entries(store: Store, sequences: Collection[int]) -> Mapping[int, Written]:
    """The entries with these sequences, with their contents.

    Raises:
        IntegrityError: one of them is gone, or cannot be read.
    """
    rows = rows_where(store, select(log), log.c.sequence, sequences)
    found = {row.sequence: written(row) for row in rows}
    for sequence in sequences:
        if sequence not in found:
            raise IntegrityError(
                f"Entry {sequence} of the log is gone; run `habeas verify`, and restore a backup.",
                code="entry-gone",
            )
    return found


def _pick(row: Line) -> _Pick:
    return _Pick(row.claim, row.review, row.report if row.dated is None else row.dated)


def _read(store: Store, picks: Sequence[_Pick]) -> Iterator[Reviewed]:
    published: dict[int, When | None] = {}
    for lot in lots(picks):
        wanted = {one.claim for one in lot} | {one.review for one in lot if one.review is not None}
        read = entries(store, wanted)
        new = {one.report for one in lot} - published.keys()
        for sequence, entry in entries(store, new).items():
            published[sequence] = cast(Report | Correction, entry.content).published
        for one in lot:
            decided = None if one.review is None else cast(Review, read[one.review].content)
            yield Reviewed(_claim(read[one.claim], published[one.report]), decided)


def _claim(told: Written, known_on: When | None) -> Claim:
    proposal = cast(Proposal, told.content)
    return Claim(proposal.id, proposal.report, proposal.draft, known_on, told.at)
