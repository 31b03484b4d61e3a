"""Who is told to be whose kin, in running text."""

import pytest

from habeas.resolving.kin import Placed, kin
from habeas.terms.ids import MentionId


def told(text: str, *names: str) -> dict[MentionId, dict[MentionId, str]]:
    placed, at = [], 0
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        placed.append(Placed(MentionId(name), start, at))
    return kin(text, placed)


@pytest.mark.parametrize(
    ("text", "one", "other", "relation"),
    [
        ("Siarhei Tsikhanouski met his wife Sviatlana Tsikhanouskaya.", "Siarhei Tsikhanouski",
         "Sviatlana Tsikhanouskaya", "spouse"),
        ("Задержан сын Виктора Бабарико Эдуард.", "Виктора Бабарико", "Эдуард", "child"),
        ("Eduard Babaryka, son of Viktar Babaryka, is free.", "Eduard Babaryka", "Viktar Babaryka",
         "child"),
        ("Mit Sjarhej Zichanouski kam seine Frau Swjatlana.", "Sjarhej Zichanouski", "Swjatlana",
         "spouse"),
        ("У. Кара-Мурза и его жена Евгения Кара-Мурза", "Кара-Мурза", "Евгения Кара-Мурза", "spouse"),
    ],
)  # fmt: skip
def test_kin_in_one_sentence(text: str, one: str, other: str, relation: str) -> None:
    found = told(text, one, other)
    words = found[MentionId(one)][MentionId(other)]
    assert found[MentionId(other)][MentionId(one)] == words
    assert words.startswith(f"{relation}: “") and one in words and other in words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Viktar Babaryka was tried. In court his son Eduard Babaryka was silent.",
         ("Viktar Babaryka", "Eduard Babaryka")),
        ("Viktar Babaryka and Eduard Babaryka were tried.", ("Viktar Babaryka", "Eduard Babaryka")),
        ("Frau Maria Kalesnikava kam mit Viktar Babaryka.", ("Maria Kalesnikava", "Viktar Babaryka")),
        ("His wife Sviatlana Tsikhanouskaya spoke.", ("Sviatlana Tsikhanouskaya",)),
        ("", ()),
    ],
)  # fmt: skip
def test_nobody_is_made_kin_across_sentences_or_without_a_word(
    text: str, names: tuple[str, ...]
) -> None:
    assert told(text, *names) == {}
