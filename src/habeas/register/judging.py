"""What verdicts join and part, read without their judges and reasons.

Decides nothing: who is one person is for `resolving`. Law: `ends` tells of the same verdicts as
`Answers.verdicts`, in their order.
"""

import json
from dataclasses import dataclass

from sqlalchemy import select

from habeas.errors import IntegrityError
from habeas.register.force import standing
from habeas.register.kept import log
from habeas.register.schema import verdict
from habeas.register.store import Store
from habeas.terms.ids import MentionId
from habeas.terms.person import Judgement


@dataclass(frozen=True, slots=True)
class Ends:
    """A verdict: its entry, the two mentions, and what it says of them."""

    sequence: int
    left: MentionId
    right: MentionId
    judgement: Judgement


def ends(store: Store) -> list[Ends]:
    """The ends of all verdicts in force, in the order of the log.

    Raises:
        IntegrityError: one of them cannot be read.
    """
    query = (
        select(log.c.sequence, log.c.body)
        .join(verdict, verdict.c.sequence == log.c.sequence)
        .where(standing(verdict))
        .order_by(log.c.sequence)
    )
    return [_ends(row.sequence, row.body) for row in store.rows(query)]


def _ends(sequence: int, body: bytes) -> Ends:
    try:
        told: dict[str, str] = json.loads(body)
        left, right = MentionId(told["left"]), MentionId(told["right"])
        return Ends(sequence, left, right, Judgement(told["judgement"]))
    except (ValueError, KeyError, TypeError) as wrong:
        raise IntegrityError(
            f"Entry {sequence} of the log is no verdict that can be read ({wrong}); "
            "run `habeas verify`, and restore a backup.",
            code="entry-unreadable",
        ) from None
