"""Protected cases for tests of the register: two readers, and fields sealed to them."""

import secrets

from habeas.protecting import age
from habeas.protecting.sealing import Bound, key_name, locked, wrapped
from habeas.terms.entry import Content
from habeas.terms.ids import CaseId, KeyCopyId, ReaderId, SealingId
from habeas.terms.protected import Case, Field, KeyCopy, Reader, Sealing

ANN, TO_ANN = age.new_identity()
BOB, TO_BOB = age.new_identity()
NAME = "Kanarejkina Vieranika"


def case(name: str = "p-1", cover: str = "Linden") -> Case:
    """A case that Ann opened."""
    return Case(CaseId(name), cover, "Ann")


def reader(
    name: str = "n-1", of: str = "p-1", to: str = TO_ANN, *, standing: bool = True
) -> Reader:
    """Ann names a reader, or takes them back."""
    who = "Ann" if to == TO_ANN else "Bob"
    return Reader(ReaderId(name), CaseId(of), who, to, standing, "Ann")


def sealed(
    name: str = "s-1", of: str = "p-1", words: str = NAME, *, register: str = "00" * 16
) -> tuple[Sealing, bytes]:
    """A sealed name, and its key."""
    bound = Bound(register, of, "name", 1, name)
    made = locked(words, bound, secrets.token_bytes)
    case_id, key = CaseId(of), key_name(made.key)
    kept = Sealing(SealingId(name), case_id, Field.NAME, 1, key, made.nonce, made.hidden, "Ann")
    return kept, made.key


def key_for(name: str, sealing: Sealing, key: bytes, to: str = TO_ANN) -> KeyCopy:
    """The key of a sealed field, for one reader."""
    bound = Bound("00" * 16, sealing.case, "name", sealing.version, sealing.id)
    return KeyCopy(KeyCopyId(name), sealing.id, to, wrapped(key, bound, to))


def whole_case(number: int = 1, cover: str = "Linden", words: str = NAME) -> list[Content]:
    """A case with two readers and a sealed name; ids end in its number."""
    of = f"p-{number}"
    made, key = sealed(f"s-{number}", of, words)
    return [
        case(of, cover),
        reader(f"n-{number}", of),
        reader(f"n-{number}b", of, TO_BOB),
        made,
        key_for(f"y-{number}", made, key),
        key_for(f"y-{number}b", made, key, TO_BOB),
    ]
