"""`Entry`: one line of a register's log, the only truth of a register.

Decides what may stand in the log. How entries are chained is for `protecting.chain`, where they are
kept for `register`. (DESIGN.md calls them events; here that word is kept for what happens to people.)
"""

from dataclasses import dataclass
from enum import StrEnum

from habeas.terms.claim import Draft
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.person import Verdict
from habeas.terms.protected import Case, KeyCopy, Protected, Reader, Sealing
from habeas.terms.redaction import Redaction
from habeas.terms.report import Report
from habeas.terms.review import Review, Withdrawal


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
    CASE_OPENED = "case opened"
    READERS_CHANGED = "readers changed"
    SEALED = "sealed"
    KEY_GIVEN = "key given"
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
    | Withdrawal
    | Definition
    | Redaction
    | Protected
    | Correction
)
"""What an entry's body says. `recorded_at` of a content is never in the body: it is the entry's."""


def kind_of(content: Content) -> EntryKind:
    """The kind of entry that records such a content."""
    match content:
        case Report():
            return EntryKind.REPORT_ADDED
        case Proposal(by=by):
            return EntryKind.CLAIM_NOTED if by else EntryKind.CLAIM_PROPOSED
        case Review():
            return EntryKind.REVIEWED
        case Verdict():
            return EntryKind.JUDGED
        case Withdrawal():
            return EntryKind.WITHDRAWN
        case Definition():
            return EntryKind.DEFINED
        case Redaction():
            return EntryKind.REDACTED
        case Case() | Reader() | Sealing() | KeyCopy():
            return _PROTECTED[type(content)]
        case Correction():
            return EntryKind.CORRECTED


_PROTECTED: dict[type[Protected], EntryKind] = {
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
