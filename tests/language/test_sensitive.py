"""Words about minors and health, which keep a claim from being accepted unread."""

import pytest

from habeas.language.sensitive import Matter, matters


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
        ("Williams still told William", set()),
        ("", set()),
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
    ],
)
def test_matters(text: str, found: set[Matter]) -> None:
    assert matters(text) == found
