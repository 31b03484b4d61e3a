"""A register in memory: the tables, steps and code of a real one, without a file, a key or a folder.

For tests and runs of many thousand registers. What a file adds (pages, locks, journals) is not here.
"""

import secrets
from collections.abc import Iterator
from functools import cache

from sqlalchemy import NullPool, create_engine, insert
from sqlcipher3 import dbapi2

from habeas.register.auditing import audit
from habeas.register.devices import current, enrolled
from habeas.register.kept import about
from habeas.register.migrations import migrate
from habeas.register.rebuilding import rebuild
from habeas.register.reviewed import Rebuilt
from habeas.register.sqlcipher import SqlCipher
from habeas.register.store import Store
from habeas.register.writing import Writing
from habeas.terms.count import Issue


class InMemory(Writing):
    """A register of which nothing ever touches a disk."""

    def __init__(self, store: Store) -> None:
        """Take over a store with all tables, to write as the device that did so last."""
        device = current(store)
        assert device is not None
        super().__init__(store, device, secrets.token_bytes)

    @classmethod
    def found(cls) -> "InMemory":
        """An empty register, whose device is a new one."""
        store = _empty()
        _driver(_begun()).backup(_driver(store))
        enrolled(store, secrets.token_bytes)
        return cls(store)

    def copied(self) -> "InMemory":
        """A copy as it is now, which goes on as the same device, as a copied folder does."""
        store = _empty()
        _driver(self._store).backup(_driver(store))
        return InMemory(store)

    def rebuild(self) -> Rebuilt:
        """Make every table anew from the log."""
        return rebuild(self._store)

    def issues(self) -> Iterator[Issue]:
        """What breaks a law."""
        return (issue for checked in audit(self._store) for issue in checked.issues)

    def close(self) -> None:
        """Forget all of it."""
        self._store.close()


def _memory() -> dbapi2.Connection:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    for setting in ("foreign_keys=ON", "recursive_triggers=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {setting}")
    return connection


_ENGINE = create_engine("sqlite://", creator=_memory, module=dbapi2, poolclass=NullPool)
"""One for all, so that a statement is compiled once and not once for each register."""


def _empty() -> Store:
    connection = _ENGINE.connect().execution_options(isolation_level="AUTOCOMMIT")
    return Store(connection, SqlCipher())


@cache
def _begun() -> Store:
    """The tables, made once."""
    store = _empty()
    migrate(store, done=0)
    with store.writing():
        store.run(insert(about), [{"register": "00" * 16, "device": ""}])
    return store


def _driver(store: Store) -> dbapi2.Connection:
    return store._connection.connection.driver_connection
