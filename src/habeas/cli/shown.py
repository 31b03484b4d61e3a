"""Words of reports and file names, made safe for a terminal.

Decides what never reaches a terminal as it is: control characters (escape sequences can move the
cursor, rename the window, hide a line), halves of characters, marks that turn the direction of
writing, and letters that nobody sees, by which two names look like one. Each is shown as an escape, as
"\\x1b".
"""

from shutil import get_terminal_size

USUAL, NARROWEST, WIDEST = 80, 40, 100
"""Columns of a line where nobody says how many there are; the least and the most that are taken."""


def columns() -> int:
    """Columns a line may have: those of `COLUMNS` or of the terminal, else 80; from 40 to 100.

    A longer line than 100 is hard to read, and one shorter than 40 holds no table.
    """
    return max(NARROWEST, min(WIDEST, get_terminal_size((USUAL, 24)).columns))


_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Signs that Python calls printable, and that no terminal shows."""


def seen(sign: str) -> bool:
    """Whether a sign can be seen, and steers nothing."""
    return sign.isprintable() and sign not in _UNSEEN


def lines_shown(text: str) -> str:
    """The text with its lines as they are, and every other sign that is not for show as an escape."""
    return "\n".join("".join(map(_shown, line)) for line in text.split("\n"))


def shown(text: str) -> str:
    """The text on one line, with every character that is not for show as an escape."""
    return "".join(_shown(letter) for letter in " ".join(text.split()))


def _shown(letter: str) -> str:
    if seen(letter) or letter in "\u00a0\u202f\u2009\u00ad":
        return letter
    return letter.encode("unicode_escape").decode("ascii")
