"""`Mention`, `Verdict`, `Person`: spellings, judgements that join them, and who comes of it.

Law: a person is always derived from verdicts, never stored; take a verdict back, and the person
comes apart again.
"""

from dataclasses import dataclass
from enum import StrEnum

from habeas.errors import MistakeError
from habeas.terms.ids import ClaimId, MentionId, PersonId, VerdictId


@dataclass(frozen=True, slots=True)
class Mention:
    """One spelling of one person in one claim, as the claim's `number`-th person (from 0)."""

    id: MentionId
    claim: ClaimId
    number: int
    written: str
    language: str | None = None


def mention_id(claim: ClaimId, number: int) -> MentionId:
    """Id of the `number`-th person (from 0) of a claim."""
    return MentionId(f"{claim}.{number}")


class Judgement(StrEnum):
    """What a judge says of two mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement on two mentions, by a named judge (a person, or a machine with its version)."""

    id: VerdictId
    left: MentionId
    right: MentionId
    judgement: Judgement
    judge: str
    reason: str = ""
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse a verdict without a judge, or on one mention alone."""
        if not self.judge.strip():
            raise MistakeError("A verdict needs the name of its judge.", code="judge-missing")
        if self.left == self.right:
            raise MistakeError(
                "A verdict needs two mentions, not one twice.", code="verdict-on-one"
            )


@dataclass(frozen=True, slots=True)
class Person:
    """The mentions judged the same. `id` is that of the smallest mention.

    `contested`: a *different* stands between two of them; publication must wait until it is settled.
    """

    id: PersonId
    mentions: tuple[MentionId, ...]
    contested: bool = False
