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
    ],
)
def test_matters(text: str, found: set[Matter]) -> None:
    assert matters(text) == found
