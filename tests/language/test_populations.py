"""Words that plainly name one population, and words that do not."""

import pytest

from habeas.language.populations import population


@pytest.mark.parametrize(
    "words",
    [
        "political prisoners",
        "recognised political prisoners in Belarus",
        "Politische Gefangene",
        "politischer Gefangener",
        "politische Häftlinge",
        "политзаключённых",
        "политических заключенных",
        "палітвязняў",
        "політв’язнів",
        "więźniów politycznych",
        "політув'язнених",
        "палітвязьняў",
        "палітзьняволеных",
        "politinių kalinių",
        "prisonniers politiques",
        "détenus politiques",
        "presos políticos",
        "prigionieri politici",
        "detenuti politici",
        "politieke gevangenen",
        "politických vězňů",
        "politiniai kaliniai",
    ],
)
def test_political_prisoners(words: str) -> None:
    assert population(words) == "political prisoners"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("prisoners", "prisoners"),
        ("Häftlinge", "prisoners"),
        ("в'язнів", "prisoners"),
        ("kalinių", "prisoners"),
        ("Prisoners of  Conscience", "prisoners"),
        ("Journalists", "journalists"),
        ("", ""),
    ],
)
def test_other_populations(words: str, name: str) -> None:
    assert population(words) == name
