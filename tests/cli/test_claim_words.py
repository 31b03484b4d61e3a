"""A claim in words: numbers, days, penalties and arguments, as every verb prints them."""

import pytest

from habeas.cli.claim_words import amount_words, hedged_words, penalty_words, said_words
from habeas.cli.words import numbered
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Said
from habeas.terms.kind import Kind


@pytest.mark.parametrize(
    ("penalty", "words"),
    [
        ("P1Y", "1 year"),
        ("P6Y6M", "6 years 6 months"),
        ("P2W15D", "2 weeks 15 days"),
        ("life", "life"),
        ("P", "P"),
        ("PT12H", "PT12H"),
    ],
)
def test_a_penalty_in_words(penalty: str, words: str) -> None:
    assert penalty_words(penalty) == words


@pytest.mark.parametrize(
    ("amount", "hedged", "bounds"),
    [
        (Amount(1135), "1,135", ""),
        (Amount(1110, Hedge.ABOUT), "about 1,110", " (1,083 to 1,137)"),
        (Amount(1230, Hedge.AT_LEAST), "at least 1,230", ""),
        (Amount(10, Hedge.AT_LEAST, vague=True), "at least 10", ""),
        (Amount(5, Hedge.AT_MOST), "at most 5", " (0 to 5)"),
    ],
)
def test_a_number_in_words_with_the_bounds_it_allows(
    amount: Amount, hedged: str, bounds: str
) -> None:
    assert hedged_words(amount) == hedged
    assert amount_words(amount) == hedged + bounds


def test_a_number_says_of_whom() -> None:
    said = Said(Kind.STOCK_TOTAL, amount=Amount(4), penalty=Argument("P5Y"))
    assert said_words(said) == "stock total · 4 people · penalty: 5 years [inferred]"
    prisoners = Said(Kind.RELEASED, amount=Amount(4), population=Argument("prisoners", 0, 9))
    assert said_words(prisoners) == "released · 4 · population: prisoners"


def test_one_and_many() -> None:
    assert numbered("{number} claim", "{number} claims", 1) == "1 claim"
    assert numbered("{number} claim", "{number} claims", 1200) == "1,200 claims"
