"""Changing who may read a protected case, and making the identities that readers have.

Laws: a reader who is added gets the key of every field sealed before that the identity at hand opens;
one who is removed gets no later key, and the keys given to them are deleted here. What somebody could
read once, they can have copied.
"""

from dataclasses import dataclass
from pathlib import Path

from habeas.errors import MistakeError, RegisterError
from habeas.protecting.age import locked, new_identity, recipient_of
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.tasks.ids import new_id
from habeas.tasks.new import check_words
from habeas.tasks.protect import bound_of, copy_for
from habeas.tasks.protect_open import key_of
from habeas.tasks.protect_readers import Named, named, standing
from habeas.tasks.secret_file import Wanted, check_free, written
from habeas.terms.ids import CaseId, ReaderId
from habeas.terms.protected import KeyCopy, Reader
from habeas.terms.redaction import ReasonClass


@dataclass(frozen=True, slots=True)
class Change:
    """Which case's readers are changed, by whom; the `reader` as it was typed."""

    case: CaseId
    reader: str
    by: str


@dataclass(frozen=True, slots=True)
class Added:
    """A reader who was added, how many fields they can read now, and how many they cannot."""

    reader: Named
    fields: int
    without: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A reader who was removed; how many keys given to them were deleted; whether the journal, too."""

    reader: Named
    keys: int
    clean: bool


def add_reader(register: Register, change: Change, identity: str, *, at: int) -> Added:
    """Let somebody ("NAME=age1…") read a case, what was sealed before and what is sealed from now on.

    Raises:
        MistakeError: there is no such case, or no such reader.
        RegisterError: the identity opens nothing of the case.
        IntegrityError: a key was changed.
    """
    case, by = change.case, change.by
    register.case(case)
    (reader,) = named(register, [change.reader])
    ours = register.key_copies(recipient_of(identity), case)
    theirs = register.key_copies(reader.recipient, case)
    sealings = register.sealings(case)
    copies: list[KeyCopy] = []
    for one in sealings:
        key = None
        if one.id not in theirs:
            key = key_of(register, one, ours.get(one.id, ()), identity)
        if key is not None:
            copies.append(copy_for(key, bound_of(register, one), reader.recipient))
    if sealings and not copies and not theirs:
        raise RegisterError(
            f"This identity opens nothing of case {case}, so it cannot let anybody read it. Ask one of"
            " the readers.",
            code="case-not-for-us",
        )
    entry = Reader(ReaderId(new_id("n")), case, reader.name, reader.recipient, True, by)
    register.put([entry, *copies], at=at)
    number = len(copies) + len(theirs)
    return Added(reader, number, len(sealings) - number)


def remove_reader(register: Register, change: Change, *, at: int) -> Removed:
    """Let somebody, by name or recipient, no longer read what is sealed from now on.

    Raises:
        MistakeError: there is no such case or reader, several have the name, or it is the last one.
    """
    case, by, name = change.case, change.by, change.reader.strip()
    register.case(case)
    readers = standing(register, case)
    meant = [one for one in readers if one.name == name or one.recipient == name.lower()]
    if len(meant) != 1:
        raise MistakeError(
            f"{len(meant)} readers of case {case} are called so; `habeas protect readers list` shows"
            " them, with their recipients.",
            code="reader-unknown",
        )
    if len(readers) == 1:
        raise MistakeError(
            "This is the last reader, and nobody could read the case any more: add another one first, or"
            " erase the case (habeas protect erase).",
            code="reader-last",
        )
    gone = meant[0]
    entry = Reader(ReaderId(new_id("n")), case, gone.name, gone.recipient, False, by)
    register.put([entry], at=at)
    keys = sum(map(len, register.key_copies(gone.recipient, case).values()))
    clean = True
    if keys:
        clean = register.redact(Order(entry.id, by, ReasonClass.DANGER, new_id), at=at)
    return Removed(gone, keys, clean)


def new_identity_file(place: Path, passphrase: str) -> str:
    """Write a new age identity to the new file `place`, locked with a passphrase; its recipient.

    Raises:
        MistakeError: the passphrase protects nothing.
        RegisterError: there is something already, or it cannot be written.
    """
    check_words(passphrase)
    identity, recipient = new_identity()
    written(
        _identity_file(place),
        locked(f"# public key: {recipient}\n{identity}\n".encode(), passphrase),
    )
    return recipient


def check_identity_file(place: Path) -> None:
    """Refuse a place where no identity can be written, before a passphrase for it is asked.

    Raises:
        RegisterError: there is something already, or it cannot be written.
    """
    check_free(_identity_file(place))


def _identity_file(place: Path) -> Wanted:
    return Wanted(place, "identity", code="identity-not-written")
