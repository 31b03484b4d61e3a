"""Markdown: a text with its marks, and the words that must be left."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.making import LONGEST
from habeas.reading.formats.markdown import Markdown
from habeas.terms.report import Text


def text(words: str) -> Text:
    return Markdown().text_of(words.encode(), name="a.md")


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("# 123 freed #", "123 freed"),
        ("**52** people", "52 people"),
        ("*Maria* and _Viktar_", "Maria and Viktar"),
        ("[Viasna](https://example.org/a) says", "Viasna says"),
        ("![a bus](bus.jpg) They came", "They came"),
        ("> We will not stop", "We will not stop"),
        ("Name\n====\nwords", "Name\n\nwords"),
        ("one\n\n---\n\ntwo", "one\n\n\n\ntwo"),
        ("```text\nwords\n```", "words"),
        ("`1200` are inside", "1200 are inside"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("- first\n- second", "- first\n- second"),
        (r"1\. January", "1. January"),
        (r"\"Belta\" \<here\>", '"Belta" <here>'),
        ("<div class='a'>\n\nThey came\n\n</div>", "They came"),
        ("<!-- a\nnote -->They <b>came</b><br>", "They came"),
        ("They came[^1].\n\n[^1]: By bus.", "They came.\n\n By bus."),
        ("Ten < twelve > nine", "Ten < twelve > nine"),
        ("# They came {#id .class}", "They came"),
        ("# They came {#id} ##", "They came"),
        ("# In {brackets}", "In {brackets}"),
        ("<!-- a <!-- b -->They came<!---->.", "They came."),
        ("They <!-- came", "They <!-- came"),
    ],
)
def test_the_marks_go_and_the_words_stay(written: str, left: str) -> None:
    assert text(written).body.strip() == left


def test_a_front_matter_tells_title_day_and_language() -> None:
    found = text('---\ntitle: "Freed"\ndate: 2025-12-14T08:00\nlang: en\ntags: [a]\n---\nWords.\n')
    assert (found.title, found.language, found.body) == ("Freed", "en", "Words.\n")
    assert found.published is not None
    assert found.published.edtf == "2025-12-14"


def test_a_front_matter_with_an_impossible_day_is_told() -> None:
    found = text("---\ndate: 2025-02-30\n---\nWords.\n")
    assert found.published is None
    assert "2025-02-30" in found.warnings[0]


def test_the_first_heading_is_the_title() -> None:
    assert text("Intro\n\n## 123 freed\n\nwords").title == "123 freed"


def test_long_runs_of_marks_take_no_time() -> None:
    for marks in ("*" * 50_000, "[" * 50_000, "_a" * 50_000, "> " * 50_000, "![" * 20_000):
        assert text(marks + " word").body.strip().endswith("word")
    for marks in ("# a" + " " * 400_000 + "b", "# a" + " #" * 200_000 + "b", "<!--" * 200_000):
        assert text(marks + " word").body.strip().endswith("word")
    title = "a" + " " * 400_000 + "b"
    assert text(f"---\ntitle: {title}\n---\nword").title == "a b"


def test_a_comment_that_is_too_long_stays() -> None:
    assert "x" not in text(f"<!--{'x' * 5_000}-->word").body
    assert "x" in text(f"<!--{'x' * 5_001}-->word").body


def test_a_text_that_is_too_long_is_refused_before_its_marks_are_looked_at() -> None:
    with pytest.raises(ReportError) as caught:
        text("*a " * (LONGEST // 3 + 1))
    assert caught.value.code == "report-too-long"
