"""How seldom a process that reads many reports clears up after itself.

Decides when the interpreter searches for circles of dead objects. Reading makes few of them, and keeps
its word lists, which each search goes through again: a tenth of the time of reading, where it is left
at what is usual.
"""

import gc

LIVING = 100_000
"""Objects made before a search."""


def clear_seldom() -> None:
    """Have this process search only where `LIVING` more objects were made than went."""
    gc.set_threshold(LIVING)
