"""Branches: where a copy of a laptop went on as the same device, its chain has several ends.

Decides under which names the parts of such a chain stand in the log, and what is told of it. Laws:

1. Names depend on which entries there are alone, not on who came first. While one entry at most follows
   each, all bear the device's id. Where several follow one (a fork), each of them begins a *branch*,
   named by the device and the hash of its first entry; what came before keeps its name.
2. No side is the right one: all entries are kept, none is changed, and every end has a tree over its
   whole way from the first entry, which is what the device signed.
3. A device that is forked here writes nothing any more here; see `written.append`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select

from habeas.protecting.chain import FIRST
from habeas.register.kept import log
from habeas.register.store import Store

_BETWEEN, _AFTER = ".", "/"
_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Side:
    """One way on from a fork: its branch, the entries on it by now, the instant its device wrote first.

    `since` is in µs since 1970 UTC, by the clock of that laptop.
    """

    branch: str
    entries: int
    since: int


@dataclass(frozen=True, slots=True)
class Fork:
    """A device that went on in several ways after its first `shared` entries."""

    device: str
    shared: int
    sides: tuple[Side, ...]


def device_of(branch: str) -> str:
    """The device that a branch is of."""
    return branch.partition(_BETWEEN)[0]


def is_branch(name: str) -> bool:
    """Whether it is the name of a branch that begins at a fork."""
    return _BETWEEN in name


def branch_name(device: str, first: bytes) -> str:
    """The name of the branch of a device that begins with the entry of that hash."""
    return f"{device}{_BETWEEN}{first.hex()[:_LETTERS]}"


def of_device(column: ColumnElement[str], device: str) -> ColumnElement[bool]:
    """That the column names the device or one of its branches."""
    branches = and_(column > device + _BETWEEN, column < device + _AFTER)
    return or_(column == device, branches)


def names(device: str, links: Iterable[tuple[bytes, bytes]]) -> dict[bytes, str]:
    """The branch of each entry of a device; `links`: hash and hash before, sorted by stamp."""
    given = list(links)
    following = Counter(previous for _, previous in given)
    found: dict[bytes, str] = {}
    for made, previous in given:
        forked = following[previous] > 1
        found[made] = branch_name(device, made) if forked else found.get(previous, device)
    return found


def forked(store: Store) -> list[str]:
    """The devices that are forked here, sorted."""
    rows = store.rows(select(log.c.device).distinct().where(log.c.device.contains(_BETWEEN)))
    return sorted({device_of(row.device) for row in rows})


@dataclass(frozen=True, slots=True)
class Branching:
    """A device's branches: the hashes of each, the one it goes on from ("": none), its first instant."""

    own: Mapping[str, list[bytes]]
    before: Mapping[str, str]
    since: Mapping[str, int]

    def way(self, branch: str) -> list[str]:
        """The branches from the first entry to the end of this one."""
        found = [branch]
        while before := self.before[found[-1]]:
            found.append(before)
        return found[::-1]

    def ends(self) -> list[str]:
        """The branches that no other goes on from, sorted."""
        return sorted(self.own.keys() - set(self.before.values()))

    def path(self, branch: str) -> list[bytes]:
        """The hashes of all entries from the first to the end of the branch."""
        return [made for one in self.way(branch) for made in self.own[one]]


def branching(store: Store, device: str) -> Branching:
    """The branches of a device."""
    own: dict[str, list[bytes]] = {}
    before: dict[str, str] = {}
    since: dict[str, int] = {}
    at: dict[bytes, str] = {FIRST: ""}
    query = select(log.c.hash, log.c.previous, log.c.device, log.c.at)
    for row in store.rows(query.where(of_device(log.c.device, device)).order_by(log.c.stamp)):
        before.setdefault(row.device, at.get(bytes(row.previous), ""))
        since.setdefault(row.device, row.at)
        own.setdefault(row.device, []).append(bytes(row.hash))
        at[bytes(row.hash)] = row.device
    return Branching(own, before, since)


def forks(store: Store) -> tuple[Fork, ...]:
    """All forks, by device and by how many entries were shared."""
    found: list[Fork] = []
    for device in forked(store):
        given = branching(store, device)
        beyond: Counter[str] = Counter()
        for branch, hashes in given.own.items():
            for one in given.way(branch):
                beyond[one] += len(hashes)
        starts: dict[str, list[str]] = {}
        for branch in sorted(filter(is_branch, given.own)):
            starts.setdefault(given.before[branch], []).append(branch)
        found += (
            Fork(
                device,
                len(given.path(before)) if before else 0,
                tuple(Side(one, beyond[one], given.since[one]) for one in sides),
            )
            for before, sides in starts.items()
        )
    return tuple(sorted(found, key=lambda fork: (fork.device, fork.shared, fork.sides[0].branch)))


def ends_of(store: Store) -> dict[str, list[str]]:
    """For each branch of the devices that are forked here, the ends that lie on it or beyond it."""
    found: dict[str, list[str]] = {}
    for device in forked(store):
        given = branching(store, device)
        for end in given.ends():
            for one in given.way(end):
                found.setdefault(one, []).append(end)
    return found
