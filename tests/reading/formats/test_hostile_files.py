"""More than 230 hostile files over all formats: each gives texts or one clear sentence, never more."""

import pytest

from habeas.errors import ReportError
from habeas.language.clean import clean
from habeas.plugins import Listing, documents
from habeas.terms.report import Text
from tests.reading.formats.hostile import FILES, GOOD


def texts(data: bytes, name: str) -> list[Text] | str:
    """The texts of a file, checked against the laws of `Text`; or the code by which it is refused."""
    try:
        found = []
        for document in documents(data, name=name):
            inner = document.member
            if isinstance(document.part, Listing):
                found.append(document.part.listed(inner.data, name=inner.name)[0])
            else:
                found.append(document.part.text_of(inner.data, name=inner.name))
    except ReportError as error:
        assert error.exit_code == 3
        assert name in error.sentence
        assert "\n" not in error.sentence
        assert error.sentence.endswith(".")
        assert len(error.sentence) < 500 + len(error.report)
        return error.code
    assert found
    for text in found:
        assert text.body.strip()
        assert clean(text.body) == (text.body, [])
        text.body.encode("utf-8")
    return found


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 230


@pytest.mark.parametrize("name", GOOD)
def test_each_whole_file_gives_its_words(name: str) -> None:
    found = texts(GOOD[name], name)
    assert isinstance(found, list)
    assert any("released in Minsk" in text.body or "Kalesnikava" in text.body for text in found)


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gives_texts_or_a_sentence(name: str) -> None:
    assert texts(FILES[name], name)
