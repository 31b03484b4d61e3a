"""The demo joins spellings: one batch of *same*, one of *different*, unread, and an example of each.

Decides which pair is shown. Who is joined is for `tasks.resolve`. Law: what is shown was proposed and
judged in this very register.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.language.folding import fold
from habeas.register.register import Register
from habeas.resolving.likeness import Likeness
from habeas.resolving.proposals import Pair, cases
from habeas.tasks.resolve import judge_unread, proposed
from habeas.terms.person import Judgement


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair that is shown: two names, each with the languages it is written in, and their likeness."""

    names: tuple[str, str]
    languages: tuple[tuple[str, ...], tuple[str, ...]]
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Judged:
    """How many verdicts joined how many people, how many parted some; pairs that wait; two examples.

    `spellings`: all those of the person of the first example.
    """

    joined: int
    people: int
    parted: int
    waiting: int
    same: Shown | None
    spellings: tuple[str, ...]
    different: Shown | None


def judged(register: Register, by: str, *, at: int) -> Judged:
    """Join the clear pairs and part those like no other, as `by`, and choose what to show."""
    found = proposed(register)
    judge_unread(register, found.clear, Judgement.SAME, by, at=at)
    judge_unread(register, found.apart, Judgement.DIFFERENT, by, at=at)
    whole = cases(found.clear)
    told = max(whole, key=_told, default=())
    return Judged(
        len(found.clear),
        len(whole),
        len(found.apart),
        len(found.unclear),
        _shown(register, min(filter(_across, told), key=_weakest, default=None)),
        tuple(sorted(_names(told))),
        _shown(register, min(filter(_share_a_word, found.apart), key=_closest, default=None)),
    )


def _told(case: Iterable[Pair]) -> tuple[int, list[str]]:
    """Most spellings first; then, of several, the last by name."""
    names = sorted(_names(case))
    return len(names), names


def _names(case: Iterable[Pair]) -> set[str]:
    return {name for pair in case for group in (pair.left, pair.right) for name in group.names}


def _across(pair: Pair) -> bool:
    """Whether the two names are spelled in different ways."""
    one, other = pair.names
    return fold(one) != fold(other)


def _share_a_word(pair: Pair) -> bool:
    one, other = ({*fold(name).split()} for name in pair.names)
    return bool(one & other)


def _weakest(pair: Pair) -> tuple[float, list[str]]:
    return pair.likeness.value, sorted(pair.names)


def _closest(pair: Pair) -> tuple[bool, float, list[str]]:
    """Those of one surname first, since kin bear one; then the likeliest."""
    one, other = (fold(name).split()[-1] for name in pair.names)
    return one != other, -pair.likeness.value, sorted(pair.names)


def _shown(register: Register, pair: Pair | None) -> Shown | None:
    if pair is None:
        return None
    one, other = sorted(pair.names, reverse=True)
    return Shown(
        (one, other), (_languages(register, one), _languages(register, other)), pair.likeness
    )


def _languages(register: Register, name: str) -> tuple[str, ...]:
    """The languages of the reports in which a name is written so."""
    found = {one.language or "?" for one in register.mentions() if one.written == name}
    return tuple(sorted(found))
