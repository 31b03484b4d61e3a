"""Given names: classes, short forms, other languages, and what is none."""

import pytest

from habeas.language.given import NOTHING, initials, known


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("алесь", "аляксандр"),
        ("źmicier", "дмитрий"),
        ("zmitser", "дмитро"),
        ("nasta", "анастасия"),
        ("siarhei", "sergej"),
        ("mikola", "николай"),
        ("swjatlana", "светлана"),
        ("juraś", "юрий"),
        ("katsiaryna", "catherine"),
        ("viktaras", "віктар"),
        ("ryhor", "григорий"),
        ("yauhen", "eugene"),
        ("bill", "william"),
        ("hanna", "анна"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert known(one).classes & known(other).classes


@pytest.mark.parametrize(
    ("one", "other"),
    [("мария", "марина"), ("алина", "алена"), ("viktar", "eduard"), ("ivan", "ihar")],
)
def test_different_names(one: str, other: str) -> None:
    assert not known(one).classes & known(other).classes


def test_sex_and_form() -> None:
    assert known("светлана").sex == "f" and known("сергей").sex == "m"
    assert known("саша").sex == "" and known("саша").short
    assert known("svyatlanna").classes == {"sviatlana"} and not known("svyatlanna").certain
    assert known("іваноў") == known("babaryka") == known("x") == NOTHING


def test_initials_of_all_forms() -> None:
    assert {"y", "e", "я", "е"} <= initials("яўген")
    assert initials("nobody's") == {"n"}
