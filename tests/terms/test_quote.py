"""Laws of `Quote`: the words stand at the offsets, for any text; no other place will do."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.terms.quote import AROUND, LONGEST, quote
from tests.strategies import bodies


@given(st.text(min_size=1, max_size=600), st.data())
def test_the_words_stand_where_it_says_for_any_text(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    stop = data.draw(st.integers(start + 1, min(len(body), start + LONGEST)))
    made = quote(body, start, stop)
    assert body[made.start : made.stop] == made.words
    assert made.stands_in(body)
    assert (made.prefix + made.words + made.suffix) in body
    assert len(made.prefix) == min(AROUND, start)
    assert len(made.suffix) == min(AROUND, len(body) - stop)


@given(bodies(), st.data())
def test_a_changed_letter_in_it_or_at_its_edge_is_seen(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    stop = data.draw(st.integers(start + 1, min(len(body), start + LONGEST)))
    at = data.draw(st.integers(max(0, start - AROUND), min(len(body), stop + AROUND) - 1))
    changed = body[:at] + ("x" if body[at] != "x" else "y") + body[at + 1 :]
    assert not quote(body, start, stop).stands_in(changed)


def test_offsets_are_code_points() -> None:
    body = "🕊 вызвалілі 123 чалавекі"
    assert quote(body, 12, 15).words == "123"


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (2, 2), (3, 2), (0, 7), (6, 7)])
def test_a_place_outside_the_text_is_a_mistake(start: int, stop: int) -> None:
    with pytest.raises(MistakeError) as caught:
        quote("abcdef", start, stop)
    assert caught.value.code == "quote-outside"


def test_a_quote_may_be_as_long_as_the_limit_and_no_longer() -> None:
    body = "a" * (LONGEST + 1)
    assert quote(body, 0, LONGEST).stands_in(body)
    with pytest.raises(MistakeError) as caught:
        quote(body, 0, LONGEST + 1)
    assert caught.value.code == "quote-too-long"


@pytest.mark.parametrize(("start", "stop"), [(-3, 3), (0, 0), (5, 2), (0, 99)])
def test_offsets_that_no_text_has_never_stand(start: int, stop: int) -> None:
    assert not replace(quote("abcdef", 0, 3), start=start, stop=stop).stands_in("abcdef")
