"""`reconcile`: set reported totals against each other.

Opens with its laws. (1) Only statements of one definition share a balance. (2) Every conflict set
named is minimal: without any one of its statements, the others can all be right. (3) Bounds are
given only over statements that can all be right; which are set aside is the caller's choice, or else
one smallest choice, printed beside the result with its rivals. (4) If the statements kept are true,
the truth lies within the bounds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from habeas.counting.ledger import words
from habeas.counting.ledger.asked import Ask, Assumption
from habeas.counting.ledger.balance import Balance
from habeas.counting.ledger.between import Between, between
from habeas.counting.ledger.conflicts import Conflicts, conflicts
from habeas.counting.ledger.definitions import CountedBy, chosen, definition_of
from habeas.counting.ledger.statements import ROUND, Statement
from habeas.counting.ledger.stories import number_of_choices, whole_choices
from habeas.counting.ledger.sums import WrongSum, wrong_sums
from habeas.errors import MistakeError
from habeas.terms.amount import Hedge

RIVALS = 200
"""Other choices that are listed at most; how many there are is always told."""


@dataclass(frozen=True, slots=True)
class Told:
    """A conflict set and its arithmetic. `kind`: "balance" over time, or a plain "sum".

    `remark`: "" or what to know before one is set aside.
    """

    claims: tuple[str, ...]
    words: str
    kind: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Ids that a reviewer set aside, of whatever definition."""

    ids: frozenset[str]

    def __contains__(self, name: object) -> bool:
        """Whether that one is set aside."""
        return name in self.ids

    def __iter__(self) -> Iterator[str]:
        """The ids, sorted."""
        return iter(sorted(self.ids))


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the statements of one definition say together.

    repeats: statements that say the very same as another, by that other's id.
    left_out: statements under other definitions.
    recorded: those of `set_aside` that a reviewer had set aside before; the rest was chosen by nobody.
    choices: for each story (sets that share statements), the smallest choices that settle it.
    rivals: other choices for all of them together, as small as `set_aside`; `rival_count` in all.
    cut: members of each story that was not searched to its end; every set that is not named has one.
    open_conflicts: sets that the caller's choice leaves standing; then there are no bounds.
    """

    definition: CountedBy
    used: tuple[str, ...]
    left_out: tuple[str, ...]
    repeats: dict[str, tuple[str, ...]]
    conflicts: tuple[Told, ...]
    cut: tuple[tuple[str, ...], ...]
    set_aside: tuple[str, ...]
    recorded: tuple[str, ...]
    choices: tuple[tuple[tuple[str, ...], ...], ...]
    rivals: tuple[tuple[str, ...], ...]
    rival_count: int
    open_conflicts: tuple[Told, ...]
    bounds: tuple[Between, ...]
    assumptions: tuple[str, ...] = field(default=())

    @property
    def complete(self) -> bool:
        """Whether every set is named."""
        return not self.cut


def reconcile(
    statements: Sequence[Statement],
    *,
    definition: str | None = None,
    aside: Collection[str] | Recorded | None = None,
    asks: Sequence[Ask] = (),
    assumptions: Sequence[Assumption] = (),
) -> Reconciled:
    """Conflict sets, what to set aside, and bounds, for the statements of one definition.

    Args:
        statements: Reported totals; order decides only between equals.
        definition: Id, name or text of a definition; None: the one most statements count by.
        aside: Ids to set aside; a recorded choice: what it leaves standing is settled by one smallest
            choice; None: one smallest choice is made for all.
        asks: What bounds are wanted of.
        assumptions: Limits a day, in force throughout.

    Raises:
        MistakeError: unknown definition, unknown id in `aside`, or an ask that ends before it begins.
    """
    by = chosen(statements, definition)
    mine = [one for one in statements if definition_of(one) == by]
    _check(mine, aside, asks)
    firsts, repeats = _firsts(one for one in mine if not one.part_of)
    found = conflicts(firsts, assumptions)
    by_id = {one.id: one for one in mine}
    sums = wrong_sums(mine)
    told = _told(found, sums, by_id)
    known = _Given(mine, firsts, _gone(repeats, aside or ()), sums)
    choice = _choice(found, known, aside, assumptions)
    balance = Balance(firsts, assumptions, asks)
    gone = _gone(repeats, choice.aside)
    kept = [one for one in balance.owners if one not in gone]
    feasible = balance.contradiction(kept) is None
    return Reconciled(
        by,
        tuple(one.id for one in mine),
        tuple(one.id for one in statements if definition_of(one) != by),
        repeats,
        told,
        found.cut,
        choice.aside,
        choice.recorded,
        choice.parts,
        choice.rivals,
        choice.rival_count,
        tuple(one for one in told if gone.isdisjoint(one.claims)),
        tuple(between(balance, ask, kept, by_id) for ask in asks) if feasible else (),
        tuple(one.words for one in assumptions),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """The statements of the definition, those that repeat no other, what is gone, and wrong sums."""

    mine: Sequence[Statement]
    firsts: Sequence[Statement]
    gone: frozenset[str]
    sums: Sequence[WrongSum]


@dataclass(frozen=True, slots=True)
class _Choice:
    """What is set aside, what of it was recorded, and what else could be."""

    aside: tuple[str, ...]
    recorded: tuple[str, ...] = ()
    parts: tuple[tuple[tuple[str, ...], ...], ...] = ()
    rivals: tuple[tuple[str, ...], ...] = ()
    rival_count: int = 0


def _choice(
    found: Conflicts,
    given: _Given,
    aside: Collection[str] | Recorded | None,
    assumptions: Sequence[Assumption],
) -> _Choice:
    """The caller's choice; else what was recorded, and one smallest choice of what that leaves."""
    asked = tuple(one.id for one in given.mine if aside is not None and one.id in aside)
    if aside is not None and not isinstance(aside, Recorded):
        return _Choice(asked)
    if asked:
        found = conflicts([one for one in given.firsts if one.id not in given.gone], assumptions)
    parts = _choices(found, [one for one in given.sums if given.gone.isdisjoint(one.owners)])
    alone = parts[len(found.choices) :]
    without = found.choice + tuple(one for part in alone for one in part[0])
    others = [] if found.cut else whole_choices(parts, RIVALS + 1)
    return _Choice(
        asked + without,
        asked,
        parts,
        tuple(one for one in others if one != without)[:RIVALS],
        number_of_choices(parts) - 1 if others else 0,
    )


def _gone(repeats: Mapping[str, tuple[str, ...]], aside: Iterable[str]) -> frozenset[str]:
    """The ids set aside; of one that repeats another, that other, too."""
    first = {repeat: one for one, many in repeats.items() for repeat in many}
    return frozenset(id for one in aside for id in (one, first.get(one, one)))


def _told(
    found: Conflicts, sums: Sequence[WrongSum], by_id: Mapping[str, Statement]
) -> tuple[Told, ...]:
    """The sets over time, then the plain sums."""
    over_time = (
        Told(c.owners, words.contradiction(c.proof, by_id), "balance", _remark(c.owners, by_id))
        for c in found.sets
    )
    return (*over_time, *(Told(one.owners, one.words, "sum") for one in sums))


def _choices(found: Conflicts, sums: Sequence[WrongSum]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The smallest choices of each story; a plain sum is a story, unless one settles it already."""
    whole = {one for part in found.choices for one in part[0]}
    alone = [sum_ for sum_ in sums if whole.isdisjoint(sum_.owners)]
    return (*found.choices, *(tuple((owner,) for owner in sum_.owners) for sum_ in alone))


def _remark(owners: Sequence[str], by_id: Mapping[str, Statement]) -> str:
    """Which round numbers of a set, had they been rounded to hundreds, would let all be right."""
    excused = []
    for owner in owners:
        one = by_id[owner]
        if one.hedge != Hedge.EXACT or one.width is not None or one.value < 100 or one.value % 100:
            continue
        some = [replace(by_id[id], hedge=ROUND) if id == owner else by_id[id] for id in owners]
        if Balance(some).contradiction(owners) is None:
            excused.append(f"{one.value:,} ({owner})")
    if not excused:
        return ""
    return f"{' and '.join(excused)} is round; if it was rounded to hundreds, all of these can be right"


def _firsts(
    statements: Iterable[Statement],
) -> tuple[list[Statement], dict[str, tuple[str, ...]]]:
    """Statements that say something of their own, and the ids that only repeat them."""
    seen: dict[object, Statement] = {}
    repeats: dict[str, tuple[str, ...]] = {}
    for one in statements:
        key = (one.measure, one.first, one.last, one.bounds)
        first = seen.setdefault(key, one)
        if first is not one:
            repeats[first.id] = (*repeats.get(first.id, ()), one.id)
    return list(seen.values()), repeats


def _check(
    mine: Sequence[Statement], aside: Collection[str] | Recorded | None, asks: Sequence[Ask]
) -> None:
    asked = () if isinstance(aside, Recorded) else aside or ()
    unknown = sorted(set(asked) - {one.id for one in mine})
    if unknown:
        raise MistakeError(
            f"No statement of this definition has the id {unknown[0]}; see the ids in the table.",
            code="aside-unknown",
        )
    for ask in asks:
        if ask.last < ask.first:
            raise MistakeError(
                f"The window {ask.first}/{ask.last} ends before it begins; turn it round.",
                code="when-empty",
            )
