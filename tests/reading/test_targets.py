"""Targets: whom a sanction is meant for, and whom support reaches."""

from __future__ import annotations

import pytest

from habeas.reading.claims import drafts
from habeas.terms.when import from_edtf


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Brussels blacklisted eight judges and three companies.",
            {("sanction_imposed", 8), ("sanction_imposed", 3)},
        ),
        (
            "Brussels is ready to suspend asset freezes and travel bans on 170 officials.",
            {("sanction_lifted", 170)},
        ),
        (
            "Poland granted 52 former prisoners humanitarian visas.",
            {("support_granted", 52)},
        ),
        (
            "Five doctors treat former prisoners free of charge.",
            {("support_granted", None)},
        ),
        (
            "Norway pledged two million kroner for exiled editors.",
            {("support_granted", None)},
        ),
        (
            "Lithuania gave the freed prisoners visas; Poland pays for their treatment.",
            {("support_granted", None)},
        ),
    ],
)
def test_numbers_of_those_meant(text: str, told: set[tuple[str, int | None]]) -> None:
    found = drafts(text, language="en", published=from_edtf("2026-03-12"))
    claims = {
        (str(one.said.kind), one.said.amount.value if one.said.amount else None) for one in found
    }
    assert claims == told


def test_a_sum_is_no_number_of_people() -> None:
    text = "The fund raised 60,000 euros for families of political prisoners."
    found = drafts(text, language="en", published=from_edtf("2026-03-12"))
    assert [one.said.amount for one in found if str(one.said.kind) == "support_granted"] == [None]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        (
            "en",
            "Lukashenko freed 52 prisoners. The EU sanctioned 26 judges on Monday. "
            "Among them is Judge Maryna Zapasnik.",
            "Maryna Zapasnik",
        ),
        (
            "de",
            "Lukaschenko liess 52 Gefangene frei. Die EU hat am Montag 26 Richter sanktioniert. "
            "Darunter ist die Richterin Maryna Sapasnik.",
            "Maryna Sapasnik",
        ),
        (
            "ru",
            "Лукашенко освободил 52 заключённых. ЕС в понедельник ввёл санкции против 26 судей. "
            "Среди них судья Марина Запасник.",
            "Марина Запасник",
        ),
    ],
)
def test_among_them_goes_on_with_the_sanction(code: str, text: str, name: str) -> None:
    found = drafts(text, language=code, published=from_edtf("2026-03-12"))
    kinds = {
        str(one.said.kind) for one in found for person in one.said.persons if person.value == name
    }
    assert kinds == {"sanction_imposed"}
