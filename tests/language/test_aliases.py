"""Names with an alias in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.language.aliases import named


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("BELOV, Ivan (a.k.a. BIALOU, Ivan)", ("BELOV, Ivan", "BIALOU, Ivan")),
        ("Ivan Belov alias Ivan Bialou", ("Ivan Belov", "Ivan Bialou")),
        ("Belov; aka Bialou; aka Below", ("Belov", "Bialou", "Below")),
        ("Иван Белов (он же Белый)", ("Иван Белов", "Белый")),
        ("Ivan Belov", ("Ivan Belov",)),
        ("Akakij", ("Akakij",)),
        ("", ("",)),
    ],
)
def test_where_an_alias_begins(name: str, found: tuple[str, ...]) -> None:
    assert named(name) == found


@given(st.text(max_size=80))
def test_never_fails_and_never_empty(name: str) -> None:
    assert named(name)
    assert all(named(name)) or named(name) == (name,)
