"""A name as a row of words with roles: given name, patronymic, surname, initial, particle.

Decides which word is what, as far as the words themselves tell it, and the sex of the bearer. Whether
two names are one person is for `resolving`. Laws: never fails; `unreadable` says why a name is of no
use, in words; the same words in another case or with other apostrophes have the same roles.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from tomllib import loads

from habeas.language.conventions.tables import data
from habeas.language.given import NOTHING, Known, known, slavic
from habeas.language.letters import LONGEST, letters_of, mended, mixes_scripts, plain
from habeas.language.units import sex_of_ending

MOST_WORDS = 8
"""Words of a name that are looked at."""

_WORD = re.compile(r"[^\s,]+|,")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]")
_PATRONYMIC = re.compile(
    r"([оеё]вич|[иь]ич|мич|[аеоя]віч|[иь]іч|йович|ьович|"
    r"[eoaw]v?[iy]ch|[oea][vw](i|y)(ch|č|c|cz|tch|tsch|tsj|cs|tj|ć|h)|[oea]vi[cč]ius)(ius|as|s)?$"
)
_DAUGHTER = re.compile(
    r"([оеё]вна|[иі]чна|[аеоё]ўна|[ії]вна|[oea][vwuŭ]na|[oea]ŭna|[ij]i?[vw]na|i[vw]na|[iy](ch|č|cz|tch|tsch)na)$"
)


class Role(StrEnum):
    """What a word is in a name."""

    GIVEN = "given name"
    PATRONYMIC = "patronymic"
    SURNAME = "surname"
    INITIAL = "initial"
    SECOND_INITIAL = "second initial"
    """Stands for a patronymic or a middle name."""
    PARTICLE = "particle"
    NAME = "name"
    """Given name or surname: the words do not tell."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: as `written`, in small letters, its role, and what is `known` of it."""

    written: str
    text: str
    role: Role
    known: Known = NOTHING


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name as words. `sex` "m" or "f" where it is clear; `sure` if a given name or patronymic says so.

    `unreadable` is empty, or a sentence that says why the name tells nothing; `doubts` say what was odd
    in one that can be read.
    """

    words: tuple[Word, ...]
    sex: str = ""
    sure: bool = False
    unreadable: str = ""
    doubts: tuple[str, ...] = ()


@lru_cache(1 << 15)
def parsed(name: str) -> Parsed:
    """`name` as words with roles; whatever the text, an answer."""
    if len(name) > LONGEST:
        return Parsed((), unreadable=f"A name of {len(name)} characters is no name.")
    written = _parts(plain(name))
    kept = _untitled(written)
    parts = [mended(part) for part in kept]
    reason = _unreadable(parts)
    if reason:
        return Parsed((), unreadable=reason)
    words = _second_initials([_word(part) for part in parts[:MOST_WORDS]])
    if len(words) < 3:
        words = [_whole(word) for word in words]
    words = _with_roles(words)
    return replace(_sexed(words), doubts=_doubts(name, written, kept))


@lru_cache(1 << 14)
def in_tables(name: str) -> bool:
    """Whether a name shows that the tables are made for it.

    It has a Cyrillic letter, a given name borne in Belarus, Russia or Ukraine, a patronymic, or an
    ending of a Slavic surname.
    """
    return any(
        letters_of(word.text)[0]
        or word.role is Role.PATRONYMIC
        or slavic(word.known.classes)
        or sex_of_ending(word.text)
        for word in parsed(name).words
    )


def _parts(text: str) -> list[str]:
    """Words in small letters; what stands before a comma goes behind."""
    surname, comma, rest = text.partition(",")
    text = f"{rest} {surname}" if comma and rest.strip(" .,-") else text.replace(",", " ")
    found: list[str] = []
    for piece in text.split():
        if _INITIALS.fullmatch(piece):
            found += [letter + "." for letter in piece if letter != "."]
        else:
            found += [part for part in re.split(r"[-.]+", piece) if part]
    return _served(found)


def _served(parts: list[str]) -> list[str]:
    """The words, “Abd al-Rahman” and “Abdel Rahman” as one each: “abdulrahman”."""
    lists = _particles()
    found: list[str] = []
    rest = list(parts)
    while rest:
        part = rest.pop(0)
        if part in lists["servant"]:
            if len(rest) > 1 and rest[0] in lists["articles"]:
                rest.pop(0)
            if rest and len(rest[0].rstrip(".")) > 1:
                cyrillic = letters_of(part)[0] > 0
                part = ("абдул" if cyrillic else "abdul") + rest.pop(0)
        found.append(part)
    return found


def _untitled(parts: list[str]) -> list[str]:
    """The words without titles, unless nothing else is there."""
    lists = _particles()
    kept = [part for part in parts if part not in lists["titles"]] or parts
    either = [part for part in parts if part not in lists["titles"] - lists["either"]]
    return kept if len(kept) > 1 or len(either) < 2 else either


def _doubts(name: str, written: list[str], kept: list[str]) -> tuple[str, ...]:
    """What is odd in a name that can be read, each in words."""
    odd = {
        "a word mixes letters of two scripts": any(map(mixes_scripts, written)),
        "a title was left out": len(kept) < len(written),
        "there are signs that belong to no name": any(
            unicodedata.category(sign)[0] in "NSC" and sign not in " \t`´ʹʺ\u00ad" for sign in name
        ),
    }
    return tuple(words for words, found in odd.items() if found)


def _unreadable(parts: list[str]) -> str:
    long = [part for part in parts if len(part.rstrip(".")) > 1]
    if not long:
        return (
            "Nothing of the name can be read but single letters." if parts else "The name is empty."
        )
    nobody = _particles()["nobody"]
    if any(part in nobody for part in long):
        return "The words say that the name is not known."
    if any(0 not in letters_of(part) for part in long):
        return "A word mixes two scripts and cannot be mended."
    return ""


def _word(part: str) -> Word:
    if part.endswith("."):
        return Word(part, part[0], Role.INITIAL)
    if part in _particles()["particles"]:
        return Word(part, part, Role.PARTICLE)
    found = known(part)
    return Word(part, part, Role.GIVEN if found.classes else Role.NAME, found)


def _second_initials(words: list[Word]) -> list[Word]:
    """Initials that follow a given name or another initial stand for a patronymic or a middle name."""
    first = (Role.GIVEN, Role.INITIAL)
    return [
        replace(word, role=Role.SECOND_INITIAL)
        if word.role is Role.INITIAL and at and words[at - 1].role in first
        else word
        for at, word in enumerate(words)
    ]


def _whole(word: Word) -> Word:
    """In a name of two words, none is a particle."""
    if word.role is not Role.PARTICLE:
        return word
    found = known(word.text)
    return replace(word, role=Role.GIVEN if found.classes else Role.NAME, known=found)


def _with_roles(words: list[Word]) -> list[Word]:
    """Roles by their place among the others: one patronymic at most, one given name as a rule."""
    full = [at for at, word in enumerate(words) if word.role in (Role.GIVEN, Role.NAME)]
    fathers = _fathers(words, full)
    if fathers:
        before = (Role.GIVEN, Role.INITIAL)
        behind_given = [at for at in fathers if at and words[at - 1].role in before]
        at = (behind_given or fathers)[-1]
        words[at] = replace(words[at], role=Role.PATRONYMIC, known=NOTHING)
    given = [at for at in full if words[at].role is Role.GIVEN]
    names = [at for at in full if words[at].role is Role.NAME]
    if len(given) > 1 and not names:
        for at in given[1:]:
            words[at] = replace(words[at], role=Role.NAME)
    if len(given) == 1 and len(full) == 1 and len(words) > 1:
        words[given[0]] = replace(words[given[0]], role=Role.NAME)
    if given or len(words) > len(full):
        for at in names:
            words[at] = replace(words[at], role=Role.SURNAME)
    return words


def _fathers(words: list[Word], full: list[int]) -> list[int]:
    """Where a patronymic may stand: before “oglu” and the like, else by its ending."""
    lists = _particles()
    behind = lists["sons"] | lists["daughters"]
    sure = [at for at in full if at + 1 < len(words) and words[at + 1].text in behind]
    if sure or len(full) < 2 or len(words) < 3:
        return sure
    return [at for at in full if is_patronymic(words[at].text)]


def is_patronymic(text: str) -> bool:
    """Whether a word in small letters has the ending of a patronymic; some surnames have it too."""
    return bool(_PATRONYMIC.search(text) or _DAUGHTER.search(text))


def _sexed(words: list[Word]) -> Parsed:
    patronymics = [word.text for word in words if word.role is Role.PATRONYMIC]
    lists = _particles()
    daughter = any(word.text in lists["daughters"] for word in words)
    for text in patronymics:
        woman = daughter or _DAUGHTER.search(text)
        return Parsed(tuple(words), "f" if woman else "m", sure=True)
    first = (Role.GIVEN, Role.NAME)
    given = {word.known.sex for word in words if word.role in first and word.known.sex}
    strong = not any(word.role is Role.INITIAL for word in words)
    endings = {
        sex_of_ending(word.text, strong=strong) for word in words if word.role is not Role.GIVEN
    } - {""}
    if len(given) == 1:
        return Parsed(tuple(words), given.pop(), sure=True)
    if len(endings) == 1 and not given:
        return Parsed(tuple(words), endings.pop())
    return Parsed(tuple(words))


@cache
def _particles() -> dict[str, frozenset[str]]:
    return {part: frozenset(words.split()) for part, words in loads(data("particles.toml")).items()}
