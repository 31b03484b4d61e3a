"""What is done to a whole SQLCipher file: its pages are checked or written anew, its log numbered anew.

Decides nothing about what stands in it. Belongs to `sqlcipher`, which nothing else in Habeas knows.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from habeas.register.sqlcipher import GUARDS
from habeas.register.store import Store

_FAR = 2**48
"""Beyond any place in a log."""


@contextmanager
def unguarded(store: Store) -> Iterator[None]:
    """Inside, places and branches of entries may change; for `merging` alone, in its transaction."""
    store.write_out("DROP TRIGGER log_never_changes")
    yield
    store.write_out(GUARDS[0])


def renumber(store: Store) -> None:
    """Give every entry its place by stamp and device, unguarded; no row may refer to one."""
    store.write_out(
        "CREATE TEMP TABLE place AS SELECT sequence AS old,"
        " row_number() OVER (ORDER BY stamp, device) AS new FROM log"
    )
    store.write_out("CREATE UNIQUE INDEX temp.place_by_old ON place (old)")
    new = "(SELECT new FROM temp.place WHERE old = log.sequence)"
    store.write_out(f"UPDATE log SET sequence = {_FAR} + {new}")
    store.write_out(f"UPDATE log SET sequence = sequence - {_FAR}")
    store.write_out("DROP TABLE temp.place")


def scour(store: Store) -> bool:
    """Write the file anew without its free pages, and empty the journal; whether it could be emptied.

    It cannot while another program reads; then it is, when the last program closes the register.
    """
    store.write_out("VACUUM")
    return str(store.write_out("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]) == "0"


def damage(store: Store) -> list[str]:
    """What is wrong with the file's pages, a few words each; empty when all are as written.

    The journal is brought over first: where a power cut fell into that, pages are torn in the file,
    whole in the journal, and nothing is lost; but the check looks at the file alone.
    """
    store.write_out("PRAGMA wal_checkpoint(PASSIVE)")
    pages = store.write_out("PRAGMA cipher_integrity_check")
    if not pages:
        pages = [row for row in store.write_out("PRAGMA integrity_check") if row[0] != "ok"]
    return [str(row[0]) for row in pages]


def made(store: Store) -> dict[str, str]:
    """How each table, index and trigger was made, by its kind and name, its blanks as single ones."""
    rows = store.write_out("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return {
        f"{kind} “{name}”": " ".join(f"{table} {sql}".split()) for kind, name, table, sql in rows
    }


def page_count(store: Store) -> int:
    """How many pages the file has."""
    return int(str(store.write_out("PRAGMA page_count")[0][0]))
