"""Take a report, a note or a phone call into a register, with the claims proposed from it.

Decides what becomes of bytes that are there already, and of a changed file under a known name. Laws:
a report, its bytes, its text and its claims go in together or not at all; the same bytes twice change
nothing; that a text is handed to another program is written before it goes; the instant is handed in.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypedDict, Unpack

from habeas.errors import MistakeError, ReportError
from habeas.reading.formats.note import note_bytes
from habeas.register.register import Register
from habeas.tasks.documents import reports_in
from habeas.tasks.ids import new_id
from habeas.tasks.incoming import Incoming
from habeas.tasks.read import Reading, readings
from habeas.tasks.readers.others import Before, Departure, Heard, Others
from habeas.tasks.sidecar import Told, one_line
from habeas.terms.claim import Tier
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId, ReportId, SendingId
from habeas.terms.report import Medium, Report, Sensitivity
from habeas.terms.sending import Sending

_FAR = 200_000_000_000
"""Seconds since 1970 beyond which an instant has no date: in the year 8307."""

_TOLD = 10
"""Sentences on unread reports of one file that are told."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: the report as it stands in the register, and the claims proposed.

    `already`: its bytes were there before, and nothing changed. `likely` and `check` count the
    proposals of each tier. `heard`: what came of the readers by others.
    """

    report: Report
    already: bool
    likely: int = 0
    check: int = 0
    issues: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()


class How(TypedDict, total=False):
    """How reports are taken in.

    known_names: names the reader may expect; None: those of the register's accepted claims.
    keep: why the untouched file is kept besides what is made of it at the door; "": it is not.
    others: the readers by others that are asked besides ours; None: nobody.
    """

    known_names: Sequence[str] | None
    keep: str
    others: Others | None


def add(
    register: Register,
    source: Incoming,
    *,
    at: int,
    known_names: Sequence[str] | None = None,
) -> Added:
    """Take one report into the register and propose the claims found in it.

    Args:
        register: Where it goes.
        source: Its bytes, and what a person tells about it.
        at: The instant, in µs since 1970 UTC.
        known_names: Names the reader may expect; None: those of the register's accepted claims.

    Raises:
        ReportError: it cannot be read, or holds several (code "report-several": use `add_all`).
        RegisterError: it cannot be written; then nothing of it was.
    """
    before = register.report_of(hashlib.sha256(source.data).hexdigest())
    if before is not None:
        return Added(before, already=True)
    reports = reports_in(source)
    if len(reports) > 1:
        raise ReportError(
            f"“{source.name}” holds {len(reports):,} reports, where one is asked for.",
            code="report-several",
            report=source.name,
        )
    return add_all(register, source, at=at, known_names=known_names)[0]


def add_all(
    register: Register,
    source: Incoming,
    *,
    at: int,
    **how: Unpack[How],
) -> list[Added]:
    """Take all reports of a file into the register, together or not at all.

    Args:
        register: Where they go.
        source: The bytes of the file, and what a person tells about it.
        at: The instant, in µs since 1970 UTC.
        how: As `How` says.

    Raises:
        ReportError: none of its reports can be read.
        RegisterError: it cannot be written; then nothing of it was.
    """
    known_names, keep, others = how.get("known_names"), how.get("keep", ""), how.get("others")
    names = names_in(register) if known_names is None else known_names
    reports = {hashlib.sha256(one.data).hexdigest(): one for one in reports_in(source)}
    before = {digest: register.report_of(digest) for digest in reports}
    found = [Added(report, already=True) for report in before.values() if report is not None]
    batch = Batch(register, at)
    new = [one for digest, one in reports.items() if before[digest] is None]
    if new:
        asked = None if others is None else replace(others, before=batch.before(others))
        read, failed = readings(new, known_names=names, others=asked)
        found += [batch.add(reading, source.medium) for reading in read]
        found[-1] = replace(found[-1], issues=(*found[-1].issues, *_unread(failed)))
    if keep and register.report_of(hashlib.sha256(source.data).hexdigest()) is None:
        found += batch.keep(source, keep) if source.data not in [r.data for r in new] else []
    batch.put()
    return found


def _unread(failed: Sequence[ReportError]) -> tuple[str, ...]:
    """Sentences on the reports of a file that could not be read: the first few, then how many more."""
    told = [error.sentence for error in failed[:_TOLD]]
    if len(failed) > _TOLD:
        told.append(f"{len(failed) - _TOLD:,} more of this file could not be read.")
    return tuple(told)


def names_in(register: Register) -> list[str]:
    """The names of all people in accepted claims, sorted: those the reader may expect.

    A name that nobody has looked at is left out: a slip must not teach the reader the next one.
    """
    return sorted({person.value for claim in register.counted() for person in claim.said.persons})


def note(words: str, *, by: str, told: Told, medium: Medium) -> Incoming:
    """A typed note or a phone call as a document of its own.

    Its bytes are a small head (what it is, who took it, for which day) and the words, so that two
    calls that say the same stay two.

    Raises:
        MistakeError: nobody took it, it has no day, or it says nothing.
    """
    if not by.strip():
        raise MistakeError("A note needs the name of who took it: --as NAME.", code="taker-missing")
    if not words.strip():
        raise MistakeError("The note has no words; nothing was added.", code="note-empty")
    if told.published is None:
        raise MistakeError("A note needs its day: --published DAY.", code="note-undated")
    taken = one_line(by)
    day = told.published.edtf
    data = note_bytes(words, medium=medium, by=taken, day=day)
    name = f"{medium} taken by {taken}, {day}"
    return Incoming(name, data, told.over(Told(publisher=taken)), medium)


class Batch:
    """Reports on their way into a register: all of them are written together, at the end."""

    def __init__(self, register: Register, at: int) -> None:
        """Begin with none; the instant they are written at is in µs since 1970 UTC."""
        self._register = register
        self._at = at
        self._contents: list[Content] = []
        self._blobs: dict[str, bytes] = {}
        self._texts: dict[str, list[ReportId]] = {}
        self._names: dict[str, list[ReportId]] = {}
        self._ids: dict[str, ReportId] = {}
        for report in register.reports():
            self._note(report)

    def add(self, reading: Reading, medium: Medium) -> Added:
        """Take one in, with its claims."""
        report = _report(reading, medium, self._id_of(reading.sha256))
        hints = (*self._hints(report), *_of_tomorrow(report, self._at))
        self._take(report, reading.data, reading.text.body)
        self._contents += [
            Proposal(ClaimId(new_id("c")), report.id, draft) for draft in reading.drafts
        ]
        likely = sum(draft.tier is Tier.LIKELY for draft in reading.drafts)
        check = len(reading.drafts) - likely
        return Added(report, False, likely, check, reading.issues + hints, reading.heard)

    def before(self, others: Others) -> Before:
        """What is done before a text is handed on: it is written into the log, and told."""

        def before(departure: Departure) -> None:
            sending = Sending(
                SendingId(new_id("t")),
                self._id_of(departure.sha256),
                departure.place,
                departure.reader,
                departure.characters,
            )
            self._register.put([sending], at=self._at)
            others.before(departure)

        return before

    def keep(self, source: Incoming, why: str) -> list[Added]:
        """Take in the untouched bytes of a file, sealed, with the reason; no claims are read."""
        words = f"The untouched file “{source.name}”, kept because: {one_line(why)}"
        report = Report(
            id=ReportId(new_id("r")),
            name=source.name,
            media_type="application/octet-stream",
            sha256=hashlib.sha256(source.data).hexdigest(),
            text_sha256=hashlib.sha256(words.encode("utf-8")).hexdigest(),
            extractor="kept 1",
            publisher=source.told.publisher,
            title=source.told.title,
            sensitivity=Sensitivity.SEALED,
            warnings=(words,),
        )
        self._take(report, source.data, words)
        return [Added(report, False, issues=report.warnings)]

    def put(self) -> None:
        """Write them all, or none."""
        if self._contents:
            self._register.put(self._contents, at=self._at, blobs=self._blobs)

    def _take(self, report: Report, data: bytes, text: str) -> None:
        self._contents.append(report)
        self._note(report)
        self._blobs |= {report.sha256: data, report.text_sha256: text.encode("utf-8")}

    def _note(self, report: Report) -> None:
        self._texts.setdefault(report.text_sha256, []).append(report.id)
        self._names.setdefault(report.name, []).append(report.id)

    def _id_of(self, sha256: str) -> ReportId:
        """The id that a report has, or will have when it comes in."""
        return self._ids.setdefault(sha256, ReportId(new_id("r")))

    def _hints(self, report: Report) -> tuple[str, ...]:
        """Sentences on reports that are nearly the same: this text, or other bytes under this name."""
        alike = self._texts.get(report.text_sha256, [])
        hints = [f"It says word for word what {other} says; both are kept." for other in alike]
        if report.medium is Medium.DOCUMENT:
            hints += [
                f"Another “{report.name}” is here as {other}; both are kept."
                for other in self._names.get(report.name, [])
                if other not in alike
            ]
        return tuple(hints[:3])


def _report(reading: Reading, medium: Medium, name: ReportId) -> Report:
    told = reading.told
    return Report(
        id=name,
        name=reading.name,
        media_type=reading.media_type,
        sha256=reading.sha256,
        text_sha256=hashlib.sha256(reading.text.body.encode("utf-8")).hexdigest(),
        extractor=reading.text.extractor,
        medium=medium,
        publisher=told.publisher,
        published=told.published,
        basis=reading.basis,
        language=told.language,
        title=told.title,
        fetched_from=told.address,
        sensitivity=told.sensitivity or Sensitivity.RESTRICTED,
        warnings=reading.issues,
        pages=reading.text.pages,
    )


def _of_tomorrow(report: Report, at: int) -> tuple[str, ...]:
    """A sentence on a report that says it will be published only after it was added."""
    added = datetime.fromtimestamp(min(at // 1_000_000, _FAR), UTC).date()
    day = report.published.earliest if report.published else None
    if day is None or day <= added + timedelta(days=1):
        return ()
    return (
        f"It is said to be published on {day.isoformat()}, after the day it was added; look"
        " whether the day is wrong, or this computer's clock.",
    )
