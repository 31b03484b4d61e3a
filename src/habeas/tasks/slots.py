"""The ways to open a register: listed, added, changed, removed. The key itself is for `rotate`.

Laws: the last way in, and the last recovery code, cannot be removed; a new way was tried before the old
one goes; of two changes at once the second is refused.
"""

import secrets
import tempfile
from collections.abc import Sequence
from pathlib import Path

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.cost import Cost, fitted
from habeas.protecting.slots import (
    Passphrase,
    Recipient,
    RecoveryCode,
    Secret,
    Slot,
    Slots,
    Way,
    new_slot,
    number_of,
    sealed,
)
from habeas.protecting.slots import opened as key_of
from habeas.protecting.slots_file import (
    MOST_SLOTS,
)
from habeas.register.copying import SUFFIX
from habeas.register.register import Register
from habeas.tasks.new import check_words, seconds_of
from habeas.tasks.opening import opened, slots_of
from habeas.tasks.verify import Verified, verify


def listed(folder: Path) -> tuple[Slot, ...]:
    """The ways to open the register, in the order of their numbers, from 1."""
    return slots_of(folder).slots


def add(folder: Path, secret: Secret, way: Way, *, cost: Cost | None = None) -> int:
    """Let the register be opened by `way`, too; the number of the new slot, from 1.

    Raises:
        MistakeError: the way is a passphrase that protects nothing, or there are too many.
        RegisterError: `secret` opens nothing, or the file cannot be written.
    """
    slots = slots_of(folder)
    key = key_of(slots, secret)
    if len(slots.slots) >= MOST_SLOTS:
        raise MistakeError(
            f"A register has at most {MOST_SLOTS} ways to open; remove one first.",
            code="slots-full",
        )
    made = made_slot(slots.register, key, way, cost)
    _write(folder, (slots, sealed(slots.register, (*slots.slots, made), key)), key, way)
    return len(slots.slots) + 1


def change(folder: Path, secret: Secret, way: Way, *, cost: Cost | None = None) -> int:
    """Put `way` in place of the slot that `secret` opens; its number, from 1.

    Raises:
        MistakeError: a recovery code would give way to something else, and none be left.
        RegisterError: `secret` opens nothing, or the file cannot be written.
    """
    slots = slots_of(folder)
    key = key_of(slots, secret)
    number = number_of(slots, secret) or 0
    kept = list(slots.slots)
    kept[number] = made_slot(slots.register, key, way, cost)
    check_left(kept)
    _write(folder, (slots, sealed(slots.register, tuple(kept), key)), key, way)
    return number + 1


def remove(folder: Path, secret: Secret, number: int) -> None:
    """Let the register no longer be opened by the way with that number, from 1.

    Raises:
        MistakeError: there is no such number, it is the last way in, or the last recovery code.
        RegisterError: `secret` opens nothing, or the file cannot be written.
    """
    slots = slots_of(folder)
    key = key_of(slots, secret)
    if not 1 <= number <= len(slots.slots):
        raise MistakeError(
            f"There is no way number {number}; `habeas slots list` shows them.",
            code="slot-unknown",
        )
    kept = [*slots.slots[: number - 1], *slots.slots[number:]]
    check_left(kept)
    _put(folder, (slots, sealed(slots.register, tuple(kept), key)), key)


def drill(folder: Path, code: RecoveryCode) -> Verified:
    """Open a copy of the register with the recovery code, and check every law; nothing is left of it.

    Raises:
        RegisterError: the code does not open it, or there is no room for a copy.
    """
    with tempfile.TemporaryDirectory(prefix="habeas-", ignore_cleanup_errors=True) as place:
        copy = Path(place) / f"drill{SUFFIX}"
        with opened(folder, code) as register:
            register.backup(copy)
        with opened(copy, code) as restored:
            return verify(restored, of_copy=True)


def made_slot(register: str, key: bytes, way: Way, cost: Cost | None = None) -> Slot:
    """A new slot that opens the register's key by `way`; `cost` None: about a second for a guess.

    Raises:
        MistakeError: the way is a passphrase that protects nothing.
    """
    if isinstance(way, Passphrase):
        check_words(way.words)
        cost = cost or fitted(seconds_of)
    any_cost = cost or Cost(64, 1, 1)
    return new_slot(register, key, way, cost=any_cost, entropy=secrets.token_bytes)


def _write(folder: Path, change: tuple[Slots, Slots], key: bytes, way: Way) -> None:
    """Write the second slots in place of the first, once the new way was tried on them."""
    if not isinstance(way, Recipient) and key_of(change[1], way) != key:
        raise IntegrityError(
            "The new way does not open the register; nothing was changed.", code="slot-not-opened"
        )
    _put(folder, change, key)


def _put(folder: Path, change: tuple[Slots, Slots], key: bytes) -> None:
    before, after = change
    with Register(folder, key, secrets.token_bytes) as register:
        register.put_slots(after, instead_of=before)


def check_left(slots: Sequence[Slot]) -> None:
    """Refuse slots among which there is no recovery code, or nothing else.

    Raises:
        MistakeError: so it is.
    """
    if not any(slot.kind == RecoveryCode.kind for slot in slots):
        raise MistakeError(
            "A register needs a recovery code; add another one first.", code="recovery-missing"
        )
    if all(slot.kind == RecoveryCode.kind for slot in slots):
        raise MistakeError(
            "Besides the recovery code there must be another way in; add one first.",
            code="slot-last",
        )
