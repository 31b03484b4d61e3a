"""Posts as they are kept: a small head and the words, and the same post twice is the same bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import ReportError
from habeas.reading.formats.post import Post, Posting, post_bytes
from tests.reading.formats import made


def test_a_post_comes_back_with_its_title_and_day() -> None:
    data = post_bytes(
        Posting("letter", made.PARAGRAPH, title="Freed", day="2025-12-14", attachments=("a.pdf",))
    )
    assert Post().sniff(data, name="x")
    found = Post().text_of(data, name="x")
    assert found.body == f"Freed\n\n{made.PARAGRAPH}"
    assert (found.title, found.extractor) == ("Freed", "post 1")
    assert found.published is not None
    assert found.published.edtf == "2025-12-14"
    assert b"Attachment: a.pdf\n" in data


def test_a_title_that_begins_the_words_is_not_said_twice() -> None:
    data = post_bytes(Posting("entry", "Freed\nTwelve people.", title="Freed"))
    assert Post().text_of(data, name="x").body == "Freed\nTwelve people."


def test_nobody_can_write_a_line_into_the_head() -> None:
    data = post_bytes(Posting("post", "words", publisher="A\nDay: 2020-01-01", title="B\n\nC"))
    found = Post().text_of(data, name="x")
    assert found.published is None
    assert found.body == "B C\n\nwords"


def test_a_post_without_words_is_refused() -> None:
    with pytest.raises(ReportError):
        Post().text_of(post_bytes(Posting("post", " ")), name="x")


@given(st.text(), st.text(), st.text(max_size=12))
def test_any_post_is_read_or_refused(words: str, title: str, day: str) -> None:
    data = post_bytes(Posting("post", words, title=title, day=day))
    assert data == post_bytes(Posting("post", words, title=title, day=day))
    try:
        assert Post().text_of(data, name="x").body.strip()
    except ReportError as error:
        assert error.code == "report-blank"
