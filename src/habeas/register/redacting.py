"""Redaction: which entries go along with one, and how their bodies are deleted for good.

Decides what must go together: with a report its claims and corrections, with a claim its reviews, the
setting aside of its number and the verdicts on its mentions, with each of these its withdrawal; with a
protected case its readers and sealed fields, with a field its keys given; by the id under which
somebody was named a reader, the keys given to them in that case. Laws:

1. What is left refers to nothing that is gone.
2. The decision of a review in force, and the judgement of a standing verdict, stay: written anew,
   without the words of the reason, before the old one goes.
3. Nothing of the bodies, salts and originals is left in the file, its free pages or its journal.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import cast

from sqlalchemy import Table, bindparam, delete, select, update

from habeas.errors import MistakeError
from habeas.register.branches import device_of
from habeas.register.force import in_force
from habeas.register.forgetting import sequences_of
from habeas.register.kept import content, log
from habeas.register.lots import lots, rows_where
from habeas.register.schema import (
    aside,
    claim,
    correction,
    key_copy,
    protected,
    reader,
    report,
    review,
    sealing,
    verdict,
    withdrawal,
)
from habeas.register.store import Store
from habeas.register.written import written
from habeas.terms.aside import SetAside
from habeas.terms.entry import Content
from habeas.terms.ids import AsideId, RedactionId, ReviewId, VerdictId
from habeas.terms.person import Verdict
from habeas.terms.redaction import ReasonClass, Redaction, entry_name
from habeas.terms.review import Decision, Review

_PART = 2000
"""Entries that one redaction names at most."""

WITHOUT_WORDS = "(redacted)"
"""The reason of a rejection, or of a setting aside, whose own reason was redacted."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be redacted: the id of a report, a claim, a decision, or of something protected.

    A decision: a review, a verdict, a setting aside. `new_id` makes ids.
    """

    target: str
    by: str
    reason: ReasonClass
    new_id: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Doomed:
    """What goes: ids by kind, the entries' sequences, originals and texts by their SHA-256 (hex).

    `protected`: cases, readers, sealed fields and keys given. `anew`: what is written anew first,
    without its reason.
    """

    reports: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    withdrawals: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    protected: tuple[str, ...] = ()
    sequences: tuple[int, ...] = ()
    blobs: tuple[str, ...] = ()
    anew: tuple[Content, ...] = field(default=())


def doomed(store: Store, order: Order) -> Doomed:
    """All that goes with the target.

    Raises:
        MistakeError: there is nothing of that id that can be redacted.
    """
    name = order.target
    kept_apart = _protected(store, name)
    if kept_apart:
        found = tuple(sequences_of(store, kept_apart))
        return Doomed(protected=tuple(sorted(kept_apart)), sequences=found)
    if _rows(store, report, name):
        claims = [one.id for one in store.rows(select(claim.c.id).where(claim.c.report == name))]
        return _closed(store, Doomed(reports=(name,), claims=tuple(claims)))
    if _rows(store, claim, name):
        return _closed(store, Doomed(claims=(name,)))
    if _rows(store, review, name):
        return replace(_closed(store, Doomed(reviews=(name,))), anew=_review_anew(store, order))
    if _rows(store, verdict, name):
        return replace(_closed(store, Doomed(verdicts=(name,))), anew=_verdict_anew(store, order))
    if _rows(store, aside, name):
        return replace(_closed(store, Doomed(asides=(name,))), anew=_aside_anew(store, order))
    raise MistakeError(
        f"There is no report, claim, review, verdict, setting aside or protected case {name[:80]} to"
        " redact.",
        code="redaction-unknown",
    )


def redactions(store: Store, gone: Doomed, order: Order) -> list[Redaction]:
    """The contents that record the redaction."""
    query = select(log.c.stamp, log.c.device, log.c.hash)
    rows = rows_where(store, query, log.c.sequence, gone.sequences)
    names = [entry_name(device_of(row.device), row.stamp, bytes(row.hash)) for row in rows]
    return [
        Redaction(RedactionId(order.new_id("x")), tuple(part), order.by, order.reason)
        for part in lots(names, _PART)
    ]


def erase(store: Store, gone: Doomed) -> None:
    """Delete bodies, salts and originals, inside a transaction, after the redaction was derived."""
    away = update(log).where(log.c.sequence == bindparam("which")).values(body=None, salt=None)
    store.run(away, [{"which": one} for one in gone.sequences])
    blobs = delete(content).where(content.c.sha256 == bindparam("which"))
    store.run(blobs, [{"which": one} for one in gone.blobs])


def _closed(store: Store, start: Doomed) -> Doomed:
    """With these, all that refers to them."""
    reports, claims = start.reports, start.claims
    found = rows_where(store, select(review.c.id), review.c.claim, claims)
    reviews = (*start.reviews, *(row.id for row in found))
    verdicts = (*start.verdicts, *_verdicts_on(store, set(claims)))
    choices_on = rows_where(store, select(aside.c.id), aside.c.claim, claims)
    asides = (*start.asides, *(row.id for row in choices_on))
    choices = (*reviews, *verdicts, *asides)
    taken = rows_where(store, select(withdrawal.c.id), withdrawal.c.target, choices)
    withdrawals = tuple(row.id for row in taken)
    mended = rows_where(store, select(correction.c.id), correction.c.report, reports)
    names = {*reports, *claims, *choices, *withdrawals, *(row.id for row in mended)}
    sequences = tuple(sequences_of(store, names))
    blobs = _blobs(store, reports)
    return Doomed(
        reports,
        claims,
        reviews,
        verdicts,
        withdrawals,
        asides=asides,
        sequences=sequences,
        blobs=blobs,
    )


def _protected(store: Store, name: str) -> set[str]:
    """What goes with a protected case, a sealed field, or somebody who was named a reader."""
    if _rows(store, protected, name):
        readers = store.rows(select(reader.c.id).where(reader.c.protected == name))
        fields = store.rows(select(sealing.c.id).where(sealing.c.protected == name))
        sealed = {row.id for row in fields}
        return {name, *(row.id for row in readers), *sealed, *_keys(store, sealed)}
    if _rows(store, sealing, name):
        return {name, *_keys(store, {name})}
    given = (
        select(key_copy.c.id)
        .join(sealing, sealing.c.id == key_copy.c.sealing)
        .join(reader, reader.c.protected == sealing.c.protected)
        .where(reader.c.id == name, key_copy.c.recipient == reader.c.recipient)
    )
    return {row.id for row in store.rows(given)}


def _keys(store: Store, sealings: set[str]) -> set[str]:
    rows = rows_where(store, select(key_copy.c.id), key_copy.c.sealing, sealings)
    return {row.id for row in rows}


def _verdicts_on(store: Store, claims: set[str]) -> list[str]:
    """The verdicts on mentions of these claims."""
    if not claims:
        return []
    sequences = [row.sequence for row in store.rows(select(verdict.c.sequence))]
    rows = (row for row in rows_where(store, select(log), log.c.sequence, sequences))
    judged = (cast(Verdict, written(row).content) for row in rows)
    return [
        one.id
        for one in judged
        if {one.left.rpartition(".")[0], one.right.rpartition(".")[0]} & claims
    ]


def _blobs(store: Store, reports: tuple[str, ...]) -> tuple[str, ...]:
    """The originals and texts that only these reports name."""
    rows = store.rows(select(report.c.id, report.c.sha256, report.c.text_sha256))
    going = {name for row in rows if row.id in reports for name in (row.sha256, row.text_sha256)}
    staying = {
        name for row in rows if row.id not in reports for name in (row.sha256, row.text_sha256)
    }
    return tuple(sorted(going - staying))


def _review_anew(store: Store, order: Order) -> tuple[Content, ...]:
    """A review in force as it stays: without its words."""
    query = select(review.c.sequence).join_from(claim, review, in_force())
    for row in store.rows(query.where(review.c.id == order.target)):
        old = cast(Review, _content(store, row.sequence))
        words = WITHOUT_WORDS if old.decision is Decision.REJECTED else ""
        return (replace(old, id=ReviewId(order.new_id("v")), reason=words),)
    return ()


def _verdict_anew(store: Store, order: Order) -> tuple[Content, ...]:
    """A standing verdict as it stays: without its words."""
    query = select(verdict.c.sequence).where(verdict.c.id == order.target)
    for row in store.rows(query.where(verdict.c.withdrawn_by.is_(None))):
        old = cast(Verdict, _content(store, row.sequence))
        return (replace(old, id=VerdictId(order.new_id("j")), reason=""),)
    return ()


def _aside_anew(store: Store, order: Order) -> tuple[Content, ...]:
    """A number that stands set aside, as it stays: without the words of the reason."""
    query = select(aside.c.sequence).where(aside.c.id == order.target)
    for row in store.rows(query.where(aside.c.withdrawn_by.is_(None))):
        old = cast(SetAside, _content(store, row.sequence))
        return (replace(old, id=AsideId(order.new_id("a")), reason=WITHOUT_WORDS),)
    return ()


def _content(store: Store, sequence: int) -> Content:
    rows = store.rows(select(log).where(log.c.sequence == sequence))
    return written(rows[0]).content


def _rows(store: Store, table: Table, name: str) -> bool:
    return bool(store.rows(select(table.c.id).where(table.c.id == name)))
