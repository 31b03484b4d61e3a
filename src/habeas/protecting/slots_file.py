"""`slots.json`: how slots are written to a register's folder, and read back.

Decides the form of the file. Laws: what is read is bounded before it is used; the file is written
whole or not at all, for its owner alone.
"""

import errno
import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from habeas.errors import IntegrityError, RegisterError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import (
    KINDS,
    NONCE_SIZE,
    SALT_SIZE,
    WRAPPED_SIZE,
    Identity,
    Slot,
    Slots,
)

FILE = "slots.json"
"""Name of the file in a register's folder."""

MOST_SLOTS = 32
"""Ways to open that a register may have."""

_FORM = "habeas slots 1"
_LARGEST = 64 * 1024
_SEAL_SIZE = 32
_LONGEST_ID = 64
_LARGEST_SEALED = 4096


def for_owner_alone(path: str, flags: int) -> int:
    """Opener for `open`: a file that is made can be read and written by its owner alone."""
    return os.open(path, flags, 0o600)


def no_pipe(path: str, flags: int) -> int:
    """Opener for `open`: a file is opened, a pipe or a device is refused rather than waited for.

    Raises:
        OSError: it is no file, or cannot be opened.
    """
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is no file")
    return handle


def write_slots(folder: Path, slots: Slots) -> None:
    """Write the file to `folder`, in place of one that may be there.

    Raises:
        RegisterError: it cannot be written; what was there before is still there.
    """
    place, beside = folder / FILE, folder / f".{FILE}.{os.getpid()}"
    try:
        with open(beside, "wb", opener=for_owner_alone) as file:
            file.write(_bytes(slots))
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, place)
        _flush_names(folder)
    except OSError as error:
        raise RegisterError(
            f"{place} cannot be written ({error.strerror}); look after the disk and your rights.",
            code="slots-not-written",
        ) from None


def read_slots(folder: Path) -> Slots:
    """The slots of the register in `folder`.

    Raises:
        RegisterError: there is no such file, or it cannot be read.
        IntegrityError: it is not what Habeas writes.
    """
    return slots_in(folder / FILE)


def slots_in(place: Path) -> Slots:
    """The slots in a file.

    Raises:
        RegisterError: there is no such file, or it cannot be read.
        IntegrityError: it is not what Habeas writes.
    """
    try:
        with open(place, "rb", opener=no_pipe) as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise RegisterError(
            f"There is no register in {place.parent}: it has no {place.name}. Name another folder, or"
            " start one with `habeas new`.",
            code="register-missing",
        ) from None
    except OSError as error:
        raise RegisterError(
            f"{place} cannot be read ({error.strerror}).", code="slots-not-read"
        ) from None
    try:
        return _slots(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise IntegrityError(
            f"{place} is not what Habeas writes; restore it from a backup.",
            code="slots-unreadable",
        ) from None


def _bytes(slots: Slots) -> bytes:
    values = {
        "form": _FORM,
        "register": slots.register,
        "slots": [_plain(slot) for slot in slots.slots],
        "seal": slots.seal.hex(),
    }
    return (json.dumps(values, indent=1) + "\n").encode()


def _plain(slot: Slot) -> dict[str, object]:
    values: dict[str, object] = {
        "kind": slot.kind,
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }
    if slot.cost is not None:
        values |= {
            "memory_kib": slot.cost.memory_kib,
            "rounds": slot.cost.rounds,
            "lanes": slot.cost.lanes,
        }
    return values


def _slots(data: bytes) -> Slots:
    """The slots that `data` tells; ValueError and its like where it tells none."""
    if len(data) > _LARGEST:
        raise ValueError(len(data))
    values = cast(Mapping[str, object], json.loads(data))
    register, slots = values["register"], values["slots"]
    if values["form"] != _FORM or not isinstance(register, str) or not isinstance(slots, list):
        raise ValueError(values["form"])
    if not 1 <= len(slots) <= MOST_SLOTS or len(register) > _LONGEST_ID:
        raise ValueError(len(slots))
    return Slots(register, tuple(_slot(slot) for slot in slots), _hex(values["seal"], _SEAL_SIZE))


def _slot(values: Mapping[str, object]) -> Slot:
    kind = values["kind"]
    if kind not in KINDS:
        raise ValueError(kind)
    numbers = [values.get(name) for name in ("memory_kib", "rounds", "lanes")]
    whole = [number for number in numbers if type(number) is int]
    if (len(whole), numbers.count(None)) != ((3, 0) if kind == KINDS[0] else (0, 3)):
        raise ValueError(numbers)
    return Slot(
        str(kind),
        _hex(values["salt"], SALT_SIZE),
        _hex(values["nonce"], NONCE_SIZE),
        _sealed(values["wrapped"])
        if kind == Identity.kind
        else _hex(values["wrapped"], WRAPPED_SIZE),
        Cost(*whole) if whole else None,
    )


def _sealed(value: object) -> bytes:
    data = bytes.fromhex(cast(str, value))
    if not 0 < len(data) <= _LARGEST_SEALED:
        raise ValueError(value)
    return data


def _hex(value: object, size: int) -> bytes:
    data = bytes.fromhex(cast(str, value))
    if len(data) != size:
        raise ValueError(value)
    return data


def _flush_names(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
