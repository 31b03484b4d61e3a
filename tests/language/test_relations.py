"""Words of kinship right before a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.language.relations import kin_before


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("and his wife ", "spouse"),
        ("мужа ", "spouse"),
        ("und seine Frau ", "spouse"),
        ("сын ", "child"),
        ("jego córka, ", "child"),
        ("сына: ", "child"),
        ("the father of ", "parent"),
        ("яго бацька ", "parent"),
        ("Bruder von ", "sibling"),
        ("його брат ", "sibling"),
        ("Siostra ", "sibling"),
    ],
)
def test_words_before_a_name(words: str, relation: str) -> None:
    found = kin_before(f"Yesterday {words}Eduard", len(f"Yesterday {words}"))
    assert found is not None
    assert found.relation == relation
    assert found.start < len(f"Yesterday {words}")


@pytest.mark.parametrize(
    "words", ["Frau ", "person ", "sons and ", "wife said that ", "чоловік ", ""]
)
def test_other_words_tell_of_no_kin(words: str) -> None:
    assert kin_before(words + "Maria", len(words)) is None


@given(st.text(max_size=60), st.integers(0, 60))
def test_never_fails(text: str, start: int) -> None:
    found = kin_before(text, min(start, len(text)))
    assert found is None or found.start <= start
