"""Jobs on hostile formats: done in a worker process of its own, under limits.

Decides the limits, and what is said when a worker breaks one or breaks down. A job is a function of
another module here, from bytes to pieces (`Job`). The worker gets the bytes on its standard input and
gives the pieces on its standard output, as lengths, JSON and bytes: nothing of it is ever run.
Laws: whatever the worker does, the caller gets pieces or a `ReportError`; the worker inherits no
setting and no file; memory and processor time are limited where the system can (not on Windows, where
the clock alone ends a worker).
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module

from habeas.errors import ReportError

SECONDS = 25
"""Processor time of a worker; it is ended after a tenth as much again by the clock. So a file takes 30
at most, with what goes on around the worker."""

MEBIBYTES = 448
"""Address space of a worker."""

SMALL = 1_000_000
"""Bytes up to which formats whose parser is frugal are read without a worker (see `read_limited`)."""

MOST_BYTES = 256 * 1024 * 1024
"""Bytes a worker may give back."""

_OUT_OF_MEMORY = 12
_ROOM = "habeas.reading.formats"
_WORKER = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    f"from {_ROOM}.limited import serve; serve(sys.argv[1], sys.argv[2])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes a job found, and words about them."""

    data: bytes
    facts: dict[str, str] = field(default_factory=dict)


Job = Callable[[bytes, str], Iterable[Piece]]
"""Bytes and the name they came under, to pieces; raises nothing on purpose but `ReportError`."""


def read_limited(job: str, data: bytes, *, name: str, alone: bool = True) -> list[Piece]:
    """The pieces a job finds; `job` is a module and a function of it, as "pdf_pages:pages"; a module
    without a dot is one of this room.

    Without `alone`, a small file is read in this process: for parsers that are known to be frugal.

    Raises:
        ReportError: the job's own; or the worker took too long (code "worker-time"), needed too much
            memory (code "worker-memory"), or broke down (code "report-damaged").
    """
    if not alone and len(data) <= SMALL:
        return list(_job(job)(data, name))
    words = [sys.executable, "-I", "-S", "-c", _WORKER, job, name, *filter(None, sys.path)]
    try:
        done = subprocess.run(
            words,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS * 1.1,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_long(name) from None
    if done.returncode == _OUT_OF_MEMORY:
        raise _too_much(name)
    if done.returncode in (-9, -24, 137, 152):
        raise _too_long(name)
    if done.returncode:
        raise damaged(name)
    return _pieces(done.stdout, name)


def damaged(name: str, what: str = "is damaged, or not what its name says") -> ReportError:
    """The refusal of a file whose structure is broken."""
    return ReportError(
        f"“{name}” {what}; open it with the program it was made with, and save it again.",
        code="report-damaged",
        report=name,
    )


def serve(job: str, name: str) -> None:
    """What a worker does: take the bytes, do the job under limits, give the pieces."""
    _limit()
    try:
        answer = _answer(job, sys.stdin.buffer.read(), name)
    except MemoryError:
        os._exit(
            _OUT_OF_MEMORY
        )  # what fills the memory is still there: no room to end in good order
    for part in answer:
        sys.stdout.buffer.write(part)


def _answer(job: str, data: bytes, name: str) -> list[bytes]:
    try:
        pieces = list(_job(job)(data, name))
    except ReportError as error:
        return [_head({"sentence": error.sentence, "code": error.code})]
    parts = [_head({"pieces": [[len(piece.data), piece.facts] for piece in pieces]})]
    return [*parts, *(piece.data for piece in pieces)]


def _head(value: object) -> bytes:
    words = json.dumps(value).encode("ascii")
    return b"%d\n%b" % (len(words), words)


def _pieces(answer: bytes, name: str) -> list[Piece]:
    """The pieces in a worker's answer; a worker that was taken over may say anything."""
    try:
        size, _, rest = answer.partition(b"\n")
        head = json.loads(rest[: int(size)])
        rest = rest[int(size) :]
        if "code" in head:
            told = str(head["code"])
            raise ReportError(str(head["sentence"]), code=told, report=name)
        pieces = []
        for length, facts in head["pieces"]:
            words = {str(key): str(value) for key, value in facts.items()}
            pieces.append(Piece(rest[: int(length)], words))
            rest = rest[int(length) :]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise damaged(name) from None
    return pieces


def _job(job: str) -> Job:
    module, _, function = job.partition(":")
    place = module if "." in module else f"{_ROOM}.{module}"
    found: Job = getattr(import_module(place), function)
    return found


def _limit() -> None:
    """Limit this process, where the system can; forbid it to write any file."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    memory = MEBIBYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _too_long(name: str) -> ReportError:
    return ReportError(
        f"“{name}” took longer than {SECONDS} seconds to read, and was given up; split it, or save "
        "its words as text.",
        code="worker-time",
        report=name,
    )


def _too_much(name: str) -> ReportError:
    return ReportError(
        f"“{name}” needs more than {MEBIBYTES} MB of memory to read, and was given up; split it, or "
        "save its words as text.",
        code="worker-memory",
        report=name,
    )
