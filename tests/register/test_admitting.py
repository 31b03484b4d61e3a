"""What the gate would not let in here does not come in from another laptop, whatever way it takes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select

from habeas.errors import IntegrityError
from habeas.protecting.device import short
from habeas.register.kept import content
from habeas.register.redacting import Order
from habeas.terms.canonical import body
from habeas.terms.claim import Argument
from habeas.terms.entry import Content
from habeas.terms.ids import ReviewId, VerdictId, WithdrawalId
from habeas.terms.person import Judgement, Verdict
from habeas.terms.redaction import ReasonClass
from habeas.terms.review import Decision, Withdrawal
from tests.register.bundles import bundled
from tests.register.devices import (
    FIRST_CLAIM,
    MISQUOTED,
    Laptop,
    Office,
    Step,
    against_law,
    new_id,
    steps,
)
from tests.register.given import TEXT, blobs, draft, proposal, report, review


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office.opened(tmp_path, 2)
    yield made
    made.close()


def _refused(one: Laptop, other: Laptop) -> str:
    """The sentence with which a laptop refuses what another has; nothing of it is there."""
    blobs_there = select(func.count().label("number")).select_from(content)
    before = one.head(), one.digest(), one.checkpoints(), one._store.rows(blobs_there)[0].number
    with pytest.raises(IntegrityError) as caught:
        one.merge(bundled(other), at=99, new_id=new_id)
    assert caught.value.code == "bundle-against-law", caught.value.sentence
    assert f"device {short(other.device)}" in caught.value.sentence
    now = one.head(), one.digest(), one.checkpoints(), one._store.rows(blobs_there)[0].number
    assert now == before and list(one.issues()) == []
    return caught.value.sentence


_FAR = replace(draft(), said=replace(draft().said, persons=(Argument("Maria", 900, 905),)))
_TURNED = replace(review("v-1", FIRST_CLAIM), reason="so \u202e it is")
_AMENDED = replace(review("v-1", FIRST_CLAIM), decision=Decision.AMENDED, amended=MISQUOTED)

AGAINST: dict[str, tuple[Content, str]] = {
    "a quote that is not there": (proposal("c-2", of=MISQUOTED), "The quote of claim c-2"),
    "a span outside": (proposal("c-2", of=_FAR), "900..905"),
    "an amendment that quotes wrongly": (_AMENDED, "The quote of claim c-first"),
    "a turned reason": (_TURNED, "turns the direction"),
    "an id with blanks": (proposal("c 2"), "cannot be an id"),
    "a withdrawal by nobody": (
        Withdrawal(WithdrawalId("w-1"), ReviewId("v-0"), " "),
        "needs a name",
    ),
}


@pytest.mark.parametrize("name", AGAINST)
def test_an_entry_against_a_law_is_refused_by_name_and_nothing_is_half_taken(
    office: Office, name: str
) -> None:
    one, other = office.laptops
    other.put([review("v-0", FIRST_CLAIM)], at=3)
    given, words = AGAINST[name]
    against_law(other, [proposal("c-fine"), given])
    sentence = _refused(one, other)
    assert words in sentence and "Entry 5" in sentence


def test_whoever_has_it_redacts_it_and_the_rest_comes_in(office: Office) -> None:
    one, other = office.laptops
    against_law(other, [proposal("c-2", of=MISQUOTED), review("v-2", "c-2"), proposal("c-3")])
    _refused(one, other)
    other.redact(Order("c-2", "Ann", ReasonClass.MISTAKE, new_id), at=8)
    assert one.merge(bundled(other), at=9, new_id=new_id).entries == 4
    assert {pair.claim.id for pair in one.claims()} == {FIRST_CLAIM, "c-3"}
    assert one.digest() == other.digest() and list(one.issues()) == []


def test_an_id_that_both_gave_is_told_on_either_side(office: Office) -> None:
    one, other = office.laptops
    one.put([proposal("c-2")], at=3)
    other.put([review("v-1", FIRST_CLAIM), proposal("c-2")], at=3)
    assert "c-2 is in use already" in _refused(one, other)
    assert "c-2 is in use already" in _refused(other, one)


@pytest.mark.parametrize("made", [b"no JSON", b"{}", body(proposal("c-2")) + b" "])
def test_an_entry_written_otherwise_is_refused_by_name(office: Office, made: bytes) -> None:
    one, other = office.laptops
    against_law(other, [proposal("c-2")], [made])
    assert "Entry 3" in _refused(one, other)


def test_a_text_that_is_none_is_refused(office: Office) -> None:
    one, other = office.laptops
    text = TEXT + "\0"
    (digest,) = blobs(text)
    with other._store.writing():
        other._store.run(insert(content), [{"sha256": digest, "bytes": text.encode()}])
    against_law(other, [report("r-2", text)])
    assert "NUL" in _refused(one, other)


def test_what_only_the_other_knew_of_is_no_fault(office: Office) -> None:
    """Both withdraw one review; one judges a person whom the other's amendment left out."""
    one, other = office.laptops
    one.put([review("v-1", FIRST_CLAIM), proposal("c-2")], at=3)
    other.merge(bundled(one), at=4, new_id=new_id)
    for laptop, name in ((one, "w-1"), (other, "w-2")):
        laptop.put([Withdrawal(WithdrawalId(name), ReviewId("v-1"), "Ann", "no")], at=5)
    sides = [each.id for each in other.mentions()][:2]
    other.put([Verdict(VerdictId("j-1"), sides[0], sides[1], Judgement.SAME, "Ann")], at=6)
    nobody = replace(draft(), said=replace(draft().said, persons=()))
    one.put([replace(review("v-2", FIRST_CLAIM), decision=Decision.AMENDED, amended=nobody)], at=6)
    one.merge(bundled(other), at=7, new_id=new_id)
    other.merge(bundled(one), at=7, new_id=new_id)
    assert one.digest() == other.digest() and list(one.issues()) == []


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 4), steps("spoil", "redact"))
def test_in_any_schedule_nobody_takes_it_in_and_all_have_the_rest_in_the_end(
    number: int, drawn: list[Step]
) -> None:
    office = Office.in_memory(number)
    for step in drawn:
        office.do(step)
    first = office.laptops[0]
    for one in office.laptops[1:]:
        assert not {pair.claim.id for pair in one.claims()} & set(office.spoiled)
        assert list(one.issues()) == []
    for name in {pair.claim.id for pair in first.claims()} & set(office.spoiled):
        first.redact(Order(name, "Ann", ReasonClass.MISTAKE, new_id), at=office.at)
    office.meet()
    states = office.states()
    assert all(state == states[0] for state in states[1:])
    assert list(first.issues()) == []
    office.close()
