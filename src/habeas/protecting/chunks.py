"""A stream of bytes under one key, sealed and opened in chunks, so that no more than one is in memory.

Decides how chunks hang together, as age's own STREAM does: each is sealed by itself, under a nonce that
holds its number and whether it is the last. Laws:

1. Chunks that were changed, left out, put in another order or cut off at the end do not open.
2. A key is used for one stream alone: whoever seals draws it with chance (`bundle`).
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from habeas.errors import RegisterError

CHUNK = 64 * 1024
"""Bytes of a chunk before it is sealed; the last one may be shorter."""

_TAG = 16
_NUMBER_SIZE = 11


def sealed(pieces: Iterable[bytes], key: bytes, about: bytes) -> Iterator[bytes]:
    """The chunks of a stream that is given in pieces of any size; `about`: what all are bound to."""
    cipher, held, number = AESGCM(key), bytearray(), 0
    for piece in pieces:
        held += piece
        start = 0
        while len(held) - start > CHUNK:
            chunk = bytes(memoryview(held)[start : start + CHUNK])
            yield cipher.encrypt(_nonce(number, last=False), chunk, about)
            start, number = start + CHUNK, number + 1
        del held[:start]
    yield cipher.encrypt(_nonce(number, last=True), bytes(held), about)


class Opening:
    """A sealed stream, read piece by piece; nothing of a chunk is given out before it was opened."""

    def __init__(self, file: BinaryIO, key: bytes, about: bytes) -> None:
        """Take over a file from where it is."""
        self._file = file
        self._cipher = AESGCM(key)
        self._about = about
        self._number = 0
        self._held = memoryview(b"")
        self._ahead = file.read(CHUNK + _TAG)

    def read(self, size: int) -> bytes:
        """The next `size` bytes.

        Raises:
            RegisterError: there are not so many, or a chunk is not as it was sealed.
        """
        made = bytearray()
        while len(made) < size:
            if not self._held:
                self._held = memoryview(self._next())
            part = self._held[: size - len(made)]
            made += part
            self._held = self._held[len(part) :]
        return bytes(made)

    def check_ended(self) -> None:
        """Refuse a stream that goes on, or whose end was cut off.

        Raises:
            RegisterError: so it is.
        """
        if not self._number:
            self._held = memoryview(self._next())
        if self._held or self._ahead:
            raise cut()

    def _next(self) -> bytes:
        """The next chunk that holds something."""
        sealed, self._ahead = self._ahead, self._file.read(CHUNK + _TAG)
        if not sealed:
            raise cut()
        nonce = _nonce(self._number, last=not self._ahead)
        self._number += 1
        try:
            chunk = self._cipher.decrypt(nonce, sealed, self._about)
        except (InvalidTag, ValueError):
            raise wrong_key() if self._number == 1 else cut() from None
        return chunk


def cut() -> RegisterError:
    """What is raised where a bundle is not as it was sent, though it began so."""
    return RegisterError(
        "The bundle is cut short, or was changed on its way. Nothing was taken in; ask for it again.",
        code="bundle-cut",
    )


def wrong_key() -> RegisterError:
    """What is raised where a bundle does not open at all."""
    return RegisterError(
        "The bundle does not open with this copy's key: it is not one of this register, was changed"
        " on its way, or one of the two copies was given a new key (`habeas slots rotate`). Then the"
        " other one takes the new key over (`habeas slots adopt`), and the bundle is made anew.",
        code="bundle-of-another",
    )


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(_NUMBER_SIZE, "big") + bytes([last])
