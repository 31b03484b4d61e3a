"""Protected identities: cases, their readers, sealed fields, and the keys given to each reader.

Never edited after a release: a later change is a later step.
"""

from habeas.register.migrations.statements import run_statements
from habeas.register.store import Store


def protected(store: Store) -> None:
    """Make the tables."""
    run_statements(store, "m0004_protected.sql")
