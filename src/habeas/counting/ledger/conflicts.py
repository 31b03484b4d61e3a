"""Minimal conflict sets: statements that cannot all be right, though any of them less can.

Decides how all of them are found, and what is said where the search is cut short:

1. Sets without a common member are looked for until all other statements can be right: near ones among
   neighbours in time first. Of them all a solution is kept, the *ground*.
2. Sets that share members are a *story*. Each story is searched by a hitting-set tree (Reiter 1987),
   as `Nearby` sees it: look again without each member of each set in turn.
3. That a set lies across two stories is ruled out by `splice`: the ways in which each story can be
   settled fit together. Where they do not, the two are searched as one.

Laws: every set is minimal. Each set that is not named, if `cut` is not empty, has a member among those
that `cut` names. Which smallest choice is set aside is for the reviewer; `choice` is one after which all
others can be right.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from habeas.counting.ledger.asked import Assumption
from habeas.counting.ledger.balance import Balance
from habeas.counting.ledger.minimal import Conflict, minimal
from habeas.counting.ledger.nearby import Nearby
from habeas.counting.ledger.solver import Proof
from habeas.counting.ledger.splicing import Settled, splice
from habeas.counting.ledger.statements import Statement
from habeas.counting.ledger.stories import smallest_choices, stories, whole_choices

WORK = 2_000_000
"""How long stories are searched: rows solved for, once for every time they are (some 20 seconds)."""

LOOKS_A_ROW = 32
"""Sets that are looked through in the time of one row."""

NEIGHBOURS = 100
"""Statements next to each other in time that are looked at by themselves first."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The minimal sets found; `cut`: members of each story that was not searched to its end."""

    sets: tuple[Conflict, ...]
    choice: tuple[str, ...]
    choices: tuple[tuple[tuple[str, ...], ...], ...]
    cut: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Story:
    """Sets that share members, and how it can be settled; `cut`: not searched to its end."""

    sets: list[frozenset[str]]
    settled: list[Settled] = field(default_factory=list)
    searched: bool = False
    cut: bool = False

    @property
    def members(self) -> frozenset[str]:
        return frozenset().union(*self.sets)


def conflicts(told: Sequence[Statement], assumptions: Sequence[Assumption] = ()) -> Conflicts:
    """The minimal conflict sets among statements; assumptions are in force throughout.

    Sets are sorted by size, then by the order of the statements.
    """
    search = _Search(told, assumptions)
    order = {one.id: n for n, one in enumerate(told)}
    known = sorted(
        search.known.values(), key=lambda c: (len(c.owners), [order[o] for o in c.owners])
    )
    parts = [tuple(smallest_choices(group)) for group in stories(c.members for c in known)]
    cut = [story.members for story in search.stories if story.cut]
    return Conflicts(
        tuple(known),
        search.choice_that_holds() if cut else whole_choices(parts, 1)[0],
        tuple(parts),
        tuple(tuple(sorted(members, key=order.__getitem__)) for members in cut),
    )


class _Search:
    """The sets found so far, the ground, and the stories."""

    def __init__(self, told: Sequence[Statement], assumptions: Sequence[Assumption]) -> None:
        """Search to the end, or until the work is done."""
        self._told = told
        self._assumptions = assumptions
        self._all = frozenset(one.id for one in told)
        self.known: dict[frozenset[str], Conflict] = {}
        self._whole = Balance(told, assumptions)
        for neighbours in _neighbours(told):
            self._disjoint(Balance(neighbours, assumptions))
        self._disjoint(self._whole)
        self._nearby = Nearby(told, assumptions, self._whole, self._whole.values)
        self.stories = [_Story(group) for group in stories(self.known)]
        self._until = self._nearby.work + WORK
        self._search()

    def choice_that_holds(self) -> tuple[str, ...]:
        """A smallest choice after which all others can be right; more sets become known on the way."""
        while True:
            parts = [smallest_choices(group) for group in stories(self.known)]
            choice = whole_choices(parts, 1)[0]
            proof = self._whole.contradiction(self._all.difference(choice))
            if proof is None:
                return choice
            self._found(proof)

    def _disjoint(self, balance: Balance) -> None:
        """Sets without a common member, until what is left of a balance can all be right."""
        left = [one for one in balance.owners if not any(one in members for members in self.known)]
        while (proof := balance.contradiction(left)) is not None:
            members = self._found(proof)
            left = [one for one in left if one not in members]

    def _found(self, proof: Proof) -> frozenset[str]:
        one = minimal(self._told, proof, self._assumptions)
        self.known.setdefault(one.members, one)
        return one.members

    def _search(self) -> None:
        while True:
            open_ones = [story for story in self.stories if not story.searched]
            for n, story in enumerate(sorted(open_ones, key=lambda one: len(one.members))):
                left = self._until - self._nearby.work
                self._settle(story, self._nearby.work + left // (len(open_ones) - n))
            told = [(story.members, story.settled) for story in self.stories]
            ground = self._nearby.ground
            clash = splice(self._nearby.matrix, ground, told) if len(told) > 1 else frozenset()
            if not clash:
                return
            joined = [set_ for n in sorted(clash) for set_ in self.stories[n].sets]
            rest = [story for n, story in enumerate(self.stories) if n not in clash]
            self.stories = [*rest, _Story(joined)]

    def _settle(self, story: _Story, until: int) -> None:
        """Search a story: all its sets, and every smallest way in which it can be settled.

        Where the work gets to `until` before, the story is cut.
        """
        story.searched = True
        others = frozenset().union(*(one.members for one in self.stories if one is not story))
        waiting: deque[frozenset[str]] = deque([frozenset()])
        seen, passed = {frozenset[str]()}, 0
        while waiting:
            without = waiting.popleft()
            if any(one.without <= without for one in story.settled):
                continue
            found = next((one for one in story.sets if without.isdisjoint(one)), None)
            passed += len(story.sets) + len(story.settled)
            if self._nearby.work + passed // LOOKS_A_ROW > until:
                story.cut = True
                story.settled = [Settled(story.members, self._nearby.ground)]
                return
            if found is None:
                found = self._looked(story, self._all - others - without, without)
            for owner in sorted(found or ()):
                branch = without | {owner}
                if branch not in seen:
                    seen.add(branch)
                    waiting.append(branch)

    def _looked(
        self, story: _Story, kept: frozenset[str], without: frozenset[str]
    ) -> frozenset[str] | None:
        """One more set of the story; None: without these it is settled."""
        seen = self._nearby.look(kept, story.members - without)
        if isinstance(seen, Proof):
            members = self._found(seen)
            story.sets.append(members)
            return members
        story.settled.append(Settled(without, seen))
        return None


def _neighbours(told: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Statements next to each other in time, in lots that overlap by half; none if they are few."""
    if len(told) > 2 * NEIGHBOURS:
        ordered = sorted(told, key=lambda one: (one.first, one.last))
        for start in range(0, len(ordered) - NEIGHBOURS // 2, NEIGHBOURS // 2):
            yield ordered[start : start + NEIGHBOURS]
