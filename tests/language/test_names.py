"""The nominative of inflected names, and their gender."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.language.names import (
    Gender,
    family_forms,
    gender_of,
    given_forms,
    given_names,
    nominative,
    of_one,
)
from habeas.language.pack import codes
from habeas.reading.claims import drafts

_FEMALE, _MALE = Gender.FEMALE, Gender.MALE

_RUSSIAN = [
    ("Марии Колесниковой", "Мария Колесникова", _FEMALE),
    ("Марию Колесникову", "Мария Колесникова", _FEMALE),
    ("Виктору Бабарико", "Виктор Бабарико", _MALE),
    ("Виктора Бабарико", "Виктор Бабарико", _MALE),
    ("Сергея Тихановского", "Сергей Тихановский", _MALE),
    ("Светлана Тихановская", "Светлана Тихановская", _FEMALE),
    ("Светланой Тихановской", "Светлана Тихановская", _FEMALE),
    ("Александр Лукашенко", "Александр Лукашенко", _MALE),
    ("Игоря Лосика", "Игорь Лосик", _MALE),
    ("Алеся Беляцкого", "Алесь Беляцкий", _MALE),
    ("Николая Статкевича", "Николай Статкевич", _MALE),
    ("Татьяны Хомич", "Татьяна Хомич", _FEMALE),
    ("Саши Скочиленко", "Саша Скочиленко", _FEMALE),
    ("Владимира Кара-Мурзы", "Владимир Кара-Мурза", _MALE),
    ("Павла Северинца", "Павел Северинец", _MALE),
    ("Эвана Гершковича", "Эван Гершкович", _MALE),
    ("Ильи Яшина", "Илья Яшин", _MALE),
    ("Джона Коула", "Джон Коул", _MALE),
]


@pytest.mark.parametrize(("written", "name", "gender"), _RUSSIAN)
def test_russian_names(written: str, name: str, gender: Gender) -> None:
    words, found = nominative(written.split(), "ru")
    assert " ".join(words) == name
    assert found is gender


_FOREIGN = [
    ("ru", "Григория Михнова-Вайтенко", "Григорий Михнов-Вайтенко"),
    ("ru", "Кейвана Рахими", "Кейван Рахими"),
    ("ru", "Хосрову Аликорди", "Хосров Аликорди"),
    ("ru", "Рауфа Велиева", "Рауф Велиев"),
    ("ru", "Рауфу Велиеву", "Рауф Велиев"),
    ("ru", "Эрджана Йылмаза", "Эрджан Йылмаз"),
    ("ru", "Эрджаном Йылмазом", "Эрджан Йылмаз"),
    ("ru", "Айше Коркмаз", "Айше Коркмаз"),
    ("ru", "Лайлу Суэйф", "Лайла Суэйф"),
    ("ru", "Хуана Феррейру", "Хуан Феррейра"),
    ("ru", "Хосе Луиса Мендосу", "Хосе Луис Мендоса"),
    ("ru", "Чжоу Вэй", "Чжоу Вэй"),
    ("ru", "Вин Тхура", "Вин Тхура"),
    ("ru", "Мухаммеда аль-Факри", "Мухаммед аль-Факри"),
    ("ru", "Кхин Тхида", "Кхин Тхида"),
    ("ru", "Аун Сан Су Чжи", "Аун Сан Су Чжи"),
    ("ru", "Гульсары Мамедовой", "Гульсара Мамедова"),
    ("ru", "Ильёй Яшиным", "Илья Яшин"),
    ("ru", "Ильхама Алиева", "Ильхам Алиев"),
    ("ru", "Тумаджу Салехи", "Тумадж Салехи"),
    ("ru", "Наргес Мохаммади", "Наргес Мохаммади"),
    ("ru", "Зо Лин Аунг", "Зо Лин Аунг"),
    ("ru", "Мигеля Мендосы", "Мигель Мендоса"),
    ("ru", "Дауда Камары", "Дауд Камара"),
    ("uk", "Кейвана Рахімі", "Кейван Рахімі"),
    ("uk", "Рауфа Велієва", "Рауф Велієв"),
    ("uk", "Рауфові Велієву", "Рауф Велієв"),
    ("uk", "Ерджана Йилмаза", "Ерджан Йилмаз"),
    ("uk", "Хосрова Алікорді", "Хосров Алікорді"),
    ("uk", "Хосе Луїса Мендосу", "Хосе Луїс Мендоса"),
    ("uk", "Рауфу Велієву", "Рауф Велієв"),
    ("uk", "Феліксу Наварро", "Фелікс Наварро"),
    ("be", "Кейвана Рахімі", "Кейван Рахімі"),
    ("be", "Рауфу Веліеву", "Рауф Веліеў"),
    ("be", "Рауфа Веліева", "Рауф Веліеў"),
    ("be", "Хасэ Луіса Мендосу", "Хасэ Луіс Мендоса"),
    ("be", "Лайлу Суэйф", "Лайла Суэйф"),
    ("pl", "Kejwana Rahimiego", "Kejwan Rahimi"),
    ("pl", "Denisowi Kozyriewowi", "Denis Kozyriew"),
    ("pl", "Raufa Wielijewa", "Rauf Wielijew"),
    ("pl", "José Luisa Mendozę", "José Luis Mendoza"),
    ("pl", "Juana Ferreirę", "Juan Ferreira"),
    ("pl", "Pawła Rubcowa", "Paweł Rubcow"),
    ("pl", "Brooklynie Riverze", "Brooklyn Rivera"),
    ("pl", "Pabla Gonzáleza", "Pablo González"),
    ("pl", "Win Thura", "Win Thura"),
    ("pl", "Osmana Kavali", "Osman Kavala"),
    ("pl", "Ilji Jaszynowi", "Ilja Jaszyn"),
    ("lt", "Keivanui Rahimiui", "Keivanas Rahimis"),
    ("lt", "Raufą Velijevą", "Raufas Velijevas"),
    ("lt", "Raufo Velijevo", "Raufas Velijevas"),
    ("lt", "Ženiai Berkovič", "Ženia Berkovič"),
    ("lt", "Svetlanai Petrijčuk", "Svetlana Petrijčuk"),
    ("lt", "Evano Gershkovichiaus", "Evanas Gershkovichius"),
    ("lt", "Win Myintas", "Win Myintas"),
    ("lt", "Jimmy Lai", "Jimmy Lai"),
    ("pl", "Jana Żuka", "Jan Żuk"),
    ("lt", "Jono Žuko", "Jonas Žukas"),
    ("uk", "Олегові Лю", "Олег Лю"),
]
"""Names in other cases, most of them foreign, and what they are in the nominative."""


@pytest.mark.parametrize(("code", "written", "name"), _FOREIGN)
def test_foreign_names_in_the_nominative(code: str, written: str, name: str) -> None:
    assert " ".join(nominative(written.split(), code)[0]) == name


def test_the_words_around_decide_between_a_woman_and_a_man() -> None:
    name = ["Тхурава", "Зейнова"]
    assert nominative(name, "ru", woman=True) == (tuple(name), Gender.FEMALE)
    assert nominative(name, "ru") == (("Тхурав", "Зейнов"), Gender.MALE)
    assert nominative(["Джимми", "Лая"], "ru", woman=False) == (("Джимми", "Лай"), Gender.MALE)


@pytest.mark.parametrize("name", ["Maria Kalesnikava", "Viktor Babaryka", "Toomaj Salehi"])
@pytest.mark.parametrize("code", ["de", "en"])
def test_names_that_do_not_change_stay(name: str, code: str) -> None:
    assert nominative(name.split(), code)[0] == tuple(name.split())


def test_a_name_whose_given_name_nobody_lists_stays() -> None:
    assert nominative(["Кьяв", "Тхида"], "ru") == (("Кьяв", "Тхида"), None)


def test_genders() -> None:
    assert gender_of(["Maria", "Kalesnikava"], "en") is _FEMALE
    assert gender_of(["Viktar", "Babaryka"], "en") is _MALE
    assert gender_of(["Zzyx", "Babaryka"], "en") is None
    assert gender_of(["Тихановская"], "ru") is _FEMALE


def test_there_are_names_in_both_scripts() -> None:
    for script in ("latin", "cyrillic"):
        assert len(given_names(script)) > 500


@given(st.text(min_size=1, max_size=12))
def test_any_word_has_a_form(text: str) -> None:
    assert family_forms(text, "ru")
    words, _ = nominative([text], "ru")
    assert len(words) == 1


@pytest.mark.parametrize("code", codes())
def test_no_language_stumbles_over_a_title(code: str) -> None:
    text = "President Maria Kalesnikava. Президент Марыя Калеснікава. Prezydent Jan Kowalski."
    drafts(text, language=code, published=None)
    assert given_forms("Qqq", code) == ()


@pytest.mark.parametrize(
    ("code", "text", "sex", "own"),
    [
        ("ru", "Мамаджановы", Gender.MALE, "Мамаджанов"),
        ("ru", "Мамаджановых", Gender.FEMALE, "Мамаджанова"),
        ("pl", "Kotowskich", Gender.MALE, "Kotowski"),
        ("lt", "Safarovai", Gender.MALE, "Safarovas"),
        ("en", "Smiths", Gender.MALE, None),
    ],
)
def test_one_of_several_bears_the_name_in_the_singular(
    code: str, text: str, sex: Gender, own: str | None
) -> None:
    assert of_one(text, sex, code) == own
