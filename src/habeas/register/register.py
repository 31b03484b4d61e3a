"""`Register`: one register, open. All that the tasks ask of the store goes through here.

Decides nothing itself: it joins the parts of this room. Laws:

1. `put` takes all of what it is given, or nothing; what it took is durable when it returns.
2. The log only grows. Every table but `log` and `content` follows from it, and `rebuild` makes the
   same tables again, bit for bit.
3. Only a claim with an accepting review in force is counted; the store itself refuses any other.
4. An answer shows one state of the register, also when it is read slowly and others write meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import insert

from habeas.errors import HabeasError, IntegrityError, RegisterError
from habeas.protecting.slots import Slots, check_seal
from habeas.protecting.slots_file import FILE as SLOTS
from habeas.protecting.slots_file import read_slots, write_slots
from habeas.register import auditing, finding
from habeas.register.copying import copy_slots, name_before, new_folder
from habeas.register.devices import device_with, enrol, enrolled
from habeas.register.kept import about
from habeas.register.migrations import STEPS, ids, migrate, steps_done
from habeas.register.rebuilding import rebuild
from habeas.register.reviewed import Checked, Rebuilt
from habeas.register.sqlcipher import FILE, PATIENCE, copy, give_key, make_file, open_file
from habeas.register.state import state
from habeas.register.store import Store
from habeas.register.writing import Writing
from habeas.register.written import Entropy
from habeas.terms.count import Issue

_SEAL = "slots"
_OLDER = Issue(
    "slots-older",
    "slots.json is an older one of this register: a way to open it that was removed or changed since"
    " opens it again. If you put it back yourself, look at `habeas slots list`, then add, change or"
    " remove a way; else make a new key with `habeas slots rotate`.",
)


class Register(Writing):
    """A register's folder, opened with its key; a context manager, which closes it at the end."""

    def __init__(
        self, folder: Path, key: bytes, entropy: Entropy, *, patience: float = PATIENCE
    ) -> None:
        """Open the register in `folder` with its 32-byte key.

        `entropy` gives so many random bytes (`secrets.token_bytes`); `patience` is how many seconds
        to wait for another program that writes.

        Raises:
            RegisterError: there is no register, the key is wrong, or it cannot be written.
            IntegrityError: it is damaged.
        """
        store = open_file(folder / FILE, key, patience=patience)
        self.folder = folder
        self.key = key
        self._last: Callable[[], None] | None = None
        self.unfinished: Path | None = None
        """Where an unfinished copy under a new key lies, if the folder was put back (`swapping`)."""
        try:
            self.kept = _brought_up_to_date(store, folder)
            """Where the register as it was lies, if opening it brought its tables up to date."""
            with _telling(self.kept):
                self.id, name = ids(store)
                device = device_with(store, name) or enrolled(store, entropy)
            super().__init__(store, device, entropy)
        except BaseException:
            store.close()
            raise

    @classmethod
    def found(cls, folder: Path, key: bytes, entropy: Entropy) -> Self:
        """Make an empty register in `folder`, which is there and has none, and open it.

        Raises:
            RegisterError: there is a register already, or it cannot be made.
        """
        store = make_file(folder / FILE, key)
        try:
            migrate(store, done=0)
            with store.writing():
                store.run(insert(about), [{"register": entropy(16).hex(), "device": ""}])
                enrol(store, entropy)
        finally:
            store.close()
        return cls(folder, key, entropy)

    def __enter__(self) -> Self:
        """The register itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Give the file back. The register cannot be used any more.

        Where another took its place meanwhile, the last step is not taken: that one is meant by it.
        """
        last, self._last = self._last, None
        try:
            if last is not None and self._store.in_place():
                last()
        finally:
            self._store.close()

    def at_closing(self, step: Callable[[], None]) -> None:
        """Have a last step taken when the register is closed, while it still answers."""
        self._last = step

    def rebuild(self) -> Rebuilt:
        """Make every derived table anew from the log, in one transaction; then `scour`.

        Raises:
            IntegrityError: the log is broken, or cannot be read; nothing was changed.
        """
        done = rebuild(self._store)
        self.scour()
        return done

    def issues(self) -> Iterator[Issue]:
        """What breaks a law of the register; nothing, where all is well."""
        return (issue for checked in self.audit() for issue in checked.issues)

    def audit(self) -> list[Checked]:
        """Each law of the register, with how much was looked at and what breaks it."""
        return [self._slots_checked(), *auditing.audit(self._store)]

    def _slots_checked(self) -> Checked:
        """Whether slots.json, where there is one, is as it was sealed for this register."""
        if not os.path.lexists(self.folder / SLOTS):
            return Checked("slots", 0, ())
        try:
            slots = read_slots(self.folder)
            check_seal(slots, self.key, self.id)
        except HabeasError as error:
            return Checked("slots", 0, (Issue(error.code, error.sentence),))
        newest = self.choice(_SEAL)
        known = newest is None or slots.seal.hex() in newest.split()
        return Checked("slots", len(slots.slots), () if known else (_OLDER,))

    def put_slots(self, slots: Slots, *, instead_of: Slots | None = None) -> None:
        """Write the ways to open this register, and keep which are the newest.

        Stopped at any moment, the file there is one that is known to be the newest. `instead_of`: what
        they were made from, which must still be there; None: whatever is there gives way.

        Raises:
            RegisterError: they cannot be written, or somebody changed them meanwhile; what was there
                before still is.
        """
        with self._store.writing():
            self._check_slots_there(instead_of)
            newest = self.choice(_SEAL) or ""
            self._keep_choice(_SEAL, f"{newest} {slots.seal.hex()}".strip())
        with self._store.writing():
            self._check_slots_there(instead_of)
            write_slots(self.folder, slots)
            self._keep_choice(_SEAL, slots.seal.hex())

    def _check_slots_there(self, known: Slots | None) -> None:
        if known is not None and read_slots(self.folder).seal != known.seal:
            raise RegisterError(
                "Somebody else changed the ways to open this register meanwhile; nothing was changed."
                " Look at `habeas slots list`, and do it again.",
                code="slots-overtaken",
            )

    def backup(self, to: Path) -> None:
        """Write an encrypted copy into the new folder `to` (NAME.habeas), and check it.

        Raises:
            RegisterError: the folder is there already, or cannot be written.
            IntegrityError: the copy is not as it should be; nothing of it is left.
        """
        self._store.check_place()
        with new_folder(to) as building:
            copy_slots(self.folder, building)
            copy(self._store, building / FILE)
            with Register(building, self.key, self._entropy) as twin:
                self._compare(twin)

    def state(self) -> bytes:
        """What changes with whatever is written here, see `state`."""
        with self._store.reading():
            return state(self._store)

    def is_at(self, known: bytes) -> bool:
        """Whether nothing was written since it was in that state; whoever is writing is waited for.

        Raises:
            RegisterError: another program does not stop writing.
        """
        with self._store.trying():
            return state(self._store) == known

    def copy_under(self, folder: Path, key: bytes) -> None:
        """Write a copy under another key into a folder that has none.

        Raises:
            RegisterError: it cannot be written.
        """
        copy(self._store, folder / FILE)
        give_key(folder / FILE, self.key, key)

    def _compare(self, twin: Register) -> None:
        sequence, last = twin.head()
        found = next(twin.issues(), None)
        if found is not None or finding.hash_at(self._store, sequence) != last:
            raise IntegrityError(
                "The copy is not as it should be"
                f" ({found.sentence if found else 'its log is another'}); nothing was kept of it."
                " Run `habeas verify`.",
                code="copy-differs",
            )


def _brought_up_to_date(store: Store, folder: Path) -> Path | None:
    """Run the steps that are lacking; where the copy lies that was made before, if there were any."""
    done, place = steps_done(store), None
    if 0 < done < len(STEPS):
        place = name_before(folder, len(STEPS))
        with new_folder(place) as building:
            copy_slots(folder, building)
            copy(store, building / FILE)
    with _telling(place):
        migrate(store, done=done)
    return place


@contextmanager
def _telling(place: Path | None) -> Iterator[None]:
    """Whatever goes wrong inside, tell where the copy lies that was made before."""
    try:
        yield
    except HabeasError as error:
        if place is None:
            raise
        raise type(error)(
            f"{error.sentence} A copy of the register as it was before its tables are brought up to"
            f" date lies in {place}: destroy it once the register opens.",
            code=error.code,
        ) from None
