"""`habeas review`, talked to by lines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.cli.review_talk import Talk
from habeas.tasks.review import Ruling, decide, queue
from habeas.terms.ids import ClaimId
from habeas.terms.kind import Kind
from habeas.terms.review import Decision
from tests.cli.desk import Desk, Typed


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    return Desk(tmp_path)


def test_one_claim_after_another(desk: Desk) -> None:
    result = desk.done("--as", "Ann", typed="a\nr\nnot in this text\nu\n\ns\nq\n")
    assert desk.counted() == ["c-a1"]
    rejected, unsure = desk.review("c-a2"), desk.review("c-a3")
    assert rejected is not None and rejected.decision is Decision.REJECTED
    assert rejected.reason == "not in this text"
    assert unsure is not None and unsure.decision is Decision.UNSURE
    assert desk.review("c-a4") is None
    assert "1 accepted, 1 rejected, 1 unsure; 6 claims wait." in result.stderr


def test_a_reason_may_stand_behind_the_letter_as_in_resolve(desk: Desk) -> None:
    desk.done("--as", "Ann", typed="r not in this text\nreject  another day\nu who is meant?\nq\n")
    given = [desk.review(claim) for claim in ("c-a1", "c-a2", "c-a3")]
    assert [(one.decision, one.reason) for one in given if one is not None] == [
        (Decision.REJECTED, "not in this text"),
        (Decision.REJECTED, "another day"),
        (Decision.UNSURE, "who is meant?"),
    ]


def test_the_screen_shows_the_quote_in_context_and_how_the_day_was_reckoned(desk: Desk) -> None:
    screen = " ".join(desk.done("--as", "Ann", typed="q\n").stdout.split())
    assert "1 of 9: c-a1" in screen
    assert (
        "A bus left Minsk in the morning. «Maria Kalesnikava was released on Saturday». "
        "Viktar Babaryka, arrested in June 2020, came out with her. The defenders say that about"
    ) in screen
    assert (
        "kind released persons Maria Kalesnikava when 2025-12-13 (worked out in a test)" in screen
    )
    assert "said asserted, the report's own words" in screen
    assert "read by test 1, likely" in screen
    assert "Made-up Post, published 2025-12-16 (stated by whoever added it)" in screen


def test_the_end_of_the_input_is_a_quit(desk: Desk) -> None:
    result = desk.done("--as", "Ann", typed="a\nr\n")
    assert desk.counted() == ["c-a1"]
    assert "1 accepted; 8 claims wait." in result.stderr


def test_help_and_unknown_keys_ask_again(desk: Desk) -> None:
    result = desk.done("--as", "Ann", typed="?\nx\n\na\nq\n")
    assert result.stderr.count("a accept") == 4
    assert desk.counted() == ["c-a1"]


@pytest.mark.parametrize(
    "line", ["Ales Bialiatski", "released", "accepted", "aa", "a b", "-", "accept it", "e no"]
)
def test_a_line_that_is_no_answer_decides_nothing(desk: Desk, line: str) -> None:
    result = desk.done("--as", "Ann", typed=f"{line}\nq\n")
    assert f"“{line}” is no answer here; nothing was done." in result.stderr
    assert "Nothing decided; 9 claims wait." in result.stderr
    assert desk.counted() == [] and desk.review("c-a1") is None


def test_whole_words_are_answers(desk: Desk) -> None:
    typed = "accept\nundo\nAccept\nreject\nno\nskip\nunsure\n\nquit\na\n"
    result = desk.done("--as", "Ann", typed=typed)
    assert desk.counted() == ["c-a1"]
    assert "1 accepted, 1 rejected, 1 unsure;" in result.stderr


def test_undo_goes_back(desk: Desk) -> None:
    result = desk.done("--as", "Ann", typed="z\na\na\nz\nz\nr\nno\nq\n")
    assert "Nothing was decided in this sitting" in result.stderr
    assert result.stderr.count("Taken back") == 2
    assert desk.counted() == []
    assert "; 8 claims wait." in result.stderr and "1 rejected; 8" in result.stderr
    review = desk.review("c-a1")
    assert review is not None and review.decision is Decision.REJECTED


def test_a_value_that_cannot_be_is_asked_again_and_the_others_are_kept(desk: Desk) -> None:
    fields = "\n\nfive or so\n5\n2025-13-40\n2025-12-14\n\n\n\n"
    others = "penalty\nlong\n6 years 6  months\nweather\ndestination\nVilnius\n\n"
    result = desk.done("--as", "Ann", typed=f"e\n{fields}{others}y\nq\n")
    assert "“five or so” is not a number" in result.stderr
    assert "“2025-13-40” is not a day" in result.stderr
    assert "“long” is no penalty" in result.stderr
    assert "Other fields: place, destination, actor, terms, population, part." in result.stderr
    assert "penalty: 6 years 6 months [inferred]" in result.stderr
    review = desk.review("c-a1")
    assert review is not None and review.amended is not None
    said = review.amended.said
    assert said.amount is not None and said.amount.value == 5
    assert said.when is not None and said.when.edtf == "2025-12-14"
    assert said.penalty is not None and said.penalty.value == "P6Y6M"
    assert said.destination is not None and said.destination.value == "Vilnius"


def test_a_total_may_get_its_number_after_its_kind(desk: Desk) -> None:
    fields = "stock total\n-\n12\n\n\n\n\n\n"
    desk.done("--as", "Ann", typed=f"e\n{fields}y\nq\n")
    review = desk.review("c-a1")
    assert review is not None and review.amended is not None
    assert review.amended.said.kind is Kind.STOCK_TOTAL
    without = "stock total\n\n\n\n\n\n\n\n"
    result = desk.done("--as", "Ann", "--report", "r-a", typed=f"e\n{without}q\n")
    assert "A stock total needs a number" in result.stderr


def test_a_missed_claim_with_inferred_arguments_asks_twice(desk: Desk) -> None:
    fields = "died\nIvan Invented\n\n\n\n\n\n\n"
    result = desk.done("--as", "Ann", typed=f"m\nnobody gave a list\n{fields}y\nn\nq\n")
    assert "No words of the quote stand for: persons. Sure?" in result.stderr
    assert "Nothing was noted." in result.stderr
    assert desk.counted() == []


def test_a_rejection_without_a_reason_asks_again(desk: Desk) -> None:
    result = desk.done("--as", "Ann", typed="r\n\na\nq\n")
    assert "A rejection needs a reason." in result.stderr
    assert desk.counted() == ["c-a1"]


def test_amend_field_by_field(desk: Desk) -> None:
    fields = "\nMaria Kalesnikava, Viktar Babaryka\nat least 2\n2025-12-14\nreported\nthe bus\n\n\n"
    result = desk.done("--as", "Ann", typed=f"e\n{fields}y\nq\n")
    assert desk.counted() == ["c-a1"]
    assert "No words of the quote stand for: count, persons, source. Sure?" in result.stderr
    review = desk.review("c-a1")
    assert review is not None and review.amended is not None
    said = review.amended.said
    assert [person.value for person in said.persons] == ["Maria Kalesnikava", "Viktar Babaryka"]
    assert said.amount is not None and said.amount.value == 2
    assert said.when is not None and said.when.edtf == "2025-12-14"


def test_an_amendment_that_changes_nothing_or_does_not_fit(desk: Desk) -> None:
    enter = "\n" * 8
    result = desk.done("--as", "Ann", typed=f"e\n{enter}e\nfreed{enter}q\n")
    assert "Nothing was changed" in result.stderr
    assert "“freed” is none of" in result.stderr
    assert desk.counted() == []


def test_inferred_arguments_ask_twice(desk: Desk) -> None:
    skip = "s\n" * 4
    desk.done("--as", "Ann", typed=f"{skip}a\nn\nq\n")
    assert desk.counted() == []
    result = desk.done("--as", "Ann", typed=f"{skip}a\ny\nq\n")
    assert desk.counted() == ["c-a5"]
    assert "INFERRED" in result.stdout


def test_one_key_held_down_accepts_neither_a_death_nor_an_illness(desk: Desk) -> None:
    desk.done("--as", "Ann", "--report", "r-n", typed="a\n" * 20)
    assert desk.counted() == []
    result = desk.done("--as", "Ann", "--report", "r-n", typed="a\ny\na\ny\nq\n")
    assert "tells of a death" in result.stderr
    assert "about somebody's health" in result.stderr
    assert desk.counted() == ["c-n1", "c-n2"]


def test_what_another_decided_meanwhile_is_not_written_over(desk: Desk) -> None:
    def lines() -> Iterator[str]:
        with desk.opened() as other:
            decide(other, ClaimId("c-a1"), Ruling(Decision.REJECTED, "Bob", "no such day"), at=9)
        yield "a"
        yield "q"

    typed = lines()
    with desk.opened() as register, pytest.MonkeyPatch.context() as patch:
        claims = list(queue(register))
        patch.setattr("sys.stdin", Typed(typed))
        Talk(register, "Ann", claims, lambda: 10).run()
    review = desk.review("c-a1")
    assert review is not None and (review.decision, review.reviewer) == (Decision.REJECTED, "Bob")


def test_a_missed_claim_is_added_by_its_words(desk: Desk) -> None:
    fields = "other\n\n\n\n\n\nno list published\n\n"
    result = desk.done("--as", "Ann", typed=f"m\nnobody  gave a list\n{fields}q\n")
    assert "Noted as c-" in result.stderr
    (name,) = desk.counted()
    with desk.opened() as register:
        claim = register.claim(ClaimId(name)).claim
        assert claim.quote.words == "Nobody gave a list"
        assert claim.said.note == "no list published"


def test_words_that_stand_twice_are_chosen(desk: Desk) -> None:
    fields = "released\n\n\n\n\n\n\n\n"
    result = desk.done("--as", "Ann", typed=f"m\nher\n{fields}m\nin\n7\nm\nin\n2\n{fields}q\n")
    assert "places:" in result.stderr
    assert "“7” is none of 1 to" in result.stderr
    assert len(desk.counted()) == 2


def test_what_was_accepted_before_about_the_same_fact_is_shown(desk: Desk) -> None:
    desk.done("--as", "Ann", "--accept", "tier=likely", "--report", "r-b")
    screen = desk.done("--as", "Ann", typed="s\ns\nq\n").stdout
    assert "= already accepted: c-b1 stock total · 1,200" in screen


def test_an_empty_queue_says_so(desk: Desk) -> None:
    assert desk.done("--tier", "check").stderr == "No claim waits for a review.\n"
    assert desk.done("--unsure").stderr.startswith("No claim waits for a second look")
    listed = desk.done("--unsure", "--list", "--json")
    assert listed.stdout == "" and listed.stderr.startswith("No claim waits")


def test_the_name_is_asked_for(desk: Desk) -> None:
    desk.done(typed="Ann\na\nq\n")
    review = desk.review("c-a1")
    assert review is not None and review.reviewer == "Ann"
    assert desk.error(typed="").code == "reviewer-missing"
    assert desk.error("--as", " ").exit_code == 2
