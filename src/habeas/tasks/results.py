"""A file of results that grows line by line, so that work can be stopped and gone on with.

Decides what counts as done: a file of which every line is there, whole. Laws: what is there is never
changed, but for the end that a stop left half written; two writers at once are refused; nobody but
its owner may read a file that is made here; a pipe or a device is refused, which has no end to go on
from, and so is a link, by which somebody else would choose what file is written.
"""

import json
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from habeas.errors import MistakeError

_BEGINNING = b'{"file": {"digest": "'
"""How each line begins."""


class Results:
    """Lines of JSON in a file, each with `{"file": {"digest": …, "reports": n}}` in it.

    `done` holds the digests of the files of which all n lines are there.
    """

    def __init__(self, place: Path) -> None:
        """Open the file, or make it; forget its half-written end.

        Raises:
            MistakeError: it cannot be opened (code "results-not-opened"), another writes to it (code
                "results-busy"), or it holds something else (code "results-foreign").
        """
        self._place = place
        self._descriptor = _opened(place)
        self.done = frozenset[str]()
        try:
            self.done = self._taken_up()
        except BaseException:
            os.close(self._descriptor)
            raise

    def __enter__(self) -> Self:
        """Nothing more to do."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Have the disk keep what was written, and close the file."""
        try:
            os.fsync(self._descriptor)
        finally:
            os.close(self._descriptor)

    def write(self, lines: Sequence[str]) -> None:
        """Add the lines of one file; one that is stopped or fails half-way is begun anew next time."""
        data = memoryview("".join(f"{line}\n" for line in lines).encode())
        while data:
            data = data[os.write(self._descriptor, data) :]

    def _taken_up(self) -> frozenset[str]:
        if not _locked(self._descriptor):
            raise MistakeError(
                f"Another program writes to {self._place}; wait until it is done, or name another"
                " file.",
                code="results-busy",
            )
        kept, done = 0, set[str]()
        at, digest, seen = 0, "", 0
        with os.fdopen(os.dup(self._descriptor), "rb") as file:
            file.seek(0)
            for line in file:
                at += len(line)
                if not line.endswith(b"\n"):
                    self._check_begun(line)
                    break
                name, reports = self._file_of(line)
                seen = seen + 1 if name == digest else 1
                digest = name
                if seen >= reports:
                    kept, digest, seen = at, "", 0
                    done.add(name)
        os.ftruncate(self._descriptor, kept)
        os.lseek(self._descriptor, kept, os.SEEK_SET)
        return frozenset(done)

    def _file_of(self, line: bytes) -> tuple[str, int]:
        try:
            file = json.loads(line)["file"]
            return str(file["digest"]), int(file["reports"])
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            raise self._foreign() from None

    def _check_begun(self, line: bytes) -> None:
        """Refuse a half line that is not the beginning of one of ours: it would be taken away."""
        if not line.startswith(_BEGINNING[: len(line)]):
            raise self._foreign()

    def _foreign(self) -> MistakeError:
        return MistakeError(
            f"{self._place} holds lines that this verb did not write; nothing was changed. Name"
            " another file.",
            code="results-foreign",
        )


def _opened(place: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT
    for name in ("O_BINARY", "O_NONBLOCK", "O_NOFOLLOW"):
        flags |= getattr(os, name, 0)
    if place.is_symlink():
        raise _not_opened(place, "it is a link to another place")
    try:
        descriptor = os.open(place, flags, 0o600)
    except OSError as error:
        raise _not_opened(place, error.strerror) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _not_opened(place, "it is no file, but a pipe or a device")
    return descriptor


def _not_opened(place: Path, why: str | None) -> MistakeError:
    return MistakeError(
        f"{place} cannot be written ({why}); name another file.", code="results-not-opened"
    )


def _locked(descriptor: int) -> bool:
    """Whether the file is ours alone now; the system gives it free when this process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
