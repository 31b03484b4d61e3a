"""`Spell`, `Count`, `Issue`: stays in custody, numbers about people, and what is odd in the data.

Law: no number without a basis (the claims it rests on), a definition, a day, and a day known.
"""

from dataclasses import dataclass
from datetime import date

from habeas.errors import MistakeError
from habeas.terms.bounds import Bounds
from habeas.terms.ids import ClaimId, PersonId
from habeas.terms.kind import Kind
from habeas.terms.when import When


@dataclass(frozen=True, slots=True)
class Spell:
    """One stay in custody of one person.

    `entered` None: no claim says when it began. `left` None: no claim says that it ended; then
    `last_proof` is the last day that a claim certainly shows the person inside (None: no day).
    `exit` is the kind of claim that ended it. `claims` are all it was drawn from. `term_end` is the
    first day on which the longest term told may be over (None: no term with a known beginning).
    An end whose `latest` is None may never have come (told as hearsay, or as a plan).
    """

    person: PersonId
    entered: When | None
    left: When | None
    last_proof: date | None
    exit: Kind | None
    claims: tuple[ClaimId, ...]
    term_end: date | None = None

    def __post_init__(self) -> None:
        """Refuse a stay that certainly ended before it can have begun."""
        first = self.entered.earliest if self.entered else None
        last = self.left.latest if self.left else None
        if first and last and last < first:
            raise MistakeError(
                f"A stay begun {first} at the earliest cannot have ended {last} at the latest.",
                code="spell-turned-round",
            )


@dataclass(frozen=True, slots=True)
class Count:
    """People counted on a day: bounds, and the people and claims behind every unit of them.

    `sure` and `possible` do not overlap. `number` runs from the sure to both together.
    """

    what: str
    on: date
    known_by: date
    definition: str
    sure: tuple[PersonId, ...]
    possible: tuple[PersonId, ...]
    basis: tuple[ClaimId, ...]

    @property
    def number(self) -> Bounds:
        """How many people, both ends inclusive."""
        return Bounds(len(self.sure), len(self.sure) + len(self.possible))


@dataclass(frozen=True, slots=True)
class Issue:
    """Something odd in the data, with its place: a value in a result, not an exception."""

    code: str
    sentence: str
    claims: tuple[ClaimId, ...] = ()
