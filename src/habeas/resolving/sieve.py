"""Which of very many names are worth indexing for one query: a coarse sieve by pairs of sounds.

Decides what is left out before anything is reckoned; how near a name is comes after. It is loose on
purpose. Laws: the same names and words give the same answer; a name that is written as it is sought is
never left out; nothing is left out where there are few names.
"""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from heapq import nsmallest
from tomllib import loads

from habeas.language.conventions.tables import data
from habeas.language.given import known, listed
from habeas.language.letters import plain
from habeas.language.sounds import neighbours

KEPT = 400
"""Names that pass."""

FIRST = 0.25
"""Weight of a first letter that may stand for the same sound, beside 1 for all pairs of sounds."""

FEW_LETTERS = 5
"""Letters typed up to which the first sound alone lets a word pass."""

_GIVEN = 0.9


def sieved(words: str, names: Sequence[str], kept: int = KEPT) -> list[int]:
    """Positions of the names that may be sought by `words`, in their order; at most about `kept`.

    A single word of a few letters lets all names pass that have a word with the same first sound.
    """
    parts = [part for part in plain(words).replace("-", " ").split() if len(part.strip(".,")) > 1]
    if len(names) <= kept or not parts:
        return list(range(len(names)))
    rows = [_split(name) for name in names]
    score = [0.0] * len(rows)
    distinct = {word for row in rows for word in row}
    for part in parts:
        near = _near(part.strip(".,"), distinct)
        for at, row in enumerate(rows):
            score[at] += max((near[word] for word in row if word in near), default=0.0)
    hits = [at for at, one in enumerate(score) if one > 0]
    if len(parts) > 1 or len(parts[0]) > FEW_LETTERS:
        hits = nsmallest(kept, hits, key=lambda at: (-score[at], at))
    return sorted(hits)


def _near(part: str, words: Collection[str]) -> dict[str, float]:
    """How near the words are to one that is sought, 0 to 1.25; far ones are left out."""
    own, first = neighbours(part), _first(part)
    classes, short = known(part).classes, len(part) <= FEW_LETTERS
    found: dict[str, float] = {}
    for word in words:
        alike = len(own & neighbours(word)) / max(1, len(own))
        alike += 0.0 if first.isdisjoint(_first(word)) else FIRST
        if classes and not classes.isdisjoint(listed(word).classes):
            alike = max(alike, _GIVEN)
        if alike > FIRST or (short and alike == FIRST):
            found[word] = alike
    return found


@lru_cache(1 << 16)
def _split(name: str) -> tuple[str, ...]:
    return tuple(name.lower().replace("-", " ").replace(",", " ").replace("’", "'").split())


@cache
def _first(word: str) -> frozenset[str]:
    return _sounds_of(word[:1])


@cache
def _sounds_of(letter: str) -> frozenset[str]:
    """What a word that begins with `letter` may sound like in its first consonant; "" is a vowel."""
    table = loads(data("skeleton.toml"))
    found = set[str]()
    for part in ("hard", "soft"):
        words = table[part].split()
        for unit, sounds in zip(words[::2], words[1::2], strict=True):
            if unit.startswith(letter):
                found |= {sound[:1].strip("-") for sound in sounds.split("/")}
    return frozenset(found or {""})
