"""Laws of days, numbers and durations that hold for any text in any language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.dates import dates
from habeas.language.durations import durations
from habeas.language.numbers import numbers
from habeas.language.pack import Pack, codes, lists, pack, part, valued, words
from habeas.terms.when import When
from tests.language.samples import samples

_LINES = [sample.text for sample in samples()]


def _vocabulary(code: str) -> list[str]:
    """Words of the grammars of a pack, so that chance finds its way into them."""
    known = pack(code)
    units = part(known.calendar, "units")
    return sorted(
        {
            *(name for names in lists(known.calendar, "months") for name in names[:2]),
            *(name.capitalize() for names in lists(known.calendar, "months") for name in names[:1]),
            *(name for names in lists(known.calendar, "weekdays") for name in names[:2]),
            *(word for unit in units for word in words(units, unit)[:2]),
            *list(valued(known.numerals, "values"))[::3],
            *valued(known.numerals, "scales"),
            *valued(known.numerals, "vague"),
            *words(known.numerals, "joiners"),
            *words(known.numerals, "linkers"),
            *(phrase for table in ("before", "after") for phrase in _phrases(known, table)),
        }
    )


def _phrases(known: Pack, side: str) -> list[str]:
    table = part(part(known.numerals, "hedges"), side)
    return [phrase for name in table for phrase in words(table, name)[:2]]


_SIGNS = st.sampled_from(
    [*" .,;:-–—/%§№()[]\n+$", "\n\n", "31.", "30.2.", "2025-02-30", "0000-00-00"]
)
_DIGITS = st.one_of(
    st.integers(0, 40).map(str),
    st.integers(1890, 2110).map(str),
    st.integers(0, 10**20).map(str),
    st.sampled_from(["1.460", "1,460", "1 460", "12:30", "5:2", "99.99.99", "²", "٣", "१२", "1,4"]),
)


@st.composite
def _texts(draw: st.DrawFn, code: str) -> str:
    piece = st.one_of(st.sampled_from(_vocabulary(code)), _DIGITS, _SIGNS, st.text(max_size=3))
    joined = draw(st.lists(piece, max_size=40).map(draw(st.sampled_from(["", " ", " "])).join))
    return draw(st.one_of(st.just(joined), st.text(max_size=100), st.sampled_from(_LINES)))


_DAY = st.dates(date.min, date.max)
_PUBLISHED = st.one_of(
    st.none(),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(lambda day: When(day, day)),
    st.tuples(_DAY, _DAY).map(lambda ends: When(min(ends), max(ends))),
    _DAY.map(lambda day: When(day, None)),
    _DAY.map(lambda day: When(None, day)),
)


@pytest.mark.parametrize("code", codes())
@settings(max_examples=60, deadline=None)
@given(data=st.data(), published=_PUBLISHED)
def test_any_text_is_read_without_error(
    code: str, data: st.DataObject, published: When | None
) -> None:
    text = data.draw(_texts(code))
    known = pack(code)
    found = dates(text, known, published)
    spans = [
        [(one.start, one.stop) for one in found],
        [(one.whole_start, one.whole_stop) for one in numbers(text, known)],
        [(one.start, one.stop) for one in durations(text, known)],
    ]
    for row in spans:
        last = 0
        for start, stop in row:
            assert last <= start < stop <= len(text)
            last = stop
    for one in found:
        assert one.when.words == text[one.start : one.stop]
        assert one.when.rule
    for number in numbers(text, known):
        assert number.whole_start <= number.start < number.stop <= number.whole_stop
        assert number.amount.value >= 0
    assert dates(str(text), known, published) == found


_RELATIVE = {
    "de": "Am Samstag, gestern, im September, vor drei Monaten, im letzten Jahr, am 3. Mai, im Herbst.",
    "en": "On Saturday, yesterday, in September, three months ago, last year, on May 3, in the fall.",
    "ru": "В субботу, вчера, в сентябре, три месяца назад, в прошлом году, 3 мая, летом, годом ранее.",
}


@pytest.mark.parametrize("code", sorted(_RELATIVE))
def test_nothing_relative_without_a_day_published(code: str) -> None:
    assert dates(_RELATIVE[code], pack(code), None) == []
    assert (
        len(dates(_RELATIVE[code], pack(code), When(date(2025, 12, 16), date(2025, 12, 16)))) >= 7
    )


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1",
        " ",
        "1.",
        "12.12.2025 ",
        "und ",
        "and ",
        "и ",
        "-",
        "a hundred ",
        "тысяча ",
        "hundert",
        "§ ",
        "[1] ",
        "\n",
        ".\n",
        "«",
        "1:",
        "+1 ",
        "2025-",
        "bis ",
        "seit 2020 ",
    ],
)
def test_long_monotonous_texts_end(code: str, piece: str) -> None:
    text = (piece * (6_000 // len(piece)))[:6_000]
    known = pack(code)
    assert len(numbers(text, known)) + len(dates(text, known, None)) <= len(text)
    assert len(durations(text, known)) <= len(text)
