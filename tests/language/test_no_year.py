"""A number where a year would stand, and none: no other year is put in its place."""

import pytest

from habeas.language.dates import dates
from habeas.language.pack import pack
from habeas.terms.when import from_edtf

PUBLISHED = from_edtf("2025-12-16")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Am 13. Dezember 2205 kamen sie frei."),
        ("en", "On 13 December 12025 they were released."),
        ("ru", "13 декабря 2205 года они вышли на свободу."),
    ],
)
def test_a_year_that_cannot_be_is_not_replaced(code: str, text: str) -> None:
    assert dates(text, pack(code), PUBLISHED) == []


def test_a_number_of_people_behind_a_day_leaves_the_day() -> None:
    (found,) = dates("On 13 December 120 prisoners were released.", pack("en"), PUBLISHED)
    assert found.when.edtf == "2025-12-13"
