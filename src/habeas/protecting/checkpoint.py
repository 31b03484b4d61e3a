"""`Checkpoint`: the state of one device's log, as it is signed, printed and compared.

Decides how it is written: a C2SP tlog-checkpoint (origin, size, root) in a C2SP signed note, and a
cosignature as C2SP tlog-cosignature has it. The origin is `habeas.log/` and the device's id, which is
drawn from the key that must sign. It tells nothing of the register but how many entries there are.

Sources: C2SP signed-note, tlog-checkpoint, tlog-cosignature (Ed25519, types 0x01 and 0x04).
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from habeas.errors import MistakeError
from habeas.protecting.device import SIGNATURE_SIZE, Device, device_id, signed_by
from habeas.protecting.recovery import GROUP, LETTERS

_ORIGIN = "habeas.log/"
_SIGNED, _COSIGNED = b"\x01", b"\x04"
_DASH = "\u2014 "
_ID_SIZE = 4
_TIME_SIZE = 8
_LETTERS = 30
_LARGEST = 64 * 1024
_BODY = re.compile(r"habeas\.log/([0-9a-f]{1,64})\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The first `size` entries that a device wrote, and the root of the tree over them."""

    device: str
    size: int
    root: bytes

    @property
    def body(self) -> str:
        """What is signed."""
        return f"{_ORIGIN}{self.device}\n{self.size}\n{b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A checkpoint with the lines that sign it."""

    checkpoint: Checkpoint
    signatures: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The note as it is written to a file."""
        return "\n".join([self.checkpoint.body, *self.signatures, ""])

    def signed_with(self, public: bytes) -> bool:
        """Whether the device whose log this is, and whose public key that is, signed it."""
        return device_id(public) == self.checkpoint.device and any(
            signed_by(public, signature, self.checkpoint.body.encode())
            for signature in self._found(_name(self.checkpoint.device), _SIGNED, public)
        )

    def cosigned_with(self, public: bytes) -> int | None:
        """When the device with that public key cosigned it, in s since 1970 UTC; None: it did not."""
        for found in self._found(_name(device_id(public)), _COSIGNED, public):
            at = int.from_bytes(found[:_TIME_SIZE], "big")
            if signed_by(public, found[_TIME_SIZE:], _cosigning(self.checkpoint, at)):
                return at
        return None

    def _found(self, name: str, kind: bytes, public: bytes) -> Iterable[bytes]:
        start = f"{_DASH}{name} "
        for line in self.signatures:
            data = _from_base64(line.removeprefix(start)) if line.startswith(start) else b""
            if data[:_ID_SIZE] == _key_id(name, kind, public):
                yield data[_ID_SIZE:]


def signed(checkpoint: Checkpoint, device: Device) -> Note:
    """The checkpoint, signed by the device whose log it is of."""
    name, data = _name(device.id), device.sign(checkpoint.body.encode())
    return Note(checkpoint, (_line(name, _SIGNED, device.public, data),))


def cosigned(note: Note, device: Device, *, at: int) -> Note:
    """The note with a line in which `device` says that it saw it; `at` in s since 1970 UTC."""
    data = at.to_bytes(_TIME_SIZE, "big") + device.sign(_cosigning(note.checkpoint, at))
    line = _line(_name(device.id), _COSIGNED, device.public, data)
    return Note(note.checkpoint, (*note.signatures, line))


def note_from(text: str) -> Note:
    """The note that is written so.

    Raises:
        MistakeError: it is none.
    """
    body, blank, rest = text.replace("\r\n", "\n").partition("\n\n")
    match = _BODY.fullmatch(body + "\n")
    lines = tuple(line for line in rest.split("\n") if line)
    if not match or not blank or len(text) > _LARGEST or not all(map(_is_signature, lines)):
        raise MistakeError(
            "This is no checkpoint as Habeas writes it; ask for the file again, unchanged.",
            code="checkpoint-unreadable",
        )
    return Note(Checkpoint(match[1], int(match[2]), b64decode(match[3])), lines)


def in_letters(checkpoints: Iterable[Checkpoint]) -> str:
    """Six groups of five letters for one or more checkpoints, to be read aloud or put on paper.

    As `recovery` has them: no letter looks like another or a digit. 129 bits.
    """
    bodies = sorted(one.body for one in checkpoints)
    number = int.from_bytes(sha256("\n".join(bodies).encode()).digest(), "big")
    letters = ""
    for _ in range(_LETTERS):
        number, place = divmod(number, len(LETTERS))
        letters += LETTERS[place]
    return "-".join(letters[at : at + GROUP] for at in range(0, _LETTERS, GROUP))


def _name(device: str) -> str:
    return _ORIGIN + device


def _cosigning(checkpoint: Checkpoint, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n{checkpoint.body}".encode()


def _key_id(name: str, kind: bytes, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + kind + public).digest()[:_ID_SIZE]


def _line(name: str, kind: bytes, public: bytes, data: bytes) -> str:
    return f"{_DASH}{name} {b64encode(_key_id(name, kind, public) + data).decode()}"


def _is_signature(line: str) -> bool:
    name, _, data = line.removeprefix(_DASH).partition(" ")
    return line.startswith(_DASH) and bool(name) and len(_from_base64(data)) > SIGNATURE_SIZE


def _from_base64(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (Error, ValueError):
        return b""
