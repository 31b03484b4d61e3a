"""What is an answer, and what is none."""

import pytest

from habeas.cli.sitting import QUIT, Answers

ANSWERS = Answers(
    {"y": "same", "j": "same", "s": "skip", "q": QUIT}, "the help", frozenset({"same"})
)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("y", ("same", "")),
        ("Y", ("same", "")),
        ("SAME", ("same", "")),
        ("y the same office", ("same", "the same office")),
        ("same  office", ("same", "office")),
        ("q", (QUIT, "")),
        ("skip", ("skip", "")),
        ("skip this", ("", "")),
        ("s his father", ("", "")),
        ("yes", ("", "")),
        ("sam", ("", "")),
        ("?", ("", "")),
        ("", ("", "")),
    ],
)
def test_answers(typed: str, taken: tuple[str, str]) -> None:
    assert ANSWERS.taken(typed) == taken


def test_one_letter_of_each_act_is_asked_for() -> None:
    assert ANSWERS.question == "[y/s/q/?]"
