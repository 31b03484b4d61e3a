"""Protected identities: sealing a field of a case.

Decides what is written when a field is sealed. Laws: who seals needs no secret but the register's; words
that were sealed are held in memory alone, and stand in no error; a cover does not tell what it covers.
"""

import secrets
from dataclasses import dataclass, field
from unicodedata import normalize

from habeas.errors import MistakeError, PolicyError
from habeas.language.folding import fold
from habeas.protecting.sealing import Bound, key_name, locked, wrapped
from habeas.register.register import Register
from habeas.register.wording import check_words
from habeas.tasks.ids import new_id
from habeas.tasks.protect_readers import Named, named, standing
from habeas.terms.entry import Content
from habeas.terms.ids import CaseId, KeyCopyId, ReaderId, SealingId
from habeas.terms.protected import Case, Field, KeyCopy, Reader, Sealing


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be sealed. `case` empty: a new one, with a `cover` and `readers`.

    A reader is given as "Ann=age1…", or as "Ann" where somebody of that name reads another case.
    """

    what: Field
    words: str = field(repr=False)
    by: str
    case: str = ""
    cover: str = ""
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A field that was sealed, its case, and for whom."""

    case: Case
    sealing: Sealing
    readers: tuple[Named, ...]


def sealable(words: str) -> str:
    """The words as they can be sealed: NFC, their lines as one writes them here.

    Raises:
        MistakeError: there are none, or they hold NUL or a control that turns the direction of writing.
    """
    clean = normalize("NFC", words.replace("\r\n", "\n")).strip()
    if not clean:
        raise MistakeError("There is nothing to seal: type the words.", code="sealed-empty")
    check_words(clean, "what is to be sealed")
    return clean


def seal(register: Register, wish: Wish, *, at: int) -> Kept:
    """Seal a field, for the readers of its case; `at` in µs since 1970 UTC.

    Raises:
        MistakeError: no such case, a cover that is taken, no reader, or words that cannot be sealed.
        PolicyError: the cover tells the name.
    """
    words = sealable(wish.words)
    before: list[Content] = []
    if wish.case:
        case = register.case(CaseId(wish.case))
        readers = standing(register, case.id)
    else:
        case = _new_case(register, wish)
        readers = _new_readers(register, wish)
        before = [case, *(_reader(case, one, wish.by) for one in readers)]
    if wish.what is Field.NAME:
        _check_cover(case.cover, words)
    past = [one.version for one in register.sealings(case.id) if one.field is wish.what]
    name = SealingId(new_id("s"))
    bound = Bound(register.id, case.id, wish.what, max(past, default=0) + 1, name)
    made = locked(words, bound, secrets.token_bytes)
    sealing = Sealing(
        name,
        case.id,
        wish.what,
        bound.version,
        key_name(made.key),
        made.nonce,
        made.hidden,
        wish.by,
    )
    copies = [copy_for(made.key, bound, one.recipient) for one in readers]
    register.put([*before, sealing, *copies], at=at)
    return Kept(case, sealing, tuple(readers))


def copy_for(key: bytes, bound: Bound, recipient: str) -> KeyCopy:
    """The key of a sealed field, for one recipient."""
    data = wrapped(key, bound, recipient)
    return KeyCopy(KeyCopyId(new_id("y")), SealingId(bound.sealing), recipient, data)


def bound_of(register: Register, sealing: Sealing) -> Bound:
    """What a sealed field is bound to."""
    return Bound(register.id, sealing.case, sealing.field, sealing.version, sealing.id)


def _new_case(register: Register, wish: Wish) -> Case:
    made = Case(CaseId(new_id("p")), wish.cover.strip(), wish.by)
    if fold(made.cover) in {fold(one.cover) for one in register.cases()}:
        raise MistakeError(
            "Another case has this cover already; choose another word.", code="cover-taken"
        )
    return made


def _new_readers(register: Register, wish: Wish) -> list[Named]:
    readers = named(register, wish.readers)
    if not readers:
        raise MistakeError(
            "Who may read it? Name at least one reader: --reader NAME=age1…", code="readers-missing"
        )
    return readers


def _reader(case: Case, one: Named, by: str) -> Reader:
    return Reader(ReaderId(new_id("n")), case.id, one.name, one.recipient, True, by)


def _check_cover(cover: str, words: str) -> None:
    """Refuse a cover that gives away what it covers."""
    parts = fold(words).replace("-", " ").split()
    word = fold(cover)
    if word in parts or any(part[:4] == word[:4] for part in parts if len(part) > 3):
        raise PolicyError(
            "The cover is like a word of the name, and stands in the clear; choose one that has nothing"
            " to do with it.",
            code="cover-tells",
        )
