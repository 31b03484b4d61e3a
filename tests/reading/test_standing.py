"""Where phrases stand, against a plain matcher that tries everything everywhere."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.phrases import Phrase, phrase
from habeas.reading.standing import Phrases, Slots
from habeas.reading.words import Word, words

PARTS = ("a", "ab", "ab*", "*b", "a|c*", "…2", "…", "<day>", "a?", "c*?", "<day>?")
LINES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join)
ROWS = st.lists(st.sampled_from(("a", "ab", "abc", "cb", "x", ";")), max_size=8).map(" ".join)
MARKS = st.dictionaries(st.integers(0, 7), st.just({"day": 1}), max_size=3)

Stand = tuple[str, int, int, tuple[int, ...]]


def slots_of(marks: dict[int, dict[str, int]], row: tuple[Word, ...]) -> Slots:
    """A mention of one word at each mark within a row."""
    return {at: {"day": at + 1} for at in marks if at < len(row)}


def ways(one: Phrase, place: int, at: int, row: tuple[Word, ...], slots: Slots) -> list[list[int]]:
    """Every filling from element `place` on, in the order in which it is to be tried: `own`, the end."""
    if place == len(one.elements):
        return [[at]]
    element = one.elements[place]
    found = []
    if element.gap:
        for end in range(at, min(at + element.gap, len(row)) + 1):
            found += ways(one, place + 1, end, row, slots)
            if end < len(row) and row[end].text == ";":
                break
        return found
    if element.slot and (behind := slots.get(at, {}).get(element.slot)):
        found += ways(one, place + 1, behind, row, slots)
    elif not element.slot and at < len(row) and element.takes(row[at]):
        found += [[at, *rest] for rest in ways(one, place + 1, at + 1, row, slots)]
    return found + (ways(one, place + 1, at, row, slots) if element.optional else [])


def begins(one: Phrase, at: int, row: tuple[Word, ...], slots: Slots) -> bool:
    """Whether one of the elements that may lead is filled by what stands at `at`."""
    for element in one.elements:
        if element.slot in slots.get(at, {}) or (not element.slot and element.takes(row[at])):
            return True
        if not element.optional:
            return False
    return False


@given(st.lists(LINES, max_size=5, unique=True), ROWS, MARKS)
def test_a_phrase_stands_where_a_plain_matcher_finds_it(
    lines: list[str], text: str, marks: dict[int, dict[str, int]]
) -> None:
    row = words(text)
    slots = slots_of(marks, row)
    index = Phrases()
    for line in lines:
        index.add(phrase(line))
    found = index.hits(row, slots)
    plain: list[Stand] = []
    for line in lines:
        one = phrase(line)
        for first in range(len(row)):
            if begins(one, first, row, slots) and (all_ways := ways(one, 0, first, row, slots)):
                *own, last = all_ways[0]
                plain.append((line, first, last, tuple(own)))
    assert sorted((hit.phrase.written, hit.first, hit.last, hit.own) for hit in found) == sorted(
        plain
    )
    assert [hit.first for hit in found] == sorted(hit.first for hit in found)


@given(st.lists(LINES, max_size=5), ROWS, ROWS)
def test_what_was_read_before_is_of_no_account(lines: list[str], text: str, before: str) -> None:
    fresh, used = Phrases(), Phrases()
    for line in lines:
        fresh.add(phrase(line))
        used.add(phrase(line))
    used.hits(words(before), {})
    assert used.hits(words(text), {}) == fresh.hits(words(text), {})


def test_a_phrase_begins_with_the_words_that_may_lead_it() -> None:
    index = Phrases()
    for line in ("never? released", "<day> freed"):
        index.add(phrase(line))
    led = {
        word.low: [one.written for one in index.beginning(word)] for word in words("never freed")
    }
    assert led == {"never": ["never? released"], "freed": []}
