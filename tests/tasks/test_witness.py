"""Checkpoints as they are given away, compared later, and countersigned by a partner."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.statement import statements_from
from habeas.register.register import Register
from habeas.tasks.witness import differing, stated, witness
from tests.register.bundles import bundled
from tests.register.devices import new_id
from tests.register.given import KEY, proposal, register, report

AT = 1_700_000_000


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Register]:
    with register(tmp_path / "a.habeas", report(), proposal()) as one:
        yield one


@pytest.fixture
def partner(tmp_path: Path) -> Iterator[Register]:
    with register(tmp_path / "b.habeas") as one:
        yield one


@contextmanager
def _copy(one: Register) -> Iterator[Register]:
    to = one.folder.with_name("copy.habeas")
    one.backup(to)
    try:
        with Register(to, KEY, secrets.token_bytes) as copy:
            yield copy
    finally:
        shutil.rmtree(to)


def test_is_stated_countersigned_and_found_again(ours: Register, partner: Register) -> None:
    text = stated(ours)
    done = witness(partner, text, at=AT)
    assert done.checkpoints == done.new == ours.checkpoints()
    note = statements_from(done.text)[0].note
    assert note.cosigned_with(partner.signing().public) == AT
    assert note.signed_with(ours.signing().public)
    assert differing(ours, done.text) == []
    ours.put([proposal("c-2")], at=9)
    assert differing(ours, done.text) == []
    again = witness(partner, stated(ours, since=done.text), at=AT)
    assert again.new == ()
    assert witness(partner, stated(ours), at=AT).checkpoints == ours.checkpoints()


def test_a_statement_tells_nothing_of_the_register(ours: Register) -> None:
    assert ours.id not in stated(ours)


def test_without_proof_nothing_new_is_countersigned(ours: Register, partner: Register) -> None:
    witness(partner, stated(ours), at=AT)
    ours.put([proposal("c-2")], at=9)
    with pytest.raises(MistakeError, match="--since"):
        witness(partner, stated(ours), at=AT)


def test_an_older_log_is_not_countersigned(ours: Register, partner: Register) -> None:
    first = stated(ours)
    ours.put([proposal("c-2")], at=9)
    witness(partner, stated(ours), at=AT)
    with pytest.raises(IntegrityError, match="old copy") as caught:
        witness(partner, first, at=AT)
    assert caught.value.code == "witness-older"


def test_a_log_written_anew_is_not_countersigned(ours: Register, partner: Register) -> None:
    with _copy(ours) as copy:
        copy.put([proposal("c-8")], at=9)
        copy.put([proposal("c-9")], at=9)
        ours.put([proposal("c-2")], at=9)
        witness(partner, stated(ours), at=AT)
        with pytest.raises(IntegrityError) as caught:
            stated(copy, since=stated(ours))
        assert caught.value.code == "checkpoint-differs"
        proof = copy.consistency(copy.device, 3, 4)
        forged = stated(copy) + "since 3\n"
        forged += "".join(f"proof {_base64(one)}\n" for one in proof)
        with pytest.raises(IntegrityError) as caught:
            witness(partner, forged, at=AT)
        assert caught.value.code == "witness-forked"


def test_a_changed_file_is_not_countersigned(ours: Register, partner: Register) -> None:
    with pytest.raises(IntegrityError, match="not signed"):
        witness(partner, stated(ours).replace("\n2\n", "\n3\n"), at=AT)
    with pytest.raises(MistakeError):
        witness(partner, "hello", at=AT)
    assert partner.witnessed(ours.device) is None


def test_an_older_register_differs_from_what_was_stated(ours: Register) -> None:
    with _copy(ours) as copy:
        ours.put([proposal("c-2")], at=9)
        later = stated(ours)
        found = differing(copy, later)
        assert [issue.code for issue in found] == ["checkpoint-differs"]
        copy.put([proposal("c-3")], at=9)
        assert "other entries" in differing(copy, later)[0].sentence


def test_nothing_is_stated_of_an_empty_log(partner: Register) -> None:
    with pytest.raises(MistakeError, match="Nothing was written"):
        stated(partner)


def _base64(data: bytes) -> str:
    from base64 import b64encode

    return b64encode(data).decode()


def test_a_forked_log_is_stated_and_not_countersigned(ours: Register, partner: Register) -> None:
    earlier = witness(partner, stated(ours), at=AT).text
    with _copy(ours) as copy:
        copy.put([proposal("c-2")], at=9)
        ours.put([proposal("c-3")], at=9)
        ours.merge(bundled(copy), at=9, new_id=new_id)
    assert differing(ours, earlier) == []
    text = stated(ours, since=earlier)
    assert len(statements_from(text)) == 2
    assert differing(ours, text) == []
    with pytest.raises(IntegrityError, match="two logs") as caught:
        witness(partner, text, at=AT)
    assert caught.value.code == "witness-forked"
