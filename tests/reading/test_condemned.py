"""What is condemned is no verdict."""

import pytest

from habeas.reading.claims import drafts
from habeas.terms.when import from_edtf

_PUBLISHED = from_edtf("2025-12-16")


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Zwei Häftlinge verurteilten das Urteil.", []),
        ("de", "Ein Gericht verurteilte zwei Häftlinge zu drei Jahren Haft.", ["sentenced"]),
        ("fr", "Deux prisonniers ont condamné la violence.", []),
        ("es", "Dos presos condenaron la violencia.", []),
    ],
)
def test_who_condemns_a_verdict_sentences_nobody(code: str, text: str, told: list[str]) -> None:
    found = drafts(text, language=code, published=_PUBLISHED)
    assert [str(one.said.kind) for one in found] == told
