"""What a batch never accepts unread."""

from dataclasses import replace

import pytest

from habeas.tasks.harm import NEAR, Harm, grave, harm, inferred, passages
from habeas.tasks.withheld import NOTES
from habeas.terms.claim import Argument, Claim, Draft
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.report import Medium, Report, Sensitivity
from tests import sample
from tests.sample import POST

REPORT = sample.report("r-a", POST)


def claim(draft: Draft) -> Claim:
    return Claim(ClaimId("c-1"), ReportId("r-a"), draft, None, 0)


def released(words: str = "Maria Kalesnikava was released", *who: str) -> Draft:
    return sample.draft(POST, words, Kind.RELEASED, *(who or ("Maria Kalesnikava",)))


def test_a_plain_claim_may_be_accepted() -> None:
    assert harm(claim(released()), REPORT) is None


@pytest.mark.parametrize(
    ("draft", "report", "reason"),
    [
        (sample.draft(POST, "Maria Kalesnikava", Kind.DIED), REPORT, Harm.DEATH),
        (released("came out with her", "Viktar Babaryka"), REPORT, Harm.INFERRED),
        (sample.draft(POST, "Maria Kalesnikava", Kind.RECOGNISED), REPORT, Harm.UNNAMED_BODY),
        (released(), sample.report("r-a", POST, medium=Medium.NOTE), Harm.NOT_PUBLIC),
        (released(), sample.report("r-a", POST, medium=Medium.CALL), Harm.NOT_PUBLIC),
        (
            released(),
            sample.report("r-a", POST, sensitivity=Sensitivity.SEALED),
            Harm.NOT_PUBLIC,
        ),
        (released(), replace(REPORT, media_type=NOTES), Harm.NOT_PUBLIC),
    ],
)
def test_harm(draft: Draft, report: Report, reason: Harm) -> None:
    assert harm(claim(draft), report) is reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [("She is seriously ill.", Harm.HEALTH), ("Two minors were freed.", Harm.MINORS)],
)
def test_sensitive_words_of_the_quote(words: str, reason: Harm) -> None:
    draft = sample.draft(words, words, Kind.RELEASED)
    assert harm(claim(draft), sample.report("r-a", words)) is reason


def test_sensitive_words_of_an_argument() -> None:
    draft = released()
    part = replace(draft, said=replace(draft.said, part=Argument("teenagers", 0, 3)))
    assert harm(claim(part), REPORT) is Harm.MINORS


def test_which_arguments_are_inferred() -> None:
    draft = sample.draft(POST, "Saturday", Kind.RELEASED, "Ann", count="99", source="Viasna")
    assert inferred(draft) == ["count", "persons", "source"]
    assert inferred(released()) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Maria Kalesnikava is 16 years old. %s on Saturday.", Harm.MINORS),
        ("%s on Saturday. She has cancer.", Harm.HEALTH),
        ("The body of a poet lay there. %s.", Harm.DEATH_NEAR),
        ("A m\u0456nor. %s.", Harm.TWO_ALPHABETS),
        ("%s on Saturday.", None),
        ("%s on Saturday." + " Nothing else was said." * 10 + " Somebody is ill.", None),
    ],
)
def test_words_close_to_the_quote(text: str, reason: Harm | None) -> None:
    whole = text % "Maria Kalesnikava was released"
    words = "was released"
    draft = sample.draft(whole, words, Kind.RELEASED)
    assert harm(claim(draft), sample.report("r-a", whole), whole) is reason


def test_words_close_to_a_name_that_stands_far_off() -> None:
    whole = "Maria Kalesnikava is a minor." + " Nothing else was said." * 20 + " She was released."
    draft = sample.draft(whole, "She was released", Kind.RELEASED)
    named = replace(draft.said, persons=(Argument("Maria Kalesnikava", 0, 17),))
    far = replace(draft, said=named)
    assert harm(claim(far), sample.report("r-a", whole), whole) is Harm.MINORS


FAR = "Nothing else happened there on that day. " * 5
ARRESTS = (
    "Two men were arrested in Brest on Monday. "
    + FAR
    + "Ivan Invented was arrested on Tuesday. He is 17 years old, a neighbour says. Pavel Invented was "
    "arrested on Wednesday. "
    + FAR
    + "Anna Made-Up was released. "
    + FAR
    + "Oleg Imagined was released on Sunday. "
    + FAR
    + "Mr Imagined is ill."
)


@pytest.mark.parametrize(
    ("words", "who", "reason"),
    [
        ("Ivan Invented was arrested", "Ivan Invented", Harm.MINORS),
        ("Pavel Invented was arrested", "Pavel Invented", Harm.MINORS),
        ("Two men were arrested", "", None),
        ("Anna Made-Up was released", "Anna Made-Up", None),
        ("Oleg Imagined was released", "Oleg Imagined", Harm.HEALTH),
    ],
)
def test_sentences_beside_the_quote_and_those_that_name_the_person(
    words: str, who: str, reason: Harm | None
) -> None:
    draft = sample.draft(ARRESTS, words, Kind.DETAINED, *([who] if who else []))
    report = sample.report("r-a", ARRESTS)
    assert harm(claim(draft), report) is None
    assert harm(claim(draft), report, ARRESTS) is reason


def test_a_sentence_beside_the_quote_counts_however_long_it_is() -> None:
    text = (
        "Ivan Invented was arrested. A neighbour, "
        + "who knows him well, " * 12
        + "says: he is ill."
    )
    draft = sample.draft(text, "Ivan Invented was arrested", Kind.DETAINED, "Ivan Invented")
    assert text.index("ill") > 28 + NEAR
    assert harm(claim(draft), sample.report("r-a", text), text) is Harm.HEALTH


def test_a_name_in_another_case_is_the_same_name() -> None:
    text = (
        "Придуманный Иван был задержан. " + "Никто не знает почему. " * 12 + "Врачи осмотрели его. "
        "Придуманному стало плохо в больнице."
    )
    draft = sample.draft(text, "Придуманный Иван был задержан", Kind.DETAINED, "Иван Придуманный")
    report = replace(sample.report("r-a", text), language="ru")
    assert [one.words.split()[0] for one in passages(text, "ru")] == ["Придуманному"]
    assert harm(claim(draft), report, text) is Harm.HEALTH
    other = sample.draft(text, "Придуманный Иван был задержан", Kind.DETAINED)
    assert harm(claim(other), report, text) is None


def test_a_death_of_a_namesake_far_off_is_held_back() -> None:
    text = "Oleg Imagined was released on Sunday. " + FAR + "Mr Imagined died later."
    draft = sample.draft(text, "Oleg Imagined was released", Kind.RELEASED, "Oleg Imagined")
    assert harm(claim(draft), sample.report("r-a", text), text) is Harm.DEATH_NEAR


def test_what_is_grave_in_the_words_of_a_claim_itself() -> None:
    assert grave(claim(sample.draft(POST, "Maria Kalesnikava", Kind.DIED))) is Harm.DEATH
    assert grave(claim(released())) is None
