"""Who is named in a text, in which form, and in which part."""

from __future__ import annotations

import re

import pytest

from habeas.reading.mentions import Part
from habeas.reading.page import page
from tests.reading.finders.samples import SAMPLES

_MARK = re.compile(r"\[([^|\]]+)\|([^\]!]+)(!?)\]")


@pytest.mark.parametrize(("code", "line"), SAMPLES)
def test_people(code: str, line: str) -> None:
    text = _MARK.sub(r"\1", line)
    wanted = [(words, name, bool(acts)) for words, name, acts in _MARK.findall(line)]
    found = [
        (text[person.start : person.stop], person.name, person.part is Part.ACTOR)
        for sentence in page(text, code, None).sentences
        for person in sentence.persons
    ]
    assert found == wanted
