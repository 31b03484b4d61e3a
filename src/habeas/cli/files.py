"""Files that a person names: read whole, or written where nothing is yet.

Law: what was handed in and cannot be read is a report at fault, whatever verb it was handed to; a place
that cannot be written to is a mistake of the call.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BufferedWriter
from pathlib import Path

from habeas.cli.words import _
from habeas.errors import MistakeError, ReportError

_LARGEST = 1024 * 1024


def read_text(place: Path) -> str:
    """The text of a small file.

    Raises:
        ReportError: it cannot be read, or is no text in UTF-8.
    """
    try:
        return read_bytes(place, most=_LARGEST).decode("utf-8")
    except UnicodeDecodeError:
        raise ReportError(
            _("{file} is no text in UTF-8; ask for it again.").format(file=place),
            code="file-no-text",
            report=place.name,
        ) from None


def read_bytes(place: Path, *, most: int = -1) -> bytes:
    """The bytes of a file, at most so many; -1: all.

    Raises:
        ReportError: it cannot be read.
    """
    with opened_file(place) as file:
        return file.read(most)


@contextmanager
def opened_file(place: Path) -> Iterator[BufferedReader]:
    """A file, open to be read piece by piece.

    Raises:
        ReportError: it cannot be read.
    """
    try:
        with place.open("rb") as file:
            if stat.S_ISCHR(os.fstat(file.fileno()).st_mode) and not file.isatty():
                raise OSError(errno.EINVAL, "it is a device")
            yield file
    except OSError as error:
        raise ReportError(
            _("{file} cannot be read ({why}); check its name and folder.").format(
                file=place, why=error.strerror
            ),
            code="file-not-read",
            report=place.name,
        ) from None


def write_new(place: Path, data: str | bytes) -> None:
    """Write a file, which must not be there.

    Raises:
        MistakeError: it is there, or cannot be written.
    """
    with new_file(place) as file:
        file.write(data.encode() if isinstance(data, str) else data)


@contextmanager
def new_file(place: Path) -> Iterator[BufferedWriter]:
    """A file that must not be there, open to be written; nothing of it is left if that fails.

    Raises:
        MistakeError: it is there, or cannot be written.
    """
    made = False
    try:
        with place.open("xb") as file:
            made = True
            yield file
        made = False
    except OSError as error:
        raise MistakeError(
            _("{file} cannot be written ({why}); name another.").format(
                file=place, why=error.strerror
            ),
            code="file-not-written",
        ) from None
    finally:
        if made:
            place.unlink(missing_ok=True)
