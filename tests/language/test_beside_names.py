"""Years of birth and articles, as words tell them."""

import pytest

from habeas.language.beside_names import articles, years_of_birth


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("Ann B, born in 1981, was arrested", 1981),
        ("born on 7 May 1981", 1981),
        ("Ann B (*1981)", 1981),
        ("geboren am 7. Mai 1981", 1981),
        ("Jahrgang 1981", 1981),
        ("Иван Иванов, 1981 г. р., осуждён", 1981),
        ("1981 года рождения", 1981),
        ("родилась 7 мая 1981", 1981),
        ("нарадзілася ў 1981", 1981),
        ("née le 7 mai 1981", 1981),
        ("nato a Minsk nel 1981", 1981),
        ("nacida el 7 de mayo de 1981", 1981),
        ("geboren op 7 mei 1981", 1981),
        ("narozena v Minsku 1981", 1981),
    ],
)
def test_years_of_birth(words: str, year: int) -> None:
    assert years_of_birth(words) == {year}


@pytest.mark.parametrize("words", ["arrested in 1981", "born in 1066", "born 12345", "", "*"])
def test_no_year_of_birth(words: str) -> None:
    assert years_of_birth(words) == set()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("under Article 342", {"342"}),
        ("nach Artikel 361-4", {"361-4"}),
        ("l'article 342 du code pénal", {"342"}),
        ("el artículo 342", {"342"}),
        ("l'articolo 342", {"342"}),
        ("podle článku 342", {"342"}),
        ("по ст. 130 и статье 361.4", {"130", "361-4"}),
        ("the article of 2020", set()),
    ],
)
def test_articles(words: str, found: set[str]) -> None:
    assert articles(words) == found
