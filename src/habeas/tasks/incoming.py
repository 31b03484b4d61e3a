"""Files on their way in: from a path to bytes, or one clear sentence why not.

Decides what is not even opened (folders, devices, pipes, files that are too large), and that a file
must hold still while it is read. What the bytes are is for `reading`; what a person told about the
file is for `sidecar`. A file's own times are never looked at: they say when it was copied.
"""

import errno
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from habeas.errors import ReportError
from habeas.tasks.sidecar import Told, mapping_beside, told_beside
from habeas.terms.report import Medium
from habeas.terms.when import When

LARGEST = 64 * 1024 * 1024
"""Bytes a report may have, unless the caller says otherwise."""

_STEP = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Incoming:
    """Bytes with the name they came under, what a person tells about them, how they reached us.

    `mapping` is the text of the file that says what the columns of a list mean, if there is one.
    `undated` is the day a person told for whatever tells none of its own.
    """

    name: str
    data: bytes
    told: Told = field(default_factory=Told)
    medium: Medium = Medium.DOCUMENT
    mapping: str | None = None
    undated: When | None = None


def incoming(path: Path, *, limit: int = LARGEST) -> Incoming:
    """The bytes of a file and what its sidecar tells; its name is the last part of the path.

    Raises:
        ReportError: there is no such file, it cannot be read, it is no file but a folder, pipe or
            device, it is larger than `limit` bytes, it changed while it was read, or its sidecar is
            at fault.
    """
    data = data_of(path, limit=limit)
    return Incoming(visible(path.name), data, told_beside(path), mapping=mapping_beside(path))


def data_of(path: Path, *, limit: int = LARGEST) -> bytes:
    """The bytes of a file.

    Raises:
        ReportError: as `incoming`, but for the sidecar.
    """
    name = visible(str(path))
    try:
        _refuse(os.stat(path), name, limit)
        descriptor = os.open(path, os.O_RDONLY | _NO_WAIT)
    except (OSError, ValueError) as wrong:
        raise _unopened(wrong, name) from None
    with open(descriptor, "rb", buffering=0) as file:
        before = os.fstat(descriptor)
        _refuse(before, name, limit)
        try:
            data = content(descriptor, size=before.st_size, name=name)
        except OSError as wrong:
            raise _unopened(wrong, name) from None
        _hold_still(before, os.fstat(file.fileno()), name)
    return data


def content(descriptor: int, *, size: int, name: str) -> bytes:
    """The bytes of an open file that is `size` bytes long.

    Raises:
        ReportError: there are fewer or more of them: it is being written to.
        OSError: the disk does not give them.
    """
    parts = []
    left = size + 1
    while left > 0 and (part := os.read(descriptor, min(left, _STEP))):
        parts.append(part)
        left -= len(part)
    if left != 1:
        raise _moving(name)
    return b"".join(parts)


def visible(name: str) -> str:
    """A file's name in characters that can be shown and kept: control characters as escapes."""
    text = os.fsencode(name).decode("utf-8", "replace") if not name.isascii() else name
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in normalize("NFC", text)
    )


_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def _refuse(status: os.stat_result, name: str, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ReportError(
            f"“{name}” is a folder; name the files in it.", code="report-folder", report=name
        )
    if not stat.S_ISREG(status.st_mode):
        raise ReportError(
            f"“{name}” is a pipe or a device, not a file; name a file, or “-” for standard input.",
            code="report-special",
            report=name,
        )
    if status.st_size > limit:
        raise too_large(name, status.st_size, limit)


def too_large(name: str, size: int | None, limit: int) -> ReportError:
    """The refusal of a report of `size` bytes (None: more than `limit`, nobody knows how many)."""
    has = f"has {_mebibytes(size)}" if size is not None else "is larger"
    return ReportError(
        f"“{name}” {has}, more than the {_mebibytes(limit)} a report may have; split it, or take "
        "out what is no text.",
        code="report-too-large",
        report=name,
    )


def _mebibytes(size: int) -> str:
    return f"{size / 1024 / 1024:,.0f} MiB" if size >= 1024 * 1024 else f"{size:,} bytes"


def _hold_still(before: os.stat_result, after: os.stat_result, name: str) -> None:
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise _moving(name)


def _moving(name: str) -> ReportError:
    return ReportError(
        f"“{name}” changed while it was read; wait until it is written, and try again.",
        code="report-changed",
        report=name,
    )


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why a file cannot be opened: what to say of it, and under which code."""

    words: str
    code: str


_MISSING = _Reason("does not exist; check its name and folder", code="report-missing")
_FORBIDDEN = _Reason(
    "may not be read; ask its owner, or change its permissions", code="report-forbidden"
)
_LOOP = _Reason("is a link that leads back to itself; name the file", code="report-link-loop")
_REASONS = {
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
    errno.ENAMETOOLONG: _MISSING,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ELOOP: _LOOP,
}


def _unopened(wrong: OSError | ValueError, name: str) -> ReportError:
    reason = _MISSING  # a name with a NUL is a ValueError: no file can be called so
    if isinstance(wrong, OSError):
        why = f"cannot be read ({wrong.strerror}); check the disk it is on"
        reason = _REASONS.get(wrong.errno or 0, _Reason(why, code="report-unreadable"))
    return ReportError(f"“{name}” {reason.words}.", code=reason.code, report=name)
