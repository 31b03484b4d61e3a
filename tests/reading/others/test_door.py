"""What comes in at the door: rightly selected words, and nothing that is not in the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import MistakeError
from habeas.reading.claims import drafts
from habeas.reading.gate import Fault
from habeas.reading.others.asked import Asked, Pick, nowhere
from habeas.reading.others.door import admitted
from habeas.reading.others.ground import Ground, ground
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument, Draft, Modality, Said, Tier
from habeas.terms.kind import Kind
from habeas.terms.quote import Quote
from habeas.terms.when import from_edtf
from tests.reading.others.outside import beside, case, near, outside

TEXT = (
    "Belarus freed 123 political prisoners on Saturday. "
    "Police detained Pavel Sieviaryniec in Minsk on December 12. "
    "A court sentenced Maria Kalesnikava to eleven years in prison. "
    "Ales Bialiatski may be released soon, his lawyer said. "
    "The EU demands that Viktar Babaryka be released. "
    "Among them were 14 women and more than 20 students."
)
DAY = from_edtf("2025-12-16")
GROUND = ground(TEXT, "en", DAY)


def let_in(pick: Pick | Draft, seen: Ground = GROUND) -> Draft:
    found = admitted(pick, seen, "other 1")
    assert isinstance(found, Draft), found
    return found


def test_a_number_with_its_noun_and_its_day() -> None:
    draft = let_in(Pick("released", (0,), number="123", value=123, day="on Saturday"))
    assert draft.said.amount == Amount(123)
    assert draft.said.population is not None
    assert draft.said.population.value == "political prisoners"
    assert draft.said.when is not None and draft.said.when.edtf == "2025-12-13"
    assert (draft.tier, draft.reader, draft.modality) == (
        Tier.CHECK,
        "other 1",
        Modality.ASSERTED,
    )
    assert draft.quote.words == TEXT[:50]


def test_a_person_a_place_and_a_penalty() -> None:
    words = "Police detained Pavel Sieviaryniec in Minsk"
    draft = let_in(
        Pick(
            "detained",
            quote=words,
            persons=("Pavel Sieviaryniec",),
            place="Minsk",
        )
    )
    assert [one.value for one in draft.said.persons] == ["Pavel Sieviaryniec"]
    assert draft.said.place is not None and draft.said.place.value == "Minsk"
    term = let_in(Pick("sentenced", (2,), persons=("Kalesnikava",), penalty="eleven years"))
    assert term.said.penalty is not None and term.said.penalty.value == "P11Y"
    assert term.said.persons[0].value == "Maria Kalesnikava"


def test_our_grammar_says_how_firmly_and_a_reader_only_more_weakly() -> None:
    possible = Pick("released", (3,), persons=("Ales Bialiatski",), modality="asserted")
    assert let_in(possible).modality is Modality.POSSIBLE
    doubtful = Pick("detained", (1,), persons=("Pavel Sieviaryniec",), modality="denied")
    assert let_in(doubtful).modality is Modality.DENIED


@pytest.mark.parametrize(
    ("pick", "fault"),
    [
        (Pick("released", (4,), persons=("Viktar Babaryka",)), Fault.WISHED),
        (Pick("detained", (1,), persons=("Minsk",)), Fault.PERSON),
        (Pick("detained", (1,), persons=("Police",)), Fault.PERSON),
        (Pick("detained", (1,), persons=("in Minsk on",)), Fault.PERSON),
        (Pick("detained", (1,), persons=("x" * 500,)), Fault.PERSON),
        (Pick("detained", (1,), persons=("Pavel Sieviaryniec",) * 61), Fault.FORM),
        (Pick("released", (5,), number="14", value=14, persons=()), None),
        (Pick("released", (5,), number="14 women and more than 20 students"), Fault.NUMBER),
        (Pick("released", (0,), number="Saturday"), Fault.NUMBER),
        (Pick("released", (0,), value=123), Fault.NUMBER),
        (Pick("stock_total", (0,)), Fault.NUMBER),
        (
            Pick("sentenced", (2,), persons=("Maria Kalesnikava",), penalty="Kalesnikava"),
            Fault.ARGUMENT,
        ),
        (Pick("released", (0,), number="123", actor="Donald Trump"), Fault.ARGUMENT),
        (Pick("released", quote="Belarus released 123", number="123"), Fault.QUOTE),
        (Pick("released", quote="prisoners on Saturday", number="123"), Fault.NUMBER),
        (Pick("released", quote=TEXT[:140] * 9), Fault.LENGTH),
        (Pick("released", quote=TEXT, number="123"), Fault.SENTENCES),
        (Pick("released", (0,), quote="detained Pavel", number="123"), Fault.QUOTE),
        (Pick("released", (0,), number="123", modality="surely"), Fault.FORM),
    ],
)
def test_what_is_not_there_is_refused(pick: Pick, fault: Fault | None) -> None:
    found = admitted(pick, GROUND, "other 1")
    assert (found if isinstance(found, Fault) else None) is fault


def test_a_hedge_may_not_be_cut_off() -> None:
    cut = Pick("released", quote="20 students", number="20")
    assert admitted(cut, GROUND, "other 1") is Fault.NUMBER


def test_a_long_sentence_is_narrowed_to_what_is_said() -> None:
    text = (
        "Police detained Pavel Sieviaryniec on December 12 " + "and waited " * 50 + "at the gate."
    )
    seen = ground(text, "en", DAY)
    pick = Pick("detained", (0,), persons=("Pavel Sieviaryniec",), day="December 12")
    assert let_in(pick, seen).quote.words == "detained Pavel Sieviaryniec on December 12"
    far = Pick("detained", (0,), persons=("Pavel Sieviaryniec",), place="gate")
    assert admitted(far, seen, "other 1") is Fault.LENGTH


def test_in_german_a_noun_is_nobody() -> None:
    seen = ground("Am Freitag kam die Gefangene frei. Viktar Babaryka kam frei.", "de", DAY)
    assert admitted(Pick("released", (0,), persons=("Gefangene",)), seen, "o 1") is Fault.PERSON
    assert let_in(Pick("released", (1,), persons=("Viktar Babaryka",)), seen).said.persons


OURS = [
    draft
    for draft in drafts(TEXT, language="en", published=DAY)
    if draft.said.when is None or draft.said.when.words
]


WRONG = from_edtf("2025-12-11").said("December 12")


def _first(kind: Kind) -> Draft:
    return next(draft for draft in OURS if draft.said.kind is kind)


def _of(draft: Draft, change: Callable[[Said], Said]) -> Draft:
    return replace(draft, said=change(draft.said))


def _of_person(draft: Draft, person: Argument) -> Draft:
    return _of(draft, lambda said: replace(said, persons=(person,)))


def test_a_draft_of_others_is_derived_anew() -> None:
    draft = replace(_first(Kind.DETAINED), tier=Tier.LIKELY, rules=("trust me",), reader="frames 1")
    found = let_in(draft)
    assert found.said == replace(draft.said, note=found.said.note)
    assert (found.tier, found.reader) == (Tier.CHECK, "other 1")
    assert found.rules == ("detained",)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda one: _of_person(one, Argument("Ales Bialiatski")), Fault.PERSON),
        (
            lambda one: _of_person(one, replace(one.said.persons[0], value="Viktar B")),
            Fault.PERSON,
        ),
        (lambda one: _of(one, lambda said: replace(said, amount=Amount(1))), Fault.NUMBER),
        (lambda one: _of(one, lambda said: replace(said, when=from_edtf("2025-12-12"))), Fault.DAY),
        (
            lambda one: _of(one, lambda said: replace(said, when=WRONG)),
            Fault.DAY,
        ),
        (
            lambda one: _of(one, lambda said: replace(said, actor=Argument("the KGB"))),
            Fault.ARGUMENT,
        ),
        (lambda one: replace(one, quote=Quote(3, 9, "Belarus")), Fault.QUOTE),
    ],
)
def test_a_draft_of_others_that_says_more_is_refused(
    change: Callable[[Draft], Draft], fault: Fault
) -> None:
    assert admitted(change(_first(Kind.DETAINED)), GROUND, "other 1") is fault


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_no_claim_stands_outside_its_text(number: int) -> None:
    one = case(number)
    ours = drafts(one.text, language=one.language, published=one.published)
    assert [outside(one.text, draft) for draft in ours] == [[] for _ in ours]
    seen = ground(one.text, one.language, one.published)
    for pick in (*one.picks, *(near(draft, one.text, Random(number)) for draft in ours)):
        found = admitted(pick, seen, "other 1")
        if isinstance(found, Draft):
            assert outside(one.text, found, strict=True) + beside(pick, found) == []


def test_the_check_sees_what_stands_outside() -> None:
    draft = _first(Kind.DETAINED)
    assert outside(TEXT, draft, strict=True) == []
    assert outside(TEXT.replace("Police", "Nobody"), draft) == ["quote"]
    moved = _of_person(draft, Argument("Ales Bialiatski", 0, 7))
    assert outside(TEXT, moved) == ["person"]
    assert outside(
        TEXT, _of(draft, lambda said: replace(said, place=Argument("Minsk"))), strict=True
    ) == ["place outside the quote"]
    assert beside(Pick("detained", persons=("Viktar Babaryka",)), draft) == ["Viktar Babaryka"]


def test_nothing_is_handed_on_from_a_program_without_a_post() -> None:
    asked = Asked("a", TEXT, "en", DAY, ())
    with pytest.raises(MistakeError) as caught:
        asked.post("http://127.0.0.1", b"", seconds=1)
    assert caught.value.code == "reader-without-post"
    assert asked.post is nowhere
