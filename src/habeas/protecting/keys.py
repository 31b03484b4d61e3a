"""Keys: the random one a register is encrypted with, and those that are drawn from others.

Decides sizes and how one key is drawn from another. Laws: a register's key is random, never a
passphrase; keys for different purposes share no bits that one could reckon back.
"""

from collections.abc import Callable

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_SIZE = 32
"""Bytes of every key."""

Entropy = Callable[[int], bytes]
"""Gives so many random bytes."""


def new_key(entropy: Entropy) -> bytes:
    """A new key for a register: 256 random bits."""
    return entropy(KEY_SIZE)


def drawn(secret: bytes, *, salt: bytes, purpose: str) -> bytes:
    """A key of 32 bytes from a secret that is hard to guess by itself (HKDF with SHA-256, RFC 5869)."""
    return HKDF(SHA256(), KEY_SIZE, salt, purpose.encode()).derive(secret)
