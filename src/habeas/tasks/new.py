"""Starting a register: a folder with a new key in it, and the ways to open it.

Laws: no register without a recovery code; what is there already is never touched; a start that fails
or is stopped leaves no folder of that name.
"""

import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from habeas.errors import MistakeError
from habeas.protecting.cost import Cost, fitted, stretched
from habeas.protecting.keys import new_key
from habeas.protecting.recovery import looks_like_code, new_code
from habeas.protecting.slots import KeyFile, Passphrase, RecoveryCode, Way, new_slot, sealed
from habeas.register.copying import check_name, check_room, new_folder
from habeas.register.register import Register
from habeas.tasks.secret_file import Wanted, check_free, gone_on_failure, written


def new_recovery_code() -> RecoveryCode:
    """A new recovery code, which opens nothing until a register is started with it."""
    return RecoveryCode(new_code(secrets.token_bytes))


def check_place(folder: Path, keyfile: Path | None = None) -> None:
    """Refuse, before anything is asked, a place where no register can be started, or no key file be.

    Raises:
        RegisterError: it is taken, its name does not end in `.habeas`, or nothing can be written there.
    """
    check_room(folder)
    if keyfile is not None:
        check_free(_key_file(keyfile))


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
    written(_key_file(place), data)
    return KeyFile(data)


@contextmanager
def key_file(place: Path) -> Iterator[KeyFile]:
    """A new key file, which is gone again if what it is to open does not come about.

    Raises:
        RegisterError: there is something already, or it cannot be written.
    """
    made = new_key_file(place)
    with gone_on_failure(place):
        yield made


def _key_file(place: Path) -> Wanted:
    return Wanted(place, "key file", code="keyfile-not-written")


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
