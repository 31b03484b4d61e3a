"""Claims already accepted about the same fact, to be shown beside one under review.

Decides when two claims may speak of one fact: the same kind, and a name spelled alike in them; or, for
claims without names, the same kind, days that meet, and a number in both or in neither. It is a hint
for the reviewer's eye; nothing is joined by it.
"""

from habeas.language.folding import fold
from habeas.register.register import Register
from habeas.terms.claim import Claim

MOST = 5
"""Claims shown at most."""


def told_before(register: Register, claim: Claim, unnamed: list[Claim]) -> list[Claim]:
    """Accepted claims that may tell the same as `claim`, at most `MOST`.

    Args:
        register: An open register.
        claim: The claim under review.
        unnamed: The accepted claims without names, as `without_names` gives them.
    """
    found: dict[str, Claim] = {}
    for person in claim.said.persons:
        folded = fold(person.value)
        mentions = register.mentions_like(person.value)
        alike = [one.id for one in mentions if fold(one.written) == folded]
        for one in register.claims_of(alike):
            if one.counts and one.claim.id != claim.id:
                found[one.claim.id] = one.as_counted
    if not claim.said.persons:
        found |= {one.id: one for one in unnamed if one.id != claim.id}
    return [one for one in found.values() if _same_fact(claim, one)][:MOST]


def without_names(register: Register) -> list[Claim]:
    """The accepted claims that name nobody: totals, batches, deals."""
    return [claim for claim in register.counted() if not claim.said.persons]


def _same_fact(one: Claim, other: Claim) -> bool:
    if one.said.kind is not other.said.kind:
        return False
    if one.said.persons:
        return True
    if (one.said.amount is None) != (other.said.amount is None):
        return False
    return one.said.when is None or other.said.when is None or one.said.when.meets(other.said.when)
