"""Checkpoints, notes and statements: what is signed, what is read back, what is refused."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from habeas.errors import MistakeError
from habeas.protecting.checkpoint import Checkpoint, Note, cosigned, in_letters, note_from, signed
from habeas.protecting.device import device_id, new_device, signed_by
from habeas.protecting.recovery import LETTERS
from habeas.protecting.statement import Statement, statements_from, written

DEVICE = new_device(lambda size: b"\1" * size)
OTHER = new_device(lambda size: b"\2" * size)
POINT = Checkpoint(DEVICE.id, 12, sha256(b"a").digest())


def test_a_device_is_named_by_its_key() -> None:
    assert DEVICE.id == device_id(DEVICE.public) != OTHER.id
    assert len(DEVICE.id) == 32 and "private" not in repr(DEVICE)
    assert signed_by(DEVICE.public, DEVICE.sign(b"x"), b"x")
    assert not signed_by(DEVICE.public, DEVICE.sign(b"x"), b"y")
    assert not signed_by(b"short", DEVICE.sign(b"x"), b"x")


def test_a_note_is_as_c2sp_has_it() -> None:
    """Written out by hand from C2SP signed-note, with the library's own signature."""
    private = bytes(range(32))
    key = Ed25519PrivateKey.from_private_bytes(private)
    device = new_device(lambda _size: private)
    name = f"habeas.log/{device.id}"
    root = sha256(b"root").digest()
    body = f"{name}\n7\n{b64encode(root).decode()}\n"
    key_id = sha256(name.encode() + b"\n\x01" + device.public).digest()[:4]
    line = b64encode(key_id + key.sign(body.encode())).decode()
    note = signed(Checkpoint(device.id, 7, root), device)
    assert note.text == f"{body}\n\u2014 {name} {line}\n"
    assert note_from(note.text) == note


def test_only_the_device_itself_signs_its_log() -> None:
    note = signed(POINT, DEVICE)
    assert note.signed_with(DEVICE.public)
    assert not note.signed_with(OTHER.public)
    assert not signed(POINT, OTHER).signed_with(OTHER.public)
    for changed in (replace(POINT, size=13), replace(POINT, root=bytes(32))):
        assert not Note(changed, note.signatures).signed_with(DEVICE.public)


def test_a_cosignature_says_who_saw_it_and_when() -> None:
    note = cosigned(signed(POINT, DEVICE), OTHER, at=1_700_000_000)
    assert note_from(note.text) == note
    assert note.signed_with(DEVICE.public)
    assert note.cosigned_with(OTHER.public) == 1_700_000_000
    assert note.cosigned_with(DEVICE.public) is None
    assert Note(replace(POINT, size=1), note.signatures).cosigned_with(OTHER.public) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "habeas.log/00\n1\n",
        signed(POINT, DEVICE).text.replace("\n12\n", "\n012\n"),
        signed(POINT, DEVICE).text.replace("habeas.log", "other.log"),
        signed(POINT, DEVICE).text.replace("\u2014 ", "- "),
        signed(POINT, DEVICE).text + "\u2014 name !!\n",
        signed(POINT, DEVICE).text + "x" * 70_000,
        POINT.body,
    ],
)
def test_what_is_no_note_is_refused(text: str) -> None:
    with pytest.raises(MistakeError) as caught:
        note_from(text)
    assert caught.value.code == "checkpoint-unreadable"


def test_a_note_survives_the_mail() -> None:
    note = signed(POINT, DEVICE)
    assert note_from(note.text.replace("\n", "\r\n")) == note


def test_letters_stand_for_all_checkpoints_in_any_order() -> None:
    other = Checkpoint(OTHER.id, 3, bytes(32))
    letters = in_letters([POINT, other])
    assert letters == in_letters([other, POINT]) != in_letters([POINT])
    assert [len(group) for group in letters.split("-")] == [5] * 6
    assert set(letters) <= {*LETTERS, "-"}


def test_statements_are_read_back() -> None:
    one = Statement(signed(POINT, DEVICE), DEVICE.public)
    two = Statement(
        signed(Checkpoint(OTHER.id, 3, bytes(32)), OTHER), OTHER.public, 2, (bytes(32),)
    )
    assert statements_from(written([one, two])) == [one, two]
    assert one.signed and two.signed
    assert not replace(one, public=OTHER.public).signed


@pytest.mark.parametrize(
    "text",
    [
        signed(POINT, DEVICE).text,
        signed(POINT, DEVICE).text + "key !!\n",
        signed(POINT, DEVICE).text + "key\n",
        signed(POINT, DEVICE).text + "key AAAA\nsince x\n",
        signed(POINT, DEVICE).text + "key AAAA\n" + "proof AAAA\n" * 200,
        "x" * 2_000_000,
    ],
)
def test_what_is_no_statement_is_refused(text: str) -> None:
    with pytest.raises(MistakeError):
        statements_from(text)
