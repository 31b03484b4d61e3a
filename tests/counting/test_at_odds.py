from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from habeas.counting.at_odds import Stock, excesses, jumps
from habeas.counting.at_odds import stocks as all_stocks
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Claim, Draft, Modality, Said
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.quote import Quote
from habeas.terms.when import When, on


def total(
    number: int,
    day: int,
    hedge: Hedge = Hedge.EXACT,
    *,
    part: str = "",
    at: int = 0,
    whom: str = "prisoners",
    modality: Modality = Modality.ASSERTED,
) -> Claim:
    said = Said(
        Kind.STOCK_TOTAL,
        amount=Amount(number, hedge),
        amount_at=(at, at + len(str(number))),
        when=on(date(2025, 12, day)),
        population=Argument(whom) if whom else None,
        part=Argument(part) if part else None,
    )
    draft = Draft(said, Quote(0, 4, "1135"), modality)
    return Claim(ClaimId(f"c-{number}-{day}"), ReportId("r-1"), draft, None, 0)


def stocks(claims: Iterable[Claim]) -> list[Stock]:
    return all_stocks(claims, population=str.casefold)


def steps(*claims: Claim, within: int = 7) -> list[tuple[int, int]]:
    return [(jump.least, jump.days) for jump in jumps(stocks(claims), within=within)]


def test_a_higher_total_later_needs_people_to_have_come() -> None:
    assert steps(total(1110, 15, Hedge.ABOUT), total(1200, 18)) == [(63, 3)]


def test_a_lower_total_later_needs_people_to_have_gone() -> None:
    assert steps(total(1200, 18), total(1135, 23)) == [(-65, 5)]
    assert steps(total(1184, 18, Hedge.AT_LEAST), total(1110, 23)) == [(-74, 5)]


def test_two_totals_of_one_day_are_at_odds_on_that_day() -> None:
    assert steps(total(1200, 18), total(1135, 18)) in ([(-65, 0)], [(65, 0)])


def test_totals_of_days_that_overlap_may_be_of_one_day() -> None:
    wide = total(1131, 20)
    said = replace(wide.said, when=When(date(2025, 12, 20), date(2025, 12, 31)))
    wide = replace(wide, draft=replace(wide.draft, said=said))
    assert steps(wide, total(1135, 23)) == [(4, 0)]


def test_hedges_are_not_at_odds_with_what_they_allow() -> None:
    assert steps(
        total(1100, 16, Hedge.MORE_THAN), total(1200, 18), total(1150, 19, Hedge.ABOUT)
    ) == [(-22, 1)]
    assert steps(total(1100, 16, Hedge.MORE_THAN), total(1135, 18)) == []


def test_totals_too_far_apart_are_not_compared() -> None:
    assert steps(total(1110, 1), total(1200, 9)) == []
    assert steps(total(1110, 2), total(1200, 9)) == [(90, 7)]


def test_totals_of_other_people_are_not_compared_and_doubt_is_told() -> None:
    assert steps(total(1110, 15), total(1200, 18, whom="everybody")) == []
    [jump] = jumps(stocks([total(1110, 15), total(1200, 18, whom="")]), within=7)
    assert not jump.sure
    [jump] = jumps(stocks([total(1110, 15), total(1200, 18, whom="Prisoners")]), within=7)
    assert jump.sure


def test_a_denied_total_is_no_total() -> None:
    assert stocks([total(1200, 18, modality=Modality.DENIED)]) == []


def test_a_total_without_both_ends_of_its_day_is_passed_over() -> None:
    said = Said(Kind.STOCK_TOTAL, amount=Amount(5), when=When(None, date(2025, 12, 1)))
    draft = Draft(said, Quote(0, 1, "5"))
    assert stocks([Claim(ClaimId("c-1"), ReportId("r-1"), draft, None, 0)]) == []


def test_parts_that_exceed_their_whole_are_told_with_their_sum() -> None:
    claims = [
        total(168, 23, part="women", at=37),
        total(1135, 23),
        total(968, 23, part="men", at=24),
    ]
    [excess] = excesses(stocks(claims))
    assert excess.whole.amount.value == 1135
    assert [part.amount.value for part in excess.parts] == [968, 168]
    assert (excess.total.low, excess.total.high) == (1136, 1136)


def test_parts_are_never_set_against_the_whole_as_totals() -> None:
    assert steps(total(1135, 23), total(168, 23, part="women")) == []


def test_groups_named_further_on_may_overlap_and_are_left_alone() -> None:
    groups = [total(968, 23, part="men", at=24), total(400, 23, part="ill", at=90)]
    assert excesses(stocks([total(1135, 23), *groups])) == []


def test_groups_of_the_next_sentence_are_left_alone() -> None:
    men = total(968, 23, part="men", at=24)
    ill = total(400, 23, part="ill", at=40)
    quote = Quote(36, 45, "and 400 ill", "1135: 968 men. Of all, ")
    ill = replace(ill, draft=replace(ill.draft, quote=quote))
    assert excesses(stocks([total(1135, 23), men, ill])) == []


def test_parts_dated_otherwise_than_their_whole_are_parts_still() -> None:
    parts = [total(968, 25, part="men", at=24), total(168, 25, part="women", at=37)]
    assert len(excesses(stocks([total(1135, 23), *parts]))) == 1


def test_parts_within_their_whole_are_in_order() -> None:
    assert excesses(stocks([total(1131, 31), total(167, 31, part="women")])) == []


@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from(Hedge), st.sampled_from(Hedge))
def test_totals_that_one_number_satisfies_are_never_at_odds(
    one: int, other: int, hedge: Hedge, second: Hedge
) -> None:
    before, after = total(one, 3, hedge), total(other, 5, second)
    agree = Amount(one, hedge).bounds.meets(Amount(other, second).bounds)
    assert bool(jumps(stocks([before, after]), within=7)) is not agree


def test_stocks_come_in_order_of_their_days() -> None:
    found: list[Stock] = stocks([total(3, 9), total(1, 2), total(2, 5)])
    assert [stock.amount.value for stock in found] == [1, 2, 3]
