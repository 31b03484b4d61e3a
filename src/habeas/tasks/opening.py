"""Opening a register: its folder, and a secret that fits one of its slots."""

import secrets
from pathlib import Path

from habeas.errors import MistakeError
from habeas.protecting.slots import Secret, Slots, check_seal
from habeas.protecting.slots import opened as key_of
from habeas.protecting.slots_file import read_slots
from habeas.register.copying import SUFFIX
from habeas.register.register import Register
from habeas.register.swapping import put_back
from habeas.tasks.heads import Memory, accept, check, memory, remembering, settle


def folder_of(name: str) -> Path:
    """The folder that is meant by a name with or without `.habeas` at its end.

    Raises:
        MistakeError: the name ends in no name of a folder, as "" or "..".
    """
    place = Path(name)
    if place.name in ("", ".."):
        raise MistakeError(
            f"“{name}” names no register; give the name of its folder, NAME{SUFFIX}.",
            code="register-unnamed",
        )
    return place if place.suffix == SUFFIX else place.with_name(place.name + SUFFIX)


def slots_of(folder: Path) -> Slots:
    """The ways to open the register in `folder`, which is put back if a new key left it without a name.

    Raises:
        RegisterError: there is none, or it cannot be read.
        IntegrityError: the file is not what Habeas writes.
    """
    put_back(folder)
    return read_slots(folder)


def opened(
    folder: Path, secret: Secret, *, heads: Path | None = None, accepting: bool = False
) -> Register:
    """The register in `folder`, open; its caller closes it.

    Args:
        folder: The register's folder.
        secret: One that fits a slot.
        heads: The folder in which this computer remembers what it saw; None: nothing is compared.
        accepting: Go on from the register as it is, also if it lacks what was seen.

    Raises:
        RegisterError: there is none, the secret does not fit, or it cannot be written.
        IntegrityError: it is damaged, older than what was seen, or its slots were changed.
    """
    unfinished = put_back(folder)
    slots = read_slots(folder)
    key = key_of(slots, secret)
    register = Register(folder, key, secrets.token_bytes)
    register.unfinished = unfinished
    try:
        check_seal(slots, key, register.id)
        if heads is not None and remembering(register):
            _compare(register, memory(heads, register), accepting=accepting)
    except BaseException:
        register.close()
        raise
    return register


def _compare(register: Register, memory: Memory, *, accepting: bool) -> None:
    """Refuse a register that lacks what was seen; remember it now, and when it is closed."""
    if accepting:
        accept(register, memory)
    else:
        check(register, memory.seen())
        settle(register, memory)
    register.at_closing(lambda: memory.keep(register))
