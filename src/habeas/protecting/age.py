"""Sealing for people far away: age files, to be opened with an identity kept elsewhere.

Decides which recipients are taken (X25519, "age1…") and how big a thing may be. The format is age's own
(C2SP age), so that any age program opens what is sealed here; docs/decisions/0052.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BufferedReader
from threading import Thread
from typing import BinaryIO

import pyrage

from habeas.errors import MistakeError

IDENTITY = "AGE-SECRET-KEY-1"
"""How an identity begins."""

STARTS = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
"""How an age file begins: as bytes, or in letters."""

_LONGEST = 200


def sealed_to(data: bytes, recipients: Sequence[str]) -> bytes:
    """The data, sealed to each of the recipients.

    Raises:
        MistakeError: there are none, or one of them is none.
    """
    return bytes(pyrage.encrypt(data, _recipients(recipients)))


def unsealed(data: bytes, identity: str) -> bytes | None:
    """The data, opened with an identity; None where it is not for this one, or was changed.

    Raises:
        MistakeError: that is no identity.
    """
    try:
        return bytes(pyrage.decrypt(data, [_identity(identity)]))
    except pyrage.DecryptError:
        return None


def seal_stream(pieces: Iterable[bytes], file: BinaryIO, recipients: Sequence[str]) -> None:
    """Write to `file` what comes in pieces, sealed to each of the recipients.

    Raises:
        MistakeError: there are none, or one of them is none.
        OSError: the file cannot be written.
    """
    pyrage.encrypt_io(_Pieces(pieces), file, _recipients(recipients))


@contextmanager
def unsealed_stream(file: BinaryIO, identity: str) -> Iterator[BufferedReader | None]:
    """What stands in a sealed file, to be read from start to end; None where it is not for this one.

    It comes through a pipe as it is read, so that it neither touches a disk nor is in memory as a whole.
    Where the file was cut or changed, it ends there: whoever reads must know where it should.

    Raises:
        MistakeError: that is no identity.
    """
    own = _identity(identity)
    reading, writing = os.pipe()

    def unseal() -> None:
        with suppress(OSError, pyrage.DecryptError), open(writing, "wb") as into:
            pyrage.decrypt_io(file, into, [own])

    thread = Thread(target=unseal)
    with open(reading, "rb") as source:
        thread.start()
        try:
            yield source if source.peek(1) else None
        finally:
            source.close()
            thread.join()


class _Pieces:
    """Pieces of bytes, read as a file is."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._held = b""

    def read(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""
        while not self._held:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._held = piece
        part, self._held = self._held[:size], self._held[size:]
        return part


def new_identity() -> tuple[str, str]:
    """A new identity, and the recipient to which one seals for it."""
    made = pyrage.x25519.Identity.generate()
    return str(made), str(made.to_public())


def recipient_of(identity: str) -> str:
    """The recipient to which one seals for an identity.

    Raises:
        MistakeError: that is no identity.
    """
    return str(_identity(identity).to_public())


def locked(data: bytes, passphrase: str) -> bytes:
    """An age file of the data that a passphrase opens."""
    return bytes(pyrage.passphrase.encrypt(data, passphrase))


def unlocked(data: bytes, passphrase: str) -> bytes | None:
    """What stands in an age file that a passphrase opens; None where it does not open this one."""
    try:
        return bytes(pyrage.passphrase.decrypt(data, passphrase))
    except pyrage.DecryptError:
        return None


def identity_in(text: str) -> str | None:
    """The first identity in the text of an age key file; None where there is none."""
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line.startswith(IDENTITY)), None)


def tells_identity(text: str) -> bool:
    """Whether a text holds what looks like a secret identity, whole or cut off behind its first half."""
    return re.search(rf"{IDENTITY}\w{{24}}", text, re.IGNORECASE) is not None


def recipient(text: str) -> str:
    """A recipient as age writes it, whatever blanks and capitals it was typed with.

    Raises:
        MistakeError: it is none.
    """
    return str(_recipient(text))


def check_recipient(text: str) -> None:
    """Refuse what is no recipient as age writes it: by another spelling nobody would find their keys.

    Raises:
        MistakeError: it is none.
    """
    if recipient(text) != text:
        raise _unfit(text)


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        raise MistakeError(
            "This is no age identity; one begins with AGE-SECRET-KEY-1.", code="identity-unfit"
        ) from None


def _recipients(given: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    if not given:
        raise MistakeError("Name at least one recipient, as “age1…”.", code="recipient-missing")
    return [_recipient(one) for one in given]


def _recipient(text: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(text.strip()[:_LONGEST])
    except pyrage.RecipientError:
        raise _unfit(text) from None


def _unfit(text: str) -> MistakeError:
    """The mistake; a secret typed in place of a recipient is not repeated, since this may be kept."""
    if tells_identity(text):
        return MistakeError(
            "This is a secret age identity, and no recipient, which begins with age1. The shell may keep"
            " what was typed: take it out of its history, or make another identity.",
            code="recipient-unfit",
        )
    return MistakeError(
        f"“{text.strip()[:80]}” is no age recipient; one begins with age1.", code="recipient-unfit"
    )
