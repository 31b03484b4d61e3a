"""The key of a register made anew, or taken over from another copy of it.

Laws: a new key is in use only once a copy under it was opened and found to be the register; what other
programs write meanwhile is in it, or refused there (`register.swapping`); stopped at any moment, the
register opens under one of the two keys and lacks nothing. A copy on another laptop takes over a new key
without losing what was written there.
"""

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.keys import new_key
from habeas.protecting.slots import Secret, Slots, Way, sealed
from habeas.protecting.slots import opened as key_of
from habeas.protecting.slots_file import read_slots, slots_in
from habeas.register.copying import new_folder
from habeas.register.register import Register
from habeas.register.swapping import names_beside, overtaken, swap
from habeas.tasks.heads import memory, remembering
from habeas.tasks.opening import opened
from habeas.tasks.slots import check_left, made_slot


def rotate(folder: Path, secret: Secret, ways: Sequence[Way], *, heads: Path | None = None) -> Path:
    """Encrypt the register with a new key, opened by `ways` alone; where the old one lies.

    Raises:
        MistakeError: there is no recovery code among the ways.
        RegisterError: `secret` opens nothing, or there is no room for a copy.
        IntegrityError: the copy under the new key is not the register; nothing was changed.
    """
    key = new_key(secrets.token_bytes)

    def slots(register: Register) -> Slots:
        made = [made_slot(register.id, key, way) for way in ways]
        check_left(made)
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
    pair = names_beside(folder)
    with opened(folder, secret, heads=heads) as register, new_folder(pair[0]) as place:
        slots = slots_for(register)
        old_key, state = register.key, register.state()
        register.copy_under(place, key)
        with Register(place, key, secrets.token_bytes) as twin:
            twin.put_slots(slots)
            _compare(register, twin, state)
            if heads is not None and remembering(twin):
                memory(heads, twin).keep(twin)
    swap(folder, pair, lambda old: _is_at(old, old_key, state))
    return pair[1]


def _compare(register: Register, twin: Register, state: bytes) -> None:
    """Refuse a twin that is not the register, or no longer, since it left that state."""
    found = next(twin.issues(), None)
    same = (twin.head(), twin.digest()) == (register.head(), register.digest())
    if register.state() != state:
        raise overtaken(register.folder)
    if found is not None or not same:
        raise IntegrityError(
            "The copy under the new key is not the register; nothing was changed. Run `habeas verify`.",
            code="copy-differs",
        )


def _is_at(folder: Path, key: bytes, state: bytes) -> bool:
    with Register(folder, key, secrets.token_bytes) as register:
        return register.is_at(state)
