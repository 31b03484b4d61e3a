"""Marks among the rules of a draft: another reader agrees with it, or contradicts it, and in what."""

from habeas.terms.claim import Draft

AGREES = "agrees with "
CONFLICTS = "conflicts with "
"""How marks begin; the other reader follows, then a colon and what it is about."""


def marks(draft: Draft, beginning: str) -> list[str]:
    """What follows on `beginning` in the marks of a draft, in order."""
    return [rule.removeprefix(beginning) for rule in draft.rules if rule.startswith(beginning)]


def all_marks(draft: Draft) -> list[str]:
    """Every mark of a draft as it stands, conflicts first."""
    return [beginning + one for beginning in (CONFLICTS, AGREES) for one in marks(draft, beginning)]
