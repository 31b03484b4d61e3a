"""The ways to open a register: its key, wrapped once for each of them, in `slots.json`.

Decides how a secret opens a slot. Where the file lies and how it is written is for `slots_file`. Laws:

1. Each slot holds the register's key under AES-256-GCM. Its kind, its parameters and the register's
   id are authenticated along with it: a slot that was changed, or moved to another register, opens
   as little as with a wrong secret, and the sentence is the same.
2. A passphrase is stretched (`cost`); a recovery code and a key file are random, and only drawn from.
   To an age recipient the key is sealed; whose it is does not stand there.
3. The seal is reckoned with the register's key over all slots: who opens one of them learns whether
   any was added, taken away or changed.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass, field, replace
from hashlib import sha256
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from habeas.errors import IntegrityError, RegisterError
from habeas.protecting.age import sealed_to, unsealed
from habeas.protecting.cost import Cost, stretched
from habeas.protecting.keys import KEY_SIZE, Entropy, drawn
from habeas.protecting.recovery import looks_like_code, typed

SALT_SIZE = 16
NONCE_SIZE = 12
WRAPPED_SIZE = KEY_SIZE + 16


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Words that somebody remembers."""

    words: str = field(repr=False)

    kind = "passphrase"


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The letters on paper, as `recovery.typed` reads them."""

    letters: str = field(repr=False)

    kind = "recovery code"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The bytes of a key file."""

    data: bytes = field(repr=False)

    kind = "key file"


@dataclass(frozen=True, slots=True)
class Identity:
    """An age identity, which an organisation keeps offline."""

    text: str = field(repr=False)

    kind = "age recipient"


@dataclass(frozen=True, slots=True)
class Recipient:
    """An age recipient, "age1…": enough to add a slot that its identity opens."""

    text: str

    kind = Identity.kind


Secret = Passphrase | RecoveryCode | KeyFile | Identity
"""What opens a slot."""

Way = Passphrase | RecoveryCode | KeyFile | Recipient
"""What a slot is made for."""

KINDS = (Passphrase.kind, RecoveryCode.kind, KeyFile.kind, Identity.kind)
"""All kinds of slot."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to open. `cost` is there for a passphrase alone."""

    kind: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost | None


@dataclass(frozen=True, slots=True)
class Slots:
    """All ways to open the register with the id `register`, and the seal over them."""

    register: str
    slots: tuple[Slot, ...]
    seal: bytes


def meant(words: str) -> Secret:
    """What somebody means by words typed in: a recovery code, where they look like one.

    Raises:
        MistakeError: they look like a recovery code with a slip in it.
    """
    return RecoveryCode(typed(words)) if looks_like_code(words) else Passphrase(words)


def new_slot(register: str, key: bytes, secret: Way, *, cost: Cost, entropy: Entropy) -> Slot:
    """A slot by which `secret` opens the register; `cost` is heeded for a passphrase."""
    salt, nonce = entropy(SALT_SIZE), entropy(NONCE_SIZE)
    blank = Slot(secret.kind, salt, nonce, b"", cost if secret.kind == Passphrase.kind else None)
    if isinstance(secret, Recipient):
        inside = sha256(_told(register, blank)).digest() + key
        return replace(blank, wrapped=sealed_to(inside, [secret.text]))
    sealed = AESGCM(_wrapping_key(secret, blank)).encrypt(nonce, key, _told(register, blank))
    return Slot(blank.kind, salt, nonce, sealed, blank.cost)


def sealed(register: str, slots: tuple[Slot, ...], key: bytes) -> Slots:
    """The slots with their seal."""
    return Slots(register, slots, _seal(register, slots, key))


def opened(slots: Slots, secret: Secret) -> bytes:
    """The register's key.

    Raises:
        RegisterError: no slot opens with this secret.
        IntegrityError: one does, and the seal says that the slots were changed.
    """
    for slot in slots.slots:
        key = _key_in(slots.register, slot, secret) if slot.kind == secret.kind else None
        if key is not None:
            check_seal(slots, key, slots.register)
            return key
    what = "age identity" if isinstance(secret, Identity) else secret.kind
    raise RegisterError(
        f"This {what} does not open the register. Look for a slip (capitals, the keyboard's language,"
        " another file), and try again, or use another way to open it. If you are sure of it, slots.json"
        " was changed, or belongs to another register.",
        code="secret-wrong",
    )


def number_of(slots: Slots, secret: Secret) -> int | None:
    """Which slot, counted from 0, the secret opens; None: none."""
    for number, slot in enumerate(slots.slots):
        if slot.kind == secret.kind and _key_in(slots.register, slot, secret) is not None:
            return number
    return None


def check_seal(slots: Slots, key: bytes, register: str) -> None:
    """Refuse slots that are not those the holder of the key sealed for the register with that id.

    Raises:
        IntegrityError: a slot was added, taken away or changed, or they are another register's.
    """
    right = _seal(slots.register, slots.slots, key)
    if slots.register != register or not hmac.compare_digest(slots.seal, right):
        raise IntegrityError(
            "slots.json is not as it was written: a way to open the register was added, taken away"
            " or changed. Restore it from a backup.",
            code="slots-changed",
        )


def _key_in(register: str, slot: Slot, secret: Secret) -> bytes | None:
    """The key in a slot of the secret's kind; None where it does not open it."""
    told = _told(register, slot)
    if isinstance(secret, Identity):
        inside = unsealed(slot.wrapped, secret.text)
        start = sha256(told).digest()
        return inside[len(start) :] if inside and inside.startswith(start) else None
    try:
        return AESGCM(_wrapping_key(secret, slot)).decrypt(slot.nonce, slot.wrapped, told)
    except InvalidTag:
        return None


def _wrapping_key(secret: Passphrase | RecoveryCode | KeyFile, slot: Slot) -> bytes:
    purpose = f"habeas slot 1 {slot.kind}"
    match secret:
        case Passphrase(words=words):
            if slot.cost is None:
                raise IntegrityError(
                    "A passphrase slot in slots.json has no cost; restore it from a backup.",
                    code="slots-unreadable",
                )
            return stretched(normalize("NFC", words), slot.salt, slot.cost)
        case RecoveryCode(letters=letters):
            return drawn(letters.encode(), salt=slot.salt, purpose=purpose)
        case KeyFile(data=data):
            return drawn(data, salt=slot.salt, purpose=purpose)


def _told(register: str, slot: Slot) -> bytes:
    """What a slot tells of itself in the clear, as authenticated bytes."""
    cost = slot.cost
    numbers = [cost.memory_kib, cost.rounds, cost.lanes] if cost else []
    return json.dumps(["habeas slot 1", register, slot.kind, slot.salt.hex(), numbers]).encode()


def _seal(register: str, slots: tuple[Slot, ...], key: bytes) -> bytes:
    sealing = drawn(key, salt=register.encode(), purpose="habeas slots seal 1")
    lines = [
        [_told(register, slot).decode(), slot.nonce.hex(), slot.wrapped.hex()] for slot in slots
    ]
    return hmac.new(sealing, json.dumps(lines).encode(), sha256).digest()
