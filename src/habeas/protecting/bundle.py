"""`Bundle`: entries of a log on their way to another copy of the same register.

Decides the form of the file and how it is sealed: parts of JSON, and documents as they are, in chunks
under AES-256-GCM (`chunks`) with a key drawn from the register's, so that only who holds that key can
read it, or make one. Whoever seals it for somebody besides puts an age file around it. What the entries
mean is not looked at here.

Laws: entries come by lots and documents one by one, so that no more is in memory than what is asked for;
what a part says of its own size is held against a limit before room is made for it; nothing is written
anywhere.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting import chunks
from habeas.protecting.keys import Entropy, drawn

START = b"habeas bundle 2\n"
"""How a bundle begins, that is not sealed for somebody besides."""

LARGEST_DOCUMENT = 256 * 1024 * 1024
"""Bytes that a document in a bundle may have."""

_OLDER = b"habeas bundle 1\n"
_SALT_SIZE = 16
_LENGTH_SIZE = 4
_LARGEST_NUMBER = 2**63 - 1
_LOT = 1024 * 1024
"""Letters of a lot of entries, but for the last of them."""

_FEED, _ENTRIES, _DOCUMENT, _END = b"F", b"E", b"D", b"."
_DIGEST_SIZE = 32
_LIMITS = {
    _FEED: 64 * 1024,
    _ENTRIES: 4 * _LOT,
    _DOCUMENT: _DIGEST_SIZE + LARGEST_DOCUMENT,
    _END: 0,
}
"""Bytes that a part may have, by its kind."""


@dataclass(frozen=True, slots=True)
class Packed:
    """An entry as the chain sees it, with its hash; salt and body are None where it was redacted."""

    kind: str
    commitment: bytes
    stamp: int
    previous: bytes
    at: int
    hash: bytes
    salt: bytes | None
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries of one device in order, `start` others before them; its note and key, or empty."""

    device: str
    start: int
    entries: Iterable[Packed]
    note: str
    public: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """Feeds of several devices, and the originals and texts their reports name, by SHA-256 (hex).

    Documents, and the entries of a feed, may come one by one, and once alone.
    """

    feeds: tuple[Feed, ...]
    documents: Iterable[tuple[str, bytes]] = ()


def sealed(bundle: Bundle, register: str, key: bytes, *, entropy: Entropy) -> Iterator[bytes]:
    """The bytes of a bundle's file, piece by piece."""
    salt = entropy(_SALT_SIZE)
    yield START + salt
    yield from chunks.sealed(_parts(bundle), _key(register, key, salt), START)


def opened(file: BinaryIO, register: str, key: bytes) -> Bundle:
    """The bundle in a file, which must stay open until its documents were read, once, to the last.

    Raises:
        MistakeError: it is no bundle.
        RegisterError: it is another register's, or was changed; documents raise it, too.
        IntegrityError: it was sealed with the register's key, and holds no bundle.
    """
    start = file.read(len(START))
    if start == _OLDER:
        raise MistakeError(
            "An older Habeas made this bundle; upgrade there, and make it anew.",
            code="bundle-older",
        )
    if start != START:
        raise MistakeError("This file is no bundle of Habeas.", code="bundle-unreadable")
    stream = chunks.Opening(file, _key(register, key, file.read(_SALT_SIZE)), START)
    feeds: list[tuple[Feed, list[Packed]]] = []
    kind, data = _part(stream)
    while kind in (_FEED, _ENTRIES):
        with _broken():
            if kind == _FEED:
                feeds.append((_feed_from(cast(Mapping[str, object], json.loads(data))), []))
            else:
                feeds[-1][1].extend(map(_packed, cast(list[list[object]], json.loads(data))))
        kind, data = _part(stream)
    whole = tuple(replace(feed, entries=tuple(entries)) for feed, entries in feeds)
    return Bundle(whole, _documents(stream, kind, data))


def _documents(stream: chunks.Opening, kind: bytes, data: bytes) -> Iterator[tuple[str, bytes]]:
    while kind == _DOCUMENT:
        if len(data) < _DIGEST_SIZE:
            raise broken()
        yield data[:_DIGEST_SIZE].hex(), data[_DIGEST_SIZE:]
        kind, data = _part(stream)
    if kind != _END:
        raise broken()
    stream.check_ended()


def _part(stream: chunks.Opening) -> tuple[bytes, bytes]:
    """The kind and the bytes of the next part."""
    kind = stream.read(1)
    size = int.from_bytes(stream.read(_LENGTH_SIZE), "big")
    if size > _LIMITS.get(kind, -1):
        raise broken()
    return kind, stream.read(size)


def _parts(bundle: Bundle) -> Iterator[bytes]:
    for feed in bundle.feeds:
        values = {
            "device": feed.device,
            "start": feed.start,
            "note": feed.note,
            "public": _text(feed.public),
        }
        yield _framed(_FEED, json.dumps(values).encode())
        yield from (_framed(_ENTRIES, lot) for lot in _lots(feed.entries))
    for name, data in bundle.documents:
        yield _head(_DOCUMENT, _DIGEST_SIZE + len(data)) + bytes.fromhex(name)
        yield data
    yield _framed(_END, b"")


def _lots(entries: Iterable[Packed]) -> Iterator[bytes]:
    """The entries as JSON, some at a time."""
    held: list[bytes] = []
    size = 0
    for one in entries:
        held.append(json.dumps(_row(one), ensure_ascii=False, separators=(",", ":")).encode())
        size += len(held[-1])
        if size > _LOT:
            yield b"[" + b",".join(held) + b"]"
            held, size = [], 0
    if held:
        yield b"[" + b",".join(held) + b"]"


def _framed(kind: bytes, data: bytes) -> bytes:
    return _head(kind, len(data)) + data


def _head(kind: bytes, size: int) -> bytes:
    return kind + size.to_bytes(_LENGTH_SIZE, "big")


def broken() -> IntegrityError:
    """What is raised where somebody who has the key sealed what is no bundle."""
    return IntegrityError(
        "The bundle is not as Habeas writes one, though it was sealed with this register's key:"
        " somebody who has the key made it. Nothing was taken in. Ask whose it is.",
        code="bundle-broken",
    )


@contextmanager
def _broken() -> Iterator[None]:
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise broken() from None


def _key(register: str, key: bytes, salt: bytes) -> bytes:
    return drawn(key, salt=register.encode() + salt, purpose="habeas bundle 2")


def _row(one: Packed) -> list[object]:
    return [
        one.kind,
        _text(one.commitment),
        one.stamp,
        _text(one.previous),
        one.at,
        _text(one.hash),
        None if one.salt is None else _text(one.salt),
        None if one.body is None else one.body.decode("utf-8"),
    ]


def _feed_from(values: Mapping[str, object]) -> Feed:
    return Feed(
        _words(values["device"]),
        _whole(values["start"]),
        (),
        _words(values["note"]),
        _bytes(values["public"]),
    )


def _packed(row: list[object]) -> Packed:
    kind, commitment, stamp, previous, at, made, salt, body = row
    return Packed(
        _words(kind),
        _bytes(commitment),
        _whole(stamp),
        _bytes(previous),
        _whole(at),
        _bytes(made),
        None if salt is None else _bytes(salt),
        None if body is None else _words(body).encode("utf-8"),
    )


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value))
    value.encode("utf-8")
    return value


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST_NUMBER:
        raise ValueError(value)
    return value


def _bytes(value: object) -> bytes:
    return b64decode(_words(value), validate=True)


def _text(data: bytes) -> str:
    return b64encode(data).decode()
