"""Protected identities: opening cases with an identity, and finding one by a name.

Decides what is opened for whom. Laws: what was opened is held in memory alone; what the identity has no
key to is told as closed; what was changed, or put in another's place, is told as changed, and not shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.errors import IntegrityError, MistakeError, RegisterError
from habeas.language.folding import fold
from habeas.protecting.age import recipient_of
from habeas.protecting.sealing import Locked, opened, unwrapped
from habeas.register.register import Register
from habeas.resolving.likeness import Likeness
from habeas.tasks.find import nearest
from habeas.tasks.protect import bound_of
from habeas.terms.ids import CaseId, ClaimId, SealingId
from habeas.terms.protected import Case, Field, KeyCopy, Reader, Sealing


@dataclass(frozen=True, slots=True)
class Opened:
    """A sealed field with its words; None where the identity has no key to it, or it was `changed`."""

    sealing: Sealing
    words: str | None = field(repr=False)
    changed: bool = False


@dataclass(frozen=True, slots=True)
class CaseShown:
    """A case: its readers now, its fields in the order of the log, and the claims that name it."""

    case: Case
    readers: tuple[Reader, ...]
    fields: tuple[Opened, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class CaseFound:
    """A case whose sealed name is like the one sought; `likeness` None: it has the letters typed."""

    case: Case
    likeness: Likeness | None


@dataclass(frozen=True, slots=True)
class CasesFound:
    """The cases found, and how many names could be opened, how many not, how many were changed."""

    cases: tuple[CaseFound, ...]
    opened: int
    closed: int
    changed: int


def show(register: Register, name: CaseId, identity: str | None = None) -> CaseShown:
    """A case, opened as far as the identity opens it; None: not at all.

    Raises:
        MistakeError: there is no such case.
        RegisterError: the identity opens none of it.
    """
    case = register.case(name)
    fields = _fields(register, register.sealings(name), identity)
    if identity is not None and all(one.words is None and not one.changed for one in fields):
        raise RegisterError(
            f"This identity opens nothing of case {name}: no key was given to it, or it was taken back."
            " Ask one of the readers.",
            code="case-not-for-us",
        )
    claims = {
        one.claim: None
        for one in register.mentions_like(name, limit=1000)
        if name in one.written.casefold()
    }
    return CaseShown(case, tuple(standing_readers(register, name)), fields, tuple(claims))


def standing_readers(register: Register, case: CaseId) -> list[Reader]:
    """Those who may read what is sealed from now on."""
    return [one for one in register.readers(case) if one.standing]


def find(register: Register, identity: str, words: str) -> CasesFound:
    """The cases whose name is like the words, among those that the identity opens.

    Raises:
        MistakeError: the words hold no letter.
    """
    if not any(sign.isalnum() for sign in words):
        raise MistakeError("Give at least one letter of a name.", code="name-empty")
    names = [one for one in register.sealings() if one.field is Field.NAME]
    every = _fields(register, names, identity)
    cases: dict[str, set[CaseId]] = {}
    for one in every:
        for line in (one.words or "").splitlines():
            cases.setdefault(line.strip(), set()).add(one.sealing.case)
    cases.pop("", None)
    found: dict[CaseId, Likeness | None] = {}
    for name, likeness in _alike(words, sorted(cases)).items():
        for case in cases[name]:
            found.setdefault(case, likeness)
    told = tuple(CaseFound(register.case(case), likeness) for case, likeness in found.items())
    changed = sum(one.changed for one in every)
    read = sum(one.words is not None for one in every)
    return CasesFound(told, read, len(every) - read - changed, changed)


def key_of(
    register: Register, sealing: Sealing, copies: Sequence[KeyCopy], identity: str
) -> bytes | None:
    """The key of a sealed field; None where there is no copy for the identity.

    One good copy is enough: whoever puts a worthless one beside it shuts nobody out.

    Raises:
        IntegrityError: no copy is good; each was changed, or holds the key of another field.
    """
    bound = bound_of(register, sealing)
    wrong: IntegrityError | None = None
    for one in copies:
        try:
            return unwrapped(one.wrapped, bound, sealing.key, identity)
        except IntegrityError as error:
            wrong = error
    if wrong is not None:
        raise wrong
    return None


def _fields(
    register: Register, sealings: Iterable[Sealing], identity: str | None
) -> tuple[Opened, ...]:
    copies: Mapping[SealingId, Sequence[KeyCopy]] = {}
    if identity is not None:
        copies = register.key_copies(recipient_of(identity))
    return tuple(_opened(register, one, copies.get(one.id, ()), identity or "") for one in sealings)


def _opened(
    register: Register, sealing: Sealing, copies: Sequence[KeyCopy], identity: str
) -> Opened:
    try:
        key = key_of(register, sealing, copies, identity)
        if key is None:
            return Opened(sealing, None)
        given = Locked(key, sealing.nonce, sealing.hidden)
        return Opened(sealing, opened(given, bound_of(register, sealing)))
    except IntegrityError:
        return Opened(sealing, None, changed=True)


def _alike(words: str, names: Sequence[str]) -> dict[str, Likeness | None]:
    """The names that have the letters typed, then those that sound like them."""
    typed = fold(words)
    found: dict[str, Likeness | None] = dict.fromkeys(one for one in names if typed in fold(one))
    if names:
        for name, likeness in nearest(words, names).items():
            found.setdefault(name, likeness)
    return found
