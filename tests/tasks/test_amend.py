"""Fields typed by a person become parts of a claim."""

from datetime import date

import pytest

from habeas.errors import MistakeError
from habeas.tasks.amend import amended
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Modality
from habeas.terms.kind import Kind
from tests import sample
from tests.sample import POST

DRAFT = sample.draft(
    POST, "Maria Kalesnikava was released on Saturday", Kind.RELEASED, "Maria Kalesnikava"
)


def test_nothing_given_changes_nothing() -> None:
    assert amended(DRAFT, {}) == DRAFT


def test_each_field() -> None:
    found = amended(
        DRAFT,
        {
            "kind": "Detained",
            "persons": "Maria Kalesnikava, Viktar Babaryka",
            "count": "at least 12",
            "when": "2025-12",
            "modality": "reported",
            "source": "the defenders",
            "place": "Minsk",
            "note": "again",
        },
    )
    said = found.said
    assert said.kind is Kind.DETAINED
    assert said.persons == (DRAFT.said.persons[0], Argument("Viktar Babaryka"))
    assert said.amount == Amount(12, Hedge.AT_LEAST)
    assert said.amount_at is None
    assert said.when is not None and said.when.latest == date(2025, 12, 31)
    assert said.when.rule == "given by a reviewer"
    assert (found.modality, found.source) == (Modality.REPORTED, Argument("the defenders"))
    assert (said.place, said.note) == (Argument("Minsk"), "again")
    assert found.quote == DRAFT.quote


def test_a_value_that_stands_in_the_quote_gets_its_place() -> None:
    at = POST.index("Saturday")
    found = amended(DRAFT, {"place": "Saturday"})
    assert found.said.place == Argument("Saturday", at, at + len("Saturday"))


def test_a_dash_empties_a_field() -> None:
    full = amended(DRAFT, {"count": "12", "when": "2025", "source": "Viasna", "note": "x"})
    names = ("count", "when", "source", "note", "persons")
    empty = amended(full, dict.fromkeys(names, "-"))
    assert (empty.said.amount, empty.said.when, empty.source) == (None, None, None)
    assert (empty.said.note, empty.said.persons) == ("", ())


def test_the_same_number_keeps_its_place() -> None:
    total = sample.draft(POST, "about 1110 political prisoners", Kind.STOCK_TOTAL, count="1110")
    found = amended(total, {"count": "about 1,110"})
    assert found.said.amount == Amount(1110, Hedge.ABOUT)
    assert found.said.amount_at == total.said.amount_at


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "freed"),
        ("kind", "stock_total"),
        ("count", "many"),
        ("count", "-3"),
        ("count", "1234567890"),
        ("when", "13.12.2025"),
        ("when", "2025-02-30"),
        ("modality", "sure"),
        ("colour", "red"),
    ],
)
def test_values_that_do_not_fit(field: str, value: str) -> None:
    with pytest.raises(MistakeError):
        amended(DRAFT, {field: value})


def test_a_total_given_with_its_number() -> None:
    found = amended(DRAFT, {"kind": "stock_total", "count": "3"})
    assert (found.said.kind, found.said.amount) == (Kind.STOCK_TOTAL, Amount(3))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("6 years 6 months", "P6Y6M"),
        ("1 Year", "P1Y"),
        ("15 days", "P15D"),
        ("p11y", "P11Y"),
        ("Life", "life"),
        ("death", "death"),
    ],
)
def test_a_penalty_is_typed_in_words_or_as_a_duration(typed: str, value: str) -> None:
    assert amended(DRAFT, {"penalty": typed}).said.penalty == Argument(value)


def test_a_penalty_keeps_or_gets_its_place_and_can_be_emptied() -> None:
    quote = sample.draft("He got 7 years in prison.", "He got 7 years in prison", Kind.SENTENCED)
    found = amended(quote, {"penalty": "7 years"})
    assert found.said.penalty == Argument("P7Y", 7, 14)
    assert amended(found, {"penalty": "P7Y"}) == found
    assert amended(found, {"penalty": "-"}) == quote
    for wrong in ("long", "P", "", "7"):
        with pytest.raises(MistakeError) as told:
            amended(quote, {"penalty": wrong})
        assert told.value.code == "penalty-unreadable"


def test_a_kind_may_be_typed_with_a_blank() -> None:
    assert amended(DRAFT, {"kind": "Sanction lifted"}).said.kind is Kind.SANCTION_LIFTED
