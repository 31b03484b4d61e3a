"""The trees over the log, the signatures of devices, and the proofs a register gives."""

import secrets
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.errors import MistakeError
from habeas.protecting.checkpoint import Checkpoint
from habeas.protecting.proofs import goes_on, includes
from habeas.protecting.tree import EMPTY, leaf
from habeas.register.register import Register
from habeas.register.written import rows_after
from tests.register.given import KEY, proposal, register, report


def _filled(folder: Path, claims: int = 9) -> Register:
    one = register(folder, report())
    for number in range(claims):
        one.put([proposal(f"c-{number}")], at=number)
    return one


def _mth(data: list[bytes]) -> bytes:
    if len(data) == 1:
        return sha256(b"\0" + data[0]).digest()
    half = 1 << (len(data) - 1).bit_length() - 1
    return sha256(b"\1" + _mth(data[:half]) + _mth(data[half:])).digest()


def test_the_checkpoint_is_the_tree_over_the_log(tmp_path: Path) -> None:
    with _filled(tmp_path / "a.habeas") as one:
        hashes = [bytes(row.hash) for row in rows_after(one._store, 0)]
        assert one.checkpoints() == (Checkpoint(one.device, 10, _mth(hashes)),)
        assert one.checkpoints_at(one.device, 4) == (Checkpoint(one.device, 4, _mth(hashes[:4])),)
        assert one.checkpoints_at(one.device, 0) == (Checkpoint(one.device, 0, EMPTY),)
        assert one.checkpoints_at(one.device, 11) == ()
        path = one.inclusion(one.device, 6, 10)
        assert includes(leaf(hashes[6]), 6, 10, path, _mth(hashes))
        steps = one.consistency(one.device, 4, 10)
        assert goes_on((4, _mth(hashes[:4])), (10, _mth(hashes)), steps)
        for wrong in (11, 10**9):
            with pytest.raises(MistakeError, match="did not write"):
                one.inclusion(one.device, 0, wrong)


def test_every_put_is_signed_by_the_device(tmp_path: Path) -> None:
    with _filled(tmp_path / "a.habeas", 2) as one:
        note = one.notes()[one.device]
        assert note.checkpoint == one.checkpoints()[0]
        assert note.signed_with(one.public_keys()[one.device])


def test_one_log_may_have_entries_of_several_devices(tmp_path: Path) -> None:
    with _filled(tmp_path / "a.habeas", 2) as one:
        first = one.device
        one.write_as(None)
        second = one.device
        one.put([proposal("c-7")], at=9)
        one.write_as(first)
        one.put([proposal("c-8"), proposal("c-9")], at=9)
        assert first != second
        assert {each.device: each.size for each in one.checkpoints()} == {first: 5, second: 1}
        assert one.head()[0] == 6
        assert list(one.issues()) == []
    with Register(tmp_path / "a.habeas", KEY, secrets.token_bytes) as again:
        assert again.device == first
        again.write_as("nobody")
        assert again.device not in (first, second)


CHANGES = {
    "a tile": ("UPDATE tile SET hashes = zeroblob(length(hashes))", "tree-broken"),
    "a tile gone": ("DELETE FROM tile", "tree-broken"),
    "a feed gone": ("DELETE FROM feed", "tree-broken"),
    "a feed too long": ("UPDATE feed SET size = size + 1", "tree-broken"),
    "the signature": ("UPDATE feed SET note = ''", "signature-wrong"),
    "the note": ("UPDATE feed SET note = 'no note'", "signature-wrong"),
    "another key": ("UPDATE signer SET public = zeroblob(32)", "signature-wrong"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_tree_or_signature_is_found(tmp_path: Path, name: str) -> None:
    words, code = CHANGES[name]
    with _filled(tmp_path / "a.habeas", 2) as one:
        one._store.write_out(words)
        assert code in {issue.code for issue in one.issues()}


def test_choices_and_what_was_witnessed_are_kept(tmp_path: Path) -> None:
    with _filled(tmp_path / "a.habeas", 0) as one:
        assert one.choice("heads") is None
        one.choose("heads", "no")
        one.choose("heads", "yes")
        assert one.choice("heads") == "yes"
        one.choose("heads", None)
        assert one.choice("heads") is None
        assert one.witnessed("d") is None
        for size in (3, 5):
            one.keep_witnessed(Checkpoint("d", size, bytes(32)))
        assert one.witnessed("d") == Checkpoint("d", 5, bytes(32))
        assert list(one.issues()) == []


def test_a_clock_that_goes_backwards_breaks_nothing(tmp_path: Path) -> None:
    with register(tmp_path / "a.habeas", report()) as one:
        for at in (10**15, 5, 0, 10**14):
            one.put([proposal(f"c-{at}")], at=at)
        assert [pair.claim.id for pair in one.claims()] == [
            "c-1000000000000000",
            "c-5",
            "c-0",
            "c-100000000000000",
        ]
        assert list(one.issues()) == []
