"""Which review is in force, and what follows from it in the tables.

Laws: of a claim's reviews the latest by sequence that was not withdrawn is in force. Only a claim
whose review in force accepts or amends it is in `counted`; while an amending review is in force, the
claim's mentions are those of the review's draft.
"""

from collections.abc import Collection

from sqlalchemy import bindparam, insert, select, update

from habeas.register.drafts import Drafts
from habeas.register.force import in_force
from habeas.register.lots import rows_where
from habeas.register.mentioning import add_mentions, remove_mentions
from habeas.register.schema import claim, counted, review
from habeas.register.store import Line, Query, Store
from habeas.terms.review import COUNTED, Decision


def decide(store: Store, claims: Collection[str], drafts: Drafts) -> None:
    """Count the claims that are to be counted (none of them is now), and state what holds of each."""
    rows = rows_where(store, _deciding(), claim.c.id, claims)
    store.run(
        insert(counted),
        [
            {"claim": row.id, "review": row.review, "sequence": row.reviewed}
            for row in rows
            if row.decision in COUNTED
        ],
    )
    stated = {row.id: _stating(row) for row in rows if row.stated != _stating(row)}
    remove_mentions(store, stated)
    changed = update(claim).where(claim.c.id == bindparam("which"))
    store.run(
        changed.values(stated=bindparam("by")),
        [{"which": name, "by": sequence} for name, sequence in stated.items()],
    )
    add_mentions(store, stated, drafts)


def _deciding() -> Query:
    return select(
        claim.c.id,
        claim.c.sequence,
        claim.c.stated,
        review.c.id.label("review"),
        review.c.sequence.label("reviewed"),
        review.c.decision,
    ).outerjoin_from(claim, review, in_force())


def _stating(row: Line) -> int:
    """Sequence of the entry whose draft holds."""
    return int(row.reviewed if row.decision == Decision.AMENDED else row.sequence)
