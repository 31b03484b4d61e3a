"""Words of a name and their roles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.roles import Role, parsed

G, P, S, N, A, B = (
    Role.GIVEN, Role.PATRONYMIC, Role.SURNAME, Role.NAME, Role.INITIAL, Role.SECOND_INITIAL,
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "roles", "sex"),
    [
        ("Святлана Ціханоўская", (G, S), "f"),
        ("Ціханоўская Святлана Георгіеўна", (S, G, P), "f"),
        ("LUKASHENKA, Aliaksandr", (G, S), "m"),
        ("М. Колесникова", (A, S), "f"),
        ("Колесникова М. А.", (S, A, B), "f"),
        ("Колесникова М.А.", (S, A, B), "f"),
        ("Дмитрий Иванович Павлович", (G, P, S), "m"),
        ("Babaryka", (N,), ""),
        ("Tsikhanouskaya", (N,), "f"),
        ("Саша Белова", (G, S), "f"),
    ],
)
def test_roles(name: str, roles: tuple[Role, ...], sex: str) -> None:
    found = parsed(name)
    assert tuple(word.role for word in found.words) == roles
    assert found.sex == sex
    assert not found.unreadable and not found.doubts


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "empty"),
        ("😀", "empty"),
        ("1234", "empty"),
        ("A", "single letters"),
        ("N. N.", "single letters"),
        ("unknown", "not known"),
        ("Неизвестный мужчина", "not known"),
        ("x" * 10_000, "10000 characters"),
        ("тихаnовская", "mixes two scripts"),
    ],
)
def test_unreadable_names_say_why(name: str, sentence: str) -> None:
    assert sentence in parsed(name).unreadable
    assert parsed(name).words == ()


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("Dr. Ales Bialiatski", "title"),
        ("Mаryia Kalesnikava", "two scripts"),
        ("\u13aales Bialiatski", "two scripts"),
        ("Maryia Kalesnik\u03b1va", "two scripts"),
        ("Maryia Kalesnikava 7", "signs"),
    ],
)
def test_doubts(name: str, doubt: str) -> None:
    assert any(doubt in words for words in parsed(name).doubts)


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_never_fails(name: str) -> None:
    found = parsed(name)
    assert bool(found.unreadable) == (not found.words)
