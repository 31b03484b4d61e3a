"""A mistake of the program itself: told by its kind and its place in the code, with no word of data.

Laws: what an unforeseen error says of itself can hold a name, a quote or a key, and what is told of it
is sent to others for help; so its own words, and those of what caused it, are told nowhere. The exit
code is one of its own: 1 would say that something was looked for and found.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from habeas.cli.words import _

EXIT_CODE = 70
"""What the program ends with, as programs of the system do at a mistake of their own."""

_ROOT = Path(__file__).parents[1]


def tell_without_words() -> None:
    """Let Python tell of every unforeseen error in this way."""
    sys.excepthook = _tell


def crash_lines(error: BaseException) -> Iterator[str]:
    """The error and what caused it, the first cause first: places in the code, then the kind."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from crash_lines(before)
    for frame in extract_tb(error.__traceback__):
        yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
    yield type(error).__name__


def _place(file: str) -> str:
    """A file of our own by its place in the package, another by its name: no folder of this computer."""
    path = Path(file)
    return str(path.relative_to(_ROOT.parent)) if path.is_relative_to(_ROOT) else path.name


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What Python calls for an error that nothing foresaw; it heeds the exit code."""
    del kind, trace
    told = _(
        "This is a mistake in Habeas. The lines below tell where, and hold no word of your reports: send"
        " them to whoever keeps the program up. `habeas verify` tells whether your register is as it was"
        " written."
    )
    sys.stderr.write("\n".join([told, *crash_lines(error), ""]))
    raise SystemExit(EXIT_CODE)
