"""Verifying a register: every law it has, with how much was looked at and what breaks it.

Decides which findings tell of a change behind our back, and which are mended by a rebuild.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.protecting.checkpoint import in_letters
from habeas.register.register import Register
from habeas.register.reviewed import Checked
from habeas.tasks import forks

MENDED = frozenset({"tables-differ", "quote-not-there"})
"""Codes of findings that are no proof of tampering: `rebuild` mends the one, `review` the other."""


@dataclass(frozen=True, slots=True)
class Verified:
    """The laws of a register, the last entry of its log, and six groups of letters for all of it."""

    laws: tuple[Checked, ...]
    sequence: int
    head: bytes
    letters: str

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not any(law.issues for law in self.laws)

    @property
    def tampered(self) -> bool:
        """Whether something was found that only a change behind our back, or a fault, explains."""
        return tampered(self.laws)


def tampered(laws: Iterable[Checked]) -> bool:
    """Whether any finding cannot be mended by this program."""
    return any(issue.code not in MENDED for law in laws for issue in law.issues)


def verify(register: Register, *, compared: bool = False, of_copy: bool = False) -> Verified:
    """Check every law of the register.

    `compared`: opening it compared it with what this computer last saw, and it stood the test.
    `of_copy`: it is a copy that is to be restored; that a device is forked in it is no fault of a copy.

    Raises:
        IntegrityError: not even the end of the log can be read.
    """
    sequence, head = register.head()
    checkpoints = register.checkpoints()
    laws = register.audit()
    if compared:
        laws.append(Checked("heads", len(checkpoints), ()))
    if not of_copy:
        laws.append(forks.checked(register))
    return Verified(tuple(laws), sequence, head, in_letters(checkpoints))
