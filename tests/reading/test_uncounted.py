"""Whom nobody names or counts: nobody else is meant."""

import pytest

from habeas.reading.claims import drafts
from habeas.terms.when import from_edtf

_PUBLISHED = from_edtf("2025-12-16")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The jailed writer Rita Lund was arrested. Only sick prisoners were being freed."),
        (
            "de",
            "Rita Lund wurde verhaftet. Es hieß, dass nur kranke Häftlinge freigelassen wurden.",
        ),
        ("fr", "Rita Lund, prisonnière, a été arrêtée. Il dit que seuls des détenus sont libérés."),
        ("nl", "Rita Lund werd gearresteerd. Alleen zieke gevangenen werden vrijgelaten."),
    ],
)
def test_an_event_of_people_nobody_counts_is_told_of_nobody_else(code: str, text: str) -> None:
    found = drafts(text, language=code, published=_PUBLISHED)
    assert [str(one.said.kind) for one in found] == ["detained"]


def test_one_whom_an_article_means_is_still_told_of() -> None:
    text = "The jailed writer Rita Lund spoke in court. The journalist was arrested on Monday."
    found = drafts(text, language="en", published=_PUBLISHED)
    told = [one for one in found if one.said.when and one.said.when.words]
    assert [person.value for one in told for person in one.said.persons] == ["Rita Lund"]
