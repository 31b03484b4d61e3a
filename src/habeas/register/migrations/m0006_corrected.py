"""Corrections of reports: the day they were published, and their publisher.

Never edited after a release: a later change is a later step.
"""

from habeas.register.migrations.statements import run_statements
from habeas.register.store import Store


def corrected(store: Store) -> None:
    """Make the table."""
    run_statements(store, "m0006_corrected.sql")
