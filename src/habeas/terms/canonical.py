"""The canonical body of a log entry: one content, one sequence of bytes, and back.

JSON with sorted keys, no spaces, UTF-8 as it is, no NaN. `recorded_at` is never in it.
Laws: `content_from(kind, body(content)) == content` but for `recorded_at`; equal contents give equal
bytes, on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import cast

from habeas.errors import IntegrityError, MistakeError
from habeas.terms.aside import SetAside
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.entry import Content, EntryKind, Proposal
from habeas.terms.ids import (
    AsideId,
    ClaimId,
    CorrectionId,
    DefinitionId,
    MentionId,
    RedactionId,
    ReportId,
    ReviewId,
    SendingId,
    VerdictId,
    WithdrawalId,
)
from habeas.terms.person import Judgement, Verdict
from habeas.terms.plain import Plain, draft_from, plain, plain_when, when_from
from habeas.terms.protected import Case, KeyCopy, Reader, Sealing
from habeas.terms.protected_plain import (
    case_from,
    key_copy_from,
    plain_protected,
    reader_from,
    sealing_from,
)
from habeas.terms.redaction import ReasonClass, Redaction, named
from habeas.terms.report import Basis, Medium, Report, Sensitivity
from habeas.terms.review import Decision, Review, Withdrawal
from habeas.terms.sending import Sending

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def body(content: Content) -> bytes:
    """The content's canonical bytes."""
    return _ENCODER.encode(_values(content)).encode("utf-8")


def content_from(kind: EntryKind, data: bytes, *, at: int) -> Content:
    """The content that `body` wrote; `at` becomes its `recorded_at`, where it has one.

    Raises:
        IntegrityError: the bytes are no such content.
    """
    try:
        return _content(kind, cast(dict[str, object], json.loads(data)), at)
    except (
        MistakeError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as wrong:
        raise IntegrityError(
            f"A log entry of kind “{kind}” cannot be read ({wrong}); "
            "run `habeas verify`, and restore a backup.",
            code="entry-unreadable",
        ) from None


def _values(content: Content) -> Plain:
    match content:
        case Report():
            return _report(content)
        case Proposal():
            head: Plain = {
                "id": content.id,
                "report": content.report,
                "claim": plain(content.draft),
            }
            return head | ({"by": content.by} if content.by else {})
        case Review():
            return _given(
                id=content.id,
                claim=content.claim,
                decision=str(content.decision),
                reviewer=content.reviewer,
                reason=content.reason,
                amended=plain(content.amended) if content.amended else None,
                unread=content.unread,
            )
        case Verdict():
            return _given(
                id=content.id,
                left=content.left,
                right=content.right,
                judgement=str(content.judgement),
                judge=content.judge,
                reason=content.reason,
            )
        case SetAside() | Withdrawal() | Definition() | Redaction() | Sending():
            return _decided(content)
        case Case() | Reader() | Sealing() | KeyCopy():
            return plain_protected(content)
        case Correction():
            return _correction(content)


def _decided(content: SetAside | Withdrawal | Definition | Redaction | Sending) -> Plain:
    match content:
        case SetAside():
            return _given(id=content.id, claim=content.claim, by=content.by, reason=content.reason)
        case Withdrawal():
            return _given(
                id=content.id, target=content.target, by=content.by, reason=content.reason
            )
        case Definition():
            return _given(
                id=content.id,
                name=content.name,
                recogniser=content.recogniser,
                words=content.words,
            )
        case Redaction():
            return _given(
                id=content.id,
                entries=list(content.entries),
                by=content.by,
                reason=str(content.reason),
            )
        case Sending():
            return {
                "id": content.id,
                "report": content.report,
                "place": content.place,
                "reader": content.reader,
                "characters": content.characters,
            }


def _given(**values: object) -> Plain:
    return {key: value for key, value in values.items() if value not in (None, "", False)}


def _correction(content: Correction) -> Plain:
    values = _given(
        id=content.id,
        report=content.report,
        by=content.by,
        dated=content.dated,
        published=plain_when(content.published),
        reason=content.reason,
    )
    return values | ({} if content.publisher is None else {"publisher": content.publisher})


def _report(report: Report) -> Plain:
    return _given(
        id=report.id,
        name=report.name,
        media_type=report.media_type,
        sha256=report.sha256,
        text_sha256=report.text_sha256,
        extractor=report.extractor,
        medium=str(report.medium),
        publisher=report.publisher,
        published=plain_when(report.published),
        basis=str(report.basis),
        language=report.language,
        title=report.title,
        fetched_from=report.fetched_from,
        sensitivity=str(report.sensitivity),
        warnings=list(report.warnings) or None,
        pages=[list(page) for page in report.pages] or None,
    )


def _content(kind: EntryKind, values: dict[str, object], at: int) -> Content:
    def text(key: str) -> str:
        return cast(str, values.get(key) or "")

    match kind:
        case EntryKind.REPORT_ADDED:
            return _report_from(values)
        case EntryKind.CLAIM_PROPOSED | EntryKind.CLAIM_NOTED:
            draft = draft_from(cast(Mapping[str, object], values["claim"]))
            return Proposal(ClaimId(text("id")), ReportId(text("report")), draft, text("by"))
        case EntryKind.REVIEWED:
            amended = cast(Mapping[str, object] | None, values.get("amended"))
            return Review(
                ReviewId(text("id")),
                ClaimId(text("claim")),
                Decision(text("decision")),
                text("reviewer"),
                text("reason"),
                draft_from(amended) if amended else None,
                bool(values.get("unread")),
                at,
            )
        case EntryKind.JUDGED:
            return Verdict(
                VerdictId(text("id")),
                MentionId(text("left")),
                MentionId(text("right")),
                Judgement(text("judgement")),
                text("judge"),
                text("reason"),
                at,
            )
        case EntryKind.WITHDRAWN:
            target = ReviewId(text("target"))
            return Withdrawal(WithdrawalId(text("id")), target, text("by"), text("reason"), at)
        case EntryKind.DEFINED:
            name, recogniser, words = text("name"), text("recogniser"), text("words")
            return Definition(DefinitionId(text("id")), name, recogniser, words, at)
        case EntryKind.REDACTED:
            entries = tuple(map(_entry_name, cast(list[object], values["entries"])))
            return Redaction(
                RedactionId(text("id")), entries, text("by"), ReasonClass(text("reason")), at
            )
        case _:
            return _LATER[kind](values, at)


def _entry_name(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value))
    named(value)
    return value


def _aside_from(values: Mapping[str, object], at: int) -> SetAside:
    words = cast(Mapping[str, str], values)
    claim = ClaimId(words["claim"])
    return SetAside(AsideId(words["id"]), claim, words["by"], words.get("reason", ""), at)


def _sending_from(values: Mapping[str, object], at: int) -> Sending:
    words = cast(Mapping[str, str], values)
    head = SendingId(words["id"]), ReportId(words["report"])
    return Sending(*head, words["place"], words["reader"], cast(int, values["characters"]), at)


def _correction_from(values: Mapping[str, object], at: int) -> Correction:
    return Correction(
        CorrectionId(cast(str, values["id"])),
        ReportId(cast(str, values["report"])),
        cast(str, values["by"]),
        cast(str | None, values.get("publisher")),
        bool(values.get("dated")),
        when_from(values.get("published")),
        cast(str, values.get("reason") or ""),
        at,
    )


_LATER: dict[EntryKind, Callable[[Mapping[str, object], int], Content]] = {
    EntryKind.SET_ASIDE: _aside_from,
    EntryKind.SENT: _sending_from,
    EntryKind.CORRECTED: _correction_from,
    EntryKind.CASE_OPENED: case_from,
    EntryKind.READERS_CHANGED: reader_from,
    EntryKind.SEALED: sealing_from,
    EntryKind.KEY_GIVEN: key_copy_from,
}


def _report_from(values: dict[str, object]) -> Report:
    def text(key: str) -> str:
        return cast(str, values.get(key) or "")

    return Report(
        id=ReportId(text("id")),
        name=text("name"),
        media_type=text("media_type"),
        sha256=text("sha256"),
        text_sha256=text("text_sha256"),
        extractor=text("extractor"),
        medium=Medium(text("medium")),
        publisher=text("publisher"),
        published=when_from(values.get("published")),
        basis=Basis(text("basis")),
        language=text("language") or None,
        title=text("title"),
        fetched_from=text("fetched_from"),
        sensitivity=Sensitivity(text("sensitivity")),
        warnings=tuple(cast(list[str], values.get("warnings") or ())),
        pages=tuple(
            (start, stop) for start, stop in cast(list[list[int]], values.get("pages") or ())
        ),
    )
