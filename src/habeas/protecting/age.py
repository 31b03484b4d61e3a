"""Sealing for people far away: age files, to be opened with an identity kept elsewhere.

Decides which recipients are taken (X25519, "age1…") and how big a thing may be. The format is age's own
(C2SP age), so that any age program opens what is sealed here; docs/decisions/0052.
"""

from collections.abc import Sequence

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
    if not recipients:
        raise MistakeError("Name at least one recipient, as “age1…”.", code="recipient-missing")
    return bytes(pyrage.encrypt(data, [_recipient(one) for one in recipients]))


def unsealed(data: bytes, identity: str) -> bytes | None:
    """The data, opened with an identity; None where it is not for this one, or was changed.

    Raises:
        MistakeError: that is no identity.
    """
    try:
        return bytes(pyrage.decrypt(data, [_identity(identity)]))
    except pyrage.DecryptError:
        return None


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


def _recipient(text: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(text.strip()[:_LONGEST])
    except pyrage.RecipientError:
        raise _unfit(text) from None


def _unfit(text: str) -> MistakeError:
    return MistakeError(
        f"“{text.strip()[:80]}” is no age recipient; one begins with age1.", code="recipient-unfit"
    )
