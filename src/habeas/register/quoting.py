"""Whether the quotes of the log's claims stand in their reports' texts, entry by entry."""

from dataclasses import dataclass, field

from habeas.errors import HabeasError
from habeas.register.contents import data
from habeas.register.store import Store
from habeas.register.written import Written
from habeas.terms.claim import Draft
from habeas.terms.count import Issue
from habeas.terms.entry import Proposal
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.report import Report
from habeas.terms.review import Review


@dataclass(slots=True)
class Quotes:
    """Takes entries in the order of the log, and collects the issues of those that quote wrongly."""

    store: Store
    issues: list[Issue] = field(default_factory=list)
    _texts: dict[ReportId, str] = field(default_factory=dict)
    _reports: dict[ClaimId, ReportId] = field(default_factory=dict)
    _held: tuple[ReportId | None, str] = (None, "")

    def take(self, entry: Written) -> None:
        """Check an entry, if it quotes."""
        match entry.content:
            case Report(id=name, text_sha256=digest):
                self._texts[name] = digest
            case Proposal(id=claim, report=source, draft=draft):
                self._reports[claim] = source
                self._check(entry.sequence, claim, draft)
            case Review(claim=claim, amended=Draft() as draft):
                self._check(entry.sequence, claim, draft)

    def _check(self, sequence: int, claim: ClaimId, draft: Draft) -> None:
        source = self._reports.get(claim)
        if source is None or not draft.quote.stands_in(self._text(source)):
            words = f"The quote in entry {sequence} does not stand in the text of its report"
            self.issues.append(Issue("quote-not-there", f"{words} ({source}).", (claim,)))

    def _text(self, source: ReportId) -> str:
        """The text of a report; empty where it is gone or cannot be read, which is told elsewhere."""
        if self._held[0] != source:
            try:
                text = data(self.store, self._texts.get(source, "")).decode("utf-8")
            except (HabeasError, UnicodeDecodeError):
                text = ""
            self._held = (source, text)
        return self._held[1]
