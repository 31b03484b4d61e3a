from collections.abc import Iterable
from datetime import date
from random import Random

from habeas.tasks.demo_month import Called, Month, within
from habeas.tasks.demo_month import month_of as month_of_both
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument, Claim, Draft, Modality, Said
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.quote import Quote
from habeas.terms.when import When, month, on

DECEMBER = month(2025, 12)
DAY = on(date(2025, 12, 13))


def claim(said: Said, words: str = "words", modality: Modality = Modality.ASSERTED) -> Claim:
    draft = Draft(said, Quote(0, len(words), words), modality)
    return Claim(ClaimId(f"c-{words}"), ReportId("r-1"), draft, on(date(2025, 12, 14)), 0)


def released(number: int, words: str, destination: str = "") -> Claim:
    where = Argument(destination) if destination else None
    said = Said(Kind.RELEASED, amount=Amount(number), when=DAY, destination=where)
    return claim(said, words)


def month_of(claims: Iterable[Claim], when: When) -> Month:
    return month_of_both(claims, [], when, {})


def test_an_unreviewed_claim_leads_a_line_only_where_no_accepted_one_says_the_same() -> None:
    accepted, proposed = released(123, "123 people came out"), released(123, "123 freed")
    other = released(9, "9 freed")
    found = month_of_both([accepted], [proposed, other], DECEMBER, {})
    assert [(line.claim.quote.words, line.accepted) for line in found.people] == [
        ("123 people came out", True),
        ("9 freed", False),
    ]
    assert [claim.quote.words for claim in found.people[0].others] == ["123 freed"]


def test_a_name_is_marked_unless_an_accepted_claim_has_it() -> None:
    said = Said(Kind.RELEASED, (Argument("Ann B"),), when=DAY)
    found = month_of_both([], [claim(said, "a")], DECEMBER, {})
    assert found.named == ((Called("Ann B"), False),)
    found = month_of_both([claim(said, "b")], [claim(said, "a")], DECEMBER, {})
    assert found.named == ((Called("Ann B"), True),)


def test_several_claims_of_one_number_are_one_line_with_the_shortest_quote() -> None:
    told = [released(123, "and so 123 people came out"), released(123, "123 freed")]
    [line] = month_of(told, DECEMBER).people
    assert line.claim.quote.words == "123 freed"
    assert [other.quote.words for other in line.others] == ["and so 123 people came out"]


def test_bigger_batches_come_first_and_destinations_apart() -> None:
    found = month_of([released(9, "9", "Litauen"), released(123, "123")], DECEMBER)
    assert [line.claim.quote.words for line in found.people] == ["123", "9"]
    assert [line.claim.quote.words for line in found.where] == ["9"]


def test_what_is_planned_is_not_shown_as_done_but_what_is_agreed_is() -> None:
    given = Said(Kind.SANCTION_LIFTED, when=DAY)
    found = month_of(
        [
            claim(given, "will lift", Modality.PLANNED),
            claim(given, "agreed to lift", Modality.AGREED),
            claim(Said(Kind.RELEASED, (Argument("Ann B"),), when=DAY), "maybe", Modality.POSSIBLE),
        ],
        DECEMBER,
    )
    assert [line.claim.quote.words for line in found.given] == ["agreed to lift"]
    assert found.named == ()


def test_each_spelling_is_named_once() -> None:
    ann, bob = Argument("Ann B"), Argument("Bob C")
    found = month_of(
        [
            claim(Said(Kind.RELEASED, (bob, ann), when=DAY), "both"),
            claim(Said(Kind.EXPELLED, (ann,), when=DAY), "she again"),
        ],
        DECEMBER,
    )
    assert [one.name for one, _accepted in found.named] == ["Ann B", "Bob C"]


def test_refusals_arrests_and_talks_have_their_own_place() -> None:
    coale = (Argument("John Coale"),)
    found = month_of(
        [
            claim(Said(Kind.OTHER, (Argument("Ann B"),), when=DAY, note="not released"), "not"),
            claim(Said(Kind.DETAINED, (Argument("Ann B"),), when=DAY), "again"),
            claim(Said(Kind.NEGOTIATION, coale, when=DAY), "talks"),
            claim(Said(Kind.NEGOTIATION, actor=Argument("John Coale"), when=DAY), "more talks"),
        ],
        DECEMBER,
    )
    assert [len(lines) for lines in (found.apart, found.taken, found.talks)] == [1, 1, 1]
    assert len(found.talks[0].others) == 1


def test_a_claim_without_a_day_is_placed_by_its_report() -> None:
    assert within(claim(Said(Kind.NEGOTIATION)), DECEMBER)
    assert within(claim(Said(Kind.NEGOTIATION, when=When(None, date(2025, 12, 13)))), DECEMBER)
    assert not within(claim(Said(Kind.NEGOTIATION)), month(2025, 11))


def test_a_claim_that_may_be_of_another_month_is_left_out() -> None:
    wide = When(date(2025, 11, 30), date(2025, 12, 2))
    assert not within(claim(Said(Kind.RELEASED, when=wide)), DECEMBER)


def test_the_order_of_the_claims_is_of_no_account() -> None:
    told = [released(number, f"{number} of {word}") for number in (5, 9) for word in ("a", "bb")]
    pages: list[Month] = []
    for seed in range(4):
        Random(seed).shuffle(told)
        pages.append(month_of(told, DECEMBER))
    assert pages.count(pages[0]) == len(pages)
