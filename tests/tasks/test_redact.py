"""What a redaction is told to do: on which days the count changes most, and who comes apart."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.cli.redact_cmd import in_words
from habeas.counting.inside import inside
from habeas.register.register import Register
from habeas.tasks.answer import Question
from habeas.tasks.count import count
from habeas.tasks.gathered import gathered
from habeas.tasks.redact import Change, Part, effect, most_changed, order
from habeas.terms.bounds import Bounds
from habeas.terms.count import Spell
from habeas.terms.entry import Proposal
from habeas.terms.ids import ClaimId, MentionId, PersonId, ReportId, VerdictId
from habeas.terms.kind import Kind
from habeas.terms.person import Judgement, Verdict
from habeas.terms.redaction import ReasonClass
from habeas.terms.when import from_edtf
from tests import sample
from tests.sample import DAY, POST

TODAY = date(2025, 12, 31)
NAMES = ("Ivan Invented", "Iwan Erfunden", "Jan Wymyślony")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """One person in three spellings: two stays told in accepted claims, joined by a third claim."""
    words = "Nobody gave a list"
    told = [
        Proposal(
            ClaimId(f"c-x{number}"),
            ReportId("r-a"),
            sample.draft(POST, words, kind, name, when=when),
        )
        for number, (name, kind, when) in enumerate(
            zip(
                NAMES,
                (Kind.OTHER, Kind.DETAINED, Kind.DETAINED),
                ("2025-03-01", "2025-05-01", "2025-05-01"),
                strict=True,
            )
        )
    ]
    joined = [
        Verdict(
            VerdictId(f"j-{number}"),
            MentionId("c-x0.0"),
            MentionId(f"c-x{number}.0"),
            Judgement.SAME,
            "Ann",
        )
        for number in (1, 2)
    ]
    accepted = sample.accepted("c-a1", "c-x0", "c-x1", "c-x2")
    with sample.register(tmp_path / "test.habeas", *told, *accepted, *joined) as made:
        yield made


def test_one_claim_less_may_be_one_person_more(register: Register) -> None:
    asked = order("c-x0", by="Ann", reason=ReasonClass.DANGER)
    told = effect(register, asked, today=TODAY, at=2 * DAY)
    assert told.claims == (4, 3)
    assert told.inside == (Bounds(1, 1), Bounds(2, 2))
    assert told.most == (Change(TODAY, Bounds(1, 1), Bounds(2, 2)),)
    assert told.apart == ((Part(NAMES[1], ("en",)), Part(NAMES[2], ("en",))),)
    words = in_words(told)
    assert "Greatest change of all days, 2025-12-31: inside 1 before, 2 after." in words
    assert "1 person comes apart" in words
    assert f"{NAMES[1]} [en] | {NAMES[2]} [en]" in words
    register.redact(asked, at=3 * DAY)
    assert count(register, Question(TODAY), today=TODAY).count.number == Bounds(2, 2)


def test_a_day_long_past_is_told_though_nothing_changes_today(register: Register) -> None:
    asked = order("c-a1", by="Ann", reason=ReasonClass.WISH)
    told = effect(register, asked, today=TODAY, at=2 * DAY)
    assert told.inside == (Bounds(1, 1), Bounds(1, 1))
    assert told.most == (Change(date(2025, 12, 12), Bounds(2, 2), Bounds(1, 1)),)
    assert told.apart == ()


def test_what_counts_nowhere_changes_no_day(register: Register) -> None:
    asked = order("c-a4", by="Ann", reason=ReasonClass.WISH)
    told = effect(register, asked, today=TODAY, at=2 * DAY)
    assert told.most == ()
    assert "On no day until today" in in_words(told)


def test_what_is_told_changes_nothing(register: Register) -> None:
    before = gathered(register)
    effect(register, order("c-x0", by="Ann", reason=ReasonClass.LAW), today=TODAY, at=2 * DAY)
    assert gathered(register) == before


FIRST, DAYS = date(2025, 11, 1), st.dates(date(2025, 11, 20), date(2026, 1, 5))


@st.composite
def stays(draw: st.DrawFn) -> list[Spell]:
    """A stay each of up to three people; beginning or end may be untold."""
    made = []
    for number in range(draw(st.integers(0, 3))):
        first, last = (from_edtf(day.isoformat()) for day in sorted((draw(DAYS), draw(DAYS))))
        entered, left = draw(st.sampled_from([(first, last), (first, None), (None, last)]))
        proof = None if left else first.latest
        made.append(Spell(PersonId(f"p-{number}"), entered, left, proof, None, ()))
    return made


@given(stays(), stays())
def test_no_day_changes_more_than_those_told(before: list[Spell], after: list[Spell]) -> None:
    days = [date.fromordinal(one) for one in range(FIRST.toordinal(), TODAY.toordinal() + 1)]
    moved = {day: _number(after, day) - _number(before, day) for day in days}
    greatest = {max(0, *moved.values()), min(0, *moved.values())} - {0}
    told = most_changed(before, after, TODAY)
    assert {moved[one.on] for one in told} == greatest
    for one in told:
        assert (_bounds(before, one.on), _bounds(after, one.on)) == (one.before, one.after)


def _bounds(spells: list[Spell], day: date) -> Bounds:
    return inside(spells, on=day, known_by=TODAY).number


def _number(spells: list[Spell], day: date) -> int:
    bounds = _bounds(spells, day)
    assert bounds.high is not None
    return bounds.low + bounds.high
