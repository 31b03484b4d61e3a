"""Which groups may be one person: pairs to propose, the clear ones apart from the doubtful.

Decides who is compared with whom, and what a batch may never join. Laws:

1. A pair is *clear* only if the likeness says *same*, and joining it puts no two groups into one person
   of whom a verdict says *different* or *unsure*, or two seats of one list, or who are told to be kin,
   or the likeness of their names, *different*.
2. A contested group, and a pair that a judge has looked at, are never clear.
3. The same groups and verdicts give the same proposals.
4. *Apart* are groups that nobody has judged and that resemble none: each against the nearest of the
   others, if the likeness says *different*.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from habeas.resolving.circumstances import Circumstances
from habeas.resolving.compare import compare
from habeas.resolving.groups import Form, Group, bearers
from habeas.resolving.likeness import Likeness
from habeas.resolving.meet import Index
from habeas.resolving.merging import Merging
from habeas.resolving.told import merged, together
from habeas.terms.ids import MentionId
from habeas.terms.person import Judgement, Verdict

CLOSELY = 12
"""Names compared closely with each name."""

NAMES = 4
"""Names of a group that are compared, those written most often."""

CONTESTED = "one of them is contested"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups, the name of each that speaks loudest, and their likeness.

    `bar` says why it is not clear, in words; empty for a clear pair.
    """

    left: Group
    right: Group
    names: tuple[str, str]
    likeness: Likeness
    bar: str = ""

    @property
    def mentions(self) -> tuple[MentionId, MentionId]:
        """The two mentions that a verdict on the pair is about."""
        return self.left.shown[self.names[0]], self.right.shown[self.names[1]]


@dataclass(frozen=True, slots=True)
class Proposals:
    """Clear pairs, doubtful ones, each the likeliest first; and groups that stand apart."""

    clear: tuple[Pair, ...]
    unclear: tuple[Pair, ...]
    apart: tuple[Pair, ...]


def proposals(
    found: Sequence[Group], verdicts: Iterable[Verdict], *, again: bool = False
) -> Proposals:
    """What is to be proposed about these groups.

    Args:
        found: All groups.
        verdicts: Verdicts in force.
        again: Propose pairs, too, that a judge was unsure about.
    """
    given = list(verdicts)
    seen = _Seen(found, given, again)
    alike, others = _by_form(found, seen)
    near = list(_by_name(others, seen))
    pairs = sorted([*alike, *near], key=_order)
    clear, unclear = _sorted_out(found, pairs, given)
    met = {group.id for pair in (*clear, *unclear) for group in (pair.left, pair.right)}
    apart = {
        group.id: pair
        for pair in reversed(pairs)
        for group in (pair.left, pair.right)
        if group.open and group.id not in met and pair.likeness.verdict is Judgement.DIFFERENT
    }
    return Proposals(clear, unclear, tuple(_each_once(apart[id] for id in sorted(apart))))


def cases(pairs: Iterable[Pair]) -> list[tuple[Pair, ...]]:
    """Pairs that hang together, and so make one person; those with most pairs first."""
    of: dict[str, list[Pair]] = {}
    for pair in pairs:
        one, other = (of.setdefault(group.id, []) for group in (pair.left, pair.right))
        whole = one if one is other else [*one, *other]
        whole.append(pair)
        for each in whole:
            of[each.left.id] = of[each.right.id] = whole
    found = {id(whole): tuple(whole) for whole in of.values()}.values()
    return sorted(found, key=lambda case: (-len(case), sorted(case[0].names)))


class _Seen:
    """What is known of two groups beside their names: verdicts given, seats, bearers of a name."""

    def __init__(self, found: Sequence[Group], verdicts: Sequence[Verdict], again: bool) -> None:
        of = {id: group.id for group in found for id in group.person.mentions}
        self._judged = {
            frozenset((of[one.left], of[one.right]))
            for one in verdicts
            if one.left in of
            and one.right in of
            and not (again and one.judgement is Judgement.UNSURE)
        }
        self._bearers = bearers(found, verdicts)

    def judged(self, one: Group, other: Group) -> bool:
        """Whether a judge has looked at the two."""
        return frozenset((one.id, other.id)) in self._judged

    def pair(self, one: Group, other: Group) -> Pair:
        """The pair that two groups make, by the names that speak loudest."""
        left, right = sorted((one, other), key=lambda group: group.id)
        found = [
            (compare(a, b, self._about(left, right)), (a, b))
            for a, b in product(left.names[:NAMES], right.names[:NAMES])
        ]
        likeness, names = min(found, key=lambda one: (-one[0].value, one[1]))
        vetoed = [one for one, _names in found if one.vetoed]
        bar = "" if likeness.vetoed or not vetoed else vetoed[0].reasons[-1].words
        return Pair(left, right, names, likeness, bar)

    def _about(self, left: Group, right: Group) -> Circumstances:
        names = {name for name, _language in left.forms & right.forms}
        names = names or {name for name, _language in left.forms | right.forms}
        return Circumstances(
            left.facts,
            right.facts,
            relation=left.kin_of(right),
            together=together(left.seats, right.seats),
            bearers=max((self._bearers.get(name, 1) for name in names), default=1),
        )


def _by_form(found: Sequence[Group], seen: _Seen) -> tuple[list[Pair], list[Group]]:
    """Groups written alike, each with the biggest of its form; and those to look at further."""
    rows: dict[Form, list[Group]] = defaultdict(list)
    for group in found:
        for one in sorted(group.forms, key=str):
            rows[one].append(group)
    pairs: dict[tuple[str, str], Pair] = {}
    hidden: set[str] = set()
    whole: dict[str, list[Group]] = {}
    for row in rows.values():
        first, *rest = sorted(row, key=lambda group: (-len(group.person.mentions), group.id))
        for group in rest:
            if not seen.judged(first, group):
                pair = seen.pair(first, group)
                pairs.setdefault((pair.left.id, pair.right.id), pair)
                if pair.likeness.verdict is Judgement.SAME and group.open:
                    hidden.add(group.id)
                    whole.setdefault(first.id, [first]).append(group)
    others = [_for_all(group, whole.get(group.id, [])) for group in found if group.id not in hidden]
    return list(pairs.values()), others


def _for_all(group: Group, alike: Sequence[Group]) -> Group:
    """A group that stands for all that are written alike, with what is told of any of them."""
    if not alike:
        return group
    seats: dict[str, frozenset[int]] = {}
    for one in alike:
        for name, places in one.seats.items():
            seats[name] = seats.get(name, frozenset()) | places
    kin = {id: words for one in alike for id, words in one.kin.items()}
    return replace(group, facts=merged(one.facts for one in alike), seats=seats, kin=kin)


def _by_name(found: Sequence[Group], seen: _Seen) -> Iterator[Pair]:
    """Groups whose names an index finds near each other, each pair once."""
    owners: dict[str, list[Group]] = defaultdict(list)
    for group in found:
        for name in group.names[:NAMES]:
            owners[name].append(group)
    names = list(owners)
    index = Index(names)
    done: set[frozenset[str]] = set()
    for name, mine in owners.items():
        near = [owner for at in index.close(name, CLOSELY) for owner in owners[names[at]]]
        for one, other in product(mine, near):
            both = frozenset((one.id, other.id))
            if len(both) == 2 and both not in done and not one.forms & other.forms:
                done.add(both)
                if not seen.judged(one, other):
                    yield seen.pair(one, other)


def _sorted_out(
    found: Sequence[Group], pairs: Iterable[Pair], verdicts: Sequence[Verdict]
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Clear and doubtful pairs; a pair is clear if it can be joined to all that were joined before."""
    merging = Merging(found, verdicts)
    clear: list[Pair] = []
    unclear: list[Pair] = []
    for pair in pairs:
        if pair.likeness.verdict is Judgement.DIFFERENT or merging.joined(pair.left, pair.right):
            continue
        bar = pair.bar or _bar(pair) or merging.join(pair.left, pair.right)
        if bar:
            unclear.append(Pair(pair.left, pair.right, pair.names, pair.likeness, bar))
        else:
            clear.append(pair)
    open_ones = [pair for pair in unclear if not merging.joined(pair.left, pair.right)]
    return tuple(clear), tuple(open_ones)


def _bar(pair: Pair) -> str:
    if pair.left.person.contested or pair.right.person.contested:
        return CONTESTED
    return "" if pair.likeness.verdict is Judgement.SAME else "the likeness is not clear"


def _order(pair: Pair) -> tuple[float, list[str], str, str]:
    return -pair.likeness.value, sorted(pair.names), pair.left.id, pair.right.id


def _each_once(pairs: Iterable[Pair]) -> Collection[Pair]:
    return {(pair.left.id, pair.right.id): pair for pair in pairs}.values()
