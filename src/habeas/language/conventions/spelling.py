"""A word written by a convention.

Decides which rule of a table applies where: the longest one at each place; an ending rule before an
open one, an open one before a plain one. Laws: the same word, convention and choices give the same
spelling; without choices the usual spelling is written.
"""

from collections.abc import Mapping

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.tables import Convention

_OPENERS = frozenset("аеёиоуыэюяіїєўьъ'-")
_LONGEST = 4


def spelled(word: str, convention: Convention, chance: Chance | None = None, sex: str = "") -> str:
    """`word`, Cyrillic in small letters, written by `convention`, in small letters.

    Args:
        word: One word of a name.
        convention: How it is to be written.
        chance: Chooses among alternatives; None writes the usual ones.
        sex: "m" or "f" changes the ending as the convention does for men or women; "" leaves it.
    """
    out, at = [], 0
    before = "-"
    while at < len(word):
        key, choices = _rule(word, at, before, convention)
        out.append(choices[0] if chance is None else chance.pick(choices))
        before = key[-1]
        at += len(key)
    endings = convention.male if sex == "m" else convention.female if sex == "f" else {}
    return _ended("".join(out), endings, chance)


def _rule(word: str, at: int, before: str, convention: Convention) -> tuple[str, tuple[str, ...]]:
    rest = word[at:]
    if rest in convention.end and at > 1:
        return rest, convention.end[rest]
    tables: list[Mapping[str, tuple[str, ...]]] = [convention.letters]
    if before in _OPENERS:
        tables.insert(0, convention.open)
    for length in range(min(_LONGEST, len(rest)), 0, -1):
        for table in tables:
            if rest[:length] in table:
                return rest[:length], table[rest[:length]]
    return rest[0], (rest[0] if rest[0] == "-" else "",)


def _ended(spelling: str, endings: Mapping[str, tuple[str, ...]], chance: Chance | None) -> str:
    for old in sorted(endings, key=len, reverse=True):
        if old != "~" and spelling.endswith(old) and len(spelling) > len(old) + 1:
            new = endings[old][0] if chance is None else chance.pick(endings[old])
            return spelling[: len(spelling) - len(old)] + new
    return spelling + endings["~"][0] if "~" in endings else spelling
