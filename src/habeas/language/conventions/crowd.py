"""Fictional people, and their names in every convention: for training, benchmarks and laws.

Decides who is in a crowd (sex, given name, father, surname) and how one of them is written: language,
convention, order, patronymic, short form, case, initials. Laws: the same seed gives the same crowd;
nobody in it is a real person, and surnames come as an argument.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.forms import given_rows, inflected, patronymic, womans
from habeas.language.conventions.respelling import respelled
from habeas.language.conventions.spelling import spelled
from habeas.language.conventions.tables import LANGUAGES, conventions

CASED = {"en": "", "de": "de", "pl": "pl", "lt": "lt", "cs": "cs"}
"""Languages of pages whose case endings are known, beside the Cyrillic ones."""

_FOREIGN = {"be": set("иїєґщъ"), "ru": set("іїєґў"), "uk": set("ыэёўъ")}
"""Letters that a language does not have."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A fictional person: sex "m" or "f", keys of the given names, the surname in Russian."""

    sex: str
    given: str
    father: str
    surname: str


@dataclass(frozen=True, slots=True)
class Habit:
    """How often, in percent, something is written: a patronymic, a short form, an initial, a case."""

    patronymic: int = 30
    short: int = 8
    initial: int = 3
    case: int = 0
    typing: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """One spelling: its words, by role, and the name as it stands on the page."""

    given: str
    patronymic: str
    surname: str
    name: str
    language: str
    convention: str


def crowd(surnames: Sequence[str], size: int, seed: int) -> list[Figure]:
    """`size` people, some names common and most rare, as in life."""
    chance = Chance(seed)
    rows = given_rows()
    men = [row.key for row in rows if row.sex == "m" and row.slavic]
    women = [row.key for row in rows if row.sex == "f" and row.slavic]
    figures = []
    for _ in range(size):
        sex = "f" if chance.maybe(35) else "m"
        given = (women if sex == "f" else men)[chance.early(len(women if sex == "f" else men), 3)]
        surname = surnames[chance.early(len(surnames), 2)]
        figures.append(Figure(sex, given, men[chance.early(len(men), 3)], surname))
    return figures


def written(figure: Figure, chance: Chance, habit: Habit, language: str = "") -> Written:
    """One spelling of a person, in `language` or in one that chance picks."""
    language = language or chance.pick(LANGUAGES)
    words = _native(figure, language, chance, habit)
    if chance.maybe(25):
        table, page = "", language
    else:
        one = chance.pick(conventions(language))
        table, page = one.id, one.written
        words = [
            spelled(words[0], one, chance, figure.sex),
            spelled(words[1], one, chance),
            spelled(words[2], one, chance, figure.sex),
        ]
    if chance.maybe(habit.case):
        words = [inflected(word, page, chance) if word else "" for word in words]
    if chance.maybe(habit.typing):
        words[2] = _mistyped(words[2], chance)
    plain = Written(words[0], words[1], words[2], "", page, table or f"{language}-cyrillic")
    return replace(plain, name=_name(plain, chance, habit))


def _native(figure: Figure, language: str, chance: Chance, habit: Habit) -> list[str]:
    """Given name, patronymic and surname in Cyrillic small letters."""
    rows = {row.key: row for row in given_rows()}
    row = rows[figure.given]
    own = row.forms[language]
    given = own[0] if chance.maybe(85) else chance.pick(own)
    short = [one for one in row.short if not set(one) & _FOREIGN[language]]
    if short and chance.maybe(habit.short):
        given = chance.pick(short)
    surname = figure.surname
    if figure.sex == "f":
        surname = womans(surname)
    if language != "ru":
        surname = respelled(surname, language, chance)
    father = patronymic(rows[figure.father].forms[language][0], language, figure.sex)
    return [given, father if chance.maybe(habit.patronymic) else "", surname]


def _name(words: Written, chance: Chance, habit: Habit) -> str:
    given = words.given[:1].upper() + "." if chance.maybe(habit.initial) else _capital(words.given)
    parts = [given, _capital(words.patronymic), _capital(words.surname)]
    kind = chance.below(20)
    if words.patronymic and kind < 9 or kind < 4:
        parts = [parts[2], parts[0], parts[1]]
    if kind == 19:
        return f"{_capital(words.surname).upper()}, {given}"
    return " ".join(part for part in parts if part)


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _mistyped(word: str, chance: Chance) -> str:
    if len(word) < 4:
        return word
    at, kind = 1 + chance.below(len(word) - 2), chance.below(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
