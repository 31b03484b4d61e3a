"""The ways to open a register: listed, added, changed, removed; and the key itself made anew.

Laws: the last way in, and the last recovery code, cannot be removed; a new way was tried before the old
one goes; of two changes at once the second is refused; a new key is in use only once a copy under it was
opened and found to be the register. A copy on another laptop takes over a new key without losing what
was written there.
"""

import os
import secrets
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from habeas.errors import IntegrityError, MistakeError, RegisterError
from habeas.protecting.cost import Cost, fitted
from habeas.protecting.keys import new_key
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
    UNDER_NEW_KEY,
    UNDER_OLD_KEY,
    read_slots,
    slots_in,
)
from habeas.register.copying import SUFFIX, new_folder
from habeas.register.register import Register
from habeas.tasks.heads import memory, remembering
from habeas.tasks.new import check_words, seconds_of
from habeas.tasks.opening import opened
from habeas.tasks.verify import Verified, verify


def listed(folder: Path) -> tuple[Slot, ...]:
    """The ways to open the register, in the order of their numbers, from 1."""
    return read_slots(folder).slots


def add(folder: Path, secret: Secret, way: Way, *, cost: Cost | None = None) -> int:
    """Let the register be opened by `way`, too; the number of the new slot, from 1.

    Raises:
        MistakeError: the way is a passphrase that protects nothing, or there are too many.
        RegisterError: `secret` opens nothing, or the file cannot be written.
    """
    slots = read_slots(folder)
    key = key_of(slots, secret)
    if len(slots.slots) >= MOST_SLOTS:
        raise MistakeError(
            f"A register has at most {MOST_SLOTS} ways to open; remove one first.",
            code="slots-full",
        )
    made = _made(slots.register, key, way, cost)
    _write(folder, (slots, sealed(slots.register, (*slots.slots, made), key)), key, way)
    return len(slots.slots) + 1


def change(folder: Path, secret: Secret, way: Way, *, cost: Cost | None = None) -> int:
    """Put `way` in place of the slot that `secret` opens; its number, from 1.

    Raises:
        MistakeError: a recovery code would give way to something else, and none be left.
        RegisterError: `secret` opens nothing, or the file cannot be written.
    """
    slots = read_slots(folder)
    key = key_of(slots, secret)
    number = number_of(slots, secret) or 0
    kept = list(slots.slots)
    kept[number] = _made(slots.register, key, way, cost)
    _check_left(kept)
    _write(folder, (slots, sealed(slots.register, tuple(kept), key)), key, way)
    return number + 1


def remove(folder: Path, secret: Secret, number: int) -> None:
    """Let the register no longer be opened by the way with that number, from 1.

    Raises:
        MistakeError: there is no such number, it is the last way in, or the last recovery code.
        RegisterError: `secret` opens nothing, or the file cannot be written.
    """
    slots = read_slots(folder)
    key = key_of(slots, secret)
    if not 1 <= number <= len(slots.slots):
        raise MistakeError(
            f"There is no way number {number}; `habeas slots list` shows them.",
            code="slot-unknown",
        )
    kept = [*slots.slots[: number - 1], *slots.slots[number:]]
    _check_left(kept)
    _put(folder, (slots, sealed(slots.register, tuple(kept), key)), key)


def rotate(folder: Path, secret: Secret, ways: Sequence[Way], *, heads: Path | None = None) -> Path:
    """Encrypt the register with a new key, opened by `ways` alone; where the old one lies.

    Raises:
        MistakeError: there is no recovery code among the ways.
        RegisterError: `secret` opens nothing, or there is no room for a copy.
        IntegrityError: the copy under the new key is not the register; nothing was changed.
    """
    key = new_key(secrets.token_bytes)

    def slots(register: Register) -> Slots:
        made = [_made(register.id, key, way, None) for way in ways]
        _check_left(made)
        return sealed(register.id, tuple(made), key)

    return _under(folder, secret, (key, slots), heads)


def adopt(
    folder: Path, secret: Secret, given: Path, way: Secret, *, heads: Path | None = None
) -> Path:
    """Encrypt the register with the key that another copy of it was given; where the old one lies.

    Nothing that was written here meanwhile is lost, and bundles go to and fro again.

    Args:
        folder: This copy of the register.
        secret: Opens it as it is.
        given: The slots.json of the other copy, or the folder that has it.
        way: Opens the other copy.
        heads: Where this computer remembers what it saw.

    Raises:
        MistakeError: this copy has that key already, or the slots are another register's.
        RegisterError: a secret opens nothing, or there is no room for a copy.
        IntegrityError: the copy under the new key is not the register; nothing was changed.
    """
    slots = read_slots(given) if given.is_dir() else slots_in(given)
    key = key_of(slots, way)

    def checked(register: Register) -> Slots:
        if register.id != slots.register:
            raise MistakeError(
                f"{given} belongs to another register; nothing was changed.",
                code="slots-of-another",
            )
        if register.key == key:
            raise MistakeError(
                "This copy of the register has that key already; nothing was changed.",
                code="key-same",
            )
        return slots

    return _under(folder, secret, (key, checked), heads)


def _under(
    folder: Path,
    secret: Secret,
    new: tuple[bytes, Callable[[Register], Slots]],
    heads: Path | None,
) -> Path:
    """Put a copy under a new key, with new slots, in the register's place; where the old one lies."""
    key, slots_for = new
    old = _free(folder)
    building = _free(folder, UNDER_NEW_KEY)
    with opened(folder, secret, heads=heads) as register, new_folder(building) as place:
        slots = slots_for(register)
        register.copy_under(place, key)
        with Register(place, key, secrets.token_bytes) as twin:
            twin.put_slots(slots)
            found = next(twin.issues(), None)
            same = (twin.head(), twin.digest()) == (register.head(), register.digest())
            if found is not None or not same:
                raise IntegrityError(
                    "The copy under the new key is not the register; nothing was changed. Run"
                    " `habeas verify`.",
                    code="copy-differs",
                )
            if heads is not None and remembering(twin):
                memory(heads, twin).keep(twin)
    _swap(folder, building, old)
    return old


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


def _made(register: str, key: bytes, way: Way, cost: Cost | None) -> Slot:
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


def _check_left(slots: Sequence[Slot]) -> None:
    if not any(slot.kind == RecoveryCode.kind for slot in slots):
        raise MistakeError(
            "A register needs a recovery code; add another one first.", code="recovery-missing"
        )
    if all(slot.kind == RecoveryCode.kind for slot in slots):
        raise MistakeError(
            "Besides the recovery code there must be another way in; add one first.",
            code="slot-last",
        )


def _free(folder: Path, what: str = UNDER_OLD_KEY) -> Path:
    """A name beside the folder that is not taken."""
    place, number = folder.with_name(f"{folder.stem}-{what}{SUFFIX}"), 1
    while os.path.lexists(place):
        number += 1
        place = folder.with_name(f"{folder.stem}-{what}-{number}{SUFFIX}")
    return place


def _swap(folder: Path, new: Path, old: Path) -> None:
    try:
        folder.rename(old)
        new.rename(folder)
    except OSError as error:
        raise RegisterError(
            f"The register could not be put in place ({error.strerror}): under the new key it is"
            f" {new}, under the old one {old if old.exists() else folder}. Rename them yourself.",
            code="rotation-not-swapped",
        ) from None
