from __future__ import annotations

from datetime import date

import pytest

from habeas.language.dates import dates
from habeas.language.pack import pack
from habeas.terms.when import When, from_edtf


def _one(text: str, published: str, code: str = "de") -> When:
    found = dates(text, pack(code), from_edtf(published))
    assert len(found) == 1
    return found[0].when


@pytest.mark.parametrize(
    ("text", "published", "edtf", "rule"),
    [
        ("am Samstag", "2025-12-16", "2025-12-13", "Saturday before 2025-12-16"),
        ("am Samstag", "2025-12-13", "2025-12-13", "Saturday, the day published"),
        (
            "am Samstag",
            "2025-12",
            "2025-12",
            "a Saturday while the day published is known only as 2025-12",
        ),
        ("im letzten Monat", "2025-12-16", "2025-11", "month before the day published"),
        ("3. Mai", "2025-12-16", "2025-05-03", "3 May last before or on 2025-12-16"),
        ("vor drei Monaten", "2025-12-16", "2025-09", "3 months before the day published"),
        (
            "seit 2020",
            "2025-12-16",
            "2020-01-01/2025-12-16",
            "from then up to the day published; as written",
        ),
        ("Anfang 2025", "2025-12-16", "2025-01-01/2025-03-31", "early in 2025: months 1 to 3"),
        ("3. Mai 2024", "2025-12-16", "2024-05-03", "as written"),
    ],
)
def test_the_rule_says_how_it_was_reckoned(text: str, published: str, edtf: str, rule: str) -> None:
    when = _one(text, published)
    assert (when.edtf, when.rule, when.words) == (edtf, rule, text)


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        ("2024-06", "2024-06-24"),
        ("2024", "2023-06-24/2024-06-24"),
        ("../2024-06-30", "2024-06-24"),
        ("2024-06-30/..", "2024-06-24"),
        ("2024-06-28/2024-06-30", "2024-06-24"),
    ],
)
def test_a_day_without_a_year_where_publication_is_vague(published: str, edtf: str) -> None:
    assert _one("am 24. Juni", published).edtf == edtf


@pytest.mark.parametrize(
    "text", ["31. Februar 2024", "30.02.2024", "2023-02-29", "00.13.2024", "0000-01-01", "31. Juni"]
)
def test_a_day_that_does_not_exist_is_none(text: str) -> None:
    assert dates(text, pack("de"), from_edtf("2025-12-16")) == []


def test_a_leap_day_is_sought_back_to_its_year() -> None:
    assert _one("am 29. Februar", "2023-05-01").edtf == "2020-02-29"


def test_two_digits_of_a_year_only_in_a_dotted_day() -> None:
    assert _one("13.12.25", "2026-01-01").edtf == "2025-12-13"
    assert _one("13.12.99", "2026-01-01").edtf == "1999-12-13"
    assert dates("im Jahr 25", pack("de"), None) == []


def test_digits_with_slashes_only_where_they_can_be_read_in_one_way() -> None:
    found = dates("13/12/2025 and 12/14/2025 and 3/4/2025 and 5/5/2025", pack("en"), None)
    assert [one.when.earliest for one in found] == [
        date(2025, 12, 13),
        date(2025, 12, 14),
        date(2025, 5, 5),
    ]


def test_days_later_are_not_reckoned_from_a_wide_span() -> None:
    found = dates("Im Jahr 2020 begann es; zwei Tage später endete es.", pack("de"), None)
    assert [one.when.edtf for one in found] == ["2020"]


def test_a_span_does_not_cross_an_empty_line() -> None:
    found = dates("12 May\n\n2024", pack("en"), from_edtf("2025-12-16"))
    assert [one.when.edtf for one in found] == ["2025-05-12", "2024"]
