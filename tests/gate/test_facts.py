"""No labelled fact that was found is lost without a reason; the programs beside the gate work."""

import json

import pytest

from tests.gate.facts import FOUND, LOST, found_on, lost, pages
from tests.gate.idle import rules
from tests.gate.pages import LabelledPage

_FOUND = json.loads(FOUND.read_text("utf-8"))
_LOST = json.loads(LOST.read_text("utf-8"))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.id)
def test_no_fact_is_lost_without_a_reason(page: LabelledPage) -> None:
    gone = lost({page.id: _FOUND[page.id]}, {page.id: found_on(page)}).get(page.id, [])
    unexplained = [fact for fact in gone if not _LOST.get(page.id, {}).get(fact)]
    assert not unexplained, (
        "These facts were found before; mend the reader, or run "
        '`python -m tests.gate.facts --because "WHY"`.'
    )


def test_a_lost_fact_is_seen_and_a_new_one_is_no_loss() -> None:
    before = {"de-01": ["released Ann @5", "released 3 @9"], "de-02": ["died Ann @1"]}
    now = {"de-01": ["released 3 @9", "died Bob @7"], "de-02": ["died Ann @1"]}
    assert lost(before, now) == {"de-01": ["released Ann @5"]}


def test_rules_that_fire_are_told_from_those_that_never_do() -> None:
    fired = rules("de")
    assert fired["detained:festgenommen"] > 0
    assert 0 in fired.values()
