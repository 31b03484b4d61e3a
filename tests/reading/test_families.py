"""Families: which phrases a table of deals means, and when one announces nothing."""

from __future__ import annotations

import pytest

from habeas.language.pack import codes, table
from habeas.reading.claims import drafts
from habeas.reading.families import Dealings, dealings
from habeas.terms.when import from_edtf

_PUBLISHED = from_edtf("2026-03-12")
_WITH = [code for code in codes() if table(code, "deals")]


def _told(code: str, text: str) -> list[tuple[str, int | None]]:
    found = drafts(text, language=code, published=_PUBLISHED)
    return [
        (str(one.said.kind), one.said.amount.value if one.said.amount else None) for one in found
    ]


def test_every_language_has_families() -> None:
    assert list(codes()) == _WITH


@pytest.mark.parametrize("code", _WITH)
def test_every_family_has_phrases_that_can_be_met(code: str) -> None:
    found: Dealings = dealings(code)
    assert all(family.phrases for family in found.families)
    labels = [one.label for family in found.families for one in family.phrases]
    assert len(labels) == len(set(labels))
    for family in found.families:
        for one in family.phrases:
            assert not one.elements[0].gap and not one.elements[-1].gap, one.written


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "The curbs on the airline Belavia were eased.", [("sanction_lifted", None)]),
        ("en", "Ottawa eased the curbs on the airline Belavia.", [("sanction_lifted", None)]),
        (
            "en",
            "Norway pledged two million kroner for exiled editors.",
            [("support_granted", None)],
        ),
        ("en", "Norway pledged two million kroner for swimming pools.", []),
        ("en", "Sanctions against the judges remain in force.", []),
        ("de", "Die Sperre des Torwarts hob der Verband auf.", []),
        ("ru", "Клуб снял запрет с вратаря.", []),
        ("es", "La liga levantó la sanción al portero.", []),
        ("fr", "Le gel des avoirs du général a été annoncé.", [("sanction_imposed", None)]),
        ("it", "Il divieto di visto ai giudici è stato imposto.", [("sanction_imposed", None)]),
        ("nl", "De boycot van de club werd opgeheven.", []),
        ("cs", "Polsko dalo azyl běloruským exulantům.", [("support_granted", None)]),
    ],
)
def test_verbs_and_objects_stand_in_either_order(
    code: str, text: str, told: list[tuple[str, int | None]]
) -> None:
    assert _told(code, text) == told
