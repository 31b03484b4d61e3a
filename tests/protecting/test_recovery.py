"""A code survives being written down and typed; a slip is told as a slip."""

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.protecting.recovery import LETTERS, grouped, looks_like_code, new_code, typed

CODE = new_code(bytes)


def _given(data: bytes) -> str:
    """The code made from `data`, over and over."""
    return new_code(lambda size: (data * size)[:size])


codes = st.binary(min_size=30, max_size=30).filter(lambda data: min(data) < 240).map(_given)


def test_has_no_letter_that_looks_like_another() -> None:
    assert not set(LETTERS) & set("ILOQUV")
    assert len(LETTERS) ** 30 > 2**128


@given(codes)
def test_is_read_back_however_it_is_typed(code: str) -> None:
    assert typed(grouped(code)) == code
    assert typed(f"  {grouped(code).lower().replace('-', ' ')}\n") == code
    assert looks_like_code(code)


def test_letters_typed_in_cyrillic_that_look_the_same_are_read() -> None:
    code = _given(bytes(range(30)))
    assert typed(code.translate(str.maketrans("ABCEHKMPTXY", "АВСЕНКМРТХУ"))) == code


@given(codes, st.integers(0, 34), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_told(code: str, place: int, letter: str) -> None:
    wrong = code[:place] + letter + code[place + 1 :]
    if wrong == code:
        assert typed(wrong) == code
    else:
        with pytest.raises(MistakeError, match="slip"):
            typed(wrong)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(CODE[:-1], "has 34"), (CODE + "A", "has 36"), ("", "has 0"), ("1" + CODE[1:], "letter “1”")],
)
def test_what_is_no_code_is_told(words: str, sentence: str) -> None:
    with pytest.raises(MistakeError, match=sentence):
        typed(words)


def test_random_codes_differ() -> None:
    assert len({new_code(secrets.token_bytes) for _ in range(50)}) == 50


def test_a_passphrase_does_not_look_like_a_code() -> None:
    assert not looks_like_code("correct horse battery staple and more")
