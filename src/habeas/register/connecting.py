"""A connection to a register's file, with its key and its settings.

Decides what is done where the files that SQLite keeps beside an open one cannot be made. Law: what lies
on a full or read-only disk can be read. Where the journal's index has no room, it is kept in memory, and
nobody else may have the file open meanwhile; where nothing can be written and nothing is left in the
journal, the file is read as it stands.
"""

import os
import sys
from pathlib import Path

from sqlcipher3 import dbapi2

_ROOMLESS = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")
"""How errors begin where the files that lie beside an open one cannot be made."""

_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-65536",
)


def connected(place: str, key: bytes | None, patience: float) -> dbapi2.Connection:
    """The file, open, or a store in memory where `key` is None.

    `patience`: seconds to wait for another program that writes.

    Raises:
        dbapi2.Error: it cannot be opened, or not with this key.
    """
    try:
        return _keyed(dbapi2.connect(place, timeout=patience, isolation_level=None), key)
    except dbapi2.Error as error:
        if not str(getattr(error, "sqlite_errorname", "")).startswith(_ROOMLESS):
            raise
        first = error
    if _read_only(Path(place)):
        there = f"{Path(place).as_uri()}?immutable=1"
        return _keyed(dbapi2.connect(there, isolation_level=None, uri=True), key)
    raw = dbapi2.connect(place, timeout=patience, isolation_level=None)
    raw.execute("PRAGMA locking_mode=EXCLUSIVE")
    try:
        return _keyed(raw, key)
    except dbapi2.Error:
        raise first from None


def _read_only(path: Path) -> bool:
    """Whether nobody can write to the disk the file lies on, and nothing is left in its journal.

    A folder that is forbidden to this user alone is not enough: its owner may be writing.
    """
    if sys.platform == "win32":
        return False
    journal = Path(f"{path}-wal")
    empty = not journal.exists() or not journal.stat().st_size
    return empty and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _keyed(raw: dbapi2.Connection, key: bytes | None) -> dbapi2.Connection:
    """The connection, unlocked and set up; it is closed where it does not open."""
    try:
        if key is not None:
            raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute("PRAGMA cipher_log = OFF")
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        for setting in _SETTINGS:
            raw.execute(f"PRAGMA {setting}").fetchall()
    except dbapi2.Error:
        raw.close()
        raise
    return raw
