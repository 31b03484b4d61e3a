"""The convention tables: whole, with sources, and read as written."""

import pytest

from habeas.errors import MistakeError
from habeas.language.conventions.tables import LANGUAGES, convention, conventions, pairs

LETTERS = {
    "be": "абвгґдеёжзійклмнопрстуўфхцчшыьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_convention_names_its_source_and_writes_every_letter(language: str) -> None:
    for one in conventions(language):
        assert len(one.source) > 20, one.id
        assert one.id.startswith(language + "-")
        assert [letter for letter in LETTERS[language] if letter not in one.letters] == []


def test_ids_are_unique_and_found() -> None:
    every = [one for language in LANGUAGES for one in conventions(language)]
    assert len({one.id for one in every}) == len(every) >= 45
    assert all(convention(one.id) == one for one in every)


def test_targets_of_the_issue_are_there() -> None:
    written = {(one.language, one.written) for part in LANGUAGES for one in conventions(part)}
    for language in LANGUAGES:
        for target in ("en", "de", "pl", "lt", "lv", "fr", "cs", "scholarly"):
            assert (language, target) in written


def test_alternatives_and_nothing() -> None:
    assert pairs("г h/g  ь -") == {"г": ("h", "g"), "ь": ("",)}


def test_unknown_names_are_refused() -> None:
    with pytest.raises(MistakeError, match="no table of conventions") as wrong:
        conventions("xx")
    assert wrong.value.code == "convention-language-unknown"
    with pytest.raises(MistakeError, match="no convention") as unknown:
        convention("be-nothing")
    assert unknown.value.code == "convention-unknown"
