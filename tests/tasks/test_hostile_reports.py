"""Hostile texts and lists, read for their claims: every quote stands in the text it is taken from."""

import pytest

from habeas.errors import ReportError
from habeas.tasks.documents import reports_in
from habeas.tasks.incoming import Incoming
from habeas.tasks.read import readings
from habeas.tasks.sidecar import Told
from habeas.terms.when import from_edtf
from tests.reading.formats.hostile.lists import lists
from tests.reading.formats.hostile.texts import texts

FILES = dict((*texts(), *(one for one in lists() if one[0].endswith(".csv"))))
TOLD = Told(published=from_edtf("2025-12-16"))


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_text_gives_claims_that_stand_in_it_or_a_sentence(name: str) -> None:
    try:
        found, failed = readings(reports_in(Incoming(name, FILES[name], TOLD)))
    except ReportError as error:
        assert name in error.sentence and error.sentence.endswith(".")
        return
    assert found and not failed
    for one in found:
        for draft in one.drafts:
            quote = draft.quote
            assert one.text.body[quote.start : quote.stop] == quote.words
            assert len(quote.words) <= 400


def test_the_sentence_before_a_million_signs_is_read_all_the_same() -> None:
    for name in ("brackets", "dots", "dashes", "heap", "unseen", "families"):
        [found], _ = readings(reports_in(Incoming("a.txt", FILES[f"signs-{name}.txt"], TOLD)))
        assert any(draft.said.kind == "released" for draft in found.drafts), name
