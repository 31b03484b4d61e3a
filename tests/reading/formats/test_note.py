"""Notes: the words are the text, the head is in the bytes."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.note import Note, note_bytes
from habeas.terms.report import Medium


def test_a_note_gives_its_words_back() -> None:
    data = note_bytes("She is free.\n\nShe called.", medium=Medium.CALL, by="Anna", day="2025-12")
    assert Note().sniff(data, name="x")
    assert Note().text_of(data, name="x").body == "She is free.\n\nShe called."


def test_who_took_it_and_when_make_another_note() -> None:
    kinds = [
        note_bytes("Same words.", medium=medium, by=by, day=day)
        for medium in (Medium.NOTE, Medium.CALL)
        for by in ("Anna", "Boris")
        for day in ("2025-12-13", "2025-12-14")
    ]
    assert len(set(kinds)) == len(kinds)


def test_a_head_without_words_is_refused() -> None:
    data = note_bytes(" ", medium=Medium.NOTE, by="Anna", day="2025")
    with pytest.raises(ReportError, match="only blanks"):
        Note().text_of(data, name="x")
