"""`Proving`: what a register can prove of its log to somebody who has seen no more than its head.

Decides which proofs there are; what they are is for `protecting.proofs`.
"""

from sqlalchemy import delete, insert, select

from habeas.errors import MistakeError
from habeas.protecting.checkpoint import Checkpoint, Note, note_from
from habeas.protecting.proofs import consistency, inclusion
from habeas.register.branches import Fork, forks
from habeas.register.feeds import checkpoints, checkpoints_at, feed_with, feeds, tiles_of
from habeas.register.kept import choice, signer, witnessed
from habeas.register.store import Store


class Proving:
    """A store whose log is proved."""

    def __init__(self, store: Store) -> None:
        """Take over an open store."""
        self._store = store

    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """The state of every device's log, sorted by device."""
        with self._store.reading():
            return checkpoints(self._store)

    def checkpoints_at(self, device: str, size: int) -> tuple[Checkpoint, ...]:
        """The state of a device's log when it had `size` entries; none where it has fewer.

        More than one where it went on in several ways.
        """
        with self._store.reading():
            return checkpoints_at(self._store, device, size)

    def feed_with(self, seen: Checkpoint) -> str | None:
        """The name of a feed whose first entries are those that were seen; None where there is none."""
        with self._store.reading():
            return feed_with(self._store, seen)

    def forks(self) -> tuple[Fork, ...]:
        """The devices whose logs went on in several ways, with what stands on each side."""
        with self._store.reading():
            return forks(self._store)

    def notes(self) -> dict[str, Note]:
        """By feed, the note in which its device signed its state; none for one that never did.

        A feed is named by its device; those of one that is forked by their branches.
        """
        return {row.device: note_from(row.note) for row in feeds(self._store) if row.note}

    def public_keys(self) -> dict[str, bytes]:
        """By device, its public key, as far as known."""
        return {row.device: bytes(row.public) for row in self._store.rows(select(signer))}

    def inclusion(self, feed: str, index: int, size: int) -> list[bytes]:
        """The proof that a feed's entry `index` (from 0) is among its first `size`.

        Raises:
            MistakeError: it is not, or there are not so many.
        """
        self._need(feed, size)
        return inclusion(index, size, tiles_of(self._store, feed))

    def consistency(self, feed: str, old: int, size: int) -> list[bytes]:
        """The proof that a feed's first `size` entries go on from its first `old`.

        Raises:
            MistakeError: they do not, or there are not so many.
        """
        self._need(feed, size)
        return consistency(old, size, tiles_of(self._store, feed))

    def witnessed(self, device: str) -> Checkpoint | None:
        """The last state of a partner's log that was countersigned here."""
        for row in self._store.rows(select(witnessed).where(witnessed.c.device == device)):
            return Checkpoint(row.device, row.size, bytes(row.root))
        return None

    def keep_witnessed(self, seen: Checkpoint) -> None:
        """Keep the state of a partner's log, in place of an earlier one."""
        row = {"device": seen.device, "size": seen.size, "root": seen.root}
        with self._store.writing():
            self._store.run(delete(witnessed).where(witnessed.c.device == seen.device), [{}])
            self._store.run(insert(witnessed), [row])

    def choice(self, name: str) -> str | None:
        """What was chosen for this register, if anything was."""
        for row in self._store.rows(select(choice.c.value).where(choice.c.name == name)):
            return str(row.value)
        return None

    def choose(self, name: str, value: str | None) -> None:
        """Keep a choice for this register; None takes it back."""
        with self._store.writing():
            self._keep_choice(name, value)

    def _keep_choice(self, name: str, value: str | None) -> None:
        """Keep a choice, inside a transaction."""
        self._store.run(delete(choice).where(choice.c.name == name), [{}])
        if value is not None:
            self._store.run(insert(choice), [{"name": name, "value": value}])

    def _need(self, feed: str, size: int) -> None:
        if not any(row.device == feed and row.size >= size for row in feeds(self._store)):
            raise MistakeError(f"Device {feed} did not write {size} entries.", code="proof-outside")
