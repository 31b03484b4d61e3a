"""The mentions of claims, and the folded words they are found by."""

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import bindparam, delete, insert, select

from habeas.language.folding import fold
from habeas.register.drafts import Drafts
from habeas.register.lots import rows_where
from habeas.register.schema import claim, mention, name_part, report
from habeas.register.store import Store
from habeas.terms.ids import ClaimId
from habeas.terms.person import mention_id

_WORD = re.compile(r"[^\W_]+")


def add_mentions(store: Store, stated: Mapping[str, int], drafts: Drafts) -> None:
    """Write the mentions of claims; `stated`: by claim, the sequence of the entry that states it."""
    languages = _languages(store, stated)
    stating = drafts.of(stated.values())
    names = {person.value for draft in stating.values() for person in draft.said.persons}
    folded = {name: fold(name) for name in names}
    rows: list[dict[str, object]] = []
    for name, sequence in stated.items():
        for number, person in enumerate(stating[sequence].said.persons):
            rows.append(
                {
                    "id": mention_id(ClaimId(name), number),
                    "sequence": sequence,
                    "claim": name,
                    "number": number,
                    "written": person.value,
                    "folded": folded[person.value],
                    "language": languages.get(name),
                }
            )
    store.run(insert(mention), rows)
    parts = sorted((part, str(row["id"])) for row in rows for part in words(str(row["folded"])))
    store.run(insert(name_part), [{"part": part, "mention": owner} for part, owner in parts])


def words(folded: str) -> set[str]:
    """The words of a folded spelling: runs of letters and digits, so that hyphens part them."""
    return set(_WORD.findall(folded))


def remove_mentions(store: Store, claims: Iterable[str]) -> None:
    """Delete the mentions of claims."""
    names = sorted(claims)
    owners = rows_where(store, select(mention.c.id), mention.c.claim, names)
    parts = delete(name_part).where(name_part.c.mention == bindparam("gone"))
    store.run(parts, [{"gone": row.id} for row in owners])
    gone = delete(mention).where(mention.c.claim == bindparam("gone"))
    store.run(gone, [{"gone": name} for name in names])


def _languages(store: Store, claims: Iterable[str]) -> dict[str, str | None]:
    query = select(claim.c.id, report.c.language).join_from(claim, report)
    return {row.id: row.language for row in rows_where(store, query, claim.c.id, list(claims))}
