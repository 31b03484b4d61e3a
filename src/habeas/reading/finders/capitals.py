"""Runs of capitals: words in a row that may be a name, before anybody asks whose.

Decides where such a run begins and ends, and strips from it titles, offices, roles and the words
that open a sentence. Whether the rest is a person is for `people`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from habeas.reading.manners import Manners
from habeas.reading.words import Word

_LONGEST = 5
_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first..last` of a sentence; `bare` are they without a possessive ending.

    `office`, `role`: whether such a word stood right before, in the same run.
    """

    first: int
    last: int
    bare: tuple[str, ...]
    cut: int
    """Code points of the possessive ending at the end."""
    office: bool = False
    role: bool = False


def nouns(rows: Iterable[Sequence[Word]], manners: Manners) -> frozenset[str]:
    """Words with capitals that a page uses with an article: in German, nouns and no names."""
    return frozenset(
        two.low
        for row in rows
        for one, two in zip(row, row[1:], strict=False)
        if one.low in manners.articles and two.capital
    )


def runs(row: Sequence[Word], manners: Manners, common: Set[str]) -> list[Run]:
    """All runs of a sentence that may be names, in order."""
    found: list[Run] = []
    at = 0
    while at < len(row):
        if not _may_begin(row[at]):
            at += 1
            continue
        last = _end(row, at, manners)
        for first, end in _pieces(row, at, last, manners, common):
            run = _stripped(row, first, end, manners, common)
            if run is not None:
                found.append(run)
        at = last
    return found


def _may_begin(word: Word) -> bool:
    return word.capital and word.spoken and not _acronym(word)


def _acronym(word: Word) -> bool:
    letters = [sign for sign in word.text if sign.isalpha()]
    return len(letters) > 1 and len(letters) <= _ACRONYM and all(sign.isupper() for sign in letters)


def _end(row: Sequence[Word], first: int, manners: Manners) -> int:
    """Behind the last word that belongs to the run that begins at `first`."""
    at = first + 1
    while at < len(row):
        if row[at].text == "." and len(row[at - 1].text) == 1 and _follows(row, at, 0):
            at += 1
        elif _may_begin(row[at]) and _follows(row, at, 1):
            at += 1
        elif (
            row[at].low in manners.particles
            and at + 1 < len(row)
            and _may_begin(row[at + 1])
            and _follows(row, at, 1)
        ):
            at += 2
        else:
            break
    return at


def _follows(row: Sequence[Word], at: int, most: int) -> bool:
    return 0 <= row[at].start - row[at - 1].stop <= most


def _pieces(
    row: Sequence[Word], first: int, last: int, manners: Manners, common: Set[str]
) -> list[tuple[int, int]]:
    """Parts of a run between words that are never part of a name."""
    if not manners.nouns_capitalised:
        return [(first, last)]
    pieces, begun = [], first
    for at in range(first, last):
        if is_common(row[at].low, manners, common) and not (at == first):
            pieces.append((begun, at))
            begun = at
    pieces.append((begun, last))
    return pieces


def is_common(low: str, manners: Manners, common: Set[str]) -> bool:
    """Whether a word with a capital is a plain noun in a language that writes nouns so."""
    tail = low.rpartition("-")[2]
    return (
        manners.not_names.takes(_as_word(low))
        or low in common
        or (len(tail) > 4 and tail.endswith(manners.not_endings))
    )


def _as_word(low: str) -> Word:
    return Word(0, 0, low, low)


def _stripped(
    row: Sequence[Word], first: int, last: int, manners: Manners, common: Set[str]
) -> Run | None:
    """The run without what stands before the name, or None where nothing is left."""
    office = role = False
    while first < last:
        word = row[first]
        if manners.offices.takes(word):
            office = True
        elif manners.roles.takes(word):
            role = True
        elif not _strippable(row, first, manners, common):
            break
        first += 1
    while last > first and row[last - 1].low in manners.particles and not row[last - 1].capital:
        last -= 1
    if first >= last or last - first > _LONGEST:
        return None
    cut = _possessive(row[last - 1], manners)
    texts = [word.text for word in row[first:last] if word.text != "."]
    texts[-1] = row[last - 1].text[: len(row[last - 1].text) - cut]
    return Run(first, last, tuple(texts), cut, office, role)


def _strippable(
    row: Sequence[Word], at: int, manners: Manners, common: Set[str]
) -> bool:
    opener = row[at].low in manners.openers and (at == 0 or not row[at - 1].spoken)
    if manners.nouns_capitalised:
        return opener or is_common(row[at].low, manners, common)
    return opener


def _possessive(word: Word, manners: Manners) -> int:
    """How many code points of a word are an ending written with an apostrophe."""
    for ending in manners.possessives:
        if not ending[0].isalpha() and word.text.lower().endswith(ending):
            return len(ending)
    return 0
