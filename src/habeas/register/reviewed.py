"""`Reviewed`: a claim and the review that decides about it; `Rebuilt` and `Checked`: what came of it."""

from dataclasses import dataclass, replace

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

    @property
    def as_counted(self) -> Claim:
        """The claim as it counts: in the reviewer's words, where it was amended."""
        amended = self.review.amended if self.review else None
        return self.claim if amended is None else replace(self.claim, draft=amended)


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
