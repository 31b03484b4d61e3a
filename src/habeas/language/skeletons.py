"""The skeletons of a word: coarse keys of its consonants, shared by spellings of one name.

Decides which words are looked at together at all; whether they are one name is for
`language.costs`. Laws: at least one key for a word with letters; the same word, the same keys; never
more than `MOST`.
"""

from functools import cache, lru_cache
from tomllib import loads

from habeas.language.conventions.tables import data, pairs
from habeas.language.units import cuttings

MOST = 8
"""Keys of one word at most."""

_VOWELS = frozenset("аеёиоуыэюяіїєьъйaeiouyąęâûêj")
_SOFT = frozenset("еёиюяіїєьeiyj")
_V = frozenset(("в", "ў", "v", "w", "ŭ", "u"))


@lru_cache(1 << 17)
def skeletons(word: str) -> tuple[str, ...]:
    """The keys of a word in small letters, sorted; the letters themselves where units know none."""
    found: dict[str, None] = {}
    for cut in cuttings(word):
        for key in _keys(cut):
            found[key or "-"] = None
    return tuple(sorted(list(found)[:MOST])) or (word,)


def _keys(cut: tuple[str, ...]) -> list[str]:
    hard, soft = _table()
    keys = [""]
    vowel = False
    for at, unit in enumerate(cut):
        after = cut[at + 1][0] if at + 1 < len(cut) else ""
        if unit in _V and vowel and after not in _VOWELS:
            continue
        left = soft.get(unit) if after and after in _SOFT else None
        left = left or hard.get(unit, ("",))
        keys = [_joined(key, one) for key in keys for one in left][: 2 * MOST]
        vowel = unit[-1] in _VOWELS
    return list(dict.fromkeys(keys))


def _joined(key: str, more: str) -> str:
    return key + more[1:] if more and key.endswith(more[0]) else key + more


@cache
def _table() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    table = loads(data("skeleton.toml"))
    return pairs(table["hard"]), pairs(table["soft"])
