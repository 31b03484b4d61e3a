"""Laws of the ledger, over worlds whose truth is known and over the real series."""

import csv
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.counting.ledger.asked import Ask, Assumption
from habeas.counting.ledger.reconcile import Reconciled, reconcile
from habeas.counting.ledger.statements import Measure, Statement, statements
from habeas.errors import MistakeError
from tests.counting.ledger.feasible import possible
from tests.counting.ledger.worlds import MEASURES, START, day, with_lie, world
from tests.counting.ledger.worlds import statements as told_of

SEEDS = st.integers(0, 10**6)
SERIES = Path(__file__).parents[3] / "examples/belarus/totals.csv"


def series() -> list[Statement]:
    with SERIES.open(encoding="utf-8", newline="") as lines:
        found, issues = statements(csv.DictReader(lines), name=SERIES.name)
    assert not issues
    return found


def sets(answer: Reconciled, kind: str = "balance") -> set[frozenset[str]]:
    return {frozenset(told.claims) for told in answer.conflicts if told.kind == kind}


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_truth_lies_within_the_bounds(seed: int) -> None:
    true = world(seed)
    told = told_of(true, seed)
    asks = [
        Ask(measure, day(first), day(last))
        for measure in MEASURES
        for first, last in ((3, 3), (5, 12))
    ]
    answer = reconcile(told, asks=asks)
    assert not answer.conflicts
    for between in answer.bounds:
        first = (between.ask.first - day(0)).days
        last = (between.ask.last - day(0)).days
        momentary = between.ask.measure is Measure.STOCK_INSIDE
        for spoken in range(first, last + 1) if momentary else (last,):
            truth = true.truth(between.ask.measure, first, spoken)
            assert (between.low or 0) <= truth
            assert between.high is None or truth <= between.high


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_every_conflict_holds_the_only_lie(seed: int) -> None:
    told, lie = with_lie(told_of(world(seed), seed), seed)
    answer = reconcile(told)
    if answer.conflicts:
        repeats = {lie, *(key for key, ids in answer.repeats.items() if lie in ids)}
        assert all(repeats & set(one.claims) for one in answer.conflicts)
        assert len(answer.set_aside) == 1


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_a_lie_is_found_whenever_it_can_be(seed: int) -> None:
    """Where no set is found, a program of whole people, day by day, finds a history with the lie."""
    told, _lie = with_lie(told_of(world(seed), seed), seed)
    assert bool(reconcile(told).conflicts) != possible(told, START, 40)


@settings(max_examples=12, deadline=None)
@given(SEEDS)
def test_conflict_sets_are_all_there_and_minimal(seed: int) -> None:
    """Against brute force: every subset of a few statements asked one by one."""
    told = told_of(world(seed, 12), seed, 6)
    told, _lie = with_lie(told, seed)
    told, _lie = with_lie(told, seed + 1)
    answer = reconcile(told)
    firsts = [one for one in told if not any(one.id in ids for ids in answer.repeats.values())]
    wrong = {
        frozenset(one.id for one in some)
        for size in range(1, len(firsts) + 1)
        for some in combinations(firsts, size)
        if reconcile(some).conflicts
    }
    assert sets(answer) == {one for one in wrong if not any(other < one for other in wrong)}


def test_a_stock_on_some_day_is_tried_on_every_day() -> None:
    """No sum over the window forbids 150, but on each of its days the stock was 100."""
    days = [
        Statement(f"d{n}", day(n), day(n), Measure.STOCK_INSIDE, 100, "exact", "d")
        for n in (5, 6, 7)
    ]
    some = Statement("some", day(5), day(7), Measure.STOCK_INSIDE, 150, "exact", "d")
    assert sets(reconcile([*days, some])) == {frozenset({"d5", "d6", "d7", "some"})}
    wider = Statement("some", day(5), day(9), Measure.STOCK_INSIDE, 150, "exact", "d")
    assert not reconcile([*days, wider]).conflicts


def test_real_series_has_eight_conflicts_in_three_stories_and_one_wrong_sum() -> None:
    answer = reconcile(series())
    assert len(sets(answer)) == 8
    assert answer.complete
    assert frozenset({"b025", "b028"}) in sets(answer)
    assert frozenset({"b041", "b043", "b045"}) in sets(answer)
    assert frozenset({"b045", "b047", "b048", "b051", "b052"}) in sets(answer)
    assert sets(answer, "sum") == {frozenset({"b080", "b080m", "b080w"})}
    words = {told.claims: told.words for told in answer.conflicts}
    assert "968 (men) + 168 (women) = 1,136, not 1,135" in words["b080m", "b080w", "b080"]
    assert words["b041", "b043", "b045"].endswith("15 too many")


def test_newly_recognised_is_bounded_whatever_is_set_aside() -> None:
    told = series()
    asks = [
        Ask(Measure.RECOGNISED_IN, date(2025, 9, 18), date(2025, 12, 23)),
        Ask(Measure.RECOGNISED_IN, date(2025, 9, 18), date(2025, 11, 30)),
    ]
    first = reconcile(told, asks=asks)
    for choice in (first.set_aside, *first.rivals):
        answer = reconcile(told, asks=asks, aside=choice)
        assert not [one for one in answer.open_conflicts if one.kind == "balance"]
        assert [(one.low, one.high) for one in answer.bounds] == [(208, 226), (158, 226)]
    assert first.bounds[0].because == ("b058", "b070", "b081")
    assert first.bounds[0].high_words.endswith("= 226")


def test_a_choice_that_settles_nothing_gives_no_bounds() -> None:
    ask = Ask(Measure.RECOGNISED_IN, date(2025, 9, 18), date(2025, 12, 23))
    answer = reconcile(series(), aside={"b001"}, asks=[ask])
    assert answer.set_aside == ("b001",)
    assert len(answer.open_conflicts) == 9
    assert answer.bounds == ()


def test_an_assumption_narrows_and_is_named() -> None:
    ask = Ask(Measure.STOCK_INSIDE, date(2025, 12, 13), date(2025, 12, 13))
    free = reconcile(series(), asks=[ask]).bounds[0]
    assumed = Assumption(Measure.LEFT_PRISON, 4)
    bound = reconcile(series(), asks=[ask], assumptions=[assumed]).bounds[0]
    assert free.low is not None and bound.low is not None and bound.high is not None
    assert free.low <= bound.low and bound.high < 1200
    assert assumed.words in bound.because


def test_repeats_are_counted_once_and_named() -> None:
    one = Statement("a", day(1), day(1), Measure.STOCK_INSIDE, 10, "exact", "d")
    many = [
        Statement(f"a{n}", one.first, one.last, one.measure, 10, "exact", "d") for n in range(999)
    ]
    other = Statement("b", day(1), day(1), Measure.STOCK_INSIDE, 11, "exact", "d")
    answer = reconcile([one, *many, other])
    assert sets(answer) == {frozenset({"a", "b"})}
    assert len(answer.repeats["a"]) == 999


def test_definitions_are_never_mixed() -> None:
    mine = Statement("a", day(1), day(1), Measure.STOCK_INSIDE, 10, "exact", "one rule")
    theirs = Statement("b", day(1), day(1), Measure.STOCK_INSIDE, 99, "exact", "another rule")
    answer = reconcile([mine, theirs], definition="another rule")
    assert not answer.conflicts
    assert (answer.used, answer.left_out) == (("b",), ("a",))
    with pytest.raises(MistakeError, match="definition “none”; those there are"):
        reconcile([mine, theirs], definition="none")


def test_a_search_cut_short_still_leaves_what_can_all_be_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = sets(reconcile(series()))
    monkeypatch.setattr("habeas.counting.ledger.conflicts.WORK", 0)
    ask = Ask(Measure.RECOGNISED_IN, date(2025, 9, 18), date(2025, 12, 23))
    answer = reconcile(series(), asks=[ask])
    assert not answer.complete
    assert not answer.rivals
    assert [(one.low, one.high) for one in answer.bounds] == [(208, 226)]
    members = {one for story in answer.cut for one in story}
    assert sets(answer) < whole
    assert all(one & members for one in whole - sets(answer)), "what is cut is told exactly"


def test_unbounded_is_an_answer() -> None:
    told = [Statement("a", day(1), day(1), Measure.STOCK_INSIDE, 10, "at least", "d")]
    between = reconcile(told, asks=[Ask(Measure.STOCK_INSIDE, day(5), day(5))]).bounds[0]
    assert (between.low, between.high) == (0, None)
    assert between.high_words == (
        "unbounded above, because no number that is kept says how many at most were inside on "
        f"{day(5)}"
    )


def test_unknown_ids_and_turned_windows_are_refused() -> None:
    told = [Statement("a", day(1), day(1), Measure.STOCK_INSIDE, 10, "exact", "d")]
    with pytest.raises(MistakeError, match="id x"):
        reconcile(told, aside=["x"])
    with pytest.raises(MistakeError, match="ends before it begins"):
        reconcile(told, asks=[Ask(Measure.STOCK_INSIDE, day(5), day(4))])
