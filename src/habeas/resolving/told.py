"""What claims tell of a mention beside its name: facts, and its seat in a list.

Decides which parts of a claim are about the person of a mention. What they weigh is for
`circumstances`. Laws: only an accepted claim tells facts; what may be about somebody else (a year in a
sentence that names two people) tells nothing. A seat is taken whether the claim was accepted or not,
since it only ever speaks against: two seats of one list are two people.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.language.beside_names import articles, years_of_birth
from habeas.language.folding import fold
from habeas.resolving.circumstances import Facts
from habeas.terms.claim import Claim
from habeas.terms.ids import MentionId
from habeas.terms.kind import Kind
from habeas.terms.person import mention_id
from habeas.terms.when import When

Seats = Mapping[str, frozenset[int]]
"""By the first claim of a list, where in the report the name stands; -1 and less: nowhere."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The seats of every mention that stands in a list."""

    seats: Mapping[MentionId, tuple[str, int]]

    def of(self, mentions: Iterable[MentionId]) -> Seats:
        """The seats that these mentions take together."""
        found: dict[str, set[int]] = defaultdict(set)
        for mention in mentions:
            if mention in self.seats:
                name, place = self.seats[mention]
                found[name].add(place)
        return {name: frozenset(places) for name, places in found.items()}


def together(one: Seats, other: Seats) -> bool:
    """Whether the two take different seats of one list."""
    return any(len(one[name] | other[name]) > 1 for name in one.keys() & other.keys())


def lists(claims: Iterable[Claim]) -> Lists:
    """The lists of these claims: all persons of claims of one kind whose quotes overlap."""
    rows: dict[tuple[str, Kind], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.said.persons:
            rows[claim.report, claim.said.kind].append(claim)
    seats: dict[MentionId, tuple[str, int]] = {}
    for row in rows.values():
        first, stop = "", -1
        for claim in sorted(row, key=lambda one: (one.quote.start, one.id)):
            if claim.quote.start >= stop:
                first = claim.id
            stop = max(stop, claim.quote.stop)
            for number, person in enumerate(claim.said.persons):
                place = -1 - number if person.start is None else person.start
                seats[mention_id(claim.id, number)] = first, place
    return Lists(seats)


def facts(claim: Claim) -> Facts:
    """What an accepted claim tells of its only person; nothing, where it names several."""
    said = claim.said
    if len(said.persons) != 1:
        return Facts()
    words = claim.quote.words
    years = years_of_birth(words)
    taken = said.kind is Kind.DETAINED
    day = said.when.edtf if taken and said.when and said.when.days == 1 else ""
    return Facts(
        _year(min(years)) if len(years) == 1 else None,
        frozenset({fold(said.place.value)} if taken and said.place else ()),
        articles(words),
        frozenset({day} if day else ()),
    )


def merged(told: Iterable[Facts]) -> Facts:
    """All that was told of one person; of two years of birth that differ, none."""
    given = list(told)
    born = {one.born.edtf: one.born for one in given if one.born is not None}
    return Facts(
        next(iter(born.values())) if len(born) == 1 else None,
        frozenset().union(*(one.places for one in given)),
        frozenset().union(*(one.articles for one in given)),
        frozenset().union(*(one.detained for one in given)),
    )


def _year(year: int) -> When:
    return When(date(year, 1, 1), date(year, 12, 31))
