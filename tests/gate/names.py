"""Pairs of names of widely known people, to judge the matcher by: `figures/people.txt`.

Decides which pairs are asked. Families with an odd number may be read while names are tuned; those with
an even one are only for measuring. Laws: the same file gives the same pairs; no pair crosses the halves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from habeas.language.conventions.chance import Chance
from habeas.language.folding import fold

FILE = Path(__file__).parent / "figures" / "people.txt"

MOST = 15
"""Pairs of spellings asked of one person, at most."""

KIN = 8
"""Pairs asked of two people of one family, at most."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A person: the number of the family, the part ("e", "w"), who it is, and all spellings."""

    family: int
    part: str
    who: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Two names, whether they are one person's, and the part they belong to."""

    same: bool
    left: str
    right: str
    part: str


def figures(*, odd: bool) -> list[Figure]:
    """The people of one half, in the order of the file."""
    rows = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    found = [_figure(row) for row in rows]
    return [one for one in found if one.family % 2 == odd]


def digest(*, odd: bool) -> str:
    """SHA-256 of the people of one half."""
    return sha256(repr(figures(odd=odd)).encode()).hexdigest()


def pairs(*, odd: bool) -> list[Asked]:
    """The pairs of one half: spellings of one person, near names of others, and kin."""
    people = figures(odd=odd)
    chance = Chance(3)
    flat = [(one, name, _letters(name)) for one in people for name in one.spellings]
    found: list[Asked] = []
    for one in people:
        for left, right in _some(list(combinations(one.spellings, 2)), MOST, chance):
            found.append(Asked(True, left, right, one.part))
            near = _nearest(one, _letters(left), flat)
            wrong = (near[0], near[1 + chance.below(7)], near[chance.below(len(near))])
            found += [Asked(False, left, name, one.part) for name in wrong]
    return list(dict.fromkeys([*found, *_kin(people, chance)]))


def _figure(row: str) -> Figure:
    head, *parts = row.split(" | ")
    family, part, who = head.split(" ", 2)
    names = [name for one in parts for name in one.split(" ", 1)[1].split("/")]
    return Figure(int(family), part, who, tuple(dict.fromkeys(names)))


def _kin(people: Sequence[Figure], chance: Chance) -> Iterable[Asked]:
    families: dict[int, list[Figure]] = defaultdict(list)
    for one in people:
        families[one.family].append(one)
    for family in families.values():
        for one, other in combinations(family, 2):
            both = [(a, b) for a in one.spellings for b in other.spellings]
            for left, right in _some(both, KIN, chance):
                yield Asked(False, left, right, one.part)


def _some(both: list[tuple[str, str]], most: int, chance: Chance) -> Iterable[tuple[str, str]]:
    for _turn in range(min(most, len(both))):
        yield both.pop(chance.below(len(both)))


def _letters(name: str) -> frozenset[str]:
    text = " " + " ".join(sorted(fold(name).split())) + " "
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))


def _nearest(
    own: Figure, letters: frozenset[str], flat: Sequence[tuple[Figure, str, frozenset[str]]]
) -> list[str]:
    """Names of other people, the nearest by letters first; each name once."""
    wrong = [(name, other) for one, name, other in flat if one.who != own.who]
    wrong.sort(key=lambda it: (-len(letters & it[1]) / len(letters | it[1]), it[0]))
    mine = set(own.spellings)
    return [name for name in dict.fromkeys(name for name, _other in wrong) if name not in mine]
