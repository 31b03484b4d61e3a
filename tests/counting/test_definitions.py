"""The shipped definitions, and the page that tells them."""

import pytest

from habeas.counting.definitions import Basis, deprivation, recognised_by, rule, rules
from habeas.errors import MistakeError
from habeas.terms.definition import NAMED
from tests.counting.definitions_page import PAGE, page

KINDS = {"prison", "remand", "house arrest", "open-type", "psychiatric"}


def test_the_page_says_what_the_data_say() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `python -m tests.counting.definitions_page`"


def test_those_that_must_be_there() -> None:
    wanted = {"viasna", "foro-penal-48h", "ovd-info-prosecutions", "aapp", "named"}
    assert {one.id for one in rules()} >= {*wanted, "all-politically-motivated"}


def test_every_rule_has_a_source_and_known_words() -> None:
    for one in rules():
        assert one.source and one.words and one.criteria
        assert {*one.deprivations, *one.not_deprivations} <= KINDS
        assert one.foreigners in ("counted", "not counted", "not said")
        assert one.unit in ("person", "prosecution")
        assert (one.unit == "prosecution") == (one.basis is Basis.PROSECUTION)
        assert all(alias == alias.casefold() for alias in one.aliases)
        assert bool(one.aliases) or one.basis is not Basis.RECOGNITION


def test_the_named_are_those_of_terms() -> None:
    named = rule("named")
    assert (named.id, named.name, named.words) == (NAMED.id, NAMED.name, NAMED.words)
    assert (named.basis, named.minimum_hours, set(named.deprivations)) == (Basis.CUSTODY, 0, KINDS)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Viasna Human Rights Centre", "viasna"),
        ("праваабаронцы «Вясны» (Вясна)", "viasna"),
        ("Memorial", "memorial"),
        ("the envoy", None),
        ("Foro Penal", None),
    ],
)
def test_whose_list_words_name(words: str, found: str | None) -> None:
    one = recognised_by(words)
    assert (one.id if one else None) == found


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("under house arrest since May", "house arrest"),
        ("два года «домашней химии»", "house arrest"),
        ("Psychiatric hospital", "psychiatric"),
        ("Colony No. 4", None),
        ("", None),
    ],
)
def test_a_deprivation_other_than_a_cell(words: str, kind: str | None) -> None:
    assert deprivation(words) == kind


def test_a_rule_goes_by_id_or_name() -> None:
    assert rule("AAPP").id == "aapp"
    assert rule("named in this register").id == "named"
    with pytest.raises(MistakeError, match="known are: aapp"):
        rule("nobody")
