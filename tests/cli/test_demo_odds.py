from datetime import date

from habeas.cli.demo_odds import odds_lines
from habeas.counting.at_odds import excesses, jumps, stocks
from habeas.tasks.demo_page import Odds
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Claim, Draft, Said
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.quote import Quote
from habeas.terms.report import Report
from habeas.terms.when import on

REPORTS = {ReportId("r-1"): Report(ReportId("r-1"), "paper.txt", "text/plain", "0", "0", "plain")}


def total(number: int, day: int, hedge: Hedge = Hedge.EXACT, part: str = "", at: int = 0) -> Claim:
    said = Said(
        Kind.STOCK_TOTAL,
        amount=Amount(number, hedge),
        amount_at=(at, at + 4),
        when=on(date(2025, 12, day)),
        population=None if part else Argument("prisoners"),
        part=Argument(part) if part else None,
    )
    words = f"{number} inside"
    draft = Draft(said, Quote(at, at + len(words), words), source=Argument("Viasna"))
    return Claim(ClaimId(f"c-{number}"), ReportId("r-1"), draft, None, 0)


def page(accepted: list[Claim], proposed: list[Claim]) -> str:
    said, unreviewed = (tuple(stocks(one, population=str)) for one in (accepted, proposed))
    steps, sums = jumps(said, within=7), excesses((*said, *unreviewed))
    return "\n".join(odds_lines(Odds(said, unreviewed, tuple(steps), tuple(sums)), REPORTS))


def test_a_step_names_both_totals_the_days_and_the_fewest_people() -> None:
    found = page([total(1110, 15, Hedge.ABOUT), total(1200, 18)], [])
    assert "  2025-12-15: about 1,110 prisoners (says Viasna)" in found
    assert "    “1110 inside”  paper" in found
    assert (
        "  about 1,110 (1,083 to 1,137), then 1,200: both are right only if, from\n"
        "    2025-12-15 to 2025-12-18, at least 63 more came in than left." in found
    )


def test_a_step_down_says_that_people_left() -> None:
    found = page([total(1200, 18), total(1135, 23)], [])
    assert "at\n    least 65 more left than came in." in found


def test_totals_of_one_day_are_apart() -> None:
    found = page([total(1131, 23), total(1135, 23)], [])
    assert "  1,135 and 1,131: 4 apart at least, and perhaps of the same day." in found


def test_a_sum_with_an_unreviewed_part_is_marked_and_takes_part_in_no_step() -> None:
    parts = [total(968, 23, part="men", at=20), total(168, 23, part="women", at=33)]
    found = page([total(1135, 23)], parts)
    assert "? 2025-12-23: 968 (men) (says Viasna)" in found
    assert "? 968 + 168 = 1,136, and not 1,135: the parts exceed their total." in found
    assert "both are right" not in found


def test_totals_in_order_are_told_to_be_so() -> None:
    found = page([total(1135, 23)], [])
    assert found.endswith("  None of them contradict each other.")
