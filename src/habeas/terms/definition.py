"""`Definition`: by whose rule people are counted. A number without one does not leave the house."""

from dataclasses import dataclass

from habeas.terms.ids import DefinitionId


@dataclass(frozen=True, slots=True)
class Definition:
    """One rule for who is counted; `words` is the rule as a reader is told it."""

    id: DefinitionId
    name: str
    recogniser: str
    words: str
    recorded_at: int = 0


NAMED = Definition(
    DefinitionId("named"),
    "named in this register",
    "",
    "People named in accepted claims of this register, whatever they were jailed for.",
)
"""The definition every register has from the start."""
