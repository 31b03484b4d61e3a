"""Words named by a person, found in the text as it stands."""

import pytest

from habeas.errors import MistakeError
from habeas.tasks.amend import Place
from habeas.tasks.words import place_of, places

TEXT = (
    "Sie sagte: „Ales Bialiatski – frei!“ Das war's.\nAles\n  Bialiatski kam. Maria war da, maria."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"Ales Bialiatski - frei!"', ["„Ales Bialiatski – frei!“"]),
        ("das war’s", ["Das war's"]),
        ("Ales  Bialiatski kam", ["Ales\n  Bialiatski kam"]),
        ("Ales Bialiatski", ["Ales Bialiatski", "Ales\n  Bialiatski"]),
        ("maria", ["maria"]),
        ("MARIA", ["Maria", "maria"]),
        ("war da, maria.", ["war da, maria."]),
    ],
)
def test_places(words: str, found: list[str]) -> None:
    assert [TEXT[place.start : place.stop] for place in places(TEXT, words)] == found


@pytest.mark.parametrize("words", ["", "   ", "nobody", "(.*)"])
def test_words_that_do_not_stand_there(words: str) -> None:
    with pytest.raises(MistakeError):
        places(TEXT, words)


def test_one_of_several_places() -> None:
    assert place_of("a b a", "a", 2) == Place(4, 5)
    assert place_of("a b a", "b", None) == Place(2, 3)
    for which in (None, 0, 3):
        with pytest.raises(MistakeError):
            place_of("a b a", "a", which)
