"""The single acts of `habeas review`, and the name of the reviewer."""

import json
from pathlib import Path

import pytest

from tests.cli.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("HABEAS_REGISTER", raising=False)
    return Desk(tmp_path)


def test_a_batch_says_what_it_accepted_unread(desk: Desk) -> None:
    result = desk.done("--as", "Ann", "--accept", "tier=likely")
    assert "Accepted UNREAD: 6 claims." in result.stdout
    assert "Left for a human eye: 3 claims." in result.stdout
    assert result.stdout.endswith("3 claims wait for a review.\n")
    assert "1  tells of a death" in result.stdout
    assert len(desk.counted()) == 6
    again = json.loads(desk.done("--as", "Ann", "--accept", "tier=likely", "--json").stdout)
    assert again["accepted_unread"] == 0
    assert again["left_out"] == {"death": 1, "inferred": 1, "not_public": 1}
    for what in ("tier=check", "all"):
        assert desk.error("--as", "Ann", "--accept", what).code == "batch-tier"


def test_undo_of_an_older_review(desk: Desk) -> None:
    desk.done("--as", "Ann", typed="a\nq\n")
    review = desk.review("c-a1")
    assert review is not None
    words = ("--as", "Bo", "--undo", review.id, "--reason", "a slip", "--json")
    assert json.loads(desk.done(*words).stdout)["review"] == review.id
    assert desk.counted() == []
    assert desk.error("--as", "Bo", "--undo", review.id).code == "withdrawn-already"
    assert desk.error("--as", "Bo", "--undo", "c-a1").code == "id-unknown"


def test_missed_in_one_line(desk: Desk) -> None:
    words = ["--missed", "r-a", "--words", "came out with her", "--kind", "released", "--as", "Ann"]
    more = ["--person", "Viktar Babaryka", "--when", "2025-12-13", "--json"]
    claim = json.loads(desk.done(*words, *more).stdout)["claim"]
    assert desk.counted() == [claim]
    short = ["--missed", "r-a", "--words", "her", "--as", "Ann", "--kind"]
    assert "Noted and accepted" in desk.done(*short, "released").stdout
    assert desk.error(*short, "freed").code == "choice-unknown"
    assert desk.error("--missed", "r-a", "--words", "in", "--as", "Ann").code == "words-not-unique"
    assert desk.error("--missed", "r-a", "--as", "Ann").code == "words-empty"
    assert desk.error("--missed", "r-x", "--words", "a", "--as", "Ann").code == "report-unknown"


def test_the_queue_is_listed(desk: Desk) -> None:
    lines = desk.done("--list", "--json", "--report", "r-b").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["c-b1", "c-b2"]
    text = desk.done("--list", "--tier", "likely").stdout
    assert text.startswith("c-a1: likely; released · Maria Kalesnikava · 2025-12-13")
    desk.done("--as", "Ann", typed="u\n\nq\n")
    assert "unsure by Ann" in desk.done("--list", "--unsure").stdout
    assert desk.done("--list", "--tier", "check").stdout == ""


@pytest.mark.parametrize("name", ["", " ", "\u200b", "\u2062\u202e", "\u115f", "x" * 201])
def test_a_reviewer_whose_name_nobody_can_see(desk: Desk, name: str) -> None:
    assert desk.error("--as", name, typed="a\n").code == "reviewer-missing"


def test_a_reviewers_name_is_one_line_without_unseen_signs(desk: Desk) -> None:
    desk.done("--as", "Ann\n  v-2: accepted,\u202e Bob", typed="a\nq\n")
    review = desk.review("c-a1")
    assert review is not None and review.reviewer == "Ann v-2: accepted, Bob"


@pytest.mark.parametrize(
    "words",
    [
        ("--list", "--accept", "tier=likely"),
        ("--accept", "tier=likely", "--undo", "v-1"),
        ("--list", "--missed", "r-b", "--words", "came out"),
    ],
)
def test_two_things_at_once_are_refused_and_neither_is_done(
    desk: Desk, words: tuple[str, ...]
) -> None:
    error = desk.error(*words, "--as", "Ann")
    assert error.code == "acts-several"
    assert "One thing at a time: --" in error.sentence and "nothing was done" in error.sentence
    assert desk.counted() == []
