"""Starting a register: a folder with a new key in it, and the ways to open it.

Laws: no register without a recovery code; what is there already is never touched; a start that fails
or is stopped leaves no folder of that name.
"""

import secrets
import time
from collections.abc import Sequence
from pathlib import Path

from habeas.errors import MistakeError, RegisterError
from habeas.protecting.cost import Cost, fitted, stretched
from habeas.protecting.keys import new_key
from habeas.protecting.recovery import looks_like_code, new_code
from habeas.protecting.slots import KeyFile, Passphrase, RecoveryCode, Way, new_slot, sealed
from habeas.protecting.slots_file import for_owner_alone
from habeas.register.copying import check_name, new_folder
from habeas.register.register import Register


def new_recovery_code() -> RecoveryCode:
    """A new recovery code, which opens nothing until a register is started with it."""
    return RecoveryCode(new_code(secrets.token_bytes))


def check_place(folder: Path) -> None:
    """Refuse a place where no register can be started.

    Raises:
        RegisterError: it is taken, or its name does not end in `.habeas`.
    """
    check_name(folder)


def new(folder: Path, ways: Sequence[Way], *, cost: Cost | None = None) -> None:
    """Start a register in the new folder `folder`, to be opened by each of `ways`.

    `cost` is how dear a guess at a passphrase is; None: about a second on this machine.

    Raises:
        MistakeError: there is no recovery code among the ways, or an empty passphrase.
        RegisterError: the folder is there already, or cannot be made.
    """
    _check_ways(ways)
    check_name(folder)
    chosen = cost or fitted(seconds_of)
    entropy = secrets.token_bytes
    key = new_key(entropy)
    with new_folder(folder) as place, Register.found(place, key, entropy) as register:
        name = register.id
        slots = [new_slot(name, key, way, cost=chosen, entropy=entropy) for way in ways]
        register.put_slots(sealed(name, tuple(slots), key))


def new_key_file(place: Path) -> KeyFile:
    """Write a new key file to `place`, for its owner alone; it opens nothing yet.

    Raises:
        RegisterError: there is something already, or it cannot be written.
    """
    data = new_key(secrets.token_bytes)
    try:
        with open(place, "xb", opener=for_owner_alone) as file:
            file.write(data)
    except OSError as error:
        raise RegisterError(
            f"The key file {place} cannot be written ({error.strerror}); choose another place.",
            code="keyfile-not-written",
        ) from None
    return KeyFile(data)


def seconds_of(cost: Cost) -> float:
    """Seconds that one guess at a passphrase takes on this machine."""
    before = time.perf_counter()
    stretched("a passphrase to measure by", bytes(16), cost)
    return time.perf_counter() - before


def _check_ways(ways: Sequence[Way]) -> None:
    if not any(isinstance(way, RecoveryCode) for way in ways):
        raise MistakeError(
            "A register needs a recovery code from its first day.", code="recovery-missing"
        )
    for way in ways:
        if isinstance(way, Passphrase):
            check_words(way.words)


def check_words(words: str) -> None:
    """Refuse a passphrase that protects nothing, or that could be taken for a recovery code.

    Raises:
        MistakeError: it is empty, or looks like a code.
    """
    if not words.strip():
        raise MistakeError(
            "An empty passphrase protects nothing; choose some words.", code="passphrase-empty"
        )
    if looks_like_code(words):
        raise MistakeError(
            "This passphrase looks like a recovery code; choose other words.",
            code="passphrase-like-code",
        )
