"""Names as they stand in running text, read back into the nominative.

Decides which nominatives a name in another case may have. A reading counts only if its given name is a
certain one of the right sex; whether it is meant is for `resolving`. Laws: a name without a certain
given name has no reading; the name itself is none of its readings.
"""

from functools import cache, lru_cache
from itertools import product
from tomllib import loads

from habeas.language.conventions.tables import data
from habeas.language.given import listed
from habeas.language.roles import Parsed, Role, parsed

MOST = 4
"""Readings of one name at most."""

_LONGEST, _STEM = 6, 2


@lru_cache(1 << 13)
def readings(name: str) -> tuple[str, ...]:
    """Nominatives of `name`, the likelier sex first; empty for a name that is none in another case."""
    read = parsed(name)
    if not 2 <= len(read.words) <= 4 or any(word.role is Role.PARTICLE for word in read.words):
        return ()
    found = [one for sex in ("f", "m") for one in _of_sex(read, sex)]
    return tuple(dict.fromkeys(found))[:MOST]


def nominatives(word: str) -> tuple[str, ...]:
    """Nominatives that one word of a name may have, a woman's and a man's; none for a nominative."""
    text = word.casefold()
    found = [form for sex in ("f", "m") for form in _nominatives(text, sex) if form != text]
    return tuple(dict.fromkeys(found))


def _of_sex(read: Parsed, sex: str) -> list[str]:
    words = [word.written for word in read.words]
    choices: list[tuple[str, ...]] = []
    certain = False
    for word in read.words:
        ways = _nominatives(word.text, sex) if word.role is not Role.INITIAL else ()
        given = tuple(way for way in ways if _is_given(way, sex))
        certain = certain or bool(given)
        choices.append(given or ways or (word.written,))
    if not certain:
        return []
    return [" ".join(way) for way in product(*choices) if list(way) != words]


def _is_given(word: str, sex: str) -> bool:
    found = listed(word)
    return found.certain and found.sex in (sex, "")


def _nominatives(word: str, sex: str) -> tuple[str, ...]:
    rules = _rules(sex)
    for length in range(min(_LONGEST, len(word) - _STEM), 0, -1):
        if word[-length:] in rules:
            return tuple(word[:-length] + new for new in rules[word[-length:]])
    return ()


@cache
def _rules(sex: str) -> dict[str, tuple[str, ...]]:
    rules: dict[str, tuple[str, ...]] = {}
    text = loads(data("nominatives.toml"))["men" if sex == "m" else "women"]
    for line in text.strip().splitlines():
        for rule in line.split(";"):
            ending, _arrow, nominatives = rule.partition(">")
            new = tuple("" if one == "-" else one for one in nominatives.split())
            rules[ending.strip()] = tuple(dict.fromkeys(rules.get(ending.strip(), ()) + new))
    return rules
