"""Words of reports and file names, made safe for a terminal.

Decides what never reaches a terminal as it is: control characters (escape sequences can move the
cursor, rename the window, hide a line), halves of characters, and marks that turn the direction of
writing. Each is shown as an escape, as "\\x1b".
"""

from textwrap import wrap

WIDTH = 80
"""Columns a line may have."""


def shown(text: str) -> str:
    """The text on one line, with every character that is not for show as an escape."""
    return "".join(_shown(letter) for letter in " ".join(text.split()))


def wrapped(text: str, *, first: str = "", rest: str = "", whole: bool = False) -> str:
    """`shown` text in lines of at most 80 columns; `first` and `rest` begin them.

    A word longer than a line is broken, unless words stay `whole`, as a path to be copied should.
    """
    lines = wrap(
        shown(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=not whole,
    )
    return "\n".join(lines)


def _shown(letter: str) -> str:
    if letter.isprintable() or letter in "\u00a0\u202f\u2009\u00ad":
        return letter
    return letter.encode("unicode_escape").decode("ascii")
