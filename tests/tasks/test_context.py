"""A quote with the sentences around it."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.tasks.context import Context, borders
from habeas.tasks.context import context as around
from habeas.terms.quote import LONGEST, Quote, quote
from tests.strategies import bodies

TEXT = "One is. Two is. Three is. Four is here now. Five is. Six is. Seven is. Eight is."


def context(text: str, place: Quote, language: str | None = None) -> Context:
    return around(text, place, borders(text, language))


def test_sentences_are_those_of_the_language() -> None:
    text = "Am 27. Februar saßen 1462. Das sagt Viasna. Er kam frei. Sie lebt. Mehr nicht. Ende."
    start = text.index("Er kam")
    found = context(text, quote(text, start, start + 6), "de")
    assert found.before == "Am 27. Februar saßen 1462. Das sagt Viasna. "
    assert found.after == " frei. Sie lebt. Mehr nicht."


def test_two_sentences_before_and_after() -> None:
    start = TEXT.index("here")
    found = context(TEXT, quote(TEXT, start, start + 4))
    assert found.before == "Two is. Three is. Four is "
    assert found.words == "here"
    assert found.after == " now. Five is. Six is."


def test_a_quote_at_either_end() -> None:
    assert context(TEXT, quote(TEXT, 0, 3)).before == ""
    last = context(TEXT, quote(TEXT, len(TEXT) - 3, len(TEXT)))
    assert last.before == "Six is. Seven is. Eight "
    assert last.after == ""


def test_an_empty_line_is_a_border() -> None:
    text = "Title\n\nBy someone\n\nMaria is free.\n\nMore"
    start = text.index("Maria")
    assert context(text, quote(text, start, start + 5)).before == "Title\n\nBy someone\n\n"


def test_a_text_without_borders_is_cut() -> None:
    text = "word " * 2000
    found = context(text, quote(text, 5000, 5004))
    assert len(found.before) + len(found.after) < 3100


@given(bodies(), st.sampled_from([None, "de", "ru", "xx"]), st.data())
def test_the_context_stands_in_the_text(
    body: str, language: str | None, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    stop = data.draw(st.integers(start + 1, min(len(body), start + LONGEST)))
    found = context(body, quote(body, start, stop), language)
    assert body[start - len(found.before) : start] == found.before
    assert body[start:stop] == found.words
    assert body[stop : stop + len(found.after)] == found.after
