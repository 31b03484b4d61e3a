"""`Answers`: the questions a register answers, without changing anything.

Decides which questions there are. Law: an answer shows one state of the register, also when it is
read slowly and others write meanwhile.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import cast

from sqlalchemy import select

from habeas.errors import MistakeError
from habeas.register import asking, finding, judging
from habeas.register.contents import data
from habeas.register.correcting import published_by
from habeas.register.digesting import digests, whole
from habeas.register.force import standing
from habeas.register.judging import Ends
from habeas.register.kept import log as entries
from habeas.register.reviewed import Reviewed
from habeas.register.schema import aside, claim, definition, redacted, report, review, verdict
from habeas.register.sealed import Sealed
from habeas.register.written import entry_of, head, rows_after
from habeas.terms.aside import SetAside
from habeas.terms.claim import Claim
from habeas.terms.definition import NAMED, Definition
from habeas.terms.entry import Entry, EntryKind
from habeas.terms.ids import ClaimId, MentionId, ReportId
from habeas.terms.person import Mention, Verdict
from habeas.terms.report import Report
from habeas.terms.review import Review
from habeas.terms.sending import Sending


class Answers(Sealed):
    """A store that is asked; `Register` adds opening and writing."""

    def reports(self, *, recorded_by: int | None = None) -> list[Report]:
        """All reports, as they were corrected, in the order in which they were added.

        `recorded_by`: as corrected by that instant, see `counted`.
        """
        return finding.reports(self._store, as_of=self._prefix(recorded_by))

    def report(self, name: ReportId) -> Report:
        """The report with that id.

        Raises:
            MistakeError: there is none.
        """
        return finding.the_report(self._store, name)

    def report_of(self, sha256: str) -> Report | None:
        """The first report added with these original bytes (SHA-256, hex), if any."""
        return next(iter(finding.reports(self._store, report.c.sha256 == sha256)), None)

    def text(self, name: ReportId) -> str:
        """The text of a report, in which its quotes stand.

        Raises:
            MistakeError: there is no such report.
        """
        return data(self._store, self.report(name).text_sha256).decode("utf-8")

    def original(self, name: ReportId) -> bytes:
        """The bytes of a report, as they were sealed.

        Raises:
            MistakeError: there is no such report.
        """
        return data(self._store, self.report(name).sha256)

    def claim(self, name: ClaimId) -> Reviewed:
        """The claim with that id, and its review in force.

        Raises:
            MistakeError: there is none.
        """
        query = asking.picking().where(claim.c.id == name)
        for pair in asking.reviewed(self._store, query):
            return pair
        raise MistakeError(f"There is no claim {name}.", code="claim-unknown")

    def claims(
        self, *, report: ReportId | None = None, recorded_by: int | None = None
    ) -> Iterator[Reviewed]:
        """All claims with their reviews in force, or those of one report, in the order of the log.

        `recorded_by`: as it was at that instant, see `counted`.
        """
        query = asking.picking(self._prefix(recorded_by))
        if report is not None:
            query = query.where(claim.c.report == report)
        return asking.reviewed(self._store, query)

    def unreviewed(self, *, recorded_by: int | None = None) -> Iterator[Claim]:
        """The claims without a review in force, in the order of the log. An unsure one is a review.

        `recorded_by`: as it was at that instant, see `counted`.
        """
        query = asking.picking(self._prefix(recorded_by)).where(review.c.sequence.is_(None))
        return (pair.claim for pair in asking.reviewed(self._store, query))

    def counted(
        self, *, known_by: date | None = None, recorded_by: int | None = None
    ) -> Iterator[Claim]:
        """The claims that are counted, each with its amended draft, where it was amended.

        Args:
            known_by: Only reports certainly published by the end of that day, as it was corrected;
                a report whose day is not known is then left out.
            recorded_by: The register as it was at that instant (µs since 1970 UTC, inclusive): the
                log up to the first entry recorded later.
        """
        query = asking.picking_counted(self._prefix(recorded_by))
        if known_by is not None:
            query = query.where(published_by(known_by))
        return (pair.as_counted for pair in asking.reviewed(self._store, query))

    def reviews(self, name: ClaimId) -> list[Review]:
        """All reviews of a claim, the withdrawn too, in the order of the log."""
        query = select(review.c.sequence).where(review.c.claim == name)
        return cast(list[Review], finding.contents(self._store, query))

    def verdicts(self, *, recorded_by: int | None = None) -> list[Verdict]:
        """The verdicts that were not withdrawn, in the order of the log.

        `recorded_by`: as it was at that instant, see `counted`.
        """
        query = select(verdict.c.sequence).where(standing(verdict, self._prefix(recorded_by)))
        return cast(list[Verdict], finding.contents(self._store, query))

    def verdict_ends(self) -> list[Ends]:
        """What the verdicts in force join and part, in the order of the log, without their words.

        Quick, where there are thousands; `verdicts_at` then reads those that matter.
        """
        return judging.ends(self._store)

    def verdicts_at(self, sequences: Collection[int]) -> list[Verdict]:
        """The verdicts that these entries hold, in the order of the log."""
        found = asking.entries(self._store, sequences)
        return [cast(Verdict, found[sequence].content) for sequence in sorted(found)]

    def set_aside(self, *, recorded_by: int | None = None) -> list[SetAside]:
        """The numbers that are set aside and were not taken back, in the order of the log.

        `recorded_by`: as it was at that instant, see `counted`.
        """
        query = select(aside.c.sequence).where(standing(aside, self._prefix(recorded_by)))
        return cast(list[SetAside], finding.contents(self._store, query))

    def sendings(self, name: ReportId) -> list[Sending]:
        """When the text of a report was handed to another program, in the order of the log."""
        query = select(entries.c.sequence).where(entries.c.kind == EntryKind.SENT)
        found = cast(list[Sending], finding.contents(self._store, query))
        return [one for one in found if one.report == name]

    def definitions(self) -> list[Definition]:
        """All definitions: the one every register has, then those of the log in its order."""
        query = select(definition.c.sequence)
        return [NAMED, *cast(list[Definition], finding.contents(self._store, query))]

    def mentions(self) -> Iterator[Mention]:
        """All mentions, of each claim as it holds now (amended, where an amendment is in force)."""
        return finding.mentions(self._store)

    def mentions_among(self, wanted: Collection[MentionId]) -> list[Mention]:
        """The mentions with these ids, as far as they are there, sorted by id."""
        return finding.mentions_among(self._store, wanted)

    def mentions_alike(self, one: Mention) -> list[Mention]:
        """All mentions written like one, in its language, sorted by id."""
        return finding.mentions_alike(self._store, one)

    def mentions_like(self, words: str, *, limit: int = 50) -> list[Mention]:
        """Mentions whose spelling has each of the words at the beginning of one of its own.

        Case, accents and strokes do not matter. Where no spelling has, those that hold the words
        anywhere. Whole spellings come first. At most `limit`.
        """
        return finding.mentions_like(self._store, words, limit)

    def claims_of(self, mentions: Collection[MentionId]) -> list[Reviewed]:
        """The claims that have one of these mentions, each once, in the order of the log."""
        return finding.claims_of(self._store, mentions)

    def log(self, *, after: int = 0) -> Iterator[Entry]:
        """The entries of the log after sequence `after`, as far as it goes now; no redacted ones."""
        gone = {row.entry for row in self._store.rows(select(redacted.c.entry))}
        rows = rows_after(self._store, after)
        return (entry_of(row) for row in rows if row.sequence not in gone)

    def head(self) -> tuple[int, bytes]:
        """Sequence and hash of the log's last entry. What stands for all of it is `checkpoints`."""
        return head(self._store)

    def digest(self) -> str:
        """SHA-256 (hex) of all derived tables."""
        with self._store.reading():
            return whole(digests(self._store))

    def _prefix(self, recorded_by: int | None) -> int | None:
        """The last entry that is heeded; None: all are."""
        return None if recorded_by is None else asking.prefix(self._store, recorded_by)
