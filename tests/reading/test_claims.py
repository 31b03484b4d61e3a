"""Laws of the frame reader: for any text, and for a text in which one thing is changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.language.pack import codes, table
from habeas.reading.claims import READER, drafts
from habeas.terms.claim import Argument, Draft, Said, Tier
from habeas.terms.kind import Kind
from habeas.terms.when import from_edtf

_PUBLISHED = from_edtf("2025-12-16")
_PIECES = {
    "de": (
        "Am Samstag kamen 123 politische Gefangene frei. ",
        "Darunter waren Maria Kalesnikava und zwei weitere Frauen. ",
        "Laut Viasna wurde er im Mai 2020 zu 14 Jahren Haft verurteilt, ",
        "nach seiner Verhaftung ",
        "noch immer 1.200 hinter Gittern; ",
        "ließ ",
        "frei",
    ),
    "en": (
        "Belarus freed 14 prisoners on Saturday. ",
        "Among them are Ales Bialiatski and three others. ",
        "She was arrested in May 2020 and given 11 years, ",
        "Of 182 political prisoners only eight ",
        "his arrest ",
        "remain behind bars; ",
        "No sanctions were lifted",
    ),
    "ru": (
        "13 декабря на свободу вышли 123 политзаключённых. ",
        "Среди них Мария Колесникова и 14 иностранцев. ",
        "Виктору Бабарико дали 14 лет, а Марии Колесниковой — 11. ",
        "За решёткой остаются 1200 человек; ",
        "его арест ",
        "не освободили",
    ),
}
_MESS = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, str]:
    code = draw(st.sampled_from(sorted(_PIECES)))
    piece = st.one_of(st.sampled_from(_PIECES[code]), _MESS)
    return code, "".join(draw(st.lists(piece, max_size=8)))


@settings(max_examples=60, deadline=None)
@given(_texts())
def test_every_word_of_a_draft_stands_in_its_text(given_text: tuple[str, str]) -> None:
    code, text = given_text
    for draft in drafts(text, language=code, published=_PUBLISHED):
        assert draft.quote.stands_in(text)
        assert text[draft.quote.start : draft.quote.stop] == draft.quote.words
        assert draft.reader == READER
        for argument in _arguments(draft):
            if argument.start is not None and argument.stop is not None:
                assert 0 <= argument.start < argument.stop <= len(text)
        if draft.said.amount_at is not None:
            start, stop = draft.said.amount_at
            assert draft.quote.start <= start < stop <= draft.quote.stop


@settings(max_examples=15, deadline=None)
@given(_texts())
def test_the_same_text_gives_the_same_drafts(given_text: tuple[str, str]) -> None:
    code, text = given_text
    first = drafts(text, language=code, published=_PUBLISHED)
    assert drafts(text, language=code, published=_PUBLISHED) == first


def test_without_a_day_published_no_relative_day_is_reckoned() -> None:
    text = "Am Samstag kamen 123 politische Gefangene frei."
    (draft,) = drafts(text, language="de", published=None)
    assert draft.said.when is None
    assert draft.tier is Tier.CHECK


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(MistakeError):
        drafts("quelque chose", language="xx", published=_PUBLISHED)


def test_a_text_without_words_claims_nothing() -> None:
    assert drafts("", language="en", published=_PUBLISHED) == []
    assert drafts(" \n\n ... 123 ", language="en", published=_PUBLISHED) == []


def test_known_names_link_a_lone_family_name() -> None:
    text = "Kalesnikava was released from prison on Saturday."
    known = drafts(text, language="en", published=_PUBLISHED, known_names=["Maria Kalesnikava"])
    assert [person.value for draft in known for person in draft.said.persons] == [
        "Maria Kalesnikava"
    ]


_SWAPS = [
    ("en", "Belarus freed {} prisoners on Saturday.", "123", "57"),
    (
        "en",
        "{} was sentenced to 14 years in prison in July 2021.",
        "Viktar Babaryka",
        "Pavel Kozel",
    ),
    ("de", "Am Samstag kamen {} politische Gefangene frei.", "123", "57"),
    ("de", "{} wurde 2021 zu 14 Jahren Haft verurteilt.", "Viktor Babaryka", "Pawel Koslow"),
    ("ru", "13 декабря на свободу вышли {} политзаключённых.", "123", "57"),
    ("ru", "{} был осуждён на 14 лет колонии.", "Виктор Бабарико", "Павел Козлов"),
]


@pytest.mark.parametrize(("code", "frame", "one", "other"), _SWAPS)
def test_another_name_or_number_changes_only_itself(
    code: str, frame: str, one: str, other: str
) -> None:
    before = _read(code, frame.format(one))
    after = _read(code, frame.format(other))
    assert before
    assert [_bare(draft) for draft in before] == [_bare(draft) for draft in after]
    assert before != after


def test_another_weekday_changes_only_the_day() -> None:
    saturday = _read("en", "Belarus freed 123 prisoners on Saturday.")
    friday = _read("en", "Belarus freed 123 prisoners on Friday.")
    assert _day(saturday) == from_edtf("2025-12-13").earliest
    assert _day(friday) == from_edtf("2025-12-12").earliest
    assert [_bare(draft) for draft in saturday] == [_bare(draft) for draft in friday]


def test_what_can_harm_is_never_likely() -> None:
    text = "Vitold Harbuz died in custody on May 21, 2021."
    (draft,) = _read("en", text)
    assert draft.said.kind is Kind.DIED
    assert draft.tier is Tier.CHECK


def test_a_fact_told_twice_is_claimed_once() -> None:
    text = "Belarus freed 123 prisoners. On Saturday Belarus freed 123 prisoners."
    found = _read("en", text)
    assert len(found) == 1
    when = found[0].said.when
    assert when is not None
    assert when.words == "On Saturday"


def _read(code: str, text: str) -> list[Draft]:
    return drafts(text, language=code, published=_PUBLISHED)


def _day(found: list[Draft]) -> object:
    return found[0].said.when.earliest if found[0].said.when is not None else None


def _bare(draft: Draft) -> tuple[Said, object, object]:
    """The draft without the person, the number, the day, and all places in the text."""
    said = replace(
        draft.said,
        persons=(),
        amount=draft.said.amount and replace(draft.said.amount, value=1),
        amount_at=None,
        when=None,
        place=None,
        penalty=draft.said.penalty and Argument(draft.said.penalty.value),
        population=draft.said.population and Argument(draft.said.population.value),
    )
    return said, draft.modality, draft.tier


def _arguments(draft: Draft) -> list[Argument]:
    said = draft.said
    singles = [said.place, said.destination, said.actor, said.terms, said.penalty, draft.source]
    return [*said.persons, *(one for one in singles if one is not None)]


@pytest.mark.parametrize("code", [code for code in codes() if not table(code, "frames")])
def test_a_language_without_frames_is_refused_by_naming_those_that_can_be_read(code: str) -> None:
    with pytest.raises(MistakeError, match=r"cannot be read yet.*de, en.*ru") as caught:
        drafts("Minsk, 2025.", language=code, published=None)
    assert caught.value.code == "language-not-readable"


def test_who_remains_inside_is_held_on_the_day_published() -> None:
    found = drafts(
        "The lawyer Maksim Znak remains in prison, his family says.",
        language="en",
        published=from_edtf("2025-12-16"),
    )
    held = [draft.said for draft in found if draft.said.kind is Kind.HELD]
    assert [person.value for said in held for person in said.persons] == ["Maksim Znak"]
    assert held[0].when is not None and held[0].when.edtf == "2025-12-16"


def test_a_verdict_in_absence_is_noted() -> None:
    found = drafts(
        "A Minsk court sentenced Pavel Latushka to 18 years in absentia.",
        language="en",
        published=from_edtf("2023-03-07"),
    )
    assert [(draft.said.kind, draft.said.note) for draft in found] == [
        (Kind.SENTENCED, "in absentia")
    ]


def test_a_body_is_quoted_in_the_nominative() -> None:
    found = drafts(
        "По данным «Весны», в пятницу задержали 14 студентов.",
        language="ru",
        published=from_edtf("2025-12-16"),
    )
    assert [draft.source.value for draft in found if draft.source] == ["Весна"]


def test_a_since_that_is_still_to_come_is_no_period() -> None:
    text = "Since the coup of February 2032 the police have arrested 40 people."
    (found,) = drafts(text, language="en", published=_PUBLISHED)
    when = found.said.when
    assert when is not None
    assert when.earliest is None
