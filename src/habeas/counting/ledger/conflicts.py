"""Minimal conflict sets: statements that cannot all be right, though any of them less can.

Decides in two steps. First a smallest choice of statements to set aside: take the smallest choice
that hits every set known so far, see whether the others can all be right, and if not, learn one more
set (implicit hitting sets). Then all other sets by a hitting-set tree (Reiter 1987): look again
without each member of each set in turn. Which smallest choice is taken is for the reviewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from habeas.counting.ledger.solver import Proof, Solver

WORK = 3_000_000
"""How long the tree may be searched: looks at it times the square of the statements. Beyond, the
answer says that there may be more sets (for 80 statements 468 looks, for 1,000 three)."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One minimal set of statements that cannot all be right, and the proof of it."""

    owners: tuple[str, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class Conflicts:
    """All minimal sets found; `complete` False: the search was cut short, there may be more."""

    sets: tuple[Conflict, ...]
    complete: bool


def conflicts(solver: Solver, owners: Sequence[str], firm: Iterable[str] = ()) -> Conflicts:
    """The minimal conflict sets among `owners`; `firm` ones are assumptions, in force throughout.

    Sets are sorted by size, then by the order of `owners`. However short the search is cut, setting
    aside the first of `set_aside(sets)` leaves statements that can all be right.
    """
    order = {owner: n for n, owner in enumerate(owners)}
    given = frozenset(firm)
    known: list[Conflict] = []
    while True:
        choice = set_aside(known)[0]
        found = _smallest(solver, [one for one in owners if one not in choice], given)
        if found is None:
            break
        known.append(found)
    complete = _rest(solver, owners, given, known)
    known.sort(key=lambda c: (len(c.owners), [order[o] for o in c.owners]))
    return Conflicts(tuple(known), complete)


def _rest(
    solver: Solver, owners: Sequence[str], given: frozenset[str], known: list[Conflict]
) -> bool:
    """Append all other sets to `known`; False where the search was cut short."""
    looks = WORK // max(1, len(owners)) ** 2 + 1
    waiting: list[frozenset[str]] = [frozenset()]
    seen: set[frozenset[str]] = set(waiting)
    while waiting:
        without = waiting.pop(0)
        found = next((c for c in known if without.isdisjoint(c.owners)), None)
        if found is None:
            looks -= 1
            if looks < 0:
                return False
            found = _smallest(solver, [one for one in owners if one not in without], given)
            if found is None:
                continue
            known.append(found)
        for owner in found.owners:
            branch = without | {owner}
            if branch not in seen:
                seen.add(branch)
                waiting.append(branch)
    return True


def set_aside(sets: Sequence[Conflict]) -> list[tuple[str, ...]]:
    """All smallest choices of statements whose setting aside leaves no conflict; [()] for none."""
    members = sorted({owner for one in sets for owner in one.owners})
    if not members:
        return [()]
    for size in range(len(members) + 1):
        found = [
            choice
            for choice in combinations(members, size)
            if all(not set(choice).isdisjoint(one.owners) for one in sets)
        ]
        if found:
            return found
    return [()]


def _smallest(solver: Solver, owners: Sequence[str], given: frozenset[str]) -> Conflict | None:
    """One minimal conflict set among `owners`; None where they can all be right."""
    proof = solver.contradiction(frozenset(owners) | given)
    if proof is None:
        return None
    suspects = [owner for owner in owners if owner in set(proof.owners)]
    for owner in tuple(suspects):
        if owner not in suspects:
            continue
        fewer = [other for other in suspects if other != owner]
        without = solver.contradiction(frozenset(fewer) | given)
        if without is not None:
            proof = without
            needed = set(without.owners)
            suspects = [other for other in fewer if other in needed]
    return Conflict(tuple(suspects), proof)
