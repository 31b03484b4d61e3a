"""Digests of the derived tables, by which two states of them are told apart."""

from collections.abc import Mapping
from hashlib import sha256

from sqlalchemy import Table, select

from habeas.register.schema import DERIVED
from habeas.register.store import Store


def digests(store: Store) -> dict[str, str]:
    """SHA-256 (hex) of every derived table, its rows sorted by their key; by the table's name."""
    return {table.name: _digest(store, table) for table in DERIVED}


def whole(parts: Mapping[str, str]) -> str:
    """One SHA-256 (hex) over the digests of all tables."""
    lines = "".join(f"{name} {parts[name]}\n" for name in sorted(parts))
    return sha256(lines.encode()).hexdigest()


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the tables whose digests differ, sorted."""
    return tuple(sorted(name for name in one if one[name] != other.get(name)))


def _digest(store: Store, table: Table) -> str:
    digest = sha256()
    for rows in store.stream(select(table).order_by(*table.primary_key)):
        lines = "".join(f"{tuple(row)!r}\n" for row in rows)
        digest.update(lines.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
