"""Backups: an encrypted copy of a register, and the proof that it can be restored.

Laws: a copy counts as a backup only once it was opened with a secret somebody has, and its log and
tables are those of the register; trying a restore leaves nothing behind.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from habeas.errors import IntegrityError, RegisterError
from habeas.protecting.slots import Secret
from habeas.register.register import Register
from habeas.tasks.opening import opened
from habeas.tasks.verify import Verified, verify


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that was opened and found to be the register: its log's last entry, and its size."""

    folder: Path
    entries: int
    head: bytes
    digest: str


def backup(register: Register, to: Path, secret: Secret) -> Kept:
    """Copy the register to the new folder `to`, and open the copy with `secret`.

    Raises:
        RegisterError: the folder lies in the register, is taken or cannot be written, or the secret
            does not open the copy; then nothing of it is left.
        IntegrityError: the copy is not the register; nothing of it is left.
    """
    if register.folder.resolve() in to.resolve().parents:
        raise RegisterError(
            f"{to} lies in the register itself, and would be lost with it; choose another place.",
            code="backup-within",
        )
    register.backup(to)
    try:
        with opened(to, secret) as copy:
            sequence, head = copy.head()
            digest = copy.digest()
        if register.head() == (sequence, head) and register.digest() != digest:
            raise IntegrityError(
                "The copy's tables are not those of the register; nothing was kept of it. Run"
                " `habeas verify`.",
                code="copy-differs",
            )
    except BaseException:
        shutil.rmtree(to, ignore_errors=True)
        raise
    return Kept(to, sequence, head, digest)


def tried(folder: Path, secret: Secret) -> Verified:
    """Restore the backup in `folder` to a temporary place, open it there, and check every law.

    Raises:
        RegisterError: it cannot be copied, or not be opened with `secret`.
        IntegrityError: it is damaged.
    """
    with tempfile.TemporaryDirectory(prefix="habeas-", ignore_cleanup_errors=True) as place:
        restored = Path(place) / folder.name
        try:
            shutil.copytree(folder, restored)
        except OSError as error:
            why = error.strerror or "some of its files cannot be read"
            raise RegisterError(
                f"{folder} cannot be copied to try a restore ({why}); look whether it is there,"
                " and make room.",
                code="restore-failed",
            ) from None
        with opened(restored, secret) as copy:
            return verify(copy, of_copy=True)
