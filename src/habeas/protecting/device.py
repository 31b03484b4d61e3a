"""A device: a computer that writes to a log, with the Ed25519 key by which it signs.

Decides how a device is named: its id is drawn from its public key, so whoever holds an entry knows which
key may speak for its device, and no device can take another's name. Where the private key lies is for
`register` (inside the encrypted file).
"""

from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from habeas.protecting.keys import KEY_SIZE, Entropy

SIGNATURE_SIZE = 64
"""Bytes of a signature."""

_ID_LETTERS = 32
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Device:
    """A device that can sign: its id, its public key and its private one, 32 bytes each."""

    id: str
    public: bytes
    private: bytes = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """The device's signature of a message, 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.private).sign(message)


def new_device(entropy: Entropy) -> Device:
    """A new device, of a name nobody has."""
    private = entropy(KEY_SIZE)
    key = Ed25519PrivateKey.from_private_bytes(private).public_key()
    public = key.public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Device(device_id(public), public, private)


def device_id(public: bytes) -> str:
    """The id of the device with that public key: 32 hexadecimal digits."""
    return sha256(b"habeas device 1" + public).hexdigest()[:_ID_LETTERS]


def short(name: str) -> str:
    """A device's id, or the name of one of its branches, as people are shown it."""
    device, dot, branch = name.partition(".")
    return device[:_SHOWN] + dot + branch[: _SHOWN // 2]


def signed_by(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the holder of the private key signed the message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
