"""Words about minors, health and deaths, which keep a claim from being accepted unread."""

import pytest

from habeas.language.sensitive import Matter, matters, mixed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A 16-year-old teenager was detained", {Matter.MINORS}),
        ("Unter ihnen sind zwei Minderjährige", {Matter.MINORS}),
        ("задержан несовершеннолетний", {Matter.MINORS}),
        ("She is ill with cancer", {Matter.HEALTH}),
        ("Er ist schwer krank", {Matter.HEALTH}),
        ("объявил голодовку", {Matter.HEALTH}),
        ("a pregnant minor", {Matter.HEALTH, Matter.MINORS}),
        ("Maria Kalesnikava was released on Saturday", set()),
        ("123 Gefangene kamen frei", set()),
        ("Wśród nich dwoje nieletnich", {Matter.MINORS}),
        ("du nepilnamečiai sulaikyti", {Matter.MINORS}),
        ("серед них діти", {Matter.MINORS}),
        ("двое падлеткаў", {Matter.MINORS}),
        ("jis sunkiai serga", {Matter.HEALTH}),
        ("оголосив голодування", {Matter.HEALTH}),
        ("абвясціла галадоўку", {Matter.HEALTH}),
        ("prowadzi głodówkę", {Matter.HEALTH}),
        ("Williams still told William", set()),
        ("", set()),
        ("deux mineurs ont été arrêtés", {Matter.MINORS}),
        ("gravement malade en prison", {Matter.HEALTH}),
        ("mort en détention", {Matter.DEATH}),
        ("Marie Dupont, 16 ans, attend", {Matter.MINORS}),
        ("condamnée à onze ans de prison", set()),
        ("un menor fue detenido", {Matter.MINORS}),
        ("en huelga de hambre", {Matter.HEALTH}),
        ("falleció bajo custodia", {Matter.DEATH}),
        ("Ana Rojas, de 16 años, fue detenida", {Matter.MINORS}),
        ("condenado a una pena de 12 años", set()),
        ("due minorenni", {Matter.MINORS}),
        ("è malato di cancro", {Matter.HEALTH}),
        ("è deceduto in carcere", {Matter.DEATH}),
        ("twee minderjarigen", {Matter.MINORS}),
        ("de zieke, in hongerstaking", {Matter.HEALTH}),
        ("overleed in de cel", {Matter.DEATH}),
        ("dva nezletilí", {Matter.MINORS}),
        ("drží hladovku", {Matter.HEALTH}),
        ("zemřel ve vazbě", {Matter.DEATH}),
        ("presidente Ortega y Rosario Murillo", set()),
        ("Anna Petrova, 15, was detained", {Matter.MINORS}),
        ("Anna Petrova (17)", {Matter.MINORS}),
        ("Anna Petrova, 35, was detained", set()),
        ("the fifteen-year-old", {Matter.MINORS}),
        ("aged 14", {Matter.MINORS}),
        ("sentenced to 5 years in prison", set()),
        ("born in 2010", {Matter.MINORS}),
        ("Die 16-jährige Anna", {Matter.MINORS}),
        ("16-летняя Анна", {Matter.MINORS}),
        ("Анна Петрова, 15 лет, задержана", {Matter.MINORS}),
        ("осуждена на 5 лет колонии", set()),
        ("дівчина, 17 років, у лікарні", {Matter.MINORS, Matter.HEALTH}),
        ("nepilnametė ligoninėje", {Matter.MINORS, Matter.HEALTH}),
        ("Her body was released: the body of a poet", {Matter.DEATH}),
        ("умершая в колонии", {Matter.DEATH}),
        ("zmarł w kolonii", {Matter.DEATH}),
        ("Kinder\u0308 \uff4d\uff49\uff4e\uff4f\uff52", {Matter.MINORS}),
        ("a m\u0336inor", {Matter.MINORS}),
        ("Ivan, aged 16, was arrested", {Matter.MINORS}),
        ("a 17-year-old from Brest", {Matter.MINORS}),
        ("a 18-year-old from Brest", set()),
        ("ein 15-jähriger Schlosser", {Matter.MINORS}),
        ("Er ist 17 Jahre alt", {Matter.MINORS}),
        ("Er wurde zu 7 Jahren verurteilt", set()),
        ("был задержан, ему 16 лет", {Matter.MINORS}),
        ("16-летний Иван", {Matter.MINORS}),
        ("приговорили к 10 годам, а другого на 7 лет колонии", set()),
        ("задержали 62-летнюю Анну", set()),
        ("(Anna, 35, 16, Boris)", {Matter.MINORS}),
        ("16\u2013летний Иван", {Matter.MINORS}),
        ("Ева, 19 лет, дома", set()),
    ],
)
def test_matters(text: str, found: set[Matter]) -> None:
    assert matters(text) == found


def test_a_word_of_two_alphabets() -> None:
    assert mixed("a m\u0456nor was released")
    assert mixed("M\u0430ria Kalesnikava")
    assert not mixed("Maria Kalesnikava, Мария Колесникова")
