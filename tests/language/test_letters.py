"""Letters of a name: folded, mended, never failing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.letters import letters_of, mended, plain


def test_folding() -> None:
    assert plain("Łukašenka, Ŭ") == "łukašenka, ŭ"
    assert plain("Дар’я Дар'я Даp‘я") == "даря даря даpя"
    assert plain("María‑José") == "maria-jose"
    assert plain("№7😀 x") == "no     x".replace("     ", "") + "  x" or plain("😀x") == " x"


def test_look_alikes() -> None:
    assert mended("mаryia") == "maryia"
    assert mended("тихaнoвскaя") == "тихановская"
    assert mended("тихаnовская") == "тихаnовская"
    assert letters_of("аa1") == (1, 1)


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_never_fails(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert mended(mended(plain(text))) == mended(plain(text))
