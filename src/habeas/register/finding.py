"""Reports, mentions and contents, found in the register."""

from collections.abc import Collection, Iterator
from typing import cast

from sqlalchemy import ColumnElement, Select, select

from habeas.errors import MistakeError
from habeas.language.folding import fold
from habeas.protecting.chain import FIRST
from habeas.register import asking, mentioning
from habeas.register.correcting import with_corrections
from habeas.register.kept import log
from habeas.register.lots import rows_where
from habeas.register.reviewed import Reviewed
from habeas.register.schema import claim, mention, name_part, report
from habeas.register.store import Line, Query, Store
from habeas.terms.entry import Content
from habeas.terms.ids import ClaimId, MentionId, ReportId
from habeas.terms.person import Mention
from habeas.terms.report import Report

_LAST = "\U0010ffff"
"""Sorts after every character a folded word may go on with."""

_MORE = 4
"""How many times the mentions asked for are fetched, since one may be found by several of its words."""

_COMMON = 500
"""From here on, how frequent a word is makes no difference."""


def contents(store: Store, query: Select[tuple[int]]) -> list[Content]:
    """The contents of the entries whose sequences `query` picks, in the order of the log."""
    sequences = [row.sequence for row in store.rows(query)]
    found = asking.entries(store, sequences)
    return [found[sequence].content for sequence in sorted(found)]


def reports(
    store: Store, where: ColumnElement[bool] | None = None, as_of: int | None = None
) -> list[Report]:
    """The reports for which `where` holds, as corrected, in the order in which they were added.

    `as_of`: the last entry heeded, of the corrections.
    """
    query = select(report.c.sequence)
    found = contents(store, query if where is None else query.where(where))
    return with_corrections(store, cast(list[Report], found), as_of)


def the_report(store: Store, name: ReportId) -> Report:
    """The report with that id.

    Raises:
        MistakeError: there is none.
    """
    for one in reports(store, report.c.id == name):
        return one
    raise MistakeError(f"There is no report {name}.", code="report-unknown")


def mentions(store: Store) -> Iterator[Mention]:
    """All mentions, in the order of their claims."""
    query = select(mention).join_from(mention, claim).order_by(claim.c.sequence, mention.c.number)
    return (_mention(row) for row in store.rows(query))


def mentions_among(store: Store, wanted: Collection[MentionId]) -> list[Mention]:
    """The mentions with these ids, as far as they are there, sorted by id."""
    return [_mention(row) for row in rows_where(store, select(mention), mention.c.id, wanted)]


def mentions_alike(store: Store, one: Mention) -> list[Mention]:
    """All mentions written like one, in its language, sorted by id; letters that fold alike are one."""
    query = select(mention).where(mention.c.folded == fold(one.written)).order_by(mention.c.id)
    same = (
        mention.c.language.is_(None) if one.language is None else mention.c.language == one.language
    )
    return [_mention(row) for row in store.rows(query.where(same))]


def mentions_like(store: Store, words: str, limit: int) -> list[Mention]:
    """Mentions with each of the words at the beginning of a word of theirs, else anywhere."""
    folded = fold(words)
    parts = mentioning.words(folded)
    if not parts:
        return []
    whole = select(mention).where(mention.c.folded == folded).order_by(mention.c.id).limit(limit)
    begun = _begun(store, parts).limit(_MORE * limit)
    rows = {row.id: row for query in (whole, begun) for row in store.rows(query)}
    if not rows:
        held = [mention.c.folded.contains(part, autoescape=True) for part in sorted(parts)]
        query = select(mention).where(*held).order_by(mention.c.folded, mention.c.id).limit(limit)
        rows = {row.id: row for row in store.rows(query)}
    return [_mention(row) for row in list(rows.values())[:limit]]


def claims_of(store: Store, wanted: Collection[MentionId]) -> list[Reviewed]:
    """The claims that have one of these mentions, each once, in the order of the log."""
    names = {row.claim for row in rows_where(store, select(mention.c.claim), mention.c.id, wanted)}
    return asking.reviewed_among(store, names)


def hash_at(store: Store, sequence: int) -> bytes | None:
    """The hash of the entry with that sequence, 32 zero bytes for 0; None where there is none."""
    if sequence == 0:
        return FIRST
    for row in store.rows(select(log.c.hash).where(log.c.sequence == sequence)):
        return bytes(row.hash)
    return None


def _begun(store: Store, parts: Collection[str]) -> Query:
    """Mentions that have a word beginning with each of the parts.

    The rarest part is looked up in the index, the others only in the mentions found by it. A mention
    comes once for each word that begins with the rarest part.
    """
    rarest, *others = sorted(parts, key=lambda part: (_frequency(store, part), part))
    query = (
        select(mention)
        .join(name_part, name_part.c.mention == mention.c.id)
        .where(name_part.c.part.between(rarest, rarest + _LAST))
        .order_by(name_part.c.part, name_part.c.mention)
    )
    for part in others:
        one = name_part.alias()
        has = select(one.c.part).where(one.c.mention == mention.c.id)
        query = query.where(has.where(one.c.part.between(part, part + _LAST)).exists())
    return query


def _frequency(store: Store, part: str) -> int:
    """How many words begin with `part`; above `_COMMON`, that number."""
    some = select(name_part.c.part).where(name_part.c.part.between(part, part + _LAST))
    return len(store.rows(some.limit(_COMMON)))


def _mention(row: Line) -> Mention:
    return Mention(MentionId(row.id), ClaimId(row.claim), row.number, row.written, row.language)
