"""Rows as lines and claims: each argument stands in its quote, and doubt is counted, not guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.formats.list_mapping import mapping
from habeas.reading.formats.listing import READER, day_in, listed
from habeas.terms.claim import Tier
from habeas.terms.kind import Kind

MAPPING = mapping(
    """
name = "ours"
language = "ru"
[columns]
name = ["name"]
born = ["born"]
freed = ["freed"]
term = ["term"]
status = ["status"]
[[claim]]
kind = "sentenced"
persons = "name"
penalty = "term"
needs = ["term"]
[[claim]]
kind = "released"
persons = "name"
when = "freed"
[[claim]]
kind = "died"
persons = "name"
only = { status = ["Died"] }
""",
    name="ours",
)
HEADER = ["born", "name", "freed", "term", "status"]


@pytest.mark.parametrize(
    ("words", "order", "edtf"),
    [
        ("2020-09-07", "DMY", "2020-09-07"),
        ("2020-09-07T10:00:00Z", "DMY", "2020-09-07"),
        ("2020-09", "DMY", "2020-09"),
        ("2020", "DMY", "2020"),
        ("7.9.2020", "DMY", "2020-09-07"),
        ("09/07/2020", "MDY", "2020-09-07"),
        ("31.02.2020", "DMY", None),
        ("2020-13", "DMY", None),
        ("0000", "DMY", None),
        ("autumn 2020", "DMY", None),
    ],
)
def test_a_cell_holds_a_day_or_none(words: str, order: str, edtf: str | None) -> None:
    found = day_in(words, order)
    assert (found.edtf if found else None) == edtf


def test_columns_of_claims_come_first_and_the_rest_stays() -> None:
    found = listed([HEADER, ["1970", "Maria", "13.12.2025", "11 лет", "free"]], MAPPING)
    assert found.body.splitlines()[1] == (
        "name: Maria; term: 11 лет; freed: 13.12.2025; status: free; born: 1970"
    )
    sentenced, released = found.drafts
    assert sentenced.said.penalty is not None
    assert sentenced.said.penalty.value == "P11Y"
    assert (released.reader, released.rules) == (READER, ("ours.released",))
    assert found.warnings == ()


def test_what_cannot_be_understood_is_counted_and_asks_for_a_look() -> None:
    rows = [HEADER, ["", "Maria", "autumn", "long", ""], ["", "Ales", "later", "", ""]]
    found = listed(rows, MAPPING)
    assert [draft.said.when for draft in found.drafts] == [None, None, None]
    assert [draft.tier for draft in found.drafts][1:] == [Tier.CHECK, Tier.CHECK]
    assert found.warnings == (
        "Cells of “freed” that could not be understood, left out of the claims: 2.",
        "Cells of “term” that could not be understood, left out of the claims: 1.",
    )


def test_a_death_always_asks_for_a_look_and_needs_its_word() -> None:
    found = listed([HEADER, ["", "Maria", "", "", "died"], ["", "Ales", "", "", "free"]], MAPPING)
    [draft] = found.drafts
    assert (draft.said.kind, draft.tier) == (Kind.DIED, Tier.CHECK)


def test_a_long_cell_is_cut_in_the_quote_and_kept_in_the_row() -> None:
    found = listed([HEADER, ["", "A" * 200, "2025-12-13", "", ""]], MAPPING)
    [draft] = found.drafts
    assert len(draft.quote.words) <= 400
    assert f"name: …{'A' * 80}" in found.body


def test_rows_longer_or_shorter_than_the_header_are_read() -> None:
    found = listed([HEADER, ["", "Maria"], ["", "Ales", "2025", "", "", "more"], [""]], MAPPING)
    assert found.body.splitlines()[1:] == ["name: Maria", "name: Ales; freed: 2025; more"]
    assert len(found.drafts) == 1


CELLS = st.lists(st.text(max_size=150), min_size=0, max_size=7)


@given(st.lists(CELLS, max_size=4))
def test_every_argument_stands_in_its_quote(rows: list[list[str]]) -> None:
    found = listed([HEADER, *rows], MAPPING)
    for draft in found.drafts:
        assert draft.quote.stands_in(found.body)
        for argument in (*draft.said.persons, draft.said.penalty):
            if argument is not None and argument.start is not None and argument.stop is not None:
                assert draft.quote.start <= argument.start < argument.stop <= draft.quote.stop
