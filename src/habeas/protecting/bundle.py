"""`Bundle`: entries of a log on their way to another copy of the same register.

Decides the form of the file and how it is sealed: JSON under AES-256-GCM with a key drawn from the
register's, so that only who holds that key can read it, or make one; and around that, if recipients are
named, an age file. What the entries mean is not looked at here.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from habeas.errors import IntegrityError, MistakeError, RegisterError
from habeas.protecting.age import sealed_to, unsealed
from habeas.protecting.keys import Entropy, drawn

_START = b"habeas bundle 1\n"
_AGE = b"age-encryption.org/"
_NONCE_SIZE = 12
_LARGEST_NUMBER = 2**63 - 1


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
    entries: tuple[Packed, ...]
    note: str
    public: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """Feeds of several devices, and the originals and texts their reports name, by SHA-256 (hex)."""

    feeds: tuple[Feed, ...]
    blobs: Mapping[str, bytes] = field(default_factory=dict)


def sealed(
    bundle: Bundle, register: str, key: bytes, *, to: Sequence[str], entropy: Entropy
) -> bytes:
    """The bytes of a bundle's file; `to`: age recipients, none needed."""
    values = {
        "feeds": [_feed(one) for one in bundle.feeds],
        "blobs": {name: _text(data) for name, data in sorted(bundle.blobs.items())},
    }
    nonce = entropy(_NONCE_SIZE)
    hidden = AESGCM(_key(register, key)).encrypt(nonce, json.dumps(values).encode(), _START)
    data = _START + nonce + hidden
    return sealed_to(data, to) if to else data


def opened(data: bytes, register: str, key: bytes, *, identity: str | None = None) -> Bundle:
    """The bundle in a file.

    Raises:
        MistakeError: it is no bundle, or sealed for somebody, and no identity given.
        RegisterError: it is another register's, was changed, or the identity does not open it.
        IntegrityError: it was sealed with the register's key, and holds no bundle.
    """
    if data.startswith(_AGE):
        if identity is None:
            raise MistakeError(
                "The bundle is sealed for somebody; give their identity: --identity FILE.",
                code="bundle-sealed",
            )
        data = unsealed(data, identity) or b""
        if not data:
            raise RegisterError(
                "This identity does not open the bundle: it was sealed for others, or changed.",
                code="bundle-not-for-us",
            )
    if not data.startswith(_START):
        raise MistakeError("This file is no bundle of Habeas.", code="bundle-unreadable")
    rest = data[len(_START) :]
    try:
        plain = AESGCM(_key(register, key)).decrypt(rest[:_NONCE_SIZE], rest[_NONCE_SIZE:], _START)
    except (InvalidTag, ValueError):
        raise RegisterError(
            "The bundle does not open with this copy's key: it is not one of this register, was changed"
            " on its way, or one of the two copies was given a new key (`habeas slots rotate`). Then the"
            " other one takes the new key over (`habeas slots adopt`), and the bundle is made anew.",
            code="bundle-of-another",
        ) from None
    try:
        return _bundle(cast(Mapping[str, object], json.loads(plain)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise IntegrityError(
            "The bundle is not as Habeas writes one, though it was sealed with this register's key:"
            " somebody who has the key made it. Nothing was taken in. Ask whose it is.",
            code="bundle-broken",
        ) from None


def _key(register: str, key: bytes) -> bytes:
    return drawn(key, salt=register.encode(), purpose="habeas bundle 1")


def _feed(one: Feed) -> dict[str, object]:
    return {
        "device": one.device,
        "start": one.start,
        "note": one.note,
        "public": _text(one.public),
        "entries": [
            [
                each.kind,
                _text(each.commitment),
                each.stamp,
                _text(each.previous),
                each.at,
                _text(each.hash),
                None if each.salt is None else _text(each.salt),
                None if each.body is None else each.body.decode("utf-8"),
            ]
            for each in one.entries
        ],
    }


def _bundle(values: Mapping[str, object]) -> Bundle:
    feeds = cast(list[Mapping[str, object]], values["feeds"])
    blobs = cast(Mapping[str, object], values["blobs"])
    return Bundle(
        tuple(_feed_from(one) for one in feeds),
        {name: _bytes(data) for name, data in blobs.items()},
    )


def _feed_from(values: Mapping[str, object]) -> Feed:
    rows = cast(list[list[object]], values["entries"])
    return Feed(
        _words(values["device"]),
        _whole(values["start"]),
        tuple(_packed(row) for row in rows),
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
