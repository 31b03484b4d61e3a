"""The words around a number."""

from __future__ import annotations

from habeas.language.neighbours import Around, lists_of
from habeas.language.pack import pack
from habeas.language.tokens import tokens


def test_words_before_and_behind_and_none_outside() -> None:
    french = pack("fr")
    row = tokens("près de 20 ans", french)
    it = Around(row, 2, 3, 20.0, False, french)
    assert (it.before(), it.before(2), it.before(3)) == ("de", "près", "")
    assert (it.after(), it.after(2)) == ("ans", "")
    assert not it.touches_before() and not it.touches_after()


def test_lists_have_words_stems_and_phrases() -> None:
    spanish = pack("es")
    row = tokens("el 20 por ciento", spanish)
    it = Around(row, 1, 2, 20.0, False, spanish)
    known = lists_of(spanish)
    assert known.follows("percent", it) and not known.precedes("percent", it)
    assert known.has("money", "dólares") and not known.has("money", "")
