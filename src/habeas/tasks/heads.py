"""What this computer last saw of a register, compared with what the register says now.

Decides when an open register is refused, and which device a computer is to it. Laws:

1. A register that lacks what this computer saw in it is not worked with, until somebody says that this
   is meant.
2. A copy that goes on at another computer, or from an earlier state, writes as a new device: no two
   entries ever have the same place in the log of one device.
3. Nothing is remembered where it was so chosen; the choice stands in the register.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from habeas.errors import IntegrityError
from habeas.protecting.checkpoint import Checkpoint
from habeas.protecting.heads import Seen, place_of, read_seen, write_seen
from habeas.register.register import Register
from habeas.tasks.entries import entries
from habeas.terms.count import Issue

CHOICE = "heads"
"""The name of the choice not to remember."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Where this computer keeps what it saw of one register."""

    place: Path
    key: bytes

    def seen(self) -> Seen | None:
        """What it saw; None where it saw nothing yet."""
        return read_seen(self.place, self.key)

    def keep(self, register: Register) -> None:
        """Remember the register as it is now."""
        now = Seen(register.device, register.checkpoints())
        if now != self.seen():
            write_seen(self.place, self.key, now, secrets.token_bytes)


def memory(folder: Path, register: Register) -> Memory:
    """The memory of a register in the folder of heads."""
    return Memory(place_of(folder, register.key, register.id), register.key)


def check(register: Register, seen: Seen | None) -> None:
    """Refuse a register that lacks what was seen.

    Raises:
        IntegrityError: it is older, or another continuation of the same beginning.
    """
    for issue in lacking(register, seen.checkpoints if seen else ()):
        raise IntegrityError(issue.sentence, code=issue.code)


def lacking(register: Register, seen: Iterable[Checkpoint]) -> list[Issue]:
    """What was seen of the register and is not in it."""
    found: list[Issue] = []
    for one in seen:
        now = register.checkpoints_at(one.device, one.size)
        if not now and one.size:
            sizes = [each.size for each in register.checkpoints() if each.device == one.device]
            there = max(sizes, default=0)
            found.append(
                Issue(
                    "register-older",
                    f"This register is older than what this computer last saw: device {one.device[:8]}"
                    f" had written {entries(one.size)}, and the register has {there:,} of them. An old"
                    " copy was put back, another copy was worked with here, or the end of its journal is"
                    " gone. Look for the newer one; if you mean to go on from here, say so with"
                    " `habeas heads --accept`.",
                )
            )
        elif one.size and one not in now:
            found.append(
                Issue(
                    "register-forked",
                    f"This register is not the one this computer last saw: what device {one.device[:8]}"
                    f" wrote until its entry {one.size:,} is other. Two copies went on apart, or the"
                    " log was written anew. Compare with a partner's or an earlier backup's"
                    " checkpoint; if you mean to go on from here, say so with `habeas heads --accept`.",
                )
            )
    return found


def settle(register: Register, memory: Memory) -> None:
    """Let this computer write as the device it was, or as a new one where it never wrote; remember."""
    seen = memory.seen()
    if seen is not None:
        register.write_as(seen.device)
    elif register.head()[0]:
        register.write_as(None)
    memory.keep(register)


def accept(register: Register, memory: Memory) -> None:
    """Go on from the register as it is, whatever was seen before, as a new device."""
    register.write_as(None)
    memory.keep(register)


def remembering(register: Register) -> bool:
    """Whether what is seen of the register is to be remembered."""
    return register.choice(CHOICE) is None


def stop_remembering(register: Register, folder: Path, *, by: str) -> None:
    """Remember nothing of this register any more, and forget what this computer saw."""
    register.choose(CHOICE, f"not remembered, as {by} chose")
    place_of(folder, register.key, register.id).unlink(missing_ok=True)


def start_remembering(register: Register) -> None:
    """Remember again from the next opening on."""
    register.choose(CHOICE, None)
