"""Counting in a register: only what was reviewed, as known and as recorded."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.cli.count_words import names_shown
from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.amend import amended
from habeas.tasks.answer import PEOPLE, SPELLINGS, Answer, Question
from habeas.tasks.answer_plainly import plain_answer, plain_walk
from habeas.tasks.count import count
from habeas.tasks.review import Ruling, decide, undo
from habeas.tasks.why import figure_of, is_count, question, why
from habeas.terms.definition import Definition
from habeas.terms.entry import Proposal
from habeas.terms.ids import ClaimId, DefinitionId, MentionId, VerdictId
from habeas.terms.kind import Kind
from habeas.terms.person import Judgement, Verdict
from habeas.terms.review import Decision
from tests import sample
from tests.sample import DAY

TODAY = date(2026, 1, 2)
EVE, AFTER = date(2025, 12, 12), date(2025, 12, 14)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with sample.register(tmp_path / "test.habeas") as made:
        yield made


def answer(register: Register, on: date, **more: object) -> Answer:
    known, recorded = more.get("known_by"), more.get("recorded_by")
    assert known is None or isinstance(known, date)
    assert recorded is None or isinstance(recorded, int)
    return count(register, Question(on, known, recorded), today=TODAY)


def sure(register: Register, on: date, **more: object) -> list[str]:
    found = answer(register, on, **more)
    return [found.names[person] for person in found.count.sure]


def accept(register: Register, *claims: str, at: int = 2 * DAY) -> None:
    for name in claims:
        decide(register, ClaimId(name), Ruling(Decision.ACCEPTED, "Ann"), at=at)


def test_nothing_unreviewed_is_counted(register: Register) -> None:
    found = answer(register, EVE)
    assert (found.count.number.low, found.count.number.high) == (0, 0)
    assert (found.reported, found.basis) == ((), ())
    assert found.left_out.unreviewed == 9


def test_accept_then_undo(register: Register) -> None:
    accept(register, "c-a1", "c-a3")
    found = answer(register, EVE)
    assert sure(register, EVE) == ["Maria Kalesnikava"]
    assert sure(register, AFTER) == []
    assert [total.claim.id for total in found.reported] == ["c-a3"]
    assert found.basis == ("c-a1", "c-a3")
    assert found.left_out.unreviewed == 7
    review = register.claim(ClaimId("c-a1")).review
    assert review is not None
    undo(register, review.id, "Ann", at=3 * DAY)
    assert sure(register, EVE) == []


def test_amended_counts_as_amended(register: Register) -> None:
    draft = amended(register.claim(ClaimId("c-a1")).claim.draft, {"when": "2025-12-16"})
    ruling = Ruling(Decision.AMENDED, "Ann", amended=draft)
    decide(register, ClaimId("c-a1"), ruling, at=2 * DAY)
    assert sure(register, date(2025, 12, 15)) == ["Maria Kalesnikava"]
    assert sure(register, EVE) == []


def test_recorded_by_gives_yesterdays_answer(register: Register) -> None:
    accept(register, "c-a1", at=2 * DAY)
    then = plain_answer(answer(register, EVE, recorded_by=2 * DAY))
    accept(register, "c-b2", at=3 * DAY)
    review = register.claim(ClaimId("c-a1")).review
    assert review is not None
    undo(register, review.id, "Ann", at=4 * DAY)
    again = plain_answer(answer(register, EVE, recorded_by=2 * DAY))
    assert again == then
    assert sure(register, EVE, recorded_by=3 * DAY) == ["Maria Kalesnikava", "Mikalai Statkewitsch"]
    assert sure(register, EVE) == ["Mikalai Statkewitsch"]
    assert answer(register, EVE, recorded_by=0).basis == ()


def test_claims_published_later_do_not_change_what_was_known(register: Register) -> None:
    accept(register, "c-a1", "c-b1", "c-b2", "c-n2")
    known = date(2025, 12, 10)
    assert sure(register, date(2025, 12, 9), known_by=known) == ["Ihar Losik"]
    accept(register, "c-a2", "c-a5")
    assert sure(register, date(2025, 12, 9), known_by=known) == ["Ihar Losik"]


def test_totals_stand_beside_the_named_and_are_never_added(register: Register) -> None:
    accept(register, "c-a3", "c-b1")
    found = answer(register, date(2025, 12, 16))
    assert found.count.number.high == 0
    assert [total.claim.id for total in found.reported] == ["c-b1", "c-a3"]
    (pair,) = found.contradictions
    assert (pair.one, pair.other, pair.sure) == ("c-a3", "c-b1", True)


def test_hearsay_is_only_possible(register: Register) -> None:
    accept(register, "c-a4")
    found = answer(register, EVE)
    assert (len(found.count.sure), len(found.count.possible)) == (0, 1)


def test_a_report_without_a_day_is_left_out_of_what_was_known(register: Register) -> None:
    late = sample.report("r-x", sample.POST, published=None)
    of_it = sample.proposals()[0]
    claim = type(of_it)(ClaimId("c-x1"), late.id, of_it.draft)
    register.put([late, claim], at=2 * DAY)
    accept(register, "c-x1", at=2 * DAY)
    assert sure(register, EVE) == ["Maria Kalesnikava"]
    found = answer(register, EVE, known_by=TODAY)
    assert (found.count.number.high, found.left_out.undated) == (0, 1)


def test_the_unit_is_people_once_a_judge_saw_every_mention(register: Register) -> None:
    accept(register, "c-a2", "c-a5")
    assert answer(register, EVE).unit == SPELLINGS
    left, right = MentionId("c-a2.0"), MentionId("c-a5.0")
    verdict = Verdict(VerdictId("j-1"), left, right, Judgement.SAME, "Ann")
    register.put([verdict], at=3 * DAY)
    found = answer(register, EVE)
    assert (found.unit, sure(register, EVE)) == (PEOPLE, ["Viktar Babaryka"])
    assert answer(register, EVE, recorded_by=2 * DAY).unit == SPELLINGS


def test_a_contested_person_is_asked_about(register: Register) -> None:
    accept(register, "c-a1", "c-a2", "c-a5")
    ids = [MentionId(f"c-{name}.0") for name in ("a1", "a2", "a5")]
    judged = [
        Verdict(VerdictId("j-1"), ids[0], ids[1], Judgement.SAME, "Ann"),
        Verdict(VerdictId("j-2"), ids[1], ids[2], Judgement.SAME, "Ann"),
        Verdict(VerdictId("j-3"), ids[0], ids[2], Judgement.DIFFERENT, "Bo"),
    ]
    register.put(judged, at=3 * DAY)
    found = answer(register, EVE)
    assert len(found.count.sure) == 1
    (issue,) = found.issues
    assert (issue.code, issue.claims) == ("person-contested", ("c-a1", "c-a2", "c-a5"))


def test_a_sentence_in_absentia_makes_nobody_inside(register: Register) -> None:
    draft = register.claim(ClaimId("c-a1")).claim.draft
    tried = amended(draft, {"kind": "sentenced", "note": "in absentia"})
    ruling = Ruling(Decision.AMENDED, "Ann", amended=tried)
    decide(register, ClaimId("c-a1"), ruling, at=2 * DAY)
    assert answer(register, EVE).count.number.high == 0


def test_one_name_in_two_languages_is_told_apart(register: Register) -> None:
    text = "Maria Kalesnikava ist in Haft."
    german = sample.report("r-d", text, language="de")
    draft = sample.draft(text, text, Kind.HELD, "Maria Kalesnikava", when="2025-12-12")
    told = Proposal(ClaimId("c-d1"), german.id, draft)
    register.put([german, told], at=2 * DAY, blobs=sample.blobs(text))
    accept(register, "c-a1", "c-d1")
    found = answer(register, EVE)
    names = [names_shown(found)[person] for person in found.count.sure]
    assert names == ["Maria Kalesnikava [en]", "Maria Kalesnikava [de]"]


def test_days_that_cannot_be(register: Register) -> None:
    for on, known in ((TODAY, date(2026, 1, 1)), (date(2026, 1, 3), None)):
        with pytest.raises(MistakeError) as caught:
            answer(register, on, known_by=known)
        assert caught.value.code == "day-not-known-yet"


def test_definitions(register: Register) -> None:
    register.put([Definition(DefinitionId("d-1"), "ours", "Ann", "our own list")], at=2 * DAY)
    for name, code in (("ours", "definition-not-counted"), ("nobody", "definition-unknown")):
        with pytest.raises(MistakeError) as caught:
            count(register, Question(EVE, definition=name), today=TODAY)
        assert caught.value.code == code
    assert count(register, Question(EVE, definition="named in this register"), today=TODAY)


def test_why_walks_to_quotes_that_equal_the_text(register: Register) -> None:
    accept(register, "c-a1", "c-a2", "c-a3", "c-a5", "c-b1", "c-b2")
    walk = why(register, "count:2025-12-12 known-by:2025-12-16", today=TODAY)
    assert walk.answer.count.number.low == 3
    assert set(walk.grounds) == set(walk.answer.basis)
    behind = {claim for stand in walk.answer.people.values() for claim in stand.spell.claims}
    assert behind == set(walk.answer.count.basis)
    for ground in walk.grounds.values():
        text = register.text(ground.report.id)
        place = ground.claim.quote
        assert text[place.start : place.stop] == ground.context.words == place.words
        assert ground.context.before + place.words + ground.context.after in text
    tree = plain_walk(walk)
    assert tree["figure"] == "count:2025-12-12 known-by:2025-12-16"


def test_the_json_of_the_contract(register: Register) -> None:
    accept(register, "c-a1", "c-a3")
    found = plain_answer(answer(register, EVE))
    assert (found["low"], found["high"]) == (1, 1)
    assert found["named"] == {"sure": 1, "possible": 0}
    assert found["basis"] == ["c-a1", "c-a3"]
    assert found["definition"] == "named"
    assert found["definition_name"] == "named in this register"
    assert (found["on"], found["known_by"]) == ("2025-12-12", "2026-01-02")
    assert found["unit"] == SPELLINGS
    assert found["figure"] == "count:2025-12-12"


def test_why_as_recorded_shows_the_review_of_then(register: Register) -> None:
    accept(register, "c-a1", at=2 * DAY)
    review = register.claim(ClaimId("c-a1")).review
    assert review is not None
    undo(register, review.id, "Ann", at=3 * DAY)
    walk = why(register, "count:2025-12-12 recorded-by:1970-01-03T00:00:00Z", today=TODAY)
    assert [ground.review for ground in walk.grounds.values()] == [review]


@pytest.mark.parametrize(
    "figure",
    [
        "count:2025-12-14",
        "count:2025-12-14 known-by:2025-12-16",
        "count:2025-12-14 recorded-by:2026-01-02T03:04:05Z",
        "count:2025-12-14 known-by:2025-12-16 recorded-by:2026-01-02T03:04:05.000006Z definition:x",
    ],
)
def test_a_figure_is_read_back(figure: str) -> None:
    assert is_count(figure)
    assert figure_of(question(figure)) == figure
    assert question(figure.replace(":2025", "=2025")) == question(figure)


@pytest.mark.parametrize(
    "figure",
    [
        "count:",
        "count:2025",
        "count:20251214",
        "count:2025-02-30",
        "known-by:2025-12-16",
        "count:2025-12-14 by:sex",
        "count:2025-12-14 count:2025-12-15",
        "count:2025-12-14 recorded-by:2026-01-02",
        "count:2025-12-14 recorded-by:1960-01-02T03:04:05Z",
        "nonsense",
    ],
)
def test_figures_that_are_none(figure: str) -> None:
    with pytest.raises(MistakeError):
        question(figure)
