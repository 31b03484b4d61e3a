"""A long text gives the drafts it would give without a worker; one that takes too long, a sentence."""

import pytest

from habeas.errors import ReportError
from habeas.reading import long_texts
from habeas.reading.claims import drafts
from habeas.reading.formats import limited
from habeas.reading.long_texts import drafts_of
from habeas.terms.when import from_edtf

DAY = from_edtf("2025-12-16")
TEXT = (
    "On Saturday, 123 political prisoners were released in Minsk, among them Maria Kalesnikava.\n\n"
    "Ales Bialiatski was not released, Viasna said; he had been sentenced to ten years in 2023.\n\n"
)


def test_a_worker_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    known = ("Maria Kalesnikava",)
    there = drafts(TEXT, language="en", published=DAY, known_names=known)
    assert len(there) > 2
    monkeypatch.setattr(long_texts, "LONG", 10)
    for day in (DAY, None):
        here = drafts_of(TEXT, name="a", language="en", published=day, known_names=known)
        assert here == drafts(TEXT, language="en", published=day, known_names=known)


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_texts, "LONG", 10)
    monkeypatch.setattr(limited, "SECONDS", 0.01)
    with pytest.raises(ReportError) as caught:
        drafts_of(TEXT, name="a.txt", language="en", published=DAY)
    assert (caught.value.code, caught.value.report) == ("worker-time", "a.txt")
    assert "split it" in caught.value.sentence
