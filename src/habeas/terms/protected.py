"""Protected identities: a case with a code name, its sealed fields, and who may read them.

Decides what the log holds of a person or witness whose name is kept even from most of those who open
the register: a case (a random id and a chosen cover word, which all others see), fields as ciphertext,
a copy of each field's key for each reader, and who is a reader. How fields are sealed is for
`protecting.sealing`. Laws: no word of what is sealed stands in any of these; what cannot be a sealed
field is none.
"""

from dataclasses import dataclass
from enum import StrEnum

from habeas.errors import MistakeError
from habeas.terms.ids import CaseId, KeyCopyId, ReaderId, SealingId

NONCE_SIZE = 12
"""Bytes of a nonce."""

BLOCK = 256
"""What is sealed is filled up to a multiple of so many bytes, so that its size tells little."""

TAG_SIZE = 16
"""Bytes by which a ciphertext is longer."""

MOST_WORDS = 64 * 1024
"""Bytes of UTF-8 that one field may have."""

_KEY_LETTERS = 64
_LARGEST_COPY = 4096
_LONGEST_COVER = 40


class Field(StrEnum):
    """What can be sealed."""

    NAME = "name"
    ADDRESS = "address"
    CONTACT = "contact"
    HEALTH = "health"
    RELATIVES = "relatives"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody whose identity is sealed. `cover` is one word that has nothing to do with the name."""

    id: CaseId
    cover: str
    by: str
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse a cover that is not one word, and a case that nobody opened."""
        _need_name(self.by)
        one = len(self.cover.split()) == 1 and self.cover.strip() == self.cover
        if not one or len(self.cover) > _LONGEST_COVER or not self.cover[:1].isalpha():
            raise MistakeError(
                f"A cover is one word of at most {_LONGEST_COVER} letters.", code="cover-unfit"
            )

    @property
    def code_name(self) -> str:
        """How claims and the rest of the register name it, as "Linden p-7f3k2m9qx4wd"."""
        return f"{self.cover} {self.id}"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody may read a case from now on (`standing`), or no longer; the latest one holds."""

    id: ReaderId
    case: CaseId
    name: str
    recipient: str
    standing: bool
    by: str
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse one without a name, or set by nobody."""
        _need_name(self.by)
        _need_name(self.name)


@dataclass(frozen=True, slots=True)
class Sealing:
    """One field of a case, sealed under a key of its own; `key` is the SHA-256 (hex) that stands for it.

    `version` counts from 1 for each field; two laptops may give the same one.
    """

    id: SealingId
    case: CaseId
    field: Field
    version: int
    key: str
    nonce: bytes
    hidden: bytes
    by: str
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot have been sealed."""
        _need_name(self.by)
        filled = len(self.hidden) - TAG_SIZE
        whole = 0 < filled <= MOST_WORDS + BLOCK and filled % BLOCK == 0
        key = len(self.key) == _KEY_LETTERS and not set(self.key) - set("0123456789abcdef")
        if not whole or not key or len(self.nonce) != NONCE_SIZE or self.version < 1:
            raise MistakeError("This is no sealed field as Habeas writes it.", code="sealed-unfit")


@dataclass(frozen=True, slots=True)
class KeyCopy:
    """The key of one sealed field, wrapped for one reader's recipient."""

    id: KeyCopyId
    sealing: SealingId
    recipient: str
    wrapped: bytes
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be a wrapped key."""
        if not 0 < len(self.wrapped) <= _LARGEST_COPY:
            raise MistakeError("This is no wrapped key as Habeas writes it.", code="sealed-unfit")


def _need_name(name: str) -> None:
    if not name.strip():
        raise MistakeError(
            "A protected case needs the name of who does this, and of each reader.",
            code="protector-missing",
        )


Protected = Case | Reader | Sealing | KeyCopy
"""What the log holds of protected identities."""
