"""One set-up at a time: a second `start.py` waits until the first is done.

The lock is the operating system's own, so that it goes when its holder is killed.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(path: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock file `path` while the block runs; `say` is told once if there is a wait."""
    with path.open("a") as file:
        if not _taken(file.fileno()):
            say("Another start.py is setting up; waiting for it…")
            while not _taken(file.fileno()):
                time.sleep(0.2)
        yield


def _taken(descriptor: int) -> bool:
    """Whether the lock is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
