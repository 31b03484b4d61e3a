"""`Sealed`: what a register holds of protected identities, which needs no key of theirs; and their laws.

Decides who is a reader now: whoever was named as one, while the latest entry about them says so still.
"""

from collections.abc import Iterator
from typing import cast

from sqlalchemy import select

from habeas.errors import MistakeError
from habeas.protecting.age import check_recipient
from habeas.protecting.sealing import looks_wrapped
from habeas.register.finding import contents
from habeas.register.proving import Proving
from habeas.register.schema import key_copy, protected, reader, sealing
from habeas.register.store import Store
from habeas.terms.count import Issue
from habeas.terms.ids import CaseId, SealingId
from habeas.terms.protected import Case, KeyCopy, Reader, Sealing


class Sealed(Proving):
    """A store that is asked about protected cases."""

    def cases(self) -> list[Case]:
        """All protected cases, in the order in which they were opened."""
        return cast(list[Case], contents(self._store, select(protected.c.sequence)))

    def case(self, name: CaseId) -> Case:
        """The protected case with that id.

        Raises:
            MistakeError: there is none.
        """
        query = select(protected.c.sequence).where(protected.c.id == name)
        for one in cast(list[Case], contents(self._store, query)):
            return one
        raise MistakeError(
            f"There is no protected case {name[:80]}; `habeas protect list` shows them.",
            code="case-unknown",
        )

    def readers(self, case: CaseId | None = None) -> list[Reader]:
        """The last word about each reader of a case, or of every case; also of who was removed."""
        query = select(reader.c.sequence)
        if case is not None:
            query = query.where(reader.c.protected == case)
        latest: dict[tuple[str, str], Reader] = {}
        for one in cast(list[Reader], contents(self._store, query)):
            latest[one.case, one.recipient] = one
        return list(latest.values())

    def sealings(self, case: CaseId | None = None) -> list[Sealing]:
        """The sealed fields of a case, or of every case, in the order of the log."""
        query = select(sealing.c.sequence)
        if case is not None:
            query = query.where(sealing.c.protected == case)
        return cast(list[Sealing], contents(self._store, query))

    def key_copies(
        self, recipient: str, case: CaseId | None = None
    ) -> dict[SealingId, list[KeyCopy]]:
        """The keys given to a recipient, by the sealed field; of a case, or of every case."""
        query = select(key_copy.c.sequence).where(key_copy.c.recipient == recipient)
        if case is not None:
            own = select(sealing.c.id).where(sealing.c.protected == case)
            query = query.where(key_copy.c.sealing.in_(own))
        found: dict[SealingId, list[KeyCopy]] = {}
        for one in cast(list[KeyCopy], contents(self._store, query)):
            found.setdefault(one.sealing, []).append(one)
        return found


def protected_issues(store: Store) -> Iterator[Issue]:
    """What of the protected identities cannot be right, as far as can be told without any key."""
    named: set[tuple[str, str]] = set()
    for one in cast(list[Reader], contents(store, select(reader.c.sequence))):
        named.add((one.case, one.recipient))
        if not _is_recipient(one.recipient):
            yield _issue(one.id, "names a reader by what is no age recipient")
    case_of = {
        row.id: row.protected for row in store.rows(select(sealing.c.id, sealing.c.protected))
    }
    for given in cast(list[KeyCopy], contents(store, select(key_copy.c.sequence))):
        if not looks_wrapped(given.wrapped):
            yield _issue(given.id, "gives a key that has not the form of one")
        if (case_of.get(given.sealing, ""), given.recipient) not in named:
            yield _issue(given.id, "gives a key to somebody who was never named as a reader")


def _is_recipient(text: str) -> bool:
    try:
        check_recipient(text)
    except MistakeError:
        return False
    return True


def _issue(name: str, words: str) -> Issue:
    return Issue(
        "protection-broken", f"Entry {name} of a protected case {words}; restore a backup."
    )
