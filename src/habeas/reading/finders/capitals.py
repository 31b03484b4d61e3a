"""Runs of capitals: words in a row that may be a name, before anybody asks whose.

Decides where such a run begins and ends, and strips from it titles, offices, roles and the words
that open a sentence. Whether the rest is a person is for `people`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from habeas.language.names import given_forms
from habeas.language.remembered import Remembered
from habeas.reading.manners import Manners
from habeas.reading.words import Word

_LONGEST = 5
_TITLED = 3
"""Words behind a role of which the first may be its place ("епископ Матагальпы Роландо Альварес")."""
_ACRONYM = 5
_REMEMBERED = 50_000
"""Words that are kept in mind, at most."""
_QUOTED = 3
"""Words behind the first one of a name in quotes within which they close."""
_OPENING = frozenset("\"„“«‘'")
_CLOSING = frozenset("\"“”»’'")


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
    if not manners.articles:
        return frozenset()
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
        if not (row[at].capital and _may_begin(row[at])):
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
    return word.capital and word.spoken and not _ACRONYMS[word.text]


def _acronym(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 1 and len(letters) <= _ACRONYM and all(sign.isupper() for sign in letters)


_ACRONYMS = Remembered(_acronym, _REMEMBERED)
"""Whether a word is an acronym."""


def _end(row: Sequence[Word], first: int, manners: Manners) -> int:
    """Behind the last word that belongs to the run that begins at `first`."""
    at = first + 1
    while at < len(row):
        if _is_initial_stop(row, first, at) or _goes_on(row, first, at, manners):
            at += 1
        elif (linked := _linked(row, at, manners)) is not None:
            at = linked
        else:
            break
    return at


def _linked(row: Sequence[Word], at: int, manners: Manners) -> int | None:
    """Behind the capital that particles at `at` lead to ("van der Meer"); None where there is none.

    A particle that is a common preposition too counts only behind a given name: "Luis de León", but
    not "Romero de Foro Penal".
    """
    if row[at].low in manners.prepositions and not given_forms(row[at - 1].text, manners.code):
        return None
    end = at
    while end < len(row) and end - at < 2 and row[end].low in manners.particles:
        if not _follows(row, end, 1):
            return None
        end += 1
    return end + 1 if at < end < len(row) and _may_begin(row[end]) else None


def _is_initial_stop(row: Sequence[Word], first: int, at: int) -> bool:
    """The full stop behind an initial ("John W.")."""
    stop = row[at].text == "." and len(row[at - 1].text) == 1
    return stop and _follows(row, at, 0) and at - first < 3


def _goes_on(row: Sequence[Word], first: int, at: int, manners: Manners) -> bool:
    """Whether the next word has a capital and stands right behind, in the same script."""
    head, _, tail = row[at].text.partition("-")
    joined = tail[:1].isupper() and head in manners.particles
    return (
        (_may_begin(row[at]) or joined)
        and _follows(row, at, 1)
        and _one_script(row[at], row[first])
    )


def _one_script(one: Word, other: Word) -> bool:
    """Whether both are Cyrillic, or neither."""
    return _is_cyrillic(one.text[0]) == _is_cyrillic(other.text[0])


def _is_cyrillic(sign: str) -> bool:
    return "\u0400" <= sign <= "\u04ff"


def _follows(row: Sequence[Word], at: int, most: int) -> bool:
    return 0 <= row[at].start - row[at - 1].stop <= most


def _pieces(
    row: Sequence[Word], first: int, last: int, manners: Manners, common: Set[str]
) -> list[tuple[int, int]]:
    """Parts of a run between words that are never part of a name."""
    for at in range(first + 1, last - 1):
        if manners.rulers.takes(row[at]) and _begins_another(row[at + 1], manners):
            return [(first, at + 1), (at + 1, last)]
    if not manners.nouns_capitalised:
        return [(first, last)]
    pieces, begun = [], first
    if last - first > 1 and _is_of_ruler(row[first], manners):
        pieces, begun = [(first, first + 1)], first + 1
    for at in range(begun, last):
        plain = is_common(row[at].low, manners, common) or manners.roles.takes(row[at])
        if plain and at != begun and not _is_family_name(row, at, manners, common):
            pieces.append((begun, at))
            begun = at
    pieces.append((begun, last))
    return pieces


def _is_of_ruler(word: Word, manners: Manners) -> bool:
    """ "Lukaschenkos Amtssitz": a ruler named as an owner."""
    return manners.rulers.takes(word) and word.low.endswith("s")


def _is_family_name(row: Sequence[Word], at: int, manners: Manners, common: Set[str]) -> bool:
    """Whether only the ending of a word behind a given name is that of a noun ("Ihar Lednik")."""
    word = row[at]
    listed = _is_listed(word.low, manners) or word.low in common or manners.roles.takes(word)
    return not listed and bool(given_forms(row[at - 1].text, manners.code))


def _is_listed(low: str, manners: Manners) -> bool:
    return manners.not_names.holds(low)


def _begins_another(word: Word, manners: Manners) -> bool:
    """Whether a word behind a ruler's name begins the next name ("посланник Трампа Джон Коул")."""
    return manners.rulers.takes(word) or bool(given_forms(word.text, manners.code))


def is_common(low: str, manners: Manners, common: Set[str]) -> bool:
    """Whether a word with a capital is a plain noun in a language that writes nouns so."""
    tail = low.rpartition("-")[2]
    return (
        _is_listed(low, manners)
        or low in common
        or (len(tail) > 5 and tail.endswith(manners.not_endings))
    )


def _stripped(
    row: Sequence[Word], first: int, last: int, manners: Manners, common: Set[str]
) -> Run | None:
    """The run without what stands before the name, or None where nothing is left."""
    office = role = False
    first, office, role = _behind_titles(row, first, last, manners)
    while first < last:
        word = row[first]
        if manners.offices.takes(word):
            office = True
        elif manners.roles.takes(word):
            role = True
        elif not (_strippable(row, first, manners, common) or _is_trade(row, first, last, manners)):
            break
        first += 1
    if first < last and row[first].low in manners.particles and not row[first].capital:
        return None
    while last > first and row[last - 1].low in manners.particles and not row[last - 1].capital:
        last -= 1
    if first >= last or last - first > _LONGEST:
        return None
    cut = _possessive(row[last - 1], manners)
    texts = _texts(row, first, last, cut)
    if not texts or _is_quoted(row, first, last):
        return None
    return Run(first, last, tuple(texts), cut, office, role)


def _texts(row: Sequence[Word], first: int, last: int, cut: int) -> list[str]:
    """The words of a name, a full stop behind an initial joined to it."""
    texts: list[str] = []
    for word in row[first:last]:
        if word.text == ".":
            if texts:
                texts[-1] += "."
        else:
            texts.append(word.text)
    if texts and cut:
        texts[-1] = texts[-1][:-cut]
    return texts


def _is_quoted(row: Sequence[Word], first: int, last: int) -> bool:
    """Whether just this run stands in quotes, or a lone word opens a few: a newspaper, a body."""
    before = row[first - 1].text if first > 0 else ""
    behind = row[last : last + (_QUOTED if last - first == 1 else 1)]
    return before in _OPENING and any(word.text in _CLOSING for word in behind)


def _behind_titles(
    row: Sequence[Word], first: int, last: int, manners: Manners
) -> tuple[int, bool, bool]:
    """Where the name begins behind offices, roles, and whatever else stands before a given name."""
    begin, office, role = first, False, False
    for at in range(first, last - 2):
        if manners.not_names.takes(row[at]) and given_forms(row[at + 1].text, manners.code):
            begin = at + 1
    for at in range(begin, last - 1):
        if manners.offices.takes(row[at]):
            begin, office = at + 1, True
        elif manners.roles.takes(row[at]):
            begin, role = at + 1, True
    if (
        (role or office)
        and last - begin == _TITLED
        and not given_forms(row[begin].text, manners.code)
    ):
        begin += manners.of_place
    if not given_forms(row[begin].text, manners.code):
        for at in range(begin + 1, last - 1):
            if given_forms(row[at].text, manners.code) and len(row[at].text) > 3:
                return at, office, role or at > begin
    return begin, office, role


def _strippable(row: Sequence[Word], at: int, manners: Manners, common: Set[str]) -> bool:
    opener = manners.openers.takes(row[at]) and (at == 0 or not row[at - 1].spoken)
    if manners.nouns_capitalised:
        return opener or is_common(row[at].low, manners, common)
    return opener


def _is_trade(row: Sequence[Word], at: int, last: int, manners: Manners) -> bool:
    """Whether the word a sentence opens with is a trade by its ending, before a name."""
    opens = at == 0 or not row[at - 1].spoken
    low = row[at].low
    return (
        opens
        and last - at > 1
        and low.endswith(manners.trades)
        and not given_forms(row[at].text, manners.code)
    )


def _possessive(word: Word, manners: Manners) -> int:
    """How many code points of a word are an ending written with an apostrophe."""
    for ending in manners.possessives:
        if not ending[0].isalpha() and word.text.lower().endswith(ending):
            return len(ending)
    return 0
