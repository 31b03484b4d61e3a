"""Sealing a field of a protected case, so that its readers alone can open it.

Decides how words become ciphertext, and how the key is handed to a reader. What is kept of both, and who
is a reader, is for `terms.protected`. Laws:

1. Each field that is sealed has a random key of its own, used once: AES-256-GCM. Whoever seals needs
   nobody's secret; who may read later fields follows from whom their keys are given to.
2. Register, case, field, version and the sealing's id are authenticated along with the ciphertext, and
   with each wrapped key: a field put in another's place, or a key of another case, is told as such.
3. The key's name is its hash: two readers of one sealing hold the same key, and so read the same words.
4. Words are filled up to a multiple of 256 bytes: the size of a name does not tell it.
5. No error repeats a word that was sealed, or is to be.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.age import STARTS, sealed_to, unsealed
from habeas.protecting.keys import KEY_SIZE, Entropy, new_key
from habeas.terms.protected import BLOCK, MOST_WORDS, NONCE_SIZE

_END = b"\x80"


@dataclass(frozen=True, slots=True)
class Bound:
    """What a sealed field is bound to: the register, the case, the field, its version and its id."""

    register: str
    case: str
    field: str
    version: int
    sealing: str

    @property
    def told(self) -> bytes:
        """It all, as authenticated bytes."""
        parts = [self.register, self.case, self.field, self.version, self.sealing]
        return json.dumps(["habeas sealed field 1", *parts]).encode()


@dataclass(frozen=True, slots=True)
class Locked:
    """A field as it was sealed, with its key."""

    key: bytes = field(repr=False)
    nonce: bytes
    hidden: bytes


def key_name(key: bytes) -> str:
    """The name by which a key is known: a hash (hex) of it, which tells nothing of the words."""
    return sha256(b"habeas case key 1" + key).hexdigest()


def locked(words: str, bound: Bound, entropy: Entropy) -> Locked:
    """The words, sealed under a new key.

    Raises:
        MistakeError: they are too long.
    """
    data = words.encode("utf-8")
    if len(data) > MOST_WORDS:
        raise too_long()
    key, nonce = new_key(entropy), entropy(NONCE_SIZE)
    filled = data + _END
    filled += bytes(-len(filled) % BLOCK)
    return Locked(key, nonce, AESGCM(key).encrypt(nonce, filled, bound.told))


def too_long() -> MistakeError:
    """The refusal of words that are too long to be sealed."""
    return MistakeError(
        f"A sealed field takes at most {MOST_WORDS:,} bytes; seal a shorter note, or several versions"
        " of it.",
        code="sealed-too-long",
    )


def opened(given: Locked, bound: Bound) -> str:
    """The words of a sealed field.

    Raises:
        IntegrityError: it was changed, or stands in another's place.
    """
    try:
        filled = AESGCM(given.key).decrypt(given.nonce, given.hidden, bound.told)
        return filled.rstrip(b"\0").removesuffix(_END).decode("utf-8")
    except (InvalidTag, ValueError):
        raise IntegrityError(
            f"The sealed field {bound.sealing} of case {bound.case} is not as it was sealed: it was"
            " changed, or put in another's place. Restore a backup.",
            code="sealed-changed",
        ) from None


def wrapped(key: bytes, bound: Bound, recipient: str) -> bytes:
    """The key of a sealed field, for one reader.

    Raises:
        MistakeError: that is no recipient.
    """
    return sealed_to(sha256(bound.told).digest() + key, [recipient])


def unwrapped(data: bytes, bound: Bound, name: str, identity: str) -> bytes:
    """The key named `name` of a sealed field, wrapped for the recipient of `identity`.

    Raises:
        IntegrityError: it does not open, or is the key of another field.
    """
    inside = unsealed(data, identity) or b""
    start = sha256(bound.told).digest()
    key = inside[len(start) :]
    if not inside.startswith(start) or len(key) != KEY_SIZE or key_name(key) != name:
        raise IntegrityError(
            f"The key given for the sealed field {bound.sealing} of case {bound.case} was changed, or is"
            " the key of another one. Restore a backup.",
            code="sealed-changed",
        )
    return key


def looks_wrapped(data: bytes) -> bool:
    """Whether bytes have the form of a key wrapped for one recipient."""
    head = data.split(b"\n---", 1)[0]
    return data.startswith(STARTS[0]) and head.count(b"\n-> X25519 ") == 1
