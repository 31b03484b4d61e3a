"""The chain of the log: each entry is tied to all before it, and its body can be proved or forgotten.

Decides how an entry becomes a hash. What an entry says is for `terms.entry`, where entries are kept
for `register`. Laws:

1. `commitment` = SHA-256(salt ‖ body), the salt being just 16 bytes long. The salt keeps anyone from
   guessing a short body by its hash.
2. The hash of a link is SHA-256 over kind, commitment, device, sequence, previous and instant, each
   with its length before it, so that no two links have the same bytes.
3. Body and salt are in the hash through the commitment alone: both may later be deleted (a person
   in danger), and the chain still holds.
4. One changed byte of any field changes the hash, and with it every link after.
"""

from dataclasses import dataclass
from hashlib import sha256

from habeas.errors import MistakeError

SALT_SIZE = 16
"""Bytes of salt an entry has."""

HASH_SIZE = 32
"""Bytes of a commitment and of a link's hash."""

FIRST = bytes(HASH_SIZE)
"""What stands for the hash before a device's first entry."""

_NAME = b"habeas entry 1"


def commitment(salt: bytes, body: bytes) -> bytes:
    """What the chain holds in place of a body: 32 bytes, which tell nothing without the salt.

    Raises:
        MistakeError: the salt is not 16 bytes long.
    """
    if len(salt) != SALT_SIZE:
        raise MistakeError(
            f"A salt has {SALT_SIZE} bytes, not {len(salt)}.", code="salt-wrong-size"
        )
    return sha256(salt + body).digest()


@dataclass(frozen=True, slots=True)
class Link:
    """One entry as the chain sees it. `at` is in µs since 1970 UTC, `previous` the hash before."""

    kind: str
    commitment: bytes
    device: str
    sequence: int
    previous: bytes
    at: int

    @property
    def hash(self) -> bytes:
        """32 bytes that stand for this entry and all before it on its device.

        Raises:
            OverflowError: sequence or instant is no whole number of 64 bits.
        """
        fields = (
            _NAME,
            self.kind.encode(),
            self.commitment,
            self.device.encode(),
            self.sequence.to_bytes(8, "big", signed=True),
            self.previous,
            self.at.to_bytes(8, "big", signed=True),
        )
        return sha256(b"".join(len(part).to_bytes(4, "big") + part for part in fields)).digest()
