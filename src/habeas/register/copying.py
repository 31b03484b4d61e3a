"""A copy of a register in a new folder, checked before it gets its name.

Laws: the copy is encrypted under the same key and opens by the same slots; where it cannot be made
and checked in full, nothing of it is left; what is there already is never written over.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from habeas.errors import RegisterError
from habeas.protecting.slots_file import FILE as SLOTS

SUFFIX = ".habeas"
"""How the name of a register's folder ends."""


def check_name(final: Path) -> None:
    """Refuse a place where no new register's folder can be.

    Raises:
        RegisterError: the name does not end in `.habeas`, or is taken.
    """
    if final.suffix != SUFFIX or final.name == SUFFIX:
        raise RegisterError(
            f"The folder of a register is named NAME{SUFFIX}; “{final.name}” is not.",
            code="folder-unfit",
        )
    if os.path.lexists(final):
        raise RegisterError(f"{final} is there already; choose another name.", code="folder-taken")


def check_room(final: Path) -> None:
    """Refuse a place where no new register's folder can be made; nothing of the attempt is left.

    Raises:
        RegisterError: the name does not end in `.habeas`, is taken, or the folder cannot be made.
    """
    check_name(final)
    _made_beside(final).rmdir()


@contextmanager
def new_folder(final: Path) -> Iterator[Path]:
    """A folder to build in, which gets the name `final` if all goes well, else is removed.

    Raises:
        RegisterError: the name does not end in `.habeas`, is taken, or the folder cannot be made.
    """
    check_name(final)
    building = _made_beside(final)
    try:
        yield building
        flush(building)
        check_name(final)
        building.rename(final)
        flush(final.parent)
    except OSError as error:
        raise _not_made(final, error) from None
    finally:
        shutil.rmtree(building, ignore_errors=True)


def name_before(folder: Path, step: int) -> Path:
    """Where the copy of a register goes that is made before its tables are brought to `step`."""
    stem, number = f"{folder.stem}-before-step-{step}", 1
    place = folder.with_name(f"{stem}{SUFFIX}")
    while os.path.lexists(place):
        number += 1
        place = folder.with_name(f"{stem}-{number}{SUFFIX}")
    return place


def copy_slots(folder: Path, to: Path) -> None:
    """Copy the ways to open a register, where it has any, into the folder `to`."""
    slots = folder / SLOTS
    if os.path.lexists(slots):
        shutil.copyfile(slots, to / SLOTS)
        (to / SLOTS).chmod(0o600)
        flush(to / SLOTS)


def flush(place: Path) -> None:
    """See to it that the file, or the names in the folder, would survive a power cut."""
    folder = place.is_dir()
    if folder and os.name == "nt":
        return
    handle = os.open(place, os.O_RDONLY if folder else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _made_beside(final: Path) -> Path:
    """A new folder to build in, beside `final`, which is what a sentence about it names."""
    building = final.with_name(f".{final.name}.{os.getpid()}")
    try:
        building.mkdir(mode=0o700)
    except OSError as error:
        raise _not_made(final, error) from None
    return building


def _not_made(place: Path, error: OSError) -> RegisterError:
    return RegisterError(
        f"{place} cannot be made ({error.strerror}); choose another place, or make room.",
        code="folder-not-made",
    )
