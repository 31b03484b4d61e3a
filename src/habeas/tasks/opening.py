"""Opening a register: its folder, and a secret that fits one of its slots."""

import secrets
from pathlib import Path

from habeas.protecting.slots import Secret, check_seal
from habeas.protecting.slots import opened as key_of
from habeas.protecting.slots_file import read_slots
from habeas.register.copying import SUFFIX
from habeas.register.register import Register


def folder_of(name: str) -> Path:
    """The folder that is meant by a name with or without `.habeas` at its end."""
    place = Path(name)
    return place if place.suffix == SUFFIX else place.with_name(place.name + SUFFIX)


def opened(folder: Path, secret: Secret) -> Register:
    """The register in `folder`, open; its caller closes it.

    Raises:
        RegisterError: there is none, the secret does not fit, or it cannot be written.
        IntegrityError: it is damaged, or its slots were changed.
    """
    slots = read_slots(folder)
    key = key_of(slots, secret)
    register = Register(folder, key, secrets.token_bytes)
    try:
        check_seal(slots, key, register.id)
    except BaseException:
        register.close()
        raise
    return register
