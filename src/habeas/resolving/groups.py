"""`Group`: all mentions that verdicts have joined so far, with their names and what is told of them.

Decides what is known of a group as a whole. Which groups may be one person is for `proposals`. Laws: a
group is made of `same` verdicts alone; groups come sorted by id, whatever order the mentions had.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from habeas.language.folding import fold
from habeas.resolving.circumstances import Facts
from habeas.resolving.kin import RelatedTo
from habeas.resolving.people import judged, people
from habeas.resolving.told import Lists, Seats, merged
from habeas.terms.ids import MentionId
from habeas.terms.person import Judgement, Mention, Person, Verdict

Form = tuple[str, str | None]
"""A folded name and its language: mentions of one form are one spelling."""


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that are one person so far. `names` are distinct, the one written most often first.

    `shown` is the mention to show for each name; `open`: no judge has settled any of its mentions.
    `kin`: the mentions told to be kin of one of its own, with the words that say so.
    """

    person: Person
    names: tuple[str, ...]
    shown: Mapping[str, MentionId]
    forms: frozenset[Form]
    facts: Facts
    seats: Seats
    open: bool
    kin: RelatedTo = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of its person."""
        return self.person.id

    def kin_of(self, other: Group) -> str:
        """The words that say that the two are kin; empty where none do."""
        for one, two in ((self, other), (other, self)):
            for id in two.person.mentions:
                if id in one.kin:
                    return one.kin[id]
        return ""


@dataclass(frozen=True, slots=True)
class Told:
    """What claims tell of mentions: facts (missing ones tell nothing), lists, who is counted, kin."""

    facts: Mapping[MentionId, Facts]
    lists: Lists
    counted: Collection[MentionId]
    kin: Mapping[MentionId, RelatedTo] = field(default_factory=dict)


def groups(mentions: Iterable[Mention], verdicts: Iterable[Verdict], told: Told) -> list[Group]:
    """The groups that verdicts make of these mentions, every mention in just one."""
    known = {mention.id: mention for mention in mentions}
    given = list(verdicts)
    settled = judged(given)
    return [
        _group(person, [known[id] for id in person.mentions], settled, told)
        for person in people(known.values(), given)
    ]


def form(mention: Mention) -> Form:
    """The form of a mention."""
    return fold(mention.written), mention.language


def bearers(found: Collection[Group], verdicts: Iterable[Verdict]) -> dict[str, int]:
    """How many people of one folded name there are at least, where it is more than one.

    Groups of one name are people of their own once a verdict says *different* between them.
    """
    of = {id: group for group in found for id in group.person.mentions}
    apart: dict[str, set[str]] = defaultdict(set)
    for one in verdicts:
        if one.judgement is Judgement.DIFFERENT and one.left in of and one.right in of:
            left, right = of[one.left], of[one.right]
            if left is not right:
                for name in _folded(left) & _folded(right):
                    apart[name] |= {left.id, right.id}
    return {name: len(ids) for name, ids in apart.items()}


def _folded(group: Group) -> set[str]:
    return {name for name, _language in group.forms}


def _group(person: Person, members: list[Mention], settled: set[MentionId], told: Told) -> Group:
    times = Counter(one.written for one in members)
    shown: dict[str, MentionId] = {}
    for one in sorted(members, key=lambda one: (one.id not in told.counted, one.id)):
        shown.setdefault(one.written, one.id)
    return Group(
        person,
        tuple(sorted(times, key=lambda name: (-times[name], name))),
        shown,
        frozenset(form(one) for one in members),
        merged(told.facts[id] for id in person.mentions if id in told.facts),
        told.lists.of(person.mentions),
        settled.isdisjoint(person.mentions),
        {other: words for id in person.mentions for other, words in told.kin.get(id, {}).items()},
    )
