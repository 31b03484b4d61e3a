"""Bundles as values and as bytes, for tests that keep them, change them, or take them in twice."""

from collections.abc import Iterable
from dataclasses import replace
from io import BufferedReader, BytesIO

from habeas.protecting.bundle import Bundle
from habeas.protecting.checkpoint import Checkpoint
from habeas.register.merging import Merged
from habeas.register.register import Register
from habeas.register.writing import Writing
from habeas.tasks.bundle import bundle, merge


def bundled(one: Writing, known: Iterable[Checkpoint] = ()) -> Bundle:
    """What a laptop would send, all of it held."""
    with one.bundling(known) as given:
        feeds = tuple(replace(feed, entries=tuple(feed.entries)) for feed in given.feeds)
        return Bundle(feeds, tuple(given.documents))


def file_of(data: bytes) -> BufferedReader:
    """Bytes as an open file."""
    return BufferedReader(BytesIO(data))


def sent(one: Register, *, to: tuple[str, ...] = ()) -> bytes:
    """The bytes of a bundle's file."""
    out = BytesIO()
    bundle(one, out, to=to)
    return out.getvalue()


def taken(one: Register, data: bytes, *, at: int, identity: str | None = None) -> Merged:
    """Take in a bundle's file."""
    return merge(one, file_of(data), at=at, identity=identity)
