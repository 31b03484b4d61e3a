"""Given names: which spellings are one name, by the classes of `conventions/data/given.toml`.

Decides which classes a word belongs to, in whatever convention it is spelled, and how it came to them
(a full form, a short form, another language's). What that says of two people is for `resolving`. Laws: a
form of the table belongs to its class; a word far from every form belongs to none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from habeas.language.conventions.forms import given_rows
from habeas.language.conventions.tables import data
from habeas.language.costs import fit
from habeas.language.letters import plain
from habeas.language.skeletons import skeletons
from habeas.language.sounds import grams

CLOSE = 1.0
"""Loss up to which a spelling is taken for a form of the table."""

CLOSER = 0.35
"""The same for words of fewer than `LONG` letters."""

LONG, SHORTEST = 5, 3


@dataclass(frozen=True, slots=True)
class Known:
    """Classes of a word, as keys of the table; `sex` "m" or "f" where all of them agree, else "".

    `loss` is how far the word is from the nearest form; `short` says that it is one only as a pet name;
    `certain` that the word itself stands in the table.
    """

    classes: frozenset[str]
    sex: str
    loss: float
    short: bool
    certain: bool


NOTHING = Known(frozenset(), "", 9.0, False, False)
"""What is known of a word that is no given name."""


@lru_cache(1 << 15)
def known(word: str) -> Known:
    """What the table knows of a word in small letters."""
    if word in _spelled():
        return _known([word], 0.0, certain=True)
    if len(word) < SHORTEST:
        return NOTHING
    index = _by_skeleton()
    alike = {form for key in skeletons(word) for form in index.get(key, ()) if _alike(word, form)}
    near = {form: _distance(word, form) for form in alike}
    best = min(near.values(), default=9.0)
    if best > (CLOSE if len(word) >= LONG else CLOSER):
        return NOTHING
    return _known([form for form, loss in near.items() if loss <= best + 0.2], best)


def slavic(classes: frozenset[str]) -> bool:
    """Whether one of these classes is a name borne in Belarus, Russia or Ukraine."""
    return not classes.isdisjoint(_slavic())


def listed(word: str) -> Known:
    """What the table itself knows of a word in small letters, without any reckoning."""
    return _known([word], 0.0, certain=True) if word in _spelled() else NOTHING


def forms_of(classes: frozenset[str]) -> tuple[str, ...]:
    """Every form of the given names of these classes, in small letters, sorted."""
    by_class = _by_class()
    return tuple(sorted({form for one in classes for form in by_class[one]}))


def initials(word: str) -> frozenset[str]:
    """First letters under which a bearer of the given name `word` may be written."""
    return frozenset(form[0] for form in forms_of(known(word).classes)) | {word[:1]}


def _alike(word: str, form: str) -> bool:
    """Whether two words share enough letters to be worth aligning."""
    one, two = grams(word), grams(form)
    return abs(len(word) - len(form)) <= 3 and 5 * len(one & two) >= len(one)


def _distance(word: str, form: str) -> float:
    fitted = fit(word, form)
    surname = any("-" in one + two for one, two in fitted.changed)
    return fitted.loss if fitted.odds > 1.2 * fitted.length and not surname else 9.0


def _known(forms: list[str], loss: float, *, certain: bool = False) -> Known:
    table = _spelled()
    found = {key: short for form in forms for key, short in table[form].items()}
    sexes = {_sexes()[key] for key in found}
    sex = sexes.pop() if len(sexes) == 1 else ""
    return Known(frozenset(found), sex, loss, all(found.values()), certain)


@cache
def _slavic() -> frozenset[str]:
    return frozenset(row.key for row in given_rows() if row.slavic)


@cache
def _by_class() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form, classes in _spelled().items():
        for one in classes:
            found.setdefault(one, []).append(form)
    return {one: tuple(forms) for one, forms in found.items()}


@cache
def _sexes() -> Mapping[str, str]:
    return {row.key: row.sex for row in given_rows()}


@cache
def forms() -> Mapping[str, Mapping[str, bool]]:
    """The forms of the table in small letters: their classes, with whether it is a short form there."""
    found: dict[str, dict[str, bool]] = {}
    for row in given_rows():
        full = {form for one in row.forms.values() for form in one} | set(row.other)
        for form in full | set(row.short):
            found.setdefault(plain(form).strip(), {})[row.key] = form not in full
    return found


@cache
def _spelled() -> Mapping[str, Mapping[str, bool]]:
    """Classes by spelling: the forms of the table, and what the conventions make of them."""
    found = {form: dict(classes) for form, classes in forms().items()}
    for line in data("given-spellings.txt").splitlines()[1:]:
        key, *words = line.split()
        for word in words:
            found.setdefault(word, {}).setdefault(key.rstrip("~"), key.endswith("~"))
    return found


@cache
def _by_skeleton() -> Mapping[str, tuple[str, ...]]:
    """The forms of the table by their skeletons."""
    lines = (line.split() for line in data("given-keys.txt").splitlines()[1:])
    return {key: tuple(words) for key, *words in lines}
