"""`Writing`: how contents come into a register, and how they leave it.

Decides that each way is one transaction: all of it, durable when it returns, or nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import select

from habeas.errors import MistakeError, RegisterError
from habeas.protecting.bundle import Bundle
from habeas.protecting.checkpoint import Checkpoint
from habeas.protecting.device import Device
from habeas.register.answers import Answers
from habeas.register.chaining import check_last
from habeas.register.contents import keep
from habeas.register.deriving import derive
from habeas.register.devices import current, device_with, enrolled, use
from habeas.register.feeds import feeds_of
from habeas.register.gate import Gate, check_unread
from habeas.register.merging import Hand, Merged, bundled, merge
from habeas.register.redacting import Doomed, Order, doomed, erase, redactions
from habeas.register.schema import redacted
from habeas.register.store import Store
from habeas.register.upkeep import scour
from habeas.register.written import Entropy, append, head
from habeas.terms.canonical import body
from habeas.terms.entry import Content

_LAST_INSTANT = 2**63 - 1


class Writing(Answers):
    """A store that is asked and written to, by one device."""

    def __init__(self, store: Store, device: Device, entropy: Entropy) -> None:
        """Take over an open store, to write as `device`."""
        super().__init__(store)
        self._device = device
        self._entropy = entropy

    @property
    def device(self) -> str:
        """The id of the device that writes here."""
        return self._device.id

    def signing(self) -> Device:
        """The device that writes here, with its key."""
        return self._device

    def write_as(self, device: str | None) -> None:
        """Write as that device from now on; as a new one, where it is None or may not sign here.

        It may not where its key is not here, or its log went on in several ways.
        """
        lost = device is None or len(feeds_of(self._store, device)) > 1
        found = None if lost or device is None else device_with(self._store, device)
        if found is None:
            self._device = enrolled(self._store, self._entropy)
        elif found != self._device:
            with self._store.writing():
                use(self._store, found)
            self._device = found

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
            check_unread(self._store, given)
            keep(self._store, blobs or {})
            bodies = Gate(self._store, given, blobs or {}).bodies()
            entries = append(self._store, bodies, device=self._device, at=at, entropy=self._entropy)
            derive(self._store, entries)
            return head(self._store)[0]

    @contextmanager
    def bundling(self, known: Iterable[Checkpoint] = ()) -> Iterator[Bundle]:
        """Entries for another copy of this register: all beyond those `known` there.

        They, and their documents, are read from the register one by one, inside, and in their order.
        """
        with self._store.reading():
            yield bundled(self._store, known)

    def merge(self, bundle: Bundle, *, at: int, new_id: Callable[[str], str]) -> Merged:
        """Take in the entries of another copy of this register: all of them, or none.

        Where entries of the device that writes here come from elsewhere, it goes on as a new one.

        Raises:
            MistakeError: entries are lacking in between.
            IntegrityError: the bundle does not hold together.
        """
        with self._store.writing():
            check_last(self._store)
            hand = Hand(self._device, at, self._entropy, new_id)
            merged = merge(self._store, bundle, hand)
        if merged.renamed:
            self._device = current(self._store) or self._device
        self.scour()
        return merged

    def scour(self) -> bool:
        """Write the file anew, where anything was redacted, so that nothing of it is left.

        False: another program reads, so that the journal is emptied when that one closes.

        Raises:
            RegisterError: it cannot be written anew now; what was done before is written.
        """
        if not self._store.rows(select(redacted.c.entry).limit(1)):
            return True
        try:
            return scour(self._store)
        except RegisterError as error:
            raise RegisterError(
                "This step is written. But the file could not be written anew afterwards, so that its"
                " free pages or its journal may still hold what was redacted:"
                f" {error.sentence} Then run `habeas rebuild`, which writes it anew.",
                code="not-scoured",
            ) from None

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
        return self.scour()

    @contextmanager
    def as_if_redacted(self, order: Order, *, at: int) -> Iterator[None]:
        """Inside, the register answers as it would after the redaction; at the end nothing changed."""
        with self._store.trying():
            self._redact(order, at)
            yield

    @contextmanager
    def as_if_put(self, contents: Iterable[Content], *, at: int) -> Iterator[None]:
        """Inside, the register answers as if these were put; at the end nothing changed.

        Raises:
            MistakeError: one of them may not stand in the log.
        """
        with self._store.trying():
            check_last(self._store)
            bodies = Gate(self._store, list(contents), {}).bodies()
            entries = append(self._store, bodies, device=self._device, at=at, entropy=self._entropy)
            derive(self._store, entries)
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
