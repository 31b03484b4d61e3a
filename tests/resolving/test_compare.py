"""Two names: the hard cases, the laws, bad input."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.conventions.chance import Chance
from habeas.language.conventions.crowd import Habit, crowd, written
from habeas.language.conventions.spelling import spelled
from habeas.language.conventions.tables import LANGUAGES, conventions
from habeas.resolving.compare import compare
from habeas.terms.person import Judgement

SAME, DIFFERENT, UNSURE = Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE
SURNAMES = (Path(__file__).parents[2] / "training/names/surnames.txt").read_text("utf-8").split()

BAD = [
    "", " ", "a", "А", "x" * 10_000, "Иван " * 3000, "😀", "😀 😀", "N. N.", "n n", "12345", "1 2",
    "\u202e\u200b", "\x00", "-", "...", ", ,", "unknown", "Неизвестный", "невядомы", "Dr.", "Mr. Dr.",
    "\ud800", "и", "И. И.", "тихаnовскаяq света",
]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Svetlana Zichanouskaja", "Светлана Тихановская"),
        ("Святлана Ціханоўская", "Swiatłana Cichanouska"),
        ("Sviatlana Tsikhanouskaya", "Svetlana Tihanovska"),
        ("Maryia Kalesnikava", "Mária Kolesnikovová"),
        ("Viktaras Babaryka", "Виктор Бабарико"),
        ("Źmicier Daškievič", "Дмитрий Дашкевич"),
        ("Ales Bialiatski", "Аляксандр Бяляцкі"),
        ("Nasta Lojka", "Анастасия Лойко"),
        ("LUKASHENKO, Alexander", "Аляксандр Лукашэнка"),
        ("Лукашенко Александр Григорьевич", "Aleksandr Loekasjenko"),
        ("Николая Статкевича", "Мікола Статкевіч"),
        ("Дар’я Чульцова", "Дар'я Чульцова"),
        ("Антон Чехов", "Antón Chéjov"),
        ("Pawieł Łatuszka", "Павел Латушка"),
        ("Heydər Əliyev", "Гейдар Алиев"),
        ("Алег Арлоў", "Олег Орлов"),
        ("Aljaksandr Hleb", "Александр Глеб"),
        ("S. I. Hayakawa", "Samuel Ichiye Hayakawa"),
        ("Алиев Ильхам Гейдар оглы", "Ilham Aliyev"),
        ("Alaa Abd el-Fattah", "Alaa Abdelfattah"),
        ("AL-ASSAD, Bashar", "Bachar el-Assad"),
        ("LUKASHENKA, Aliaksandr (a.k.a. LUKASHENKO, Alexander)", "Alexander Lukashenko"),
        ("Daw Aung San Suu Kyi", "SUU KYI, Aung San"),
        ("LÓPEZ MENDOZA, Leopoldo Eduardo", "Leopoldo López"),
        ("Xiaobo Liu", "LIU, Xiaobo"),
        ("Nguyễn Văn Đài", "Nguyen Van Dai"),
        ("KIM, Dae-jung", "Kim Dae Jung"),
    ],
)
def test_one_person(left: str, right: str) -> None:
    found = compare(left, right)
    assert found.verdict is not DIFFERENT
    assert found.value > 0.9


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Viktar Babaryka", "Эдуард Бабарико"),
        ("Siarhei Tsikhanouski", "Sviatlana Tsikhanouskaya"),
        ("Tichanowski", "Tichanowskaja"),
        ("Mikalai Statkevich", "Mikalai Dziadok"),
        ("Марина Золотова", "Мария Золотова"),
        ("Siarhei Sheleh", "Siarhei Sparysh"),
        ("Дмитрий Дашкевич", "Дмитрий Давыдов"),
        ("Иван Петрович Белов", "Иван Павлович Белов"),
        ("Ales Bialiatski", "Андрэй Бялецкі"),
        ("А. Белова", "Мария Белова"),
    ],
)
def test_two_people(left: str, right: str) -> None:
    assert compare(left, right).verdict is DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lukashenko", "Aliaksandr Lukashenka"),
        ("Lukashenko", "Lukashenko"),
        ("М. Колесникова", "Мария Колесникова"),
        ("Dr. Maria Kolesnikova", "Maria Kolesnikova"),
        ("Mаria Kolesnikova", "Maria Kolesnikova"),
        ("José Daniel Ferrer", "José Daniel Ferrer García"),
    ],
)
def test_too_little_or_odd_is_never_same(left: str, right: str) -> None:
    assert compare(left, right).verdict is UNSURE


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_an_answer_and_is_never_same(name: str) -> None:
    for other in (*BAD, "Maria Kolesnikova"):
        found = compare(name, other)
        assert found == compare(other, name)
        assert found.verdict is not SAME
        assert 0.0 <= found.value <= 1.0
        assert found.reasons and all(reason.words for reason in found.reasons)


def test_a_name_of_the_crowd_is_same_as_itself_in_every_convention() -> None:
    chance, habit = Chance(11), Habit(patronymic=0, short=0, initial=0)
    for figure, language in product(crowd(SURNAMES, 4, 11), LANGUAGES):
        words = written(figure, chance, habit, language)
        for one in conventions(language):
            name = f"{words.given} {words.surname}"
            assert compare(name, name).verdict is SAME
            spelling = (
                " ".join(spelled(word, one) for word in name.split()) if _cyrillic(name) else name
            )
            assert compare(spelling, spelling).verdict is SAME
            assert compare(name, spelling).verdict is not DIFFERENT


def _cyrillic(name: str) -> bool:
    return "а" <= name[0] <= "ґ"


def test_reasons_add_up() -> None:
    from math import exp

    found = compare("Svetlana Zichanouskaja", "Светлана Тихановская")
    total = sum(reason.weight for reason in found.reasons)
    assert found.value == pytest.approx(1 / (1 + exp(-total)), abs=1e-5)


def test_another_script_without_a_table_is_never_called_different() -> None:
    found = compare("Narges Mohammadi", "نرگس محمدی")
    assert found.verdict is UNSURE
    assert "nothing can be said" in found.reasons[0].words
    assert compare("نرگس محمدی", "نرگس محمدی").verdict is SAME
    assert compare("刘晓波", "Liu Xiaobo").verdict is UNSURE


def test_scripts_without_a_table_say_so() -> None:
    found = compare("محمد علي", "محمد على")
    assert found.verdict is not DIFFERENT
    assert any("rapidfuzz" in reason.words for reason in found.reasons)


@settings(max_examples=60)
@given(st.text(max_size=30), st.text(max_size=30))
def test_symmetric_whatever_the_text(left: str, right: str) -> None:
    assert compare(left, right) == compare(right, left)
