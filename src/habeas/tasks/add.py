"""Take a report, a note or a phone call into a register, with the claims proposed from it.

Decides what becomes of bytes that are there already, and of a changed file under a known name. Laws:
a report, its bytes, its text and its claims go in together or not at all; the same bytes twice change
nothing; the instant is handed in.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.reading.formats.note import note_bytes
from habeas.register.register import Register
from habeas.tasks.ids import new_id
from habeas.tasks.incoming import Incoming
from habeas.tasks.read import Reading, read
from habeas.tasks.sidecar import Told, one_line
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
        ReportError: it cannot be read.
        RegisterError: it cannot be written; then nothing of it was.
    """
    before = register.report_of(hashlib.sha256(source.data).hexdigest())
    if before is not None:
        return Added(before, already=True)
    names = names_in(register) if known_names is None else known_names
    reading = read(source, known_names=names)
    report = _report(reading, source.medium)
    hints = _hints(register, report)
    proposals = [Proposal(ClaimId(new_id("c")), report.id, draft) for draft in reading.drafts]
    contents: list[Content] = [report, *proposals]
    text = reading.text.body.encode("utf-8")
    register.put(contents, at=at, blobs={report.sha256: reading.data, report.text_sha256: text})
    likely = sum(draft.tier is Tier.LIKELY for draft in reading.drafts)
    return Added(report, False, likely, len(proposals) - likely, reading.issues + hints)


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
