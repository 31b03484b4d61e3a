"""A word of a name as units: the letters and groups of letters that stand for one sound.

Decides where a unit ends, and which endings tell the sex of the bearer. What a difference between two
units costs is for `language.costs`. Laws: never fails; a doubled letter counts once, but
for most Cyrillic vowels, which are two sounds.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from tomllib import loads

from habeas.language.conventions.tables import data
from habeas.language.letters import plain

_DOUBLED = re.compile(r"([^еёиуыэюяіїє])\1+")
_WEAK = ("in", "yj")
"""Families of endings that other names have, too."""

_STEM = 2
"""Letters a word keeps at least when its ending is cut off."""


@dataclass(frozen=True, slots=True)
class _Ending:
    unit: str
    sex: str


@dataclass(frozen=True, slots=True)
class _Table:
    groups: tuple[re.Pattern[str], ...]
    endings: dict[str, _Ending]
    unsure: frozenset[str]
    longest: int


@lru_cache(1 << 16)
def cuttings(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways a word in small letters is cut into units; more than one where a group or a case ending
    is doubtful.

    The ending, if it has one, is the last unit, with a "~" before: its family and sex, as "~ov-f", or
    the letters themselves, as "~ом". Letters of scripts without a table are left out: a cutting without
    units says that nothing is known.
    """
    table = _table()
    word = _DOUBLED.sub(r"\1", word)
    stem, ending = _parted(word, table)
    ways: list[tuple[str, tuple[str, ...]]] = (
        [(stem, ("~" + ending.unit,))] if ending else [(word, ())]
    )
    if ending and (
        len(stem) <= _STEM
        or (not ending.sex and len(word) > len(stem) + 1)
        or word[len(stem) :] in table.unsure
    ):
        ways.append((word, ()))
    if ending and word[len(stem)] == "j" and word[len(stem) + 1 :] in table.endings:
        ways.append((word[: len(stem) + 1], ("~" + ending.unit,)))
    cut = {
        (*(one for one in pattern.findall(start) if _known(one)), *tail)
        for start, tail in ways
        for pattern in table.groups
    }
    return tuple(sorted(cut, key=lambda one: (-len(one), one)))


@lru_cache(1 << 16)
def sex_of_ending(word: str, *, strong: bool = False) -> str:
    """ "m" or "f" where the ending of a surname in small letters tells it, else "".

    `strong`: only endings that given names and foreign names do not have by chance (not -in, -y).
    """
    table = _table()
    word = _DOUBLED.sub(r"\1", word)
    stem, ending = _parted(word, table)
    if ending is None or word[len(stem) :] in table.unsure:
        return ""
    return "" if strong and ending.unit[:2] in _WEAK else ending.sex


@cache
def every_unit() -> tuple[str, ...]:
    """All units there are, sorted: letters, groups, and endings with a "~" before."""
    table = loads(data("units.toml"))
    letters = set("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў")
    groups = letters | set(table["kept"].split()) | set(table["groups"].split())
    return tuple(sorted(groups | {"~" + one.unit for one in _table().endings.values()}))


@cache
def _table() -> _Table:
    table = loads(data("units.toml"))
    groups = sorted(set(table["groups"].split()), key=lambda one: (-len(one), one))
    seldom, soft = set(table["seldom"].split()), set(table["soft"].split())
    doubtful = seldom | soft | set(table["doubtful"].split())
    endings: dict[str, _Ending] = {}
    for part in table["ending"]:
        for word in part["words"].split():
            written = _DOUBLED.sub(r"\1", plain(word))
            unit = f"{part['family']}-{part['sex']}" if part["family"] else written
            endings.setdefault(written, _Ending(unit, part["sex"]))
    patterns = [
        re.compile("|".join([*(one for one in groups if one not in apart), "."]))
        for apart in (set(), seldom, soft, doubtful)
    ]
    unsure = frozenset(table["unsure"].split())
    return _Table(tuple(patterns), endings, unsure, max(map(len, endings)))


def _parted(word: str, table: _Table) -> tuple[str, _Ending | None]:
    for length in range(min(table.longest, len(word) - _STEM), 0, -1):
        if word[-length:] in table.endings:
            return word[:-length], table.endings[word[-length:]]
    return word, None


def _known(unit: str) -> bool:
    first = unit[0]
    return "a" <= first <= "ɏ" or "а" <= first <= "я" or first in "ёіїєґў"
