"""`Statement`: a checkpoint on its way to somebody else: the note, the key that signed it, and a proof.

Decides the form of the file. It holds one block for each device, parted by lines of `====`: the note,
then `key`, and where a proof is given `since` and one `proof` for each hash, all in base64.
"""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.protecting.checkpoint import Checkpoint, Note, note_from
from habeas.protecting.proofs import goes_on

_BETWEEN = "====\n"
_LARGEST = 1024 * 1024
_MOST_HASHES = 128


@dataclass(frozen=True, slots=True)
class Statement:
    """A note, the public key of its device, and the proof that it goes on from the first `since`."""

    note: Note
    public: bytes
    since: int = 0
    proof: tuple[bytes, ...] = ()

    @property
    def text(self) -> str:
        """The statement as it is written."""
        lines = [f"key {b64encode(self.public).decode()}"]
        if self.since:
            lines.append(f"since {self.since}")
            lines += [f"proof {b64encode(one).decode()}" for one in self.proof]
        return self.note.text + "".join(f"{line}\n" for line in lines)

    @property
    def signed(self) -> bool:
        """Whether the device whose log it is of signed it."""
        return self.note.signed_with(self.public)

    def goes_on_from(self, earlier: Checkpoint) -> bool:
        """Whether it is shown to go on from an earlier checkpoint of the same device."""
        old, new = (earlier.size, earlier.root), self.note.checkpoint
        given = self.proof if self.since == earlier.size else ()
        return earlier.device == new.device and goes_on(old, (new.size, new.root), given)


def written(statements: Sequence[Statement]) -> str:
    """The text of a file with these statements."""
    return _BETWEEN.join(one.text for one in statements)


def statements_from(text: str) -> list[Statement]:
    """The statements of a file, whose signatures are still to be checked.

    Raises:
        MistakeError: it is no such file.
    """
    if len(text) > _LARGEST:
        raise _unreadable()
    return [_statement(block) for block in text.replace("\r\n", "\n").split(_BETWEEN)]


def _statement(block: str) -> Statement:
    lines = block.splitlines(keepends=True)
    told = [line.split() for line in lines if line.startswith(("key ", "since ", "proof "))]
    rest = "".join(line for line in lines if not line.startswith(("key ", "since ", "proof ")))
    try:
        keys = [b64decode(words[1], validate=True) for words in told if words[0] == "key"]
        since = [int(words[1]) for words in told if words[0] == "since"]
        proof = [b64decode(words[1], validate=True) for words in told if words[0] == "proof"]
    except (IndexError, Error, ValueError):
        raise _unreadable() from None
    if len(keys) != 1 or len(since) > 1 or len(proof) > _MOST_HASHES:
        raise _unreadable()
    return Statement(note_from(rest), keys[0], since[0] if since else 0, tuple(proof))


def _unreadable() -> MistakeError:
    return MistakeError(
        "This is no checkpoint as Habeas writes it; ask for the file again, unchanged.",
        code="checkpoint-unreadable",
    )
