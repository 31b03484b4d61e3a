"""Numbers set aside by a reviewer.

Never edited after a release: a later change is a later step.
"""

from habeas.register.migrations.statements import run_statements
from habeas.register.store import Store


def aside(store: Store) -> None:
    """Make the table."""
    run_statements(store, "m0005_aside.sql")
