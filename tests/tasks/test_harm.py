"""What a batch never accepts unread."""

from dataclasses import replace

import pytest

from habeas.tasks.harm import Harm, harm, inferred
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
    assert inferred(claim(draft)) == ["count", "persons", "source"]
    assert inferred(claim(released())) == []
