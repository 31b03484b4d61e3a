from __future__ import annotations

from habeas.language.pack import pack
from habeas.language.patterns import Tags, forms
from habeas.language.tokens import Token, tokens

_TABLES = [
    {"means": "long", "forms": ["am <day>? . <month>"]},
    {"means": "short", "forms": ["am", "am <day>", "<day> a|b"]},
    {"means": "plain", "forms": ["am 3"]},
]


def _read(text: str) -> tuple[list[Token], list[Tags]]:
    row = list(tokens(text, pack("de")))
    values: dict[str, Tags] = {"3": {"day": 3}, "mai": {"month": 5}}
    return row, [values.get(token.key, {}) for token in row]


def test_the_longest_form_wins() -> None:
    match = forms(_TABLES).at(*_read("am 3. Mai"), 0)
    assert match is not None
    assert (match.form.means, match.last, match.get("day"), match.all("month")) == (
        "long",
        4,
        3,
        [5],
    )


def test_an_optional_element_may_be_missing() -> None:
    match = forms(_TABLES).at(*_read("am . Mai"), 0)
    assert match is not None
    assert (match.form.means, match.get("day")) == ("long", None)


def test_of_the_same_length_the_one_with_more_words_wins() -> None:
    match = forms(_TABLES).at(*_read("am 3 Uhr"), 0)
    assert match is not None
    assert match.form.means == "plain"


def test_no_match_crosses_an_empty_line() -> None:
    match = forms(_TABLES).at(*_read("am\n\n3. Mai"), 0)
    assert match is not None
    assert match.last == 1


def test_nothing_begins_here() -> None:
    assert forms(_TABLES).at(*_read("und am 3."), 0) is None


def test_what_may_stand_behind_depends_on_what_may_be_left_out() -> None:
    found = forms([{"means": "far", "forms": ["am a? b? <month>"]}])
    assert found.at(*_read("am Mai"), 0) is not None
    assert found.at(*_read("am b Mai"), 0) is not None
    assert found.at(*_read("am c"), 0) is None
    assert found.at(*_read("am"), 0) is None
