"""A report in Belarusian written in Latin letters: its drafts stand in the text as it is."""

from __future__ import annotations

import pytest

from habeas.language.transcript import transcript
from habeas.reading.claims import drafts
from habeas.terms.claim import Draft
from habeas.terms.when import from_edtf

_PUBLISHED = from_edtf("2025-12-16")
_ABOUT = "Havorka pra palitviaźniaŭ.\n\n"
_LINES = [
    ("released", "13 śniežnia na volu vyjšli 123 palitviaźni.", "", 123),
    ("released", "Maryju Kalesnikavu vyzvalili ŭ subotu.", "Maryja Kalesnikava", None),
    ("sentenced", "Ihar Losik byŭ asudžany na 15 hadoŭ kałonii.", "Ihar Losik", None),
    ("sentenced", "Mikałaju Statkieviču dali 14 hadoŭ.", "Mikałaj Statkievič", None),
    ("detained", "Siarhieja Cichanoŭskaha zatrymali ŭ Hrodnie.", "Siarhiej Cichanoŭski", None),
    ("expelled", "114 čałaviek vyvieźli va Ŭkrainu.", "", 114),
    ("died", "U kałonii pamior mastak Aleś Puškin.", "Aleś Puškin", None),
    ("stock_total", "Za kratami zastajucca 1200 palitviaźniaŭ.", "", 1200),
    ("flow_total", "Z lipienia 2024 hoda vyzvalili bolš za 430 čałaviek.", "", 430),
    ("sanction_lifted", "ZŠA źniali sankcyi z avijakampanii.", "", None),
]


@pytest.mark.parametrize(("kind", "line", "person", "count"), _LINES)
def test_lines(kind: str, line: str, person: str, count: int | None) -> None:
    text = _ABOUT + line
    found = [one for one in _read(text) if one.said.kind == kind]
    fitting = [
        one
        for one in found
        if (not person or person in {named.value for named in one.said.persons})
        and (count is None or (one.said.amount is not None and one.said.amount.value == count))
    ]
    assert fitting, [(one.said, one.quote) for one in _read(text)]
    assert all(one.quote.stands_in(text) for one in found)


def test_every_argument_stands_in_the_text() -> None:
    text = _ABOUT + " ".join(line for _, line, _, _ in _LINES)
    found = _read(text)
    assert len(found) > 6
    for one in found:
        assert one.quote.stands_in(text)
        for person in one.said.persons:
            if person.start is not None and person.stop is not None:
                assert person.value[:3] == text[person.start : person.stop][:3]
        if one.said.amount_at is not None:
            start, stop = one.said.amount_at
            assert str(one.said.amount and one.said.amount.value) in text[start:stop]
        if one.said.when is not None and one.said.when.words:
            assert one.said.when.words in text


def test_both_scripts_claim_the_same() -> None:
    latin = _ABOUT + " ".join(line for _, line, _, _ in _LINES)
    seen = transcript(latin, "be")
    assert seen is not None
    cyrillic = _read(seen.text)
    again = _read(latin)
    assert [one.said.kind for one in cyrillic] == [one.said.kind for one in again]
    assert [one.said.amount for one in cyrillic] == [one.said.amount for one in again]


def _read(text: str) -> list[Draft]:
    return drafts(text, language="be", published=_PUBLISHED)
