"""Where words that are to be sealed stand in the clear already, and what it takes to be rid of them.

Decides what is looked through: the text and the head of every report, every name in a claim, the words
of every review, verdict, correction, withdrawal and the like. Laws: nothing is kept of the search but
ids; a name is found in any letters, and where it sounds alike; other words letter by letter, whole
lines of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.language.folding import fold
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.tasks.find import BIG, nearest
from habeas.tasks.ids import new_id
from habeas.terms.aside import SetAside
from habeas.terms.canonical import content_from
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.person import Verdict
from habeas.terms.protected import Field
from habeas.terms.redaction import ReasonClass
from habeas.terms.report import Report
from habeas.terms.review import Review, Withdrawal

SHORTEST = 6
"""Letters a line must have, at least, to be looked for, unless it is a name."""


@dataclass(frozen=True, slots=True)
class InReport:
    """A report with the words: whether they stand in its text or head, and in the names of which claims.

    `alike`: claims with a name that is only like it. `takes`: entries that go if the report is redacted.
    """

    report: ReportId
    stands: bool
    claims: tuple[ClaimId, ...]
    alike: tuple[ClaimId, ...]
    takes: int


@dataclass(frozen=True, slots=True)
class InClear:
    """The reports with the words, and the ids of reviews and other entries that hold them."""

    reports: tuple[InReport, ...]
    others: tuple[str, ...]

    @property
    def anywhere(self) -> bool:
        """Whether they were found at all."""
        return bool(self.reports or self.others)


def in_clear(register: Register, what: Field, words: str) -> InClear:
    """Where the words of a field stand in the clear, searched in memory."""
    lines = [fold(line) for line in words.splitlines()]
    lines = [line for line in lines if line and (what is Field.NAME or len(line) >= SHORTEST)]
    exact, alike = _claims(register, words) if what is Field.NAME else ({}, {})
    found: list[InReport] = []
    for report in register.reports():
        named, like = exact.get(report.id, ()), alike.get(report.id, ())
        stands = _holds(_head(report), lines) or _holds(register.text(report.id), lines)
        if stands or named or like:
            takes = len(register.doomed(_order(report.id)).sequences)
            found.append(InReport(report.id, stands, tuple(named), tuple(like), takes))
    return InClear(tuple(found), tuple(_others(register, lines)))


_WITH_WORDS = (Review, Verdict, SetAside, Withdrawal, Definition, Correction)
"""Contents in which somebody's own words may stand, besides reports and claims."""

_ByReport = dict[ReportId, list[ClaimId]]


def _claims(register: Register, words: str) -> tuple[_ByReport, _ByReport]:
    """The claims with a name of these letters, and those with one that sounds alike; by report."""
    by_name: dict[str, list[ClaimId]] = {}
    for mention in register.mentions():
        by_name.setdefault(mention.written, []).append(mention.claim)
    sought = [line for line in words.splitlines() if line.strip()]
    same = {name for name in by_name if any(fold(one) in fold(name) for one in sought)}
    like: set[str] = set()
    if len(by_name) <= BIG:
        like = {name for one in sought for name in nearest(one, list(by_name))} - same
    return _reports(register, by_name, same), _reports(register, by_name, like)


def _reports(register: Register, by_name: dict[str, list[ClaimId]], names: set[str]) -> _ByReport:
    claims = {claim for name in names for claim in by_name[name]}
    found: _ByReport = {}
    for claim in sorted(claims):
        found.setdefault(register.claim(claim).claim.report, []).append(claim)
    return found


def _others(register: Register, lines: list[str]) -> Iterator[str]:
    for entry in register.log():
        content = content_from(entry.kind, entry.body, at=entry.at)
        if isinstance(content, _WITH_WORDS) and _holds(entry.body.decode(), lines):
            yield content.id


def _head(report: Report) -> str:
    return "\n".join((report.name, report.title, report.publisher, report.fetched_from))


def _holds(text: str, lines: list[str]) -> bool:
    folded = fold(text)
    return any(line in folded for line in lines)


def _order(report: ReportId) -> Order:
    return Order(report, "", ReasonClass.DANGER, new_id)
