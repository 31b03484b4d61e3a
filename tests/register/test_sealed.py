"""Protected cases in the log, the tables and bundles: kept, checked, redacted, joined."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import IntegrityError, MistakeError
from habeas.register.redacting import Order
from habeas.register.register import Register
from habeas.terms.entry import Content
from habeas.terms.ids import CaseId, ReaderId, SealingId
from habeas.terms.redaction import ReasonClass
from tests.register.bundles import bundled
from tests.register.decrypted import everything
from tests.register.devices import Office, against_law, new_id
from tests.register.given import KEY, proposal, register, report, review
from tests.register.sealed_cases import (
    NAME,
    TO_ANN,
    TO_BOB,
    case,
    key_for,
    reader,
    sealed,
    whole_case,
)

CASE = CaseId("p-1")


def _order(target: str) -> Order:
    return Order(target, "Ann", ReasonClass.WISH, new_id)


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Register]:
    with register(tmp_path / "a.habeas", report(), proposal(), review()) as made:
        made.put([*whole_case(1), *whole_case(2, "Maple", "Somebody Else")], at=5)
        yield made


def _sound(one: Register) -> None:
    assert list(one.issues()) == []
    assert one.rebuild().changed == ()


def test_what_was_put_comes_back(one: Register) -> None:
    assert [each.cover for each in one.cases()] == ["Linden", "Maple"]
    assert one.case(CASE).recorded_at == 5
    assert [each.name for each in one.readers(CASE)] == ["Ann", "Bob"]
    assert len(one.readers()) == 4
    assert [each.id for each in one.sealings(CASE)] == ["s-1"]
    assert {name: len(found) for name, found in one.key_copies(TO_BOB).items()} == {
        "s-1": 1,
        "s-2": 1,
    }
    assert list(one.key_copies(TO_ANN, CASE)) == ["s-1"]
    with pytest.raises(MistakeError) as caught:
        one.case(CaseId("p-9"))
    assert caught.value.code == "case-unknown"
    _sound(one)


def test_the_last_word_about_a_reader_holds(one: Register) -> None:
    one.put([reader("n-3", to=TO_BOB, standing=False)], at=6)
    assert {each.name: each.standing for each in one.readers(CASE)} == {"Ann": True, "Bob": False}
    one.put([reader("n-4", to=TO_BOB)], at=7)
    assert all(each.standing for each in one.readers(CASE))


def test_no_word_of_it_stands_in_any_decrypted_page(one: Register) -> None:
    plain = everything(one.folder, KEY)
    assert b"Linden" in plain
    for word in (NAME, "Kanarejkina", "kanarejkina", "Somebody Else"):
        assert word.encode() not in plain and word.encode("utf-16-le") not in plain


def test_what_refers_to_nothing_is_refused(one: Register) -> None:
    made, key = sealed("s-9", "p-9")
    before = one.head(), one.digest()
    for content in (
        made,
        reader("n-9", "p-9"),
        reader("n-9", "s-1"),
        key_for("y-9", made, key),
        replace(key_for("y-9", made, key), sealing=SealingId("p-1")),
    ):
        with pytest.raises(MistakeError) as caught:
            one.put([content], at=6)
        assert caught.value.code == "reference-unknown"
    for taken in (case(), reader(), one.sealings()[0]):
        with pytest.raises(MistakeError) as caught:
            one.put([taken], at=6)
        assert caught.value.code == "id-taken"
    assert (one.head(), one.digest()) == before


def test_what_has_not_the_form_of_it_is_refused(one: Register) -> None:
    made, key = sealed("s-9", "p-1")
    copy = key_for("y-9", made, key)
    for wrong, code in (
        (reader("n-9", to="nobody"), "recipient-unfit"),
        (replace(copy, recipient="nobody"), "recipient-unfit"),
        (replace(copy, wrapped=b"not a key"), "sealed-unfit"),
    ):
        with pytest.raises(MistakeError) as caught:
            one.put([made, wrong], at=6)
        assert caught.value.code == code


@pytest.mark.parametrize(("target", "goes"), [("p-1", 6), ("s-1", 3), ("n-1b", 1)])
def test_it_is_redacted_without_a_byte_left(
    one: Register, tmp_path: Path, target: str, goes: int
) -> None:
    hidden, copies = one.sealings(CASE)[0].hidden, one.key_copies(TO_BOB, CASE)[SealingId("s-1")]
    assert len(one.doomed(_order(target)).sequences) == goes
    assert one.redact(_order(target), at=9)
    one.backup(tmp_path / "b.habeas")
    for folder in (one.folder, tmp_path / "b.habeas"):
        plain = everything(folder, KEY)
        assert all(_part(copy.wrapped) not in plain for copy in copies)
        assert (_part(hidden) in plain) is (target == "n-1b")
        assert (b"Linden" in plain) is (target != "p-1")
    _sound(one)
    assert len(one.cases()) == (1 if target == "p-1" else 2)
    assert [each.name for each in one.readers(CaseId("p-2"))] == ["Ann", "Bob"]


def _part(data: bytes) -> bytes:
    """Some bytes of it as they stand in a body, whose base64 goes on over pages."""
    from base64 import b64encode

    return b64encode(data)[40:140]


def test_the_keys_of_a_reader_go_and_those_of_others_stay(one: Register) -> None:
    one.redact(_order("n-1b"), at=9)
    assert one.key_copies(TO_BOB, CASE) == {}
    assert len(one.key_copies(TO_ANN)) == 2 and len(one.key_copies(TO_BOB)) == 1
    assert [each.name for each in one.readers(CASE)] == ["Ann", "Bob"]
    with pytest.raises(MistakeError) as caught:
        one.doomed(_order("n-1b"))
    assert caught.value.code == "redaction-unknown"


def test_verify_tells_without_a_key_what_cannot_be(one: Register) -> None:
    stray = replace(key_for("y-9", *sealed("s-1")), recipient=TO_BOB, sealing=SealingId("s-3"))
    made, _ = sealed("s-3", "p-3")
    one.put([case("p-3", "Birch"), made, stray], at=7)
    found = {issue.code: issue.sentence for issue in one.issues()}
    assert set(found) == {"protection-broken"}
    assert "never named" in found["protection-broken"]
    law = {checked.law: checked for checked in one.audit()}["protected"]
    assert law.looked_at == 8


def test_malformed_entries_are_told_by_verify_and_taken_in_by_nobody(tmp_path: Path) -> None:
    """Written past the gate, as a hostile program with the key would."""
    office = Office.opened(tmp_path, 2)
    here, other = office.registers
    made, key = sealed()
    given = key_for("y-1", made, key)
    wrong: list[list[Content]] = [
        [replace(reader(), recipient="nobody")],
        [made, replace(given, wrapped=b"no key", recipient="nobody")],
    ]
    against_law(other, [case()])
    for number, contents in enumerate(wrong, 1):
        against_law(other, contents)
        sentences = [issue.sentence for issue in other.issues()]
        assert len(sentences) == number and any("no age recipient" in each for each in sentences)
        with pytest.raises(IntegrityError, match="no age recipient") as caught:
            here.merge(bundled(other), at=9, new_id=new_id)
        assert caught.value.code == "bundle-against-law" and list(here.issues()) == []
    office.close()


Step = tuple[str, int, int]


def _steps() -> st.SearchStrategy[list[Step]]:
    what = st.sampled_from(("open", "seal", "remove", "erase", "meet"))
    return st.lists(st.tuples(what, st.integers(0, 2), st.integers(0, 9)), max_size=16)


@settings(max_examples=20, deadline=None)
@given(_steps())
def test_laptops_that_went_on_apart_hold_the_same_in_the_end(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[Step]
) -> None:
    office = Office.opened(tmp_path_factory.mktemp("office"), 3)
    erased: set[str] = set()
    for number, (what, which, on) in enumerate(drawn):
        _do(office.registers[which], what, number, on, erased)
        if what == "meet":
            office.meet()
    office.meet()
    states = office.states()
    assert all(state == states[0] for state in states[1:])
    for one in office.registers:
        assert list(one.issues()) == [] and one.rebuild().changed == ()
        assert not erased & {each.id for each in one.cases()}
        assert not erased & {each.case for each in one.sealings()}
    office.close()


def _do(one: Register, what: str, number: int, on: int, erased: set[str]) -> None:
    cases = [each.id for each in one.cases()]
    if what == "open":
        one.put(whole_case(100 + number), at=number)
    elif cases and what == "seal":
        of = cases[on % len(cases)]
        made, key = sealed(f"s-x{number}", of)
        one.put([made, key_for(f"y-x{number}", made, key)], at=number)
    elif cases and what == "remove":
        of = cases[on % len(cases)]
        one.put([reader(f"n-x{number}", of, TO_BOB, standing=False)], at=number)
        if one.key_copies(TO_BOB, of):
            one.redact(_order(ReaderId(f"n-x{number}")), at=number)
    elif cases and what == "erase":
        erased.add(cases[on % len(cases)])
        one.redact(_order(cases[on % len(cases)]), at=number)


def test_a_field_sealed_elsewhere_meanwhile_goes_with_its_case(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, 2)
    here, other = office.registers
    here.put(whole_case(), at=3)
    office.meet()
    here.redact(_order("p-1"), at=4)
    made, key = sealed("s-late")
    other.put([made, key_for("y-late", made, key)], at=5)
    office.meet()
    for one in office.registers:
        assert one.cases() == [] and one.sealings() == []
        assert _part(made.hidden) not in everything(one.folder, KEY)
        _sound(one)
    office.close()


def test_a_bundle_carries_the_sealed_form_alone(one: Register) -> None:
    bodies = b"".join(entry.body or b"" for feed in bundled(one).feeds for entry in feed.entries)
    assert b"Linden" in bodies and b"Kanarejkina" not in bodies
