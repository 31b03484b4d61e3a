"""Scores: how many of the labelled facts the reader finds, and how many of its own are labelled.

A claim falls into facts: its kind with each person, or with its number, or alone. Released and
pardoned count as one kind, expelled and transferred too; `other` and `held` are left out, since
people agree least on them. A fact is found where a draft has the same kind and person (by family name
and first letter) or number, and its quote touches the labelled one or the sentence around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.language.folding import fold
from habeas.terms.claim import Draft
from habeas.terms.kind import Kind
from tests.gate.pages import LabelledPage

_ONE = {"pardoned": "released", "transferred": "expelled"}
_LEFT_OUT = {"other", "held"}
_NOBODY = {
    "negotiation",
    "sanction_imposed",
    "sanction_lifted",
    "support_granted",
    "support_cut",
}
_AROUND = 120


@dataclass(frozen=True, slots=True)
class Fact:
    """A kind with a person, with a number, or alone; and the code points it stands at."""

    kind: str
    person: str
    count: int | None
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Score:
    """Facts found, drafted without a label, and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        """Both together."""
        return Score(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of drafted facts that are labelled."""
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        """Share of labelled facts that are found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.false + self.missed)


@dataclass(frozen=True, slots=True)
class Judged:
    """The labelled facts of a page that were found and missed, and what was drafted beside them."""

    right: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    false: tuple[Fact, ...]

    @property
    def score(self) -> Score:
        """How many of each."""
        return Score(len(self.right), len(self.false), len(self.missed))


def score(page: LabelledPage, drafts: Sequence[Draft]) -> Score:
    """The score of one page."""
    return judged(page, drafts).score


def judged(page: LabelledPage, drafts: Sequence[Draft]) -> Judged:
    """What was found on a page, and what was not."""
    have = [fact for draft in drafts for fact in _drafted(draft)]
    used: set[int] = set()
    found_facts, missed = [], []
    for want in _labelled(page):
        found = next(
            (
                number
                for number, fact in enumerate(have)
                if number not in used and _agree(want, fact)
            ),
            None,
        )
        if found is None:
            missed.append(want)
        else:
            used.add(found)
            found_facts.append(want)
    right = [have[number] for number in used]
    false = [
        fact
        for number, fact in enumerate(have)
        if number not in used and not any(_same(fact, other) for other in right)
    ]
    return Judged(tuple(found_facts), tuple(missed), tuple(false))


def _drafted(draft: Draft) -> Iterator[Fact]:
    said = draft.said
    persons = [person.value for person in said.persons]
    value = said.amount.value if said.amount is not None and not said.amount.vague else None
    yield from _facts(str(said.kind), persons, value, (draft.quote.start, draft.quote.stop))


def _labelled(page: LabelledPage) -> Iterator[Fact]:
    for label in page.labels:
        wide = (max(0, label.quote[0] - _AROUND), label.quote[1] + _AROUND)
        yield from _facts(label.kind, list(label.persons), label.count, wide)


def _facts(
    kind: str, persons: Sequence[str], count: int | None, span: tuple[int, int]
) -> Iterator[Fact]:
    if kind in _LEFT_OUT:
        return
    one = _ONE.get(kind, kind)
    if one in _NOBODY or (not persons and count is None):
        yield Fact(one, "", None, *span)
        return
    for person in persons:
        yield Fact(one, person, None, *span)
    if count is not None:
        yield Fact(one, "", count, *span)


def _agree(want: Fact, fact: Fact) -> bool:
    return _same(want, fact) and want.start < fact.stop and fact.start < want.stop


def _same(one: Fact, other: Fact) -> bool:
    if (one.kind, one.count, bool(one.person)) != (other.kind, other.count, bool(other.person)):
        return False
    return not one.person or _same_person(one.person, other.person)


def _same_person(one: str, other: str) -> bool:
    left, right = fold(one).split(), fold(other).split()
    if 1 in (len(left), len(right)):
        return left[-1] in right or right[-1] in left
    return left[-1] == right[-1] and left[0][:1] == right[0][:1]


KINDS = tuple(str(kind) for kind in Kind)
"""All kinds a label may have."""
