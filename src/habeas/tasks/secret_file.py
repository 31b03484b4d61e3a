"""Files that open something: written once, for their owner alone.

Laws: what is there already is never written over; whether a place will do can be asked beforehand, and
asking leaves nothing behind.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from habeas.errors import RegisterError
from habeas.protecting.slots_file import for_owner_alone


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that is to be written: where, what it is called in a sentence, the code if it cannot be."""

    place: Path
    name: str
    code: str


def written(wanted: Wanted, data: bytes) -> None:
    """Write the file; nothing of it is left where that fails.

    Raises:
        RegisterError: there is something already, or it cannot be written.
    """
    made = False
    try:
        with open(wanted.place, "xb", opener=for_owner_alone) as file:
            made = True
            file.write(data)
    except OSError as error:
        if made:
            wanted.place.unlink(missing_ok=True)
        raise RegisterError(
            f"The {wanted.name} {wanted.place} cannot be written ({error.strerror}); choose another"
            " place.",
            code=wanted.code,
        ) from None


def check_free(wanted: Wanted) -> None:
    """Refuse a place where the file cannot be, before anything is asked that leads to it.

    Raises:
        RegisterError: there is something already, or nothing can be written there.
    """
    written(wanted, b"")
    wanted.place.unlink()


@contextmanager
def gone_on_failure(place: Path) -> Iterator[None]:
    """Take the file away again if what it was written for comes to nothing."""
    try:
        yield
    except BaseException:
        place.unlink(missing_ok=True)
        raise
