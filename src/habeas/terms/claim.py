"""`Claim`: what a report says about somebody's custody, a total, a deal, or support.

A claim is one `Said` (a kind and its arguments), the `Quote` it stands on, its modality, who says it,
and who read it. It never changes: a `Review` accepts, amends or rejects it beside it.

Which arguments a kind may have is in `Said`; whether the words of a text mean it, is for `reading`;
whether it is true, for nobody here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.errors import MistakeError
from habeas.terms.amount import Amount
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import TOTALS, Kind
from habeas.terms.quote import Quote
from habeas.terms.when import When


class Modality(StrEnum):
    """How the text says it: as a fact, as others' words, as hearsay, as a plan…"""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    AGREED = "agreed"
    POSSIBLE = "possible"


FACTUAL = frozenset({Modality.ASSERTED, Modality.REPORTED})
"""Modalities under which a text says that a thing is so. Only these are ever counted as sure."""


class Tier(StrEnum):
    """How sure the reader is: `likely` may be accepted in a batch, `check` asks for a human eye."""

    LIKELY = "likely"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a claim: its value, and the code points of the text it was read from.

    `value` is the normal form (a person in the nominative, in the text's own language). `start` and
    `stop` are half-open offsets into the report's text; both None: inferred, no words of its own.
    """

    value: str
    start: int | None = None
    stop: int | None = None

    @property
    def inferred(self) -> bool:
        """Whether no words of the text stand for it (it was carried on from a sentence before)."""
        return self.start is None


@dataclass(frozen=True, slots=True)
class Said:
    """A kind of claim and its arguments; what a text does not say is None or empty.

    persons: those it happened to (for `negotiation`: those who talked).
    amount: how many people, and `amount_at`, the code points it stands at.
    when: the day or days it happened; for a flow total, the period.
    place, destination: where it happened; where the people went.
    actor: who did it. terms: what was given or asked in exchange. penalty: ISO 8601 duration, or
    "life", "death". population: who is counted, in the text's words ("political prisoners").
    part: the part of a larger number this is ("women"). definition: by whose list or rule.
    note: for `other`, what it is ("not released", "refill", "undercount", "no list published").
    """

    kind: Kind
    persons: tuple[Argument, ...] = ()
    amount: Amount | None = None
    amount_at: tuple[int, int] | None = None
    when: When | None = None
    place: Argument | None = None
    destination: Argument | None = None
    actor: Argument | None = None
    terms: Argument | None = None
    penalty: Argument | None = None
    population: Argument | None = None
    part: Argument | None = None
    definition: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a total without a number."""
        if self.kind in TOTALS and self.amount is None:
            raise MistakeError(
                f"A {self.kind.replace('_', ' ')} needs a number; give its count.",
                code="total-without-number",
            )

    @property
    def singles(self) -> dict[str, Argument | None]:
        """The arguments of which there is one at most, by their names; None: not told."""
        return {
            "place": self.place,
            "destination": self.destination,
            "actor": self.actor,
            "terms": self.terms,
            "penalty": self.penalty,
            "population": self.population,
            "part": self.part,
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it is in a register: what a reader, or a person by hand, proposes.

    `source` is who says it, in the text's words ("Viasna"). `reader` is the name and version of the
    code that read it, or "hand"; `rules` name what made it, for those who mend the reader.
    """

    said: Said
    quote: Quote
    modality: Modality = Modality.ASSERTED
    source: Argument | None = None
    tier: Tier = Tier.CHECK
    reader: str = "hand"
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A draft that stands in a register. `known_on` is when its report was published.

    Three times, never mixed: `draft.said.when` (it happened), `known_on` (it was published),
    `recorded_at` (we wrote it down; µs since 1970 UTC).
    """

    id: ClaimId
    report: ReportId
    draft: Draft
    known_on: When | None
    recorded_at: int

    @property
    def said(self) -> Said:
        """What it says."""
        return self.draft.said

    @property
    def quote(self) -> Quote:
        """The words it stands on."""
        return self.draft.quote
