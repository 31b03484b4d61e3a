"""Take a report, a note or a phone call into a register, with the claims proposed from it.

Decides what becomes of bytes that are there already, and of a changed file under a known name. Laws:
a report, its bytes, its text and its claims go in together or not at all; the same bytes twice change
nothing; the instant is handed in.
"""

import hashlib
from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.reading.formats.note import note_bytes
from habeas.register.register import Register
from habeas.tasks.ids import new_id
from habeas.tasks.incoming import Incoming
from habeas.tasks.read import Reading, read
from habeas.tasks.sidecar import Told
from habeas.terms.claim import Tier
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.report import Medium, Report, Sensitivity


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: the report as it stands in the register, and the claims proposed.

    `already`: its bytes were there before, and nothing changed. `likely` and `check` count the
    proposals of each tier.
    """

    report: Report
    already: bool
    likely: int = 0
    check: int = 0
    issues: tuple[str, ...] = ()


def add(
    register: Register,
    source: Incoming,
    *,
    told: Told,
    at: int,
    medium: Medium = Medium.DOCUMENT,
) -> Added:
    """Take one report into the register and propose the claims found in it.

    Args:
        register: Where it goes.
        source: Its bytes, and what its sidecar tells.
        told: What the person who adds it tells; goes before the sidecar.
        at: The instant, in µs since 1970 UTC.
        medium: How its words reached us.

    Raises:
        ReportError: it cannot be read.
        RegisterError: it cannot be written; then nothing of it was.
    """
    before = register.report_of(hashlib.sha256(source.data).hexdigest())
    if before is not None:
        return Added(before, already=True)
    reading = read(
        Incoming(source.name, source.data, told.over(source.told)),
        known_names=known_names(register),
    )
    report = _report(reading, medium)
    hints = _hints(register, report)
    proposals = [Proposal(ClaimId(new_id("c")), report.id, draft) for draft in reading.drafts]
    contents: list[Content] = [report, *proposals]
    text = reading.text.body.encode("utf-8")
    register.put(contents, at=at, blobs={report.sha256: reading.data, report.text_sha256: text})
    likely = sum(draft.tier is Tier.LIKELY for draft in reading.drafts)
    return Added(report, False, likely, len(proposals) - likely, reading.issues + hints)


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
    taken = " ".join(by.split())
    day = told.published.edtf
    data = note_bytes(words, medium=medium, by=taken, day=day)
    return Incoming(f"{medium} taken by {taken}, {day}", data, Told(publisher=taken))


def known_names(register: Register) -> list[str]:
    """The spellings of all people in the register, sorted; the reader may expect them."""
    return sorted({mention.written for mention in register.mentions()})


def _report(reading: Reading, medium: Medium) -> Report:
    told = reading.told
    return Report(
        id=ReportId(new_id("r")),
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
    )


def _hints(register: Register, report: Report) -> tuple[str, ...]:
    """Sentences on reports that are nearly the same: other bytes under this name, or this text."""
    hints = []
    for other in register.reports():
        if other.text_sha256 == report.text_sha256:
            hints.append(f"It says word for word what {other.id} says; both are kept.")
        elif other.name == report.name and report.medium is Medium.DOCUMENT:
            hints.append(f"Another “{report.name}” is here as {other.id}; both are kept.")
    return tuple(hints[:3])
