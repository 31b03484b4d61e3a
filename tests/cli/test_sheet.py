from hypothesis import given
from hypothesis import strategies as st

from habeas.cli.sheet import cited, filled, heading, marked, stem
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument, Claim, Draft, Said
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.quote import Quote
from habeas.terms.report import Medium, Report

LONG = (
    "Nach zwei Tagen ließ Belarus am Samstag, wie es hieß, insgesamt 123 Gefangene auf einmal frei"
)


def report(name: str) -> Report:
    return Report(ReportId("r-1"), name, "text/plain", "00", "00", "plain", Medium.DOCUMENT)


def claim(words: str, at: tuple[int, int] | None = None) -> Claim:
    said = Said(Kind.RELEASED, amount=Amount(123), amount_at=at)
    return Claim(ClaimId("c-1"), ReportId("r-1"), Draft(said, Quote(0, len(words), words)), None, 0)


def test_a_quote_and_its_report_share_a_line_and_the_number_stays() -> None:
    place = LONG.index("123")
    line = cited(claim(LONG, (place, place + 3)), {ReportId("r-1"): report("paper.txt")}, others=2)
    assert line.endswith("123 Gefangene auf einmal frei”  paper +2")
    assert line.startswith("    “…")


def test_without_a_number_the_first_person_stays() -> None:
    place = LONG.index("Gefangene")
    person = Argument("Gefangene", place, place + len("Gefangene"))
    said = Said(Kind.RELEASED, (person,))
    told = Claim(ClaimId("c-1"), ReportId("r-1"), Draft(said, Quote(0, len(LONG), LONG)), None, 0)
    assert "Gefangene" in cited(told, {ReportId("r-1"): report("a-rather-long-name-of-it.txt")})


@given(st.text(min_size=1, max_size=300), st.text(min_size=1, max_size=200), st.integers(0, 99))
def test_no_line_is_wider_than_the_page(words: str, name: str, others: int) -> None:
    line = cited(claim(words), {ReportId("r-1"): report(name)}, others=others)
    assert len(line) <= 80
    assert "\x1b" not in line and "\n" not in line
    for one in [*filled(words, indent=4, hang=4), *marked("?", words)]:
        assert len(one) <= 80


def test_a_mark_stands_before_the_first_line_only() -> None:
    lines = list(marked("?", "word " * 40))
    assert lines[0].startswith("? word")
    assert all(line.startswith("    word") for line in lines[1:])


def test_the_name_of_a_report_loses_its_ending_and_what_is_too_long() -> None:
    assert stem(report("a.b.html")) == "a.b"
    assert stem(report("letter")) == "letter"
    assert stem(report("x" * 40 + ".txt")) == "x" * 31 + "…"


def test_a_heading_stands_alone_with_a_rule() -> None:
    assert list(heading("Three")) == ["", "Three", "-----"]
