"""Being somebody who may not read everything, also where the tests run as root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_NOBODY = 65_534


@contextmanager
def nobody() -> Iterator[None]:
    """Another user for a while, where this one is root. What is not loaded yet may be out of reach."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
