"""Names in another case, read back into the nominative."""

import pytest

from habeas.language.cases import MOST, readings


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("Светланы Тихановской", "светлана тихановская"),
        ("Светлану Тихановскую", "светлана тихановская"),
        ("Сергея Тихановского", "сергей тихановский"),
        ("Віктара Бабарыкі", "віктар бабарыка"),
        ("Алеся Беляцкого", "алесь беляцкий"),
        ("Марыі Калеснікавай", "марыя калеснікава"),
        ("Wiktara Babaryki", "wiktar babaryka"),
        ("Sviatlanos Cichanouskajos", "sviatlana cichanouskaja"),
        ("Николая Дедка", "николай дедок"),
    ],
)
def test_readings(name: str, reading: str) -> None:
    assert reading in readings(name)
    assert len(readings(name)) <= MOST


@pytest.mark.parametrize("name", ["Babaryka", "Сергей Тихановский", "", "N. N.", "Qwerty Asdfgh"])
def test_no_reading(name: str) -> None:
    assert readings(name) == ()
