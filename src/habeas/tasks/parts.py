"""An answer split by a field: how many are sure and possible in each group, and who.

Decides the order: the largest group first, `unknown` last. The groups add up to the whole.
"""

from collections import defaultdict
from dataclasses import dataclass

from habeas.counting.parts import UNKNOWN, check, group_of
from habeas.tasks.answer import Answer
from habeas.terms.ids import PersonId
from habeas.terms.plain import Plain


@dataclass(frozen=True, slots=True)
class Part:
    """One group: its name, and who is surely and possibly in it (a person once per unit)."""

    name: str
    sure: tuple[PersonId, ...]
    possible: tuple[PersonId, ...]


def parts(answer: Answer, field: str) -> list[Part]:
    """The groups of an answer.

    Raises:
        MistakeError: nothing can be split by that field.
    """
    check(field)
    group = {
        person: group_of(
            field,
            (answer.claims[claim] for claim in answer.claims_of[person]),
            answer.question.on,
        )
        for person in answer.people
    }
    sure: dict[str, list[PersonId]] = defaultdict(list)
    possible: dict[str, list[PersonId]] = defaultdict(list)
    for person in answer.count.sure:
        sure[group[person]].append(person)
    for person in answer.count.possible:
        possible[group[person]].append(person)
    found = [Part(name, tuple(sure[name]), tuple(possible[name])) for name in {*sure, *possible}]
    return sorted(
        found,
        key=lambda one: (one.name == UNKNOWN, -len(one.sure), -len(one.possible), one.name),
    )


def plain_parts(answer: Answer, field: str) -> Plain:
    """The groups under `by` and `groups`, to stand beside an answer's keys."""
    return {
        "by": field,
        "groups": [
            {
                "group": one.name,
                "low": len(one.sure),
                "high": len(one.sure) + len(one.possible),
                "sure": list(one.sure),
                "possible": list(one.possible),
            }
            for one in parts(answer, field)
        ],
    }
