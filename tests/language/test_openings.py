"""No number and no day begins where the sieve says that none can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.language.days import named
from habeas.language.numbers import numbers
from habeas.language.numerals import number_at
from habeas.language.openings import openings
from habeas.language.pack import codes, pack
from habeas.language.tokens import tokens


def test_where_a_number_or_a_day_may_begin() -> None:
    text, german = "Am 13. Dezember kamen zwei frei", pack("de")
    found = openings(text, german)
    shown = [token.text for token in tokens(text, german)]
    assert [shown[at] for at in found.numbers] == ["13", "zwei"]
    assert {"13", "Dezember"} <= {shown[at] for at in found.days}
    assert "frei" not in {shown[at] for at in found.days}
    assert found.tags[shown.index("Dezember")]["month"] == 12
    assert not found.tags[shown.index("frei")]


@pytest.mark.parametrize("code", codes())
def test_every_token_has_its_slots(code: str) -> None:
    text = "1 2025 2025-12-13 13.12. 14:30 +48 601 234 567 x"
    assert len(openings(text, pack(code)).tags) == len(tokens(text, pack(code)))


@given(st.text(alphabet="12 .:-/,aeinozwrуdmtа\n", max_size=60), st.sampled_from(codes()))
def test_nothing_begins_elsewhere(text: str, code: str) -> None:
    known = pack(code)
    found, row = openings(text, known), tokens(text, known)
    begun = {at for at in range(len(row)) if number_at(row, at, known) is not None}
    assert begun <= set(found.numbers)
    assert {day.first for day in named(text, known)} <= set(found.days)
    starts = {token.start for at, token in enumerate(row) if at in found.numbers}
    assert {number.start for number in numbers(text, known)} <= starts
