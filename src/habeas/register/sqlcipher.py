"""SQLCipher: how an encrypted register file is made, opened, guarded, copied and checked.

Decides all that is special to this database but how it is opened (`connecting`); nothing else in
Habeas knows it. Laws:

1. The key is 32 raw bytes, never a passphrase; what is on disk, its journal too, is ciphertext.
2. What was acknowledged survives a power cut: write-ahead log with `synchronous=FULL`.
3. An SQLite with the WAL-reset fault (before 3.51.3) is refused.
4. The guards are a seat belt: an entry of the log cannot be changed or deleted, no body is deleted
   that was not redacted, and nothing stands in
   `counted` without an accepting review in force. The proof against who holds the key is the chain.

Source of the settings: docs/decisions/0008-sqlcipher.md.
"""

import os
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from habeas.errors import HabeasError, IntegrityError, RegisterError
from habeas.register.connecting import connected
from habeas.register.store import Store
from habeas.register.whereabouts import Whereabouts, whereabouts

FILE = "register.db"
"""Name of the database file in a register's folder."""

OLDEST = (3, 51, 3)
"""The first SQLite without the WAL-reset fault."""

KEY_SIZE = 32
"""Bytes of a raw key."""

PATIENCE = 30.0
"""Seconds to wait for another program that writes."""

_REDACTED = """NEW.body IS NULL AND NEW.salt IS NULL AND NEW.sequence IS OLD.sequence
    AND NEW.stamp IS OLD.stamp AND NEW.kind IS OLD.kind
    AND NEW.commitment IS OLD.commitment AND NEW.device IS OLD.device
    AND NEW.previous IS OLD.previous AND NEW.at IS OLD.at AND NEW.hash IS OLD.hash
    AND EXISTS (SELECT 1 FROM redacted r WHERE r.entry = OLD.sequence)"""

_FROZEN = "BEGIN SELECT RAISE(ABORT, '{}'); END"

_IN_FORCE = """SELECT 1 FROM review r WHERE r.id = NEW.review AND r.claim = NEW.claim
    AND r.decision IN ('accepted', 'amended') AND r.withdrawn_by IS NULL
    AND r.sequence = NEW.sequence AND trim(r.reviewer) <> ''
    AND NOT EXISTS (SELECT 1 FROM review l WHERE l.claim = r.claim
        AND l.sequence > r.sequence AND l.withdrawn_by IS NULL)"""

_UNREVIEWED = f"""WHEN NOT EXISTS ({_IN_FORCE})
    BEGIN SELECT RAISE(ABORT, 'no accepting review is in force'); END"""

GUARDS = (
    f"""CREATE TRIGGER log_never_changes BEFORE UPDATE ON log WHEN NOT ({_REDACTED})
    {_FROZEN.format("the log only grows")}""",
    f"CREATE TRIGGER log_never_shrinks BEFORE DELETE ON log {_FROZEN.format('the log only grows')}",
    f"CREATE TRIGGER counted_is_reviewed BEFORE INSERT ON counted {_UNREVIEWED}",
    f"CREATE TRIGGER counted_stays_reviewed BEFORE UPDATE ON counted {_UNREVIEWED}",
    """CREATE TRIGGER review_is_newest BEFORE INSERT ON review
    WHEN EXISTS (SELECT 1 FROM counted c WHERE c.claim = NEW.claim)
    BEGIN SELECT RAISE(ABORT, 'the claim is still counted by an older review'); END""",
    """CREATE TRIGGER review_never_changes BEFORE UPDATE ON review
    WHEN EXISTS (SELECT 1 FROM counted c WHERE c.review = OLD.id)
        OR NEW.id IS NOT OLD.id OR NEW.claim IS NOT OLD.claim OR NEW.reviewer IS NOT OLD.reviewer
        OR NEW.decision IS NOT OLD.decision OR NEW.sequence IS NOT OLD.sequence
    BEGIN SELECT RAISE(ABORT, 'a review is counted, or it would change'); END""",
)
"""Triggers made with the tables."""

_SENTENCES: dict[str, HabeasError] = {
    "SQLITE_FULL": RegisterError(
        "The disk is full; nothing of this step was written. Make room and try again.",
        code="disk-full",
    ),
    "SQLITE_READONLY": RegisterError(
        "The register cannot be written: its folder or file is read-only. Copy it to where you may"
        " write, or ask for the right to.",
        code="register-read-only",
    ),
    "SQLITE_BUSY": RegisterError(
        "Another program is writing to the register. Wait until it is done, then try again.",
        code="register-busy",
    ),
    "SQLITE_CANTOPEN": RegisterError(
        "The register's file cannot be opened. Look whether the folder is there and may be written.",
        code="register-not-opened",
    ),
    "SQLITE_IOERR": RegisterError(
        "The disk did not take or give the data; nothing of this step was written. Look after the"
        " disk and its free space, then run `habeas verify`.",
        code="disk-failed",
    ),
    "SQLITE_NOTADB": RegisterError(
        "register.db does not open with this key: a wrong passphrase or key file, a slots.json of"
        " another register, or a damaged file. Try again; else restore a backup.",
        code="register-key-wrong",
    ),
    "SQLITE_CORRUPT": IntegrityError(
        "A page of register.db is not as it was written: it was damaged or changed. Write nothing"
        " more to it; restore a backup.",
        code="register-damaged",
    ),
    "SQLITE_CONSTRAINT": IntegrityError(
        "The register refused a row that breaks its laws ({}). Run `habeas verify`.",
        code="register-refused",
    ),
}
"""What an error means, by the beginning of its name."""


def refuse_old(version: str) -> None:
    """Refuse an SQLite with a known fault; `version` as "3.53.4".

    Raises:
        RegisterError: it is older than `OLDEST`.
    """
    if tuple(int(part) for part in version.split(".")) < OLDEST:
        raise RegisterError(
            f"This SQLite ({version}) can damage a register; install sqlcipher3 0.6.4 or newer,"
            f" which brings SQLite {'.'.join(map(str, OLDEST))} or newer.",
            code="sqlite-too-old",
        )


class SqlCipher:
    """The dialect."""

    @property
    def guards(self) -> tuple[str, ...]:
        """The triggers of law 4."""
        return GUARDS

    def begin(self, connection: Connection, *, write: bool) -> None:
        """Begin at once as the only writer, or a read of one state."""
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN DEFERRED")

    def sentence(self, error: DBAPIError) -> HabeasError:
        """The sentence for an error of SQLCipher."""
        return _sentence(error.orig)


def open_file(path: Path, key: bytes, *, patience: float = PATIENCE) -> Store:
    """Open the database file at `path`, which must be there.

    `patience`: seconds to wait for another writer.

    Raises:
        RegisterError: it is not there, not to be opened with `key`, or not to be written.
        IntegrityError: it is damaged.
    """
    refuse_old(dbapi2.sqlite_version)
    if len(key) != KEY_SIZE:
        raise RegisterError(f"A key has {KEY_SIZE} bytes, not {len(key)}.", code="key-wrong-size")
    if not _size(path):
        raise RegisterError(
            f"There is no {path.name} in {path.parent}, or it is empty; name another folder, or"
            " restore a backup.",
            code="register-missing",
        )
    return _opened(path, key, patience)


def make_file(path: Path, key: bytes) -> Store:
    """Make an empty database file at `path`, for its owner alone, and open it.

    Raises:
        RegisterError: it is there already, or cannot be made.
    """
    refuse_old(dbapi2.sqlite_version)
    _make_empty(path)
    return _opened(path, key, PATIENCE)


def scratch() -> Store:
    """An empty store in memory, which never touches a disk, and does not ask for what rows refer to."""
    store = _store(":memory:", None, PATIENCE)
    store.write_out("PRAGMA foreign_keys=OFF")
    return store


def copy(store: Store, path: Path) -> None:
    """Write a copy of the register as it is now to the new file `path`, under the same key.

    Raises:
        RegisterError: the file is there already, or cannot be written.
    """
    _make_empty(path)
    store.write_out("VACUUM INTO ?", str(path.absolute()))


def give_key(path: Path, old: bytes, new: bytes) -> None:
    """Encrypt the file at `path` with another key; nobody may have it open.

    Raises:
        RegisterError: it cannot be written.
    """
    raw = dbapi2.connect(str(path.absolute()), isolation_level=None)
    try:
        raw.execute(f"PRAGMA key = \"x'{old.hex()}'\"")
        raw.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    except dbapi2.Error as error:
        raise _sentence(error) from None
    finally:
        raw.close()


def _make_empty(path: Path) -> None:
    """Make an empty file for its owner alone."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise RegisterError(
            f"{path} cannot be made ({error.strerror}); choose another place.",
            code="register-not-made",
        ) from None


def _size(path: Path) -> int:
    """Bytes of a file; 0 where there is none."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError as error:
        raise RegisterError(
            f"{path} may not be looked at ({error.strerror}); ask for the right to.",
            code="register-not-opened",
        ) from None


def _opened(path: Path, key: bytes, patience: float) -> Store:
    """The file at `path`, open; another that took its place in that moment is refused."""
    place = whereabouts(path.absolute())
    store = _store(str(place.path), key, patience, place)
    try:
        store.check_place()
    except RegisterError:
        store.close()
        raise
    return store


def _store(
    place: str, key: bytes | None, patience: float, lies: Whereabouts | None = None
) -> Store:
    try:
        raw = connected(place, key, patience)
    except dbapi2.Error as error:
        raise _sentence(error) from None
    engine = create_engine(
        "sqlite://", creator=lambda: raw, module=dbapi2, poolclass=NullPool, hide_parameters=True
    )
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    return Store(connection, SqlCipher(), lies)


def _sentence(error: BaseException | None) -> HabeasError:
    name = str(getattr(error, "sqlite_errorname", ""))
    for start, meant in _SENTENCES.items():
        if name.startswith(start):
            return type(meant)(meant.sentence.format(error), code=meant.code)
    return RegisterError(
        f"The register could not be read or written ({error}). Run `habeas verify`.",
        code="register-failed",
    )
