"""Every sample line of every language gives the answers marked in it, and no others."""

from __future__ import annotations

import pytest

from habeas.language.dates import dates
from habeas.language.durations import durations
from habeas.language.numbers import numbers
from habeas.language.pack import pack
from habeas.language.sorts import Sort
from tests.language.samples import Sample, samples

SAMPLES = list(samples())


def test_there_are_samples_for_each_language_in_full() -> None:
    for code in ("de", "en", "ru"):
        assert sum(sample.code == code for sample in SAMPLES) >= 50


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.line[:60] for sample in SAMPLES])
def test_sample(sample: Sample) -> None:
    known = pack(sample.code)
    days = {
        (found.start, found.stop): (found.when.earliest, found.when.latest)
        for found in dates(sample.text, known, sample.published)
    }
    found_numbers = numbers(sample.text, known)
    counts = {
        (found.whole_start, found.whole_stop): found.amount
        for found in found_numbers
        if found.sort is Sort.COUNT
    }
    lengths = {(found.start, found.stop): found.length for found in durations(sample.text, known)}
    sorts = {(found.start, found.stop): found.sort for found in found_numbers}
    assert days == sample.days, _told(sample, days)
    assert counts == sample.counts, _told(sample, counts)
    assert lengths == sample.durations, _told(sample, lengths)
    assert {span: sorts.get(span) for span in sample.sorts} == sample.sorts, sample.line


def _told(sample: Sample, found: object) -> str:
    """The line and what was found in it, as words."""
    if not isinstance(found, dict):
        return sample.line
    said = {sample.text[start:stop]: str(value) for (start, stop), value in found.items()}
    return f"{sample.line}\nfound: {said}"
