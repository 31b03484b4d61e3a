"""What this computer last saw of a register, kept outside of it, where an old copy cannot take it along.

Decides how it is kept: one small file for each register, named by a keyed hash of the register's id and
sealed under a key drawn from the register's. Laws:

1. The file tells neither a name nor a path nor a number: its own name says nothing without the key, and
   it is always of the same size, up to some thirty devices.
2. Whoever lacks the register's key can delete it or put an older one back, but not write one.
"""

import hmac
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from habeas.errors import IntegrityError, RegisterError
from habeas.protecting.checkpoint import Checkpoint
from habeas.protecting.keys import Entropy, drawn
from habeas.protecting.slots_file import for_owner_alone

_NONCE_SIZE = 12
_PADDED = 4096
_LARGEST = 1024 * 1024
_NAME_LETTERS = 32
_MARK_SIZE = 4
"""Bytes that tell apart what programs write at one time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The device that this computer is to the register, and what it saw last of each device's log."""

    device: str
    checkpoints: tuple[Checkpoint, ...]


def place_of(folder: Path, key: bytes, register: str) -> Path:
    """The file for the register with that id and key in the folder of heads."""
    naming = drawn(key, salt=register.encode(), purpose="habeas heads name 1")
    return folder / hmac.new(naming, register.encode(), sha256).hexdigest()[:_NAME_LETTERS]


def read_seen(place: Path, key: bytes) -> Seen | None:
    """What was seen; None where there is no file.

    Raises:
        RegisterError: the file cannot be read.
        IntegrityError: it is not what Habeas wrote.
    """
    try:
        with place.open("rb") as file:
            data = file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RegisterError(
            f"{place} cannot be read ({error.strerror}); it says what this computer last saw of the"
            " register. Mend it, or name another folder in HABEAS_HEADS.",
            code="heads-not-read",
        ) from None
    try:
        plain = AESGCM(_key(key, place)).decrypt(data[:_NONCE_SIZE], data[_NONCE_SIZE:], None)
        return _seen(cast(Mapping[str, object], json.loads(plain)))
    except (InvalidTag, ValueError, KeyError, TypeError, AttributeError):
        raise IntegrityError(
            f"{place} is not as Habeas wrote it; it says what this computer last saw of the register."
            " If you know why, delete it; else look for who changed it.",
            code="heads-unreadable",
        ) from None


def write_seen(place: Path, key: bytes, seen: Seen, entropy: Entropy) -> None:
    """Write what was seen, whole or not at all, for its owner alone.

    Raises:
        RegisterError: it cannot be written; what was there before still is.
    """
    values = [[one.device, one.size, one.root.hex()] for one in seen.checkpoints]
    plain = json.dumps({"device": seen.device, "seen": values}).encode()
    plain += b" " * (-len(plain) % _PADDED)
    nonce = entropy(_NONCE_SIZE)
    beside = place.with_name(f"{place.name}.{entropy(_MARK_SIZE).hex()}")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(beside, "wb", opener=for_owner_alone) as file:
            file.write(nonce + AESGCM(_key(key, place)).encrypt(nonce, plain, None))
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, place)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise RegisterError(
            f"What this computer saw of the register cannot be kept in {place.parent}"
            f" ({error.strerror}); name another folder in HABEAS_HEADS.",
            code="heads-not-written",
        ) from None


def _key(key: bytes, place: Path) -> bytes:
    return drawn(key, salt=place.name.encode(), purpose="habeas heads seal 1")


def _seen(values: Mapping[str, object]) -> Seen:
    rows = cast(list[tuple[str, int, str]], values["seen"])
    return Seen(
        cast(str, values["device"]),
        tuple(Checkpoint(device, size, bytes.fromhex(root)) for device, size, root in rows),
    )
