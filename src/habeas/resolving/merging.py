"""Joining groups step by step, and refusing a step that would put two different people into one.

Decides what stands against a step. Laws: a refused step changes nothing; of any two groups that were
joined no verdict (nor an *unsure* one), no list, no word of kinship and no likeness of names says
*different*.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from habeas.resolving.compare import compare
from habeas.resolving.groups import Group
from habeas.resolving.told import Seats, together
from habeas.terms.person import Judgement, Verdict

NAMES = 3
"""Names of a group that are compared, those written most often."""


@dataclass(slots=True)
class _Cluster:
    """Groups joined so far: their ids, their distinct names, and all seats they take."""

    ids: set[str]
    names: dict[str, None]
    seats: Seats


class Merging:
    """Groups, and what they were joined to."""

    def __init__(self, found: Sequence[Group], verdicts: Iterable[Verdict]) -> None:
        """Begin with every group by itself."""
        self._of = {
            group.id: _Cluster({group.id}, dict.fromkeys(group.names[:NAMES]), group.seats)
            for group in found
        }
        of = {id: group.id for group in found for id in group.person.mentions}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one in verdicts:
            if one.judgement is not Judgement.SAME and one.left in of and one.right in of:
                self._apart[of[one.left]].add(of[one.right])
                self._apart[of[one.right]].add(of[one.left])
        self._kin: dict[str, set[str]] = defaultdict(set)
        for group in found:
            for other in {of[id] for id in group.kin if id in of}:
                self._kin[group.id].add(other)
                self._kin[other].add(group.id)

    def joined(self, left: Group, right: Group) -> bool:
        """Whether the two are one already."""
        return self._of[left.id] is self._of[right.id]

    def join(self, left: Group, right: Group) -> str:
        """Join two groups and all they were joined to; the words why not, if that cannot be."""
        other, one = sorted((self._of[left.id], self._of[right.id]), key=lambda it: len(it.ids))
        if one is other:
            return ""
        if why := self._against(one, other):
            return why
        one.ids |= other.ids
        one.names |= other.names
        one.seats = {
            name: one.seats.get(name, frozenset()) | other.seats.get(name, frozenset())
            for name in (*one.seats, *other.seats)
        }
        for id in other.ids:
            self._of[id] = one
        return ""

    def _against(self, one: _Cluster, other: _Cluster) -> str:
        names = f"{next(iter(one.names))} and {next(iter(other.names))}"
        if any(self._apart[id] & one.ids for id in other.ids if id in self._apart):
            return f"{names} would be joined, whom a verdict does not call one person"
        if any(self._kin[id] & one.ids for id in other.ids if id in self._kin):
            return f"{names} would be joined, of whom a report tells that they are kin"
        if together(one.seats, other.seats):
            return f"{names} stand side by side in one list"
        for a, b in product(one.names, other.names):
            if compare(a, b).verdict is Judgement.DIFFERENT:
                return f"{a} and {b} would be joined, and their names say that they are different"
        return ""
