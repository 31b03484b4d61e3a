"""What would have to be true for cells to be filled again."""

from dataclasses import replace
from datetime import date

import pytest

from habeas.counting.refill import Freed, Known, Refill, Verdict, at_least, hull, ratio, sentences
from habeas.terms.bounds import Bounds

FIRST, LAST = date(2025, 9, 11), date(2025, 12, 13)


def between(low: int, high: int | None, *freed: Bounds, arrested: Bounds | None = None) -> Refill:
    told = tuple(Freed(one, "released", "somebody", f"c{n}") for n, one in enumerate(freed))
    return Refill(
        FIRST,
        LAST,
        told,
        Known(Bounds(low, high)),
        Known(arrested) if arrested else None,
        Known(Bounds(0, None)),
        None,
        None,
    )


def test_the_window_is_the_days_after_the_release() -> None:
    assert between(1, 2).window == (date(2025, 9, 12), LAST)


@pytest.mark.parametrize(
    ("number", "freed", "verdict"),
    [
        ((158, 399), (52, 52), Verdict.HOLDS),
        ((52, 52), (52, 52), Verdict.HOLDS),
        ((51, 399), (52, 52), Verdict.OPEN),
        ((158, None), (52, 200), Verdict.OPEN),
        ((158, None), (52, None), Verdict.OPEN),
        ((0, 51), (52, None), Verdict.FAILS),
    ],
)
def test_a_sentence_holds_only_for_every_number(
    number: tuple[int, int | None], freed: tuple[int, int | None], verdict: Verdict
) -> None:
    assert at_least(Bounds(*number), Bounds(*freed)) is verdict
    one = sentences(between(*number, Bounds(*freed)))[0]
    assert (one.claim, one.verdict) == ("As many were newly recognised as had been freed.", verdict)


def test_several_numbers_of_freed_give_a_range_and_no_average() -> None:
    one = between(104, 156, Bounds(52, 52), Bounds(40, 45))
    assert one.freed_bounds == Bounds(40, 52)
    assert ratio(one.recognised.bounds, one.freed_bounds) == (2.0, 3.9)
    assert hull([Bounds(1, 2), Bounds(5, None)]) == Bounds(1, None)


@pytest.mark.parametrize(
    ("freed", "ends"),
    [
        (None, None),
        (Bounds(0, 0), None),
        (Bounds(0, 10), (1.0, None)),
        (Bounds(5, None), (0.0, 4.0)),
    ],
)
def test_ratios_without_an_end(
    freed: Bounds | None, ends: tuple[float, float | None] | None
) -> None:
    assert ratio(Bounds(10, 20), freed) == ends
    assert ratio(Bounds(10, None), Bounds(5, 5)) == (2.0, None)


def test_recognised_is_not_arrested() -> None:
    _recognised, arrested = sentences(between(158, 399, Bounds(52, 52)))
    assert arrested.verdict is Verdict.OPEN
    assert "unless more than 158 − 52 = 106 of the at least 158" in arrested.words
    _recognised, arrested = sentences(between(10, 399, Bounds(52, 52)))
    assert arrested.words == "no number of arrests tells; newly recognised is not arrested"


def test_arrests_that_are_told_decide() -> None:
    for number, verdict in ((Bounds(60, 70), Verdict.HOLDS), (Bounds(1, 9), Verdict.FAILS)):
        one = sentences(between(158, 399, Bounds(52, 52), arrested=number))[1]
        assert one.verdict is verdict
    one = sentences(between(158, 399, Bounds(52, 52), arrested=Bounds(3, 70)))[1]
    assert one.verdict is Verdict.OPEN
    assert one.words.startswith("newly arrested: 3 to 70; freed: 52; it is so unless")


def test_the_named_prove_nothing_absent() -> None:
    whole = between(0, 0, Bounds(52, 52))
    assert [one.verdict for one in sentences(whole)][0] is Verdict.FAILS
    some = replace(whole, partial=True, before=Known(Bounds(9, 9)), after=Known(Bounds(1, 1)))
    assert [one.verdict for one in sentences(some)] == [Verdict.OPEN, Verdict.OPEN]
    many = replace(some, recognised=Known(Bounds(60, 60)))
    assert sentences(many)[0].verdict is Verdict.HOLDS
    alike = replace(many, spellings=True)
    assert alike.of_all(alike.recognised) == Bounds(1, None)
    assert sentences(alike)[0].verdict is Verdict.OPEN


def test_nothing_is_said_of_what_is_not_told() -> None:
    assert sentences(between(158, 399)) == []
