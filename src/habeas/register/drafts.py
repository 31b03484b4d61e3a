"""`Drafts`: the drafts that entries state, from what is at hand, else from the log."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from habeas.errors import IntegrityError
from habeas.register.kept import log
from habeas.register.lots import rows_where
from habeas.register.store import Store
from habeas.register.written import written
from habeas.terms.claim import Draft
from habeas.terms.entry import Proposal
from habeas.terms.review import Review


@dataclass(slots=True)
class Drafts:
    """Drafts by the sequence of their entry: those `at_hand`, and all in the log of `source`."""

    source: Store
    at_hand: dict[int, Draft]

    def of(self, sequences: Collection[int]) -> dict[int, Draft]:
        """The drafts that the entries with these sequences state.

        Raises:
            IntegrityError: one of them states none, or is gone.
        """
        lacking = [sequence for sequence in sequences if sequence not in self.at_hand]
        drafts = {one: self.at_hand[one] for one in sequences if one in self.at_hand}
        for row in rows_where(self.source, select(log), log.c.sequence, lacking):
            match written(row).content:
                case Proposal(draft=draft) | Review(amended=Draft() as draft):
                    drafts[row.sequence] = draft
        gone = [sequence for sequence in lacking if sequence not in drafts]
        if gone:
            raise IntegrityError(
                f"Entry {gone[0]} of the log states no claim, or is gone; run `habeas verify`, and"
                " restore a backup.",
                code="entry-unreadable",
            )
        return drafts
