"""`Entry`: one line of a register's log, the only truth of a register.

Decides what may stand in the log. How entries are chained is for `protecting.chain`, where they are
kept for `register`. (DESIGN.md calls them events; here that word is kept for what happens to people.)
"""

from dataclasses import dataclass
from enum import StrEnum

from habeas.terms.aside import SetAside
from habeas.terms.claim import Draft
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.person import Verdict
from habeas.terms.protected import Case, KeyCopy, Protected, Reader, Sealing
from habeas.terms.redaction import Redaction
from habeas.terms.report import Report
from habeas.terms.review import Review, Withdrawal
from habeas.terms.sending import Sending


class EntryKind(StrEnum):
    """What an entry records."""

    REPORT_ADDED = "report added"
    CLAIM_PROPOSED = "claim proposed"
    CLAIM_NOTED = "claim noted"
    REVIEWED = "reviewed"
    JUDGED = "judged"
    WITHDRAWN = "withdrawn"
    DEFINED = "defined"
    REDACTED = "redacted"
    SET_ASIDE = "set aside"
    CASE_OPENED = "case opened"
    READERS_CHANGED = "readers changed"
    SEALED = "sealed"
    KEY_GIVEN = "key given"
    SENT = "text sent"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft on its way into the log. `by` names the person who noted it by hand, else empty."""

    id: ClaimId
    report: ReportId
    draft: Draft
    by: str = ""


Content = (
    Report
    | Proposal
    | Review
    | Verdict
    | SetAside
    | Withdrawal
    | Definition
    | Redaction
    | Protected
    | Sending
    | Correction
)
"""What an entry's body says. `recorded_at` of a content is never in the body: it is the entry's."""


def kind_of(content: Content) -> EntryKind:
    """The kind of entry that records such a content."""
    if isinstance(content, Proposal):
        return EntryKind.CLAIM_NOTED if content.by else EntryKind.CLAIM_PROPOSED
    return _KINDS[type(content)]


_KINDS: dict[type[Content], EntryKind] = {
    Report: EntryKind.REPORT_ADDED,
    Review: EntryKind.REVIEWED,
    Verdict: EntryKind.JUDGED,
    SetAside: EntryKind.SET_ASIDE,
    Withdrawal: EntryKind.WITHDRAWN,
    Definition: EntryKind.DEFINED,
    Redaction: EntryKind.REDACTED,
    Sending: EntryKind.SENT,
    Correction: EntryKind.CORRECTED,
    Case: EntryKind.CASE_OPENED,
    Reader: EntryKind.READERS_CHANGED,
    Sealing: EntryKind.SEALED,
    KeyCopy: EntryKind.KEY_GIVEN,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `sequence` counts from 1 per device without a gap, `previous` is the hash before.

    `body` is canonical JSON (see `terms.canonical`), `salt` 16 random bytes, `at` the instant handed
    in, in µs since 1970 UTC. `previous` is 32 zero bytes for the first entry of a device.
    """

    kind: EntryKind
    body: bytes
    salt: bytes
    device: str
    sequence: int
    previous: bytes
    at: int
