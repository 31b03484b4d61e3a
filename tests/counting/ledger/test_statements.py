"""What a table may hold, and what is left out of it with a sentence."""

import pytest

from habeas.counting.ledger.statements import Measure, statements

GOOD = {"id": "a", "date_from": "2025-12", "measure": "stock_inside", "value": "1,131"}


def test_a_row_becomes_a_statement() -> None:
    (one,), issues = statements([GOOD | {"hedge": "more_than", "claimant": "Viasna"}], name="t.csv")
    assert not issues
    assert (one.first.isoformat(), one.last.isoformat()) == ("2025-12-01", "2025-12-31")
    assert (one.measure, one.bounds.low, one.bounds.high) == (Measure.STOCK_INSIDE, 1132, None)


def test_a_round_number_reaches_half_a_hundred_either_way() -> None:
    (one,), _issues = statements([GOOD | {"hedge": "round", "value": "1200"}], name="t.csv")
    assert (one.bounds.low, one.bounds.high) == (1150, 1250)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"date_from": ""}, "row-incomplete"),
        ({"date_from": "2025-02-30"}, "day-unreadable"),
        ({"date_from": "2025-12/.."}, "day-open"),
        ({"date_to": "2025-11-30"}, "when-empty"),
        ({"value": "-3"}, "amount-negative"),
        ({"value": "many"}, "value-unreadable"),
        ({"value": "9" * 5000}, "value-unreadable"),
        ({"hedge": "perhaps"}, "hedge-unknown"),
        ({"measure": "stock"}, "measure-unknown"),
    ],
)
def test_a_wrong_row_is_left_out_with_its_line(change: dict[str, str], code: str) -> None:
    found, issues = statements([GOOD, GOOD | {"id": "b"} | change], name="t.csv")
    assert [one.id for one in found] == ["a"]
    assert [issue.code for issue in issues] == [code]
    assert issues[0].sentence.startswith("t.csv, line 3: left out")


def test_an_id_that_stands_twice_is_used_once() -> None:
    found, issues = statements([GOOD, GOOD], name="t.csv")
    assert (len(found), [issue.code for issue in issues]) == (1, ["id-twice"])
