"""Words, ids, names, days and numbers."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import strategies as st

from habeas.terms.amount import Amount, Hedge
from habeas.terms.bounds import Bounds
from habeas.terms.ids import (
    ClaimId,
    MentionId,
    ReportId,
)
from habeas.terms.person import mention_id
from habeas.terms.when import When

INSTANTS = st.integers(0, 4_102_444_800_000_000)
"""Instants in µs since 1970 UTC, up to the year 2100."""

FIGURES = (
    "Maryia Kalesnikava",
    "Марыя Калеснікава",
    "Мария Колесникова",
    "Ales Bialiatski",
    "Алесь Бяляцкі",
    "Viktar Babaryka",
    "Віктар Бабарыка",
    "Swjatlana Zichanouskaja",
    "Святлана Ціханоўская",
    "Aljaksandr Lukaschenka",
    "Александр Лукашенко",
    "John Coale",
)
_BIDI = "\u061c\u200e\u200f" + "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def nfc(text: str) -> str:
    """The text in normal form C."""
    return unicodedata.normalize("NFC", text)


def words(*, least: int = 0, most: int = 40) -> st.SearchStrategy[str]:
    """Any text of the world's scripts, NFC, without NUL, lone surrogates and bidi controls."""
    letters = st.characters(codec="utf-8", exclude_characters="\0" + _BIDI)
    return st.text(letters, min_size=least, max_size=most).map(nfc)


def said_words(*, most: int = 40) -> st.SearchStrategy[str]:
    """The same, with something to see in it."""
    return words(least=1, most=most).filter(lambda text: bool(text.strip()))


def bodies() -> st.SearchStrategy[str]:
    """Texts of reports: a few characters up to more than a quote may hold."""
    line = st.one_of(said_words(), st.sampled_from(FIGURES), st.sampled_from(("123", "1200", "—")))
    return st.lists(line, min_size=1, max_size=30).map(" ".join).map(nfc)


def ids(prefix: str) -> st.SearchStrategy[str]:
    """Ids with that prefix."""
    return st.text(_CROCKFORD, min_size=12, max_size=12).map(lambda tail: f"{prefix}-{tail}")


def report_ids() -> st.SearchStrategy[ReportId]:
    """Ids of reports."""
    return ids("r").map(ReportId)


def claim_ids() -> st.SearchStrategy[ClaimId]:
    """Ids of claims."""
    return ids("c").map(ClaimId)


def mention_ids() -> st.SearchStrategy[MentionId]:
    """Ids of mentions."""
    return st.builds(mention_id, claim_ids(), st.integers(0, 5))


def names() -> st.SearchStrategy[str]:
    """Names of people: public figures in their spellings, and made-up ones in several scripts."""
    letters = st.sampled_from(
        (
            "abcdeiklmnoprstuvyäöüßłšžé",
            "абвгдежзийклмнопрстуфхцчшыьэюяёіўї",
            "აბგდევზთიკლმ",
            "אבגדהוזחטיכל",
        )
    )
    part = letters.flatmap(lambda of: st.text(of, min_size=2, max_size=12)).map(str.capitalize)
    return st.one_of(
        st.sampled_from(FIGURES), st.lists(part, min_size=1, max_size=3).map(" ".join).map(nfc)
    )


def days() -> st.SearchStrategy[date]:
    """Days of 1900 to 2099."""
    return st.dates(date(1900, 1, 1), date(2099, 12, 31))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Days, months, years, intervals, and intervals open at one end."""
    first, last = sorted(draw(st.tuples(days(), days())))
    shape = draw(st.sampled_from(("day", "between", "from", "until")))
    earliest = None if shape == "until" else first
    latest = {"day": first, "from": None}.get(shape, last)
    return When(earliest, latest, draw(words(most=20)), draw(words(most=20)))


def bounds() -> st.SearchStrategy[Bounds]:
    """Bounds around small and large numbers, also below zero and without an upper end."""
    low, width = st.integers(-5_000, 20_000), st.one_of(st.none(), st.integers(0, 20_000))
    return st.tuples(low, width).map(
        lambda pair: Bounds(pair[0], None if pair[1] is None else pair[0] + pair[1])
    )


def amounts() -> st.SearchStrategy[Amount]:
    """Numbers of people with any hedge, also vague ones."""
    return st.builds(Amount, st.integers(0, 10_000_000), st.sampled_from(Hedge), st.booleans())
