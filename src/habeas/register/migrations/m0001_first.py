"""The first tables, and their guards. Never edited after a release: a later change is a later step."""

from habeas.register.migrations.statements import run_statements
from habeas.register.store import Store


def first(store: Store) -> None:
    """Make the log, the contents, the derived tables, and their guards."""
    run_statements(store, "m0001_first.sql")
