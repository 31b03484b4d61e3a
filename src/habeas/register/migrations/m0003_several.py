"""Several devices in one log: each entry keeps the stamp its device gave it, whatever place it has here.

Never edited after a release: a later change is a later step.
"""

from habeas.register.migrations.statements import run_statements
from habeas.register.store import Store


def several(store: Store) -> None:
    """Give every entry its stamp, which so far was its sequence."""
    run_statements(store, "m0003_several.sql")
