"""Opening a register: its folder, and a secret that fits one of its slots."""

import secrets
from pathlib import Path

from habeas.protecting.slots import Secret, check_seal
from habeas.protecting.slots import opened as key_of
from habeas.protecting.slots_file import read_slots
from habeas.register.copying import SUFFIX
from habeas.register.register import Register
from habeas.tasks.heads import Memory, accept, check, memory, remembering, settle


def folder_of(name: str) -> Path:
    """The folder that is meant by a name with or without `.habeas` at its end."""
    place = Path(name)
    return place if place.suffix == SUFFIX else place.with_name(place.name + SUFFIX)


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
    slots = read_slots(folder)
    key = key_of(slots, secret)
    register = Register(folder, key, secrets.token_bytes)
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
