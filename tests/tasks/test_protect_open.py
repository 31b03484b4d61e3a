"""What was changed or swapped in the log is told as changed, and the rest is still opened."""

import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from habeas.errors import IntegrityError, RegisterError
from habeas.protecting import age
from habeas.register.register import Register
from habeas.tasks import protect_open
from habeas.tasks.protect import Wish, bound_of, copy_for, seal
from habeas.tasks.protect_change import Change, add_reader, remove_reader
from habeas.terms.entry import Content
from habeas.terms.ids import CaseId, KeyCopyId, ReaderId, SealingId
from habeas.terms.protected import Field, Reader
from tests.register.given import register

ANN, TO_ANN = age.new_identity()
BOB, TO_BOB = age.new_identity()


def _sealed(one: Register, words: str, cover: str, what: Field = Field.NAME) -> CaseId:
    wish = Wish(what, words, "Ann", cover=cover, readers=(f"Ann={TO_ANN}",))
    return seal(one, wish, at=1).case.id


@pytest.fixture
def one(tmp_path: Path) -> Register:
    made = register(tmp_path / "a.habeas")
    _sealed(made, "Alena Kanarejkina", "Linden")
    _sealed(made, "Somebody Else", "Maple")
    return made


def _states(one: Register, case: str) -> list[tuple[str, bool]]:
    shown = protect_open.show(one, CaseId(case), ANN)
    return [(each.words or "", each.changed) for each in shown.fields]


def test_fields_swapped_between_cases_are_told(one: Register) -> None:
    """Whoever has the register's key writes one case's field, with its key, into another case."""
    first, second = one.sealings()
    key = protect_open.key_of(one, first, one.key_copies(TO_ANN)[first.id], ANN)
    assert key is not None
    copy = one.key_copies(TO_ANN)[first.id][0]
    stolen = replace(first, id=SealingId("s-x"), case=second.case, version=2)
    one.put([stolen, replace(copy, id=KeyCopyId("y-x"), sealing=stolen.id)], at=2)
    assert _states(one, second.case) == [("Somebody Else", False), ("", True)]
    assert list(one.issues()) == []
    found = protect_open.find(one, ANN, "Kanarejkina")
    assert (found.opened, found.closed, found.changed) == (2, 0, 1)
    assert [each.case.id for each in found.cases] == [first.case]
    one.close()


def test_a_key_wrapped_anew_for_a_stolen_field_does_not_help(one: Register) -> None:
    """Not even a reader can move a field without sealing it anew: the words are bound, too."""
    first, second = one.sealings()
    key = protect_open.key_of(one, first, one.key_copies(TO_ANN)[first.id], ANN)
    assert key is not None
    stolen = replace(first, id=SealingId("s-x"), case=second.case, version=2)
    bound = bound_of(one, stolen)
    one.put([stolen, copy_for(key, bound, TO_ANN)], at=2)
    assert _states(one, second.case)[1] == ("", True)
    one.close()


def test_a_key_of_another_case_is_told(one: Register) -> None:
    first, second = one.sealings()
    (other,) = one.key_copies(TO_ANN)[second.id]
    made = replace(first, id=SealingId("s-x"), version=2)
    one.put([made, replace(other, id=KeyCopyId("y-x"), sealing=made.id)], at=2)
    assert _states(one, first.case) == [("Alena Kanarejkina", False), ("", True)]
    with pytest.raises(IntegrityError):
        add_reader(one, Change(first.case, f"Bob={TO_BOB}", "Ann"), ANN, at=3)
    one.close()


def test_a_cut_ciphertext_is_told(one: Register) -> None:
    first, _ = one.sealings()
    bound = bound_of(one, replace(first, id=SealingId("s-x"), version=2))
    contents: list[Content] = [
        replace(first, id=SealingId("s-x"), version=2, hidden=first.hidden[16:] + bytes(16)),
        copy_for(secrets.token_bytes(32), bound, TO_ANN),
    ]
    one.put(contents, at=2)
    assert _states(one, first.case)[1] == ("", True)
    one.close()


def test_another_identity_opens_nothing(one: Register) -> None:
    first, _ = one.sealings()
    with pytest.raises(RegisterError, match="opens nothing"):
        protect_open.show(one, first.case, BOB)
    found = protect_open.find(one, BOB, "Kanarejkina")
    assert (found.cases, found.opened, found.closed) == ((), 0, 2)
    one.close()


def test_somebody_who_named_himself_a_reader_opens_nothing_sealed_before(one: Register) -> None:
    first, _ = one.sealings()
    one.put([Reader(ReaderId("n-x"), first.case, "Bob", TO_BOB, True, "Bob")], at=2)
    with pytest.raises(RegisterError):
        protect_open.show(one, first.case, BOB)
    one.close()


def test_a_field_of_another_register_opens_nowhere_else(one: Register, tmp_path: Path) -> None:
    first, _ = one.sealings()
    (copy,) = one.key_copies(TO_ANN)[first.id]
    with register(tmp_path / "b.habeas") as other:
        entries: list[Content] = [one.case(first.case), *one.readers(first.case), first, copy]
        other.put(entries, at=1)
        shown = protect_open.show(other, first.case, ANN)
        assert [each.changed for each in shown.fields] == [True]
    one.close()


def test_nothing_that_was_opened_is_printed_by_chance(one: Register) -> None:
    first, _ = one.sealings()
    shown = protect_open.show(one, first.case, ANN)
    assert "Kanarejkina" not in repr(shown)
    assert "Kanarejkina" not in repr(Wish(Field.NAME, "Kanarejkina", "Ann"))
    one.close()


def test_a_recipient_in_capitals_is_the_same_reader(tmp_path: Path) -> None:
    """Bech32 may be written in capitals; the keys would have been laid where no identity looks."""
    one = register(tmp_path / "a.habeas")
    loud = f"Ann={TO_ANN.upper()}"
    case = seal(
        one, Wish(Field.NAME, "Somebody", "Ann", cover="Elm", readers=(loud,)), at=1
    ).case.id
    assert _states(one, case) == [("Somebody", False)]
    add_reader(one, Change(case, f"Bob={TO_BOB.upper()}", "Ann"), ANN, at=2)
    assert protect_open.show(one, case, BOB).fields[0].words == "Somebody"
    add_reader(one, Change(case, f"Bob={TO_BOB}", "Ann"), ANN, at=3)
    removed = remove_reader(one, Change(case, TO_BOB.upper(), "Ann"), at=4)
    assert (removed.reader.recipient, removed.keys) == (TO_BOB, 1)
    assert [each.recipient for each in one.readers(case) if each.standing] == [TO_ANN]
    one.close()


def test_a_worthless_key_does_not_shut_a_reader_out(one: Register) -> None:
    """Whoever has the register's key can put a key of another field before or beside the right one."""
    first, second = one.sealings()
    (other,) = one.key_copies(TO_ANN)[second.id]
    worthless = replace(other, id=KeyCopyId("y-x"), sealing=first.id)
    one.put([worthless, Reader(ReaderId("n-x"), first.case, "Bob", TO_BOB, True, "Eve")], at=2)
    junk = replace(worthless, id=KeyCopyId("y-z"), recipient=TO_BOB)
    one.put([junk], at=3)
    given = [worthless, *one.key_copies(TO_ANN)[first.id]]
    assert protect_open.key_of(one, first, given, ANN) is not None
    assert protect_open.key_of(one, first, given[::-1], ANN) is not None
    assert _states(one, first.case) == [("Alena Kanarejkina", False)]
    with pytest.raises(IntegrityError):
        protect_open.key_of(one, first, [worthless], ANN)
    add_reader(one, Change(first.case, f"Bob={TO_BOB}", "Ann"), ANN, at=4)
    with pytest.raises(IntegrityError):
        protect_open.key_of(one, first, [junk], BOB)
    one.close()
