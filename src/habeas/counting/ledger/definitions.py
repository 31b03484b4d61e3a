"""By whose rule a statement counts. Statements under different definitions never share a balance.

A definition gathers the texts under which its numbers are printed; the list is data
(`counting.definitions`). A text not in the list is a definition of its own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from habeas.counting.definitions import rules
from habeas.counting.ledger.statements import Statement
from habeas.errors import MistakeError


@dataclass(frozen=True, slots=True)
class CountedBy:
    """One definition: its id, the name shown, whose it is, and the texts it is printed under."""

    id: str
    name: str
    recogniser: str
    texts: tuple[str, ...]


@cache
def known() -> tuple[CountedBy, ...]:
    """The definitions whose printed texts we know, or whose recogniser reports name."""
    return tuple(
        CountedBy(one.id, one.name, one.recogniser, (one.id, *one.texts))
        for one in rules()
        if one.texts or one.aliases
    )


def definition_of(statement: Statement) -> CountedBy:
    """The definition a statement counts by."""
    for one in known():
        if statement.definition in one.texts:
            return one
    text = statement.definition
    return CountedBy(text, text or "no definition given", statement.claimant, (text,))


def chosen(statements: Sequence[Statement], name: str | None) -> CountedBy:
    """The definition called `name` (its id, name or text); None: the one most statements count by.

    Raises:
        MistakeError: no statement counts by a definition of that name.
    """
    tally = Counter(definition_of(one) for one in statements)
    if name is None:
        order = sorted(tally.items(), key=lambda pair: (-pair[1], pair[0].id))
        return order[0][0] if order else CountedBy("", "no definition given", "", ("",))
    for one in tally:
        if name.casefold() in (
            one.id.casefold(),
            one.name.casefold(),
            *map(str.casefold, one.texts),
        ):
            return one
    there = "; ".join(f"“{one.id}” ({count})" for one, count in tally.most_common(6))
    raise MistakeError(
        f"No number here counts by the definition “{name}”; those there are: {there}.",
        code="definition-unknown",
    )
