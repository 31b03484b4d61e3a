"""Jobs that a worker must not be harmed by; the tests of `limited` hand them to one."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from habeas.errors import ReportError
from habeas.reading.formats.limited import Piece


def twice(data: bytes, name: str) -> Iterator[Piece]:
    yield Piece(data, {"name": name})
    yield Piece(data[::-1])


def refused(data: bytes, name: str) -> Iterator[Piece]:
    yield Piece(data)
    raise ReportError(f"“{name}” is refused.", code="refused", report=name)


def hungry(data: bytes, name: str) -> Iterator[Piece]:
    yield Piece(bytes(2_000_000_000))


def crammed(data: bytes, name: str) -> Iterator[Piece]:
    """Memory full of small things to the last, as a text of signs fills it."""
    heap: list[object] = []
    while True:
        heap = [heap, object()]


def endless(data: bytes, name: str) -> Iterator[Piece]:
    while True:
        data = data[::-1]


def broken(data: bytes, name: str) -> Iterator[Piece]:
    raise ZeroDivisionError


def gone(data: bytes, name: str) -> Iterator[Piece]:
    os.abort()


def liar(data: bytes, name: str) -> Iterator[Piece]:
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
    os._exit(0)


def writer(data: bytes, name: str) -> Iterator[Piece]:
    Path(name).write_bytes(data)
    yield Piece(b"written")
