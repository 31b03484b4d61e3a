"""Proof and redaction: a tree over each device's entries, devices that sign, bodies that may go.

Never edited after a release: a later change is a later step.
"""

from habeas.register.feeds import regrow
from habeas.register.migrations.statements import run_statements
from habeas.register.store import Store


def proof(store: Store) -> None:
    """Make the tables, let a redacted body be deleted, and grow the trees over the log there is."""
    run_statements(store, "m0002_proof.sql")
    regrow(store)
