"""Tokens: digits that blanks hold together are one number, in every language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.language.pack import codes, pack
from habeas.language.tokens import tokens, value

BLANKS = {"plain": " ", "no-break": "\u00a0", "narrow": "\u202f", "thin": "\u2009"}


@pytest.mark.parametrize("blank", BLANKS.values(), ids=BLANKS)
@pytest.mark.parametrize("code", codes())
def test_thousands_parted_by_a_blank_are_one_number(code: str, blank: str) -> None:
    known = pack(code)
    found = [token for token in tokens(f"x 16{blank}412 y", known) if token.kind == "number"]
    assert [value(token, known) for token in found] == [16412]


@pytest.mark.parametrize("blank", BLANKS.values(), ids=BLANKS)
def test_two_numbers_are_not_joined_where_the_second_is_no_group(blank: str) -> None:
    known = pack("en")
    found = [token.text for token in tokens(f"in 16{blank}41 and 16{blank}4120", known)]
    assert found == ["in", "16", "41", "and", "16", "4120"]


@given(st.text(max_size=60), st.sampled_from(codes()))
def test_tokens_stand_in_order_at_their_places(text: str, code: str) -> None:
    row = tokens(text, pack(code))
    assert all(text[token.start : token.stop] == token.text for token in row)
    assert all(one.stop <= two.start for one, two in zip(row, row[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("13.12.2025 2025-12-13 13/12/2025", ["dotted", "iso", "slashed"]),
        ("14:30 +48 601 234 567 x2", ["ratio", "phone", "word", "number"]),
        ("'S ’ 5", ["sign", "word", "sign", "number"]),
    ],
)
def test_what_a_token_is(text: str, kinds: list[str]) -> None:
    assert [token.kind for token in tokens(text, pack("de"))] == kinds


@pytest.mark.parametrize("code", codes())
def test_blanks_at_the_end_take_no_time_of_their_own(code: str) -> None:
    row = tokens("one" + " \n" * 50_000 + "two" + " \n" * 50_000, pack(code))
    assert [(token.text, token.broken) for token in row] == [("one", False), ("two", True)]
