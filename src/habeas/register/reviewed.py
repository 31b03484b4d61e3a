"""`Reviewed`: a claim and the review that decides about it; `Rebuilt` and `Checked`: what came of it."""

from dataclasses import dataclass

from habeas.terms.claim import Claim
from habeas.terms.count import Issue
from habeas.terms.review import COUNTED, Review


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim as it was proposed, and its review in force: the latest that was not withdrawn."""

    claim: Claim
    review: Review | None

    @property
    def counts(self) -> bool:
        """Whether the claim is counted."""
        return self.review is not None and self.review.decision in COUNTED


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many entries were replayed, the digest after, and the tables that were not as they should."""

    entries: int
    digest: str
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One law of a register: its name, how many things were looked at, and what breaks it."""

    law: str
    looked_at: int
    issues: tuple[Issue, ...]
