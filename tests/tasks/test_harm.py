"""What a batch never accepts unread."""

from dataclasses import replace

import pytest

from habeas.tasks.harm import Harm, harm, inferred, passages
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


ARRESTS = (
    "Two men were arrested in Brest on Monday. Ivan Invented was arrested on Tuesday. He is 17 years "
    "old, a neighbour says. Pavel Invented was arrested on Wednesday. Anna Made-Up was released. "
    "Nobody knows why. The weather was fine. Oleg Imagined was released on Sunday. Nothing else "
    "happened. People went home. Mr Imagined is ill."
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
    assert harm(claim(draft), report, passages(ARRESTS, "en")) is reason


def test_a_name_in_another_case_is_the_same_name() -> None:
    text = (
        "Ивана Придуманного ждут дома. Ему 16 лет. Минск, вторник. Погода хорошая. "
        "Придуманный Иван был задержан. Врачи осмотрели его. Никто не знает почему. "
        "Придуманному стало плохо в больнице."
    )
    draft = sample.draft(text, "Придуманный Иван был задержан", Kind.DETAINED, "Иван Придуманный")
    spoken = [one for one in passages(text, "ru") if "больнице" in one.words]
    assert harm(claim(draft), sample.report("r-a", text), spoken) is Harm.HEALTH
