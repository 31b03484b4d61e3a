"""Judging who is who, in a real register: verdicts, batches, undo, and what counts make of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import MistakeError, PolicyError
from habeas.register.register import Register
from habeas.resolving.people import judged
from habeas.tasks.answer import PEOPLE, SOME, SPELLINGS, Answer, Question
from habeas.tasks.answer_plainly import plain_answer
from habeas.tasks.count import count
from habeas.tasks.export import export
from habeas.tasks.find import find
from habeas.tasks.resolve import (
    MACHINE,
    Opinion,
    batch_of,
    contested,
    judge,
    judge_unread,
    proposed,
    refuse_contested,
    undo,
    undo_batch,
)
from habeas.tasks.resolve_plainly import plain_contested, plain_pair
from habeas.tasks.review import Ruling, decide
from habeas.tasks.show import PersonShown, show
from habeas.terms.ids import ClaimId, MentionId, VerdictId
from habeas.terms.person import Judgement
from habeas.terms.review import Decision
from tests import spelled
from tests.sample import DAY

TODAY = date(2026, 1, 2)
EVE = date(2025, 12, 12)
ANN = Opinion(Judgement.SAME, "Ann", "seen both")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with spelled.register(tmp_path / "test.habeas") as made:
        yield made


def answer(register: Register, on: date = EVE) -> Answer:
    return count(register, Question(on), today=TODAY)


def pair(left: int, right: int) -> tuple[MentionId, MentionId]:
    return MentionId(f"{spelled.CLAIMS[left]}.0"), MentionId(f"{spelled.CLAIMS[right]}.0")


def test_from_spellings_to_people_and_back(register: Register) -> None:
    before = answer(register)
    assert before.unit == SPELLINGS
    first = judge_unread(register, proposed(register).clear, Judgement.SAME, "Ann", at=2 * DAY)
    found = answer(register)
    assert found.unit == SOME
    people, spellings = found.shares
    assert people and spellings
    more = judge_unread(register, proposed(register).apart, Judgement.DIFFERENT, "Ann", at=3 * DAY)
    left = proposed(register)
    assert (left.clear, left.apart) == ((), ())
    assert {one.names for one in left.unclear} == {("M. Zolatava", "Марина Золотова")}
    judge(register, left.unclear[0].mentions, ANN, at=4 * DAY)
    assert answer(register).unit == PEOPLE
    assert {mention.id for mention in register.mentions()} <= judged(register.verdicts())
    for batch in (first, more):
        assert undo_batch(register, batch, "Bo", at=5 * DAY) > 0
    (verdict,) = register.verdicts()
    undo(register, verdict.id, "Bo", at=6 * DAY, reason="to see")
    assert plain_answer(answer(register)) == plain_answer(before)


def test_one_woman_in_all_languages_and_the_son_by_himself(register: Register) -> None:
    judge_unread(register, proposed(register).clear, Judgement.SAME, "Ann", at=2 * DAY)
    (hit,) = [one for one in find(register, "Тихановская").hits if one.likeness is None]
    assert set(hit.spelled.written) == {
        "Sviatlana Tsikhanouskaya",
        "Светлана Тихановская",
        "Swjatlana Zichanouskaja",
    }
    assert hit.spelled.languages == ("de", "en", "ru")
    babaryka = {one.spelled.written for one in find(register, "Babaryka").hits}
    assert babaryka == {("Eduard Babaryka",), ("Viktar Babaryka", "Виктор Бабарико")}


def test_a_batch_says_who_ran_which_machine(register: Register) -> None:
    clear = proposed(register).clear
    mark = judge_unread(register, clear, Judgement.SAME, " Ann ", at=2 * DAY)
    verdicts = register.verdicts()
    assert len(verdicts) == len(clear)
    assert {one.judge for one in verdicts} == {f"{MACHINE}, run by Ann"}
    assert {batch_of(one) for one in verdicts} == {mark}
    assert judge_unread(register, (), Judgement.SAME, "Ann", at=2 * DAY) == ""
    with pytest.raises(MistakeError, match="needs the name"):
        judge_unread(register, clear, Judgement.SAME, " ", at=2 * DAY)
    own = judge(register, pair(0, 2), Opinion(Judgement.UNSURE, "Ann", f"batch {mark}, I"), at=DAY)
    assert batch_of(own) == ""


def test_taking_back_what_is_not_there(register: Register) -> None:
    verdict = judge(register, pair(1, 4), ANN, at=2 * DAY)
    for name, code in (("v-1", "id-unknown"), ("j-none", "reference-unknown")):
        with pytest.raises(MistakeError) as wrong:
            undo(register, VerdictId(name), "Ann", at=3 * DAY)
        assert wrong.value.code == code
    undo(register, verdict.id, "Ann", at=3 * DAY)
    with pytest.raises(MistakeError, match="withdrawn before"):
        undo(register, verdict.id, "Ann", at=3 * DAY)
    with pytest.raises(MistakeError, match="No verdict in force belongs"):
        undo_batch(register, "b-none", "Ann", at=3 * DAY)


def test_a_different_inside_a_group_is_listed_marked_asked_about_and_stays_in(
    register: Register, tmp_path: Path
) -> None:
    assert contested(register) == []
    refuse_contested(register)
    judge(register, pair(1, 4), ANN, at=2 * DAY)
    judge(register, pair(2, 4), ANN, at=2 * DAY)
    judge(register, pair(1, 2), Opinion(Judgement.DIFFERENT, "Bo", "father and son"), at=3 * DAY)
    (one,) = contested(register)
    assert set(one.names) == {"Viktar Babaryka", "Eduard Babaryka", "Виктор Бабарико"}
    assert [verdict.judge for verdict in one.verdicts] == ["Ann", "Ann", "Bo"]
    assert plain_contested(one)["id"] == "c-01.0"
    shown = show(register, "c-02.0")
    assert isinstance(shown, PersonShown) and shown.spelled.person.contested
    assert [issue.code for issue in answer(register).issues] == ["person-contested"]
    pairs = proposed(register)
    with pytest.raises(PolicyError, match="Babaryka") as refused:
        export(register, tmp_path / "out", private=True)
    assert refused.value.code == "people-contested"
    assert one.verdicts[2].id in refused.value.sentence
    assert not (tmp_path / "out").exists()
    for pair_ in pairs.clear:
        assert not pair_.left.person.contested and not pair_.right.person.contested


def test_a_rejected_claim_names_nobody(register: Register) -> None:
    judge_unread(register, proposed(register).clear, Judgement.SAME, "Ann", at=2 * DAY)
    before = proposed(register)
    names = {name for one in (*before.unclear, *before.apart) for name in one.names}
    assert "M. Zolatava" in names
    review = Ruling(Decision.REJECTED, "Ann", "misread")
    decide(register, ClaimId(spelled.CLAIMS[8]), review, at=3 * DAY)
    found = proposed(register)
    assert "M. Zolatava" not in str(found)


def test_why_names_the_verdicts_a_count_leans_on(register: Register) -> None:
    verdict = judge(register, pair(3, 6), ANN, at=2 * DAY)
    judge(register, pair(0, 5), ANN, at=2 * DAY)
    found = answer(register)
    leaned = {one.id for given in found.verdicts.values() for one in given}
    assert leaned == {verdict.id}
    assert verdict.id in str(plain_answer(found))


def test_pairs_as_plain_values(register: Register) -> None:
    plain = plain_pair(proposed(register).clear[0], "clear")
    assert (plain["what"], plain["verdict"], plain["why_not_clear"]) == ("clear", "same", None)


moves = st.lists(
    st.tuples(
        st.integers(0, 10), st.integers(0, 10), st.sampled_from(Judgement), st.booleans()
    ).filter(lambda move: move[0] != move[1]),
    min_size=1,
    max_size=6,
)


@settings(max_examples=12)
@given(moves, st.data())
def test_verdicts_in_any_order_and_undo(
    tmp_path_factory: pytest.TempPathFactory,
    moves: list[tuple[int, int, Judgement, bool]],
    data: st.DataObject,
) -> None:
    """Any order of verdicts gives one answer; taking all back gives the first one, exactly."""
    answers = []
    for order in (moves, data.draw(st.permutations(moves))):
        folder = tmp_path_factory.mktemp("law") / "test.habeas"
        with spelled.register(folder) as register:
            before = plain_answer(answer(register))
            given_ = [
                judge(register, pair(left, right), Opinion(how, "Ann"), at=2 * DAY)
                for left, right, how, _kept in order
            ]
            for verdict, (*_ids, kept) in zip(given_, order, strict=True):
                if not kept:
                    undo(register, verdict.id, "Ann", at=3 * DAY)
            found = answer(register)
            answers.append(
                (found.count, found.unit, dict(found.names), found.settled, found.issues)
            )
            for verdict, (*_ids, kept) in zip(given_, order, strict=True):
                if kept:
                    undo(register, verdict.id, "Ann", at=4 * DAY)
            assert plain_answer(answer(register)) == before
    assert answers[0] == answers[1]
