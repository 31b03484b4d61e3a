"""Sorts of numbers: whether a number counts people, or is a year, an age, a sum of money…

Decides by the neighbours of the number alone, with word lists of the pack. Where nothing speaks
against it, a number is a count; whether it counts prisoners is for the room that reads.

Law: the same neighbours give the same sort; rules are tried in the order of `_RULES`, the first that
holds decides.
It is over 300 lines: one short rule for each sort, all over the same neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from habeas.language.neighbours import Around, Lists, lists_of
from habeas.language.numerals import Reading
from habeas.language.pack import Pack, word
from habeas.language.tokens import Token, value

_DASHES = frozenset("-–—‑−")
_HYPHENS = frozenset("-‐‑")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_MONEY_SIGNS = frozenset("$€£¥₽₴₹")


class Sort(StrEnum):
    """What a number tells."""

    COUNT = "count"
    YEAR = "year"
    AGE = "age"
    PERCENT = "percent"
    MONEY = "money"
    TERM = "term"
    """How long: a duration."""
    ARTICLE = "article"
    """A paragraph of a law, or the number of one in a row ("colony No. 2")."""
    TIME = "time"
    ORDINAL = "ordinal"
    SCORE = "score"
    OTHER = "other"


def sort_of(row: Sequence[Token], first: int, reading: Reading, pack: Pack) -> Sort:
    """The sort of the number at token `first`."""
    around = Around(row, first, reading.last, reading.value, reading.spelled, pack)
    known = lists_of(pack)
    for rule in _RULES:
        sort = rule(around, known)
        if sort is not None:
            return sort
    return Sort.COUNT


def behind_percent(row: Sequence[Token], at: int, pack: Pack) -> int:
    """The token behind "per cent" at `at`, where the language says it in several words; else `at`.

    In "por ciento" the hundred is no number of its own.
    """
    for phrase in lists_of(pack).phrases.get("percent", ()):
        begins = at < len(row) and row[at].key == phrase[0]
        if begins and tuple(token.key for token in row[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return at


def may_be_year(row: Sequence[Token], first: int, pack: Pack) -> bool:
    """Whether the four digits at token `first` can be a year: no noun for people or things follows."""
    it = Around(row, first, first + 1, value(row[first], pack), False, pack)
    known = lists_of(pack)
    if _marked(it, known) or _legal(it, known) or _timed(it, known) or _counted(it, known):
        return False
    if _of_people(it, known):
        return False
    return _is_year(it) and not known.has("hedge_words", it.before())


def _joined(it: Around, known: Lists) -> Sort | None:
    """Grown together with a word: "30-Jährige", "17-й", "F-16", "10-Millionen-Stadt"."""
    if it.touches_before() and (it.before() in _HYPHENS or it.before().isalpha()):
        side = it.before(2) if it.before() in _HYPHENS else it.before()
        if side.isalpha():
            return Sort.OTHER
    if it.touches_after() and it.after() in _HYPHENS and it.touches_after(2):
        tail = it.after(2)
        if known.has("age_tails", tail):
            return Sort.AGE
        if known.has("term_tails", tail):
            return _age_or_term(it, known)
        if known.has("ordinal_tails", tail):
            return Sort.YEAR if _is_year(it) else Sort.ORDINAL
        if tail.isalpha():
            return Sort.OTHER
    if it.touches_after() and known.has("age_tails", it.after()):
        return Sort.AGE
    if it.touches_after() and known.has("ordinal_tails", it.after()):
        return Sort.ORDINAL
    return None


def _age_or_term(it: Around, known: Lists) -> Sort:
    """ "71-year-old" against "21-day leave"."""
    return Sort.AGE if known.has("age_after", it.after(4)) else Sort.TERM


def _marked(it: Around, known: Lists) -> Sort | None:
    """A sign right at the number: per cent, money, degrees, brackets of a footnote."""
    if it.row[it.first].kind == "ratio":
        return Sort.TIME if _CLOCK.fullmatch(it.row[it.first].text) else Sort.SCORE
    if it.after() in ("%", "‰") or known.follows("percent", it):
        return Sort.PERCENT
    if it.before() in _MONEY_SIGNS or it.after() in _MONEY_SIGNS or known.follows("money", it):
        return Sort.MONEY
    if it.before() == "[" and it.after() == "]":
        return Sort.OTHER
    if it.before() in ("№", "#", "°") or it.after() == "°":
        return Sort.ARTICLE if it.before() == "№" else Sort.OTHER
    return None


def _legal(it: Around, known: Lists) -> Sort | None:
    before = it.before(2) if it.before() == "." else it.before()
    if before in ("§", "§§") or known.has("article", before):
        return Sort.ARTICLE
    if known.has("article_after", it.after()) and not it.spelled:
        return Sort.ARTICLE
    return None


def _aged(it: Around, known: Lists) -> Sort | None:
    """Ages: "54 Jahre alt", "aged 33", "Jadvyga, 71, who"; not "gave him five years".

    A pronoun alone tells of an age only where it opens a clause, or where no unit follows.
    """
    if not 1 <= it.value <= 120:
        return None
    if known.precedes("age_before", it) and not known.has("people", it.after()):
        given = known.has("age_before", it.before()) and it.before(2)[:1].isalpha()
        if not (given and known.has("units", it.after())):
            return Sort.AGE
    if known.has("units", it.after()):
        if _is_apposed(it, known):
            return Sort.AGE
        late = known.has("age_after", it.after(2)) or known.has("age_after", it.after(3))
        early = known.has("age_of", it.before()) or known.has("age_of", it.before(2))
        return Sort.AGE if late or early else None
    if it.spelled or it.value < 10 or it.value % 1:
        return None
    name = it.first > 1 and it.row[it.first - 2].text[0].isupper()
    if name and known.has("age_copula", it.before()) and it.after() in (",", ".", ";", ")"):
        return Sort.AGE
    noun = it.first > 1 and it.row[it.first - 2].text.isalpha()
    if noun and it.before() == "," and it.after() == ",":
        return Sort.AGE
    if name and it.before() == "," and it.after() in (",", ".", ";", ")"):
        return Sort.AGE
    return Sort.AGE if name and it.before() == "(" and it.after() in (")", ",") else None


def _is_apposed(it: Around, known: Lists) -> bool:
    """ "Marie, 62 ans, infirmière", "Quesada, de 32 años": an age between commas behind a name."""
    back = 1 + known.has("age_joining", it.before())
    comma = it.first - back
    return (
        known.has("age_apposed", it.after())
        and it.value >= 10
        and it.after(2) in (",", ".", ";", ")")
        and comma > 0
        and it.row[comma].text in ",("
        and it.row[comma - 1].text[0].isupper()
    )


def _timed(it: Around, known: Lists) -> Sort | None:
    """Clock times and durations."""
    if it.value <= 24 and (known.follows("clock", it) or _at_clock(it, known)):
        return Sort.TIME
    if known.has("units", it.after()):
        return Sort.TERM
    return Sort.TERM if known.has("slow", it.after()) and known.has("units", it.after(2)) else None


def _at_clock(it: Around, known: Lists) -> bool:
    """ "Shortly after four": a time of day, where no noun for people follows."""
    return known.precedes("clock_before", it) and not _of_people(it, known)


def _yearly(it: Around, known: Lists) -> Sort | None:
    if not _is_year(it):
        return None
    if known.has("year_words", it.after()) or known.has("year_before", it.before()):
        return Sort.YEAR
    if it.after() in _DASHES and it.after(2).isdigit() and len(it.after(2)) in (2, 4):
        return Sort.YEAR
    if it.before() in _DASHES and it.before(2).isdigit() and len(it.before(2)) == 4:
        return Sort.YEAR
    if _of_people(it, known):
        return None
    if known.has("hedge_words", it.before()):
        return None
    return Sort.YEAR if word(it.pack.numerals, "bare_years") == "yes" else None


def _of_people(it: Around, known: Lists) -> bool:
    """Whether a noun for people follows; "more than" begins another number."""
    if known.has("people_before", it.after()):
        return not known.has("hedge_words", it.after(2))
    return known.has("people", it.after())


def _is_year(it: Around) -> bool:
    token = it.row[it.first]
    return (
        token.kind == "number"
        and token.text.isdigit()
        and len(token.text) == 4
        and (1900 <= it.value <= 2100)
    )


def _counted(it: Around, known: Lists) -> Sort | None:
    """Things that are certainly not people: kilograms, times, colonies."""
    if known.follows("measures", it):
        return Sort.OTHER
    if it.before() == "+" and len(it.row[it.first].text) > 2:
        return Sort.OTHER
    phone = it.before() in ("-", "(") and it.before(2).isdigit() and it.touches_before()
    if phone and it.row[it.first].text.isdigit() and len(it.row[it.first].text) <= 4:
        return Sort.OTHER if it.before(3) in _DASHES or it.after() in _DASHES else None
    return None


def _ranked(it: Around, known: Lists) -> Sort | None:
    """ "am 3. Treffen": digits and a full stop within a sentence; "1." at the head of a line."""
    if it.spelled or it.after() != "." or not it.touches_after():
        return None
    if known.has("months", it.after(2)):
        return Sort.ORDINAL
    if word(it.pack.numerals, "dotted_ordinals") != "yes" or it.value >= 100:
        return None
    following = it.last + 1
    if following < len(it.row) and it.row[following].text[0].islower():
        return Sort.ORDINAL
    return Sort.ORDINAL if known.has("ordinal_before", it.before()) and it.after(2) else None


_RULES: tuple[Callable[[Around, Lists], Sort | None], ...] = (
    _marked,
    _legal,
    _joined,
    _aged,
    _timed,
    _yearly,
    _ranked,
    _counted,
)
