"""The steps by which a register's tables came to be as they are.

Decides that each step is a named, numbered function, run once, and that all that are lacking are run in
one transaction with their records. Laws: a register made by a newer program is refused, and stays
untouched; one that cannot be brought up to date stays as it was; of two programs at once, one does it.
"""

from collections.abc import Callable

from sqlalchemy import insert, select

from habeas.errors import RegisterError
from habeas.register.kept import about, migration
from habeas.register.migrations.m0001_first import first
from habeas.register.migrations.m0002_proof import proof
from habeas.register.migrations.m0003_several import several
from habeas.register.migrations.m0004_protected import protected
from habeas.register.migrations.m0005_aside import aside
from habeas.register.migrations.m0006_corrected import corrected
from habeas.register.store import Store

STEPS: tuple[Callable[[Store], None], ...] = (first, proof, several, protected, aside, corrected)
"""All steps, in order; the number of a step is its place, from 1."""


def migrate(store: Store, *, done: int) -> None:
    """Run the steps after number `done`, all of them or none; not those that another program ran since.

    Raises:
        RegisterError: the register was made by a newer program, or cannot be written.
    """
    if done > len(STEPS):
        raise RegisterError(
            f"This register was written by a newer Habeas (its tables are at step {done}, this"
            f" program knows {len(STEPS)}); use that one.",
            code="register-newer",
        )
    if done == len(STEPS):
        return
    with store.writing():
        there = steps_done(store) if done else 0
        for number, step in enumerate(STEPS[there:], there + 1):
            step(store)
            store.run(insert(migration), [{"number": number, "name": step.__name__}])


def steps_done(store: Store) -> int:
    """Number of the last step the register has.

    Raises:
        RegisterError: it holds no register at all.
    """
    if not store.has("migration"):
        raise RegisterError(
            "The file opens, but holds no register; name another folder.", code="register-none"
        )
    return len(store.rows(select(migration)))


def ids(store: Store) -> tuple[str, str]:
    """The register's id, and that of the device that writes here.

    Raises:
        RegisterError: it was never begun.
    """
    for row in store.rows(select(about)):
        return str(row.register), str(row.device)
    raise RegisterError(
        "The file opens, but its register was never begun; name another folder.",
        code="register-none",
    )
