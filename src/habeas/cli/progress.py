"""How far a long piece of work is, on one line of the terminal that is written over.

Decides when it is shown: on a terminal that shows nothing else, after the first second, ten times a
second at most. The clock is read here.
"""

import sys
import time
from collections.abc import Callable

from habeas.cli.words import _

_EACH = 0.1
_FIRST = 1.0
_WIPED = "\r\x1b[K"


class Progress:
    """How many of `total` are done; says nothing unless `shown`."""

    def __init__(
        self, total: int, *, shown: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with none done; `clock` gives seconds since any moment."""
        self._clock = clock
        self._total = total
        self._shown = shown
        self._begun = self._told = clock()
        self._done = 0
        self._stands = False

    def step(self, skipped: bool = False) -> None:
        """One more is done; those that were `skipped` tell nothing about the speed."""
        if skipped:
            self._total -= 1
        else:
            self._done += 1
        now = self._clock()
        if self._shown and now - self._begun >= _FIRST and now - self._told >= _EACH:
            self._told = now
            self._stands = True
            sys.stderr.write(_WIPED + line(self._done, self._total, now - self._begun))
            sys.stderr.flush()

    def wipe(self) -> None:
        """Take the line away, before anything else is written."""
        if self._stands:
            sys.stderr.write(_WIPED)
            sys.stderr.flush()
            self._stands = False


def line(done: int, total: int, seconds: float) -> str:
    """The line: `done` of `total` took so many seconds; how long the rest will take."""
    speed = done / seconds
    words = _("Files read: {done:,} of {total:,}, {speed:,.0f} a second, {left} left")
    return words.format(done=done, total=total, speed=speed, left=_span((total - done) / speed))


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return _("{minutes} min {rest:02d} s").format(minutes=minutes, rest=rest)
