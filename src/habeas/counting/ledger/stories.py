"""Stories: conflict sets that share statements; and what must be set aside so that none is left.

Decides the smallest choices of each story. A choice for the whole takes one of each: stories share no
statement, so that the number of all choices is the product of theirs.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice, product
from math import prod

Sets = Sequence[frozenset[str]]


def stories(sets: Iterable[frozenset[str]]) -> list[list[frozenset[str]]]:
    """The sets in groups; sets of two groups share no member. In the order of their first members."""
    found: list[tuple[set[str], list[frozenset[str]]]] = []
    for one in sets:
        members, group = set(one), [one]
        for other in [other for other in found if not one.isdisjoint(other[0])]:
            found.remove(other)
            members |= other[0]
            group += other[1]
        found.append((members, group))
    return sorted(
        (group for _members, group in found), key=lambda group: sorted(map(sorted, group))
    )


def smallest_choices(sets: Sets) -> list[tuple[str, ...]]:
    """All smallest choices of members that hit every set, each sorted; [()] where there is no set."""
    for size in range(len(sets) + 1):
        found = {tuple(sorted(one)) for one in _within(sets, size)}
        if found:
            return sorted(found)
    return [()]


def _within(sets: Sets, size: int) -> Iterable[frozenset[str]]:
    """The choices of at most so many members that hit every set."""
    open_one = min((one for one in sets), key=lambda one: (len(one), sorted(one)), default=None)
    if open_one is None:
        yield frozenset()
        return
    if size == 0:
        return
    for member in sorted(open_one):
        rest = [one for one in sets if member not in one]
        for found in _within(rest, size - 1):
            yield found | {member}


def whole_choices(parts: Sequence[Collection[tuple[str, ...]]], most: int) -> list[tuple[str, ...]]:
    """Choices for all stories together, the first one of each story first; at most so many."""
    return [
        tuple(one for part in choice for one in part) for choice in islice(product(*parts), most)
    ]


def number_of_choices(parts: Sequence[Collection[tuple[str, ...]]]) -> int:
    """How many choices there are for all stories together."""
    return prod(len(part) for part in parts)
