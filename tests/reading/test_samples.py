"""Every sample line makes the claim that is marked in it."""

from __future__ import annotations

import pytest

from habeas.reading.claims import drafts
from habeas.terms.claim import Argument, Draft
from habeas.terms.when import When, from_edtf
from tests.reading.samples import Marked, Sample, samples

_PUBLISHED = from_edtf("2025-12-16")
_ABOUT = {
    "be": "Гаворка пра палітвязняў.\n\n",
    "cs": "Jde o politické vězně.\n\n",
    "de": "Hier geht es um politische Häftlinge.\n\n",
    "en": "This is about jailed dissidents.\n\n",
    "es": "Se trata de presos políticos.\n\n",
    "fr": "Il s'agit de prisonniers politiques.\n\n",
    "it": "Si tratta di detenuti politici.\n\n",
    "lt": "Kalbama apie politinius kalinius.\n\n",
    "nl": "Het gaat om politieke gevangenen.\n\n",
    "pl": "Chodzi o więźniów politycznych.\n\n",
    "ru": "Речь о политзаключённых.\n\n",
    "uk": "Йдеться про політв'язнів.\n\n",
}
_ALL = list(samples())


@pytest.mark.parametrize("sample", _ALL, ids=lambda sample: sample.id)
def test_sample(sample: Sample) -> None:
    commerce = sample.kind == "none"
    about = "" if commerce else _ABOUT[sample.code]
    text = about + sample.text
    found = drafts(text, language=sample.code, published=_PUBLISHED)
    if commerce:
        assert [draft for draft in found if draft.said.kind != "other"] == []
        return
    fitting = [draft for draft in found if _fits(draft, sample, text, len(about))]
    assert fitting, [(str(one.said.kind), one.said, one.modality) for one in found]


def test_every_kind_has_a_sample() -> None:
    kinds = {sample.kind for sample in _ALL}
    assert {"released", "pardoned", "expelled", "transferred", "detained", "sentenced"} <= kinds
    assert {"died", "recognised", "stock_total", "flow_total", "negotiation", "other"} <= kinds


def _fits(draft: Draft, sample: Sample, text: str, start: int) -> bool:
    if draft.said.kind != sample.kind or (sample.modality and draft.modality != sample.modality):
        return False
    return all(_has(draft, mark, text, start) for mark in sample.marks)


def _has(draft: Draft, mark: Marked, text: str, start: int) -> bool:
    said = draft.said
    at = text.index(mark.words, start)
    match mark.role:
        case "person":
            return any(person.value == mark.value and person.start == at for person in said.persons)
        case "count":
            return said.amount is not None and said.amount.value == int(mark.value)
        case "when":
            return _days(said.when) == _days(from_edtf(mark.value))
        case "note":
            return said.note == mark.value
        case "source":
            return _is(draft.source, mark, at)
        case role:
            return _is(getattr(said, role), mark, at)


def _is(argument: Argument | None, mark: Marked, at: int) -> bool:
    return argument is not None and argument.value == mark.value and argument.start == at


def _days(when: When | None) -> tuple[object, object]:
    return (when.earliest, when.latest) if when is not None else (None, None)
