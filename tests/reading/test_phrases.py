"""The lists and phrases that packs write down."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.phrases import phrase, vocabulary
from habeas.reading.words import words

ROWS = st.lists(st.sampled_from(("a", "ab", "abc", "cb", "x")), max_size=8).map(" ".join)


@given(st.lists(st.sampled_from(("ab", "ab*", "*b", "c*")), max_size=4), ROWS)
def test_a_list_takes_the_words_it_holds_asked_once_or_often(listed: list[str], text: str) -> None:
    element = vocabulary(" ".join(listed))
    for word in (*words(text), *words(text)):
        low = word.low
        wanted = any(
            low == one.strip("*")
            or (one.endswith("*") and low.startswith(one[:-1]))
            or (one.startswith("*") and low.endswith(one[1:]))
            for one in listed
        )
        assert element.takes(word) == element.holds(low) == wanted


def test_each_part_of_a_phrase_is_an_element() -> None:
    gap, slot, either = phrase("…3 <day>? Freed|releas*").elements
    assert (gap.gap, gap.optional) == (3, False)
    assert (slot.slot, slot.optional) == ("day", True)
    assert (either.exact, either.stems) == (frozenset({"freed"}), ("releas",))
    assert gap.whole and not either.whole
