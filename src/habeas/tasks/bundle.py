"""Bundles: what one copy of a register has, on its way to another, and taken in there.

Laws: a bundle can be made and read by copies of the same register alone; recipients make it narrower. It
is written and read piece by piece, and nothing of it touches a disk unless it is sealed.
"""

import secrets
from collections.abc import Sequence
from io import BufferedReader
from typing import BinaryIO

from habeas.errors import MistakeError, RegisterError
from habeas.protecting.age import STARTS, seal_stream, unsealed_stream
from habeas.protecting.bundle import opened, sealed
from habeas.protecting.statement import statements_from
from habeas.register.merging import Merged
from habeas.register.register import Register
from habeas.tasks.ids import new_id


def bundle(register: Register, out: BinaryIO, *, to: Sequence[str] = (), since: str = "") -> None:
    """Write a bundle to a file.

    Args:
        register: An open register.
        out: The file, open; what is written to it is sealed.
        to: age recipients; none: every copy of the register can open it.
        since: The text of a file that the other copy's `habeas checkpoint` wrote; what it states is
            left out. Empty: everything.

    Raises:
        MistakeError: a recipient is none, or `since` is no such file.
        OSError: the file cannot be written.
    """
    known = [one.note.checkpoint for one in (statements_from(since) if since else ())]
    with register.bundling(known) as given:
        pieces = sealed(given, register.id, register.key, entropy=secrets.token_bytes)
        if to:
            seal_stream(pieces, out, to)
        else:
            out.writelines(pieces)


def merge(
    register: Register, file: BufferedReader, *, identity: str | None = None, at: int
) -> Merged:
    """Take in the bundle in a file, from where that is; `at` in µs since 1970 UTC.

    Raises:
        MistakeError: it is no bundle, or entries are lacking in between.
        RegisterError: it is another register's, was changed, or the identity does not open it.
        IntegrityError: it does not hold together, or an entry in it breaks a law.
    """
    if not file.peek(len(STARTS[0])).startswith(STARTS[0]):
        return _merged(register, file, at)
    if identity is None:
        raise MistakeError(
            "The bundle is sealed for somebody; give their identity: --identity FILE.",
            code="bundle-sealed",
        )
    with unsealed_stream(file, identity) as inner:
        if inner is None:
            raise RegisterError(
                "This identity does not open the bundle: it was sealed for others, or changed.",
                code="bundle-not-for-us",
            )
        return _merged(register, inner, at)


def _merged(register: Register, file: BufferedReader, at: int) -> Merged:
    return register.merge(opened(file, register.id, register.key), at=at, new_id=new_id)
