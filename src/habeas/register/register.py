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
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import insert

from habeas.errors import HabeasError, IntegrityError, MistakeError
from habeas.protecting.device import Device
from habeas.protecting.slots import check_seal
from habeas.protecting.slots_file import FILE as SLOTS
from habeas.protecting.slots_file import read_slots
from habeas.register import auditing, finding
from habeas.register.answers import Answers
from habeas.register.chaining import check_last
from habeas.register.contents import keep
from habeas.register.copying import copy_slots, name_before, new_folder
from habeas.register.deriving import derive
from habeas.register.devices import device_with, enrol, use
from habeas.register.gate import Gate
from habeas.register.migrations import STEPS, ids, migrate, steps_done
from habeas.register.rebuilding import rebuild
from habeas.register.redacting import Doomed, Order, doomed, erase, redactions
from habeas.register.reviewed import Checked, Rebuilt
from habeas.register.schema import about
from habeas.register.sqlcipher import FILE, PATIENCE, copy, give_key, make_file, open_file, scour
from habeas.register.written import Entropy, append, head
from habeas.terms.canonical import body
from habeas.terms.count import Issue
from habeas.terms.entry import Content

_LAST_INSTANT = 2**63 - 1


class Register(Answers):
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
        super().__init__(open_file(folder / FILE, key, patience=patience))
        self.folder = folder
        self.kept: Path | None = None
        """Where the register as it was lies, if opening it brought its tables up to date."""
        self.key = key
        self._entropy = entropy
        self._last: Callable[[], None] | None = None
        try:
            self._bring_up_to_date()
            self.id, device = ids(self._store)
            self._device = device_with(self._store, device) or self._enrolled()
        except BaseException:
            self._store.close()
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
        """Give the file back. The register cannot be used any more."""
        last, self._last = self._last, None
        try:
            if last is not None:
                last()
        finally:
            self._store.close()

    def at_closing(self, step: Callable[[], None]) -> None:
        """Have a last step taken when the register is closed, while it still answers."""
        self._last = step

    def put(
        self, contents: Iterable[Content], *, at: int, blobs: Mapping[str, bytes] | None = None
    ) -> int:
        """Take contents into the log, in their order: all of them, or none.

        Args:
            contents: What the entries say; a content may refer to those before it.
            at: The instant, in µs since 1970 UTC. It replaces any `recorded_at` of the contents.
            blobs: Bytes by their SHA-256 (hex): the original and the text of each report.

        Returns:
            The sequence of the log's last entry, on disk for good.

        Raises:
            MistakeError: a content may not stand in the log; the sentence says which and why.
            RegisterError: the disk is full, read-only, or another program does not stop writing.
            IntegrityError: the last entry is not as it was written.
        """
        if not 0 <= at <= _LAST_INSTANT:
            raise MistakeError(f"{at} is no instant in µs since 1970.", code="instant-unfit")
        given = list(contents)
        with self._store.writing():
            check_last(self._store)
            keep(self._store, blobs or {})
            bodies = Gate(self._store, given, blobs or {}).bodies()
            entries = append(self._store, bodies, device=self._device, at=at, entropy=self._entropy)
            derive(self._store, entries)
            return head(self._store)[0]

    def doomed(self, order: Order) -> Doomed:
        """What goes with a report, claim, review or verdict that is redacted.

        Raises:
            MistakeError: there is none of that id.
        """
        return doomed(self._store, order)

    def redact(self, order: Order, *, at: int) -> bool:
        """Delete bodies for good, and record who did so; whether the journal could be emptied, too.

        Where it could not, since another program reads, it is emptied when that one closes.

        Raises:
            MistakeError: there is nothing of that id.
            RegisterError: the disk is full, or another program does not stop writing.
        """
        with self._store.writing():
            self._redact(order, at)
        return scour(self._store)

    @contextmanager
    def as_if_redacted(self, order: Order, *, at: int) -> Iterator[None]:
        """Inside, the register answers as it would after the redaction; at the end nothing changed."""
        with self._store.trying():
            self._redact(order, at)
            yield

    def _redact(self, order: Order, at: int) -> None:
        check_last(self._store)
        gone = doomed(self._store, order)
        anew = Gate(self._store, gone.anew, {}).bodies()
        marks = [(one, body(one)) for one in redactions(self._store, gone, order)]
        for bodies in (anew, marks):
            entries = append(self._store, bodies, device=self._device, at=at, entropy=self._entropy)
            derive(self._store, entries)
        erase(self._store, gone)

    @property
    def device(self) -> str:
        """The id of the device that writes here."""
        return self._device.id

    def signing(self) -> Device:
        """The device that writes here, with its key."""
        return self._device

    def write_as(self, device: str | None) -> None:
        """Write as that device from now on; as a new one, where it is None or cannot sign here."""
        found = None if device is None else device_with(self._store, device)
        if found is None:
            self._device = self._enrolled()
        elif found != self._device:
            with self._store.writing():
                use(self._store, found)
            self._device = found

    def rebuild(self) -> Rebuilt:
        """Make every derived table anew from the log, in one transaction.

        Raises:
            IntegrityError: the log is broken, or cannot be read; nothing was changed.
        """
        return rebuild(self._store)

    def issues(self) -> Iterator[Issue]:
        """What breaks a law of the register; nothing, where all is well."""
        return (issue for checked in self.audit() for issue in checked.issues)

    def audit(self) -> list[Checked]:
        """Each law of the register, with how much was looked at and what breaks it."""
        return [self._slots_checked(), *auditing.audit(self._store)]

    def _enrolled(self) -> Device:
        with self._store.writing():
            return enrol(self._store, self._entropy)

    def _bring_up_to_date(self) -> None:
        """Run the steps that are lacking; of what was there, a copy is made first."""
        done = steps_done(self._store)
        if 0 < done < len(STEPS):
            place = name_before(self.folder, len(STEPS))
            with new_folder(place) as building:
                copy_slots(self.folder, building)
                copy(self._store, building / FILE)
            self.kept = place
        migrate(self._store, done=done)

    def _slots_checked(self) -> Checked:
        """Whether slots.json, where there is one, is as it was sealed for this register."""
        if not os.path.lexists(self.folder / SLOTS):
            return Checked("slots", 0, ())
        try:
            slots = read_slots(self.folder)
            check_seal(slots, self.key, self.id)
        except HabeasError as error:
            return Checked("slots", 0, (Issue(error.code, error.sentence),))
        return Checked("slots", len(slots.slots), ())

    def backup(self, to: Path) -> None:
        """Write an encrypted copy into the new folder `to` (NAME.habeas), and check it.

        Raises:
            RegisterError: the folder is there already, or cannot be written.
            IntegrityError: the copy is not as it should be; nothing of it is left.
        """
        with new_folder(to) as building:
            copy_slots(self.folder, building)
            copy(self._store, building / FILE)
            with Register(building, self.key, self._entropy) as twin:
                self._compare(twin)

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
