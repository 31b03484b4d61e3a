"""`Conflict`: a minimal set of statements that cannot all be right, made from any that cannot.

Law: without any one of its members the others can all be right. A set is made smaller over a balance of
its own statements alone, which is small however many others there are.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from habeas.counting.ledger.asked import Assumption
from habeas.counting.ledger.balance import Balance
from habeas.counting.ledger.solver import Proof
from habeas.counting.ledger.statements import Statement


@dataclass(frozen=True, slots=True)
class Conflict:
    """One minimal set of statements that cannot all be right, and the proof of it."""

    owners: tuple[str, ...]
    proof: Proof

    @property
    def members(self) -> frozenset[str]:
        """The same statements, without their order."""
        return frozenset(self.owners)


def minimal(told: Sequence[Statement], proof: Proof, assumptions: Sequence[Assumption]) -> Conflict:
    """One minimal conflict set among the statements that a proof leans on."""
    named = set(proof.owners)
    suspects = [one.id for one in told if one.id in named]
    balance = Balance([one for one in told if one.id in named], assumptions)
    proof = balance.contradiction(suspects) or proof
    suspects = _still(suspects, proof)
    for owner in tuple(suspects):
        if owner in suspects:
            without = balance.contradiction(one for one in suspects if one != owner)
            if without is not None:
                proof = without
                suspects = _still([one for one in suspects if one != owner], proof)
    return Conflict(tuple(suspects), proof)


def _still(suspects: Collection[str], proof: Proof) -> list[str]:
    named = set(proof.owners)
    return [one for one in suspects if one in named]
