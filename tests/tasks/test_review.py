"""Decisions about claims, and taking them back, in a register."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.amend import Place, amended, note, noted
from habeas.tasks.harm import Harm
from habeas.tasks.review import Ruling, accept_unread, decide, queue, undo
from habeas.tasks.told_before import told_before, without_names
from habeas.terms.claim import Said, Tier
from habeas.terms.entry import Proposal
from habeas.terms.ids import ClaimId, ReportId, ReviewId
from habeas.terms.kind import Kind
from habeas.terms.review import Decision
from tests import sample
from tests.sample import DAY, POST

ALL = ["c-a1", "c-a2", "c-a3", "c-a4", "c-a5", "c-b1", "c-b2", "c-n1", "c-n2"]
A1 = ClaimId("c-a1")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with sample.register(tmp_path / "test.habeas") as made:
        yield made


def waiting(register: Register, report: str | None = None, *, unsure: bool = False) -> list[str]:
    of = ReportId(report) if report else None
    return [claim.id for claim in queue(register, report=of, unsure=unsure)]


def counted(register: Register) -> list[str]:
    return [claim.id for claim in register.counted()]


def test_the_queue_is_what_nobody_reviewed(register: Register) -> None:
    assert waiting(register) == ALL
    assert waiting(register, "r-b") == ["c-b1", "c-b2"]
    decide(register, A1, Ruling(Decision.ACCEPTED, "Ann"), at=DAY)
    decide(register, ClaimId("c-a2"), Ruling(Decision.UNSURE, "Ann", "which June?"), at=DAY)
    assert waiting(register) == ALL[2:]
    assert waiting(register, "r-a") == ALL[2:5]
    assert waiting(register, unsure=True) == ["c-a2"]
    assert [claim.id for claim in queue(register, tier=Tier.CHECK)] == []
    with pytest.raises(MistakeError):
        waiting(register, "r-nothing")


def test_nothing_unreviewed_counts_and_undo_is_as_before(register: Register) -> None:
    before = register.digest()
    assert counted(register) == []
    review = decide(register, A1, Ruling(Decision.ACCEPTED, "  Ann "), at=2 * DAY)
    assert counted(register) == ["c-a1"]
    assert review.reviewer == "Ann"
    undo(register, review.id, "Bo", at=3 * DAY, reason="wrong claim")
    assert counted(register) == []
    assert waiting(register) == ALL
    assert register.digest() != before  # the log remembers, and so does the review's row


def test_an_amended_claim_counts_as_amended(register: Register) -> None:
    proposed = register.claim(A1).claim.draft
    changed = amended(proposed, {"when": "2025-12-14"})
    decide(register, A1, Ruling(Decision.AMENDED, "Ann", "the day", changed), at=DAY)
    (claim,) = register.counted()
    assert claim.draft == changed
    assert register.claim(A1).claim.draft == proposed


@pytest.mark.parametrize(
    "ruling",
    [
        Ruling(Decision.ACCEPTED, " "),
        Ruling(Decision.REJECTED, "Ann"),
        Ruling(Decision.AMENDED, "Ann"),
    ],
)
def test_decisions_that_lack_something(register: Register, ruling: Ruling) -> None:
    with pytest.raises(MistakeError):
        decide(register, A1, ruling, at=DAY)
    assert waiting(register) == ALL


def test_a_review_is_undone_once(register: Register) -> None:
    review = decide(register, A1, Ruling(Decision.ACCEPTED, "Ann"), at=DAY)
    undo(register, review.id, "Ann", at=DAY)
    for name in (review.id, ReviewId("v-000000000000"), ReviewId("c-a1")):
        with pytest.raises(MistakeError):
            undo(register, name, "Ann", at=DAY)


def test_a_batch_leaves_out_what_may_harm(register: Register) -> None:
    batch = accept_unread(register, Tier.LIKELY, "Ann", at=DAY)
    assert counted(register) == ["c-a1", "c-a2", "c-a3", "c-a4", "c-b1", "c-b2"]
    assert batch.accepted == 6
    assert batch.left_out == {Harm.DEATH: 1, Harm.NOT_PUBLIC: 1, Harm.INFERRED: 1}
    for name in counted(register):
        (review,) = register.reviews(ClaimId(name))
        assert review.unread and review.reviewer == "Ann"
    assert accept_unread(register, Tier.LIKELY, "Ann", at=DAY).accepted == 0


def test_a_batch_of_one_report(register: Register) -> None:
    accept_unread(register, Tier.LIKELY, "Ann", at=DAY, report=ReportId("r-b"))
    assert counted(register) == ["c-b1", "c-b2"]


def test_a_batch_needs_a_name_and_the_likely_tier(register: Register) -> None:
    for tier, name in ((Tier.LIKELY, " "), (Tier.CHECK, "Ann")):
        with pytest.raises(MistakeError):
            accept_unread(register, tier, name, at=DAY)
    assert counted(register) == []


def test_a_missed_claim_is_noted_and_accepted(register: Register) -> None:
    start = POST.index("Nobody gave a list")
    place = Place(start, start + len("Nobody gave a list"))
    report = ReportId("r-a")
    draft = noted(register, report, place, {"kind": "other", "note": "no list published"})
    proposal = note(register, report, draft, "Ann", at=DAY)
    (claim,) = register.counted()
    assert (claim.id, claim.quote.words) == (proposal.id, "Nobody gave a list")
    assert claim.draft.reader == "hand"
    with pytest.raises(MistakeError):
        noted(register, report, place, {"note": "no kind"})
    with pytest.raises(MistakeError):
        note(register, report, draft, " ", at=DAY)


def test_claims_accepted_before_about_the_same_fact(register: Register) -> None:
    claims = {claim.id: claim for claim in register.unreviewed()}
    accept_unread(register, Tier.LIKELY, "Ann", at=DAY)
    unnamed = without_names(register)
    assert [claim.id for claim in unnamed] == ["c-a3", "c-b1"]

    def before(name: str) -> list[str]:
        return [one.id for one in told_before(register, claims[ClaimId(name)], unnamed)]

    assert before("c-a5") == []  # Babaryka: only his arrest is accepted, not a release
    assert before("c-a3") == ["c-b1"]
    assert before("c-a1") == []
    again = Proposal(ClaimId("c-x1"), ReportId("r-a"), claims[A1].draft)
    release = replace(claims[ClaimId("c-a5")].draft, said=Said(Kind.RELEASED))
    register.put([again, Proposal(ClaimId("c-x2"), ReportId("r-a"), release)], at=DAY)
    claims |= {claim.id: claim for claim in register.unreviewed()}
    assert before("c-x1") == ["c-a1"]
    assert before("c-x2") == []
