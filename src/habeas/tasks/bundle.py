"""Bundles: what one copy of a register has, on its way to another, and taken in there.

Law: a bundle can be made and read by copies of the same register alone; recipients make it narrower.
"""

import secrets
from collections.abc import Sequence

from habeas.protecting.bundle import opened, sealed
from habeas.protecting.statement import statements_from
from habeas.register.merging import Merged
from habeas.register.register import Register
from habeas.tasks.ids import new_id


def bundle(register: Register, *, to: Sequence[str] = (), since: str = "") -> bytes:
    """The bytes of a bundle's file.

    Args:
        register: An open register.
        to: age recipients; none: every copy of the register can open it.
        since: The text of a file that the other copy's `habeas checkpoint` wrote; what it states is
            left out. Empty: everything.

    Raises:
        MistakeError: a recipient is none, or `since` is no such file.
    """
    known = [one.note.checkpoint for one in (statements_from(since) if since else ())]
    given = register.bundled(known)
    return sealed(given, register.id, register.key, to=to, entropy=secrets.token_bytes)


def merge(register: Register, data: bytes, *, identity: str | None = None, at: int) -> Merged:
    """Take in a bundle; `at` in µs since 1970 UTC.

    Raises:
        MistakeError: it is no bundle, or entries are lacking in between.
        RegisterError: it is another register's, or the identity does not open it.
        IntegrityError: it does not hold together.
    """
    given = opened(data, register.id, register.key, identity=identity)
    return register.merge(given, at=at, new_id=new_id)
