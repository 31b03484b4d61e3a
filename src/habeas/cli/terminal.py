"""How a quote and two blocks of lines reach a terminal, and JSON that cannot steer one.

Decides how lines are laid out: at most `columns()` wide, a longer word is broken; a quote stands
between « », and is bold on a terminal, unless `NO_COLOR` is set or `TERM` is "dumb". That no sign of a
text steers the terminal is for `shown`.
"""

import json
import os
import sys
from textwrap import wrap

from habeas.cli.shown import columns, seen, shown

_OPEN, _SHUT = "\ue000", "\ue001"
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


def json_line(values: object) -> str:
    """The values as one line of JSON; signs that could steer a terminal are escaped."""
    text = json.dumps(values, ensure_ascii=False, allow_nan=False)
    unsafe = [sign for sign in set(text) if not seen(sign)]
    return text.translate({ord(sign): _escaped(sign) for sign in unsafe}) if unsafe else text


def _escaped(sign: str) -> str:
    return json.dumps(sign)[1:-1] if sign != "\x7f" else "\\u007f"


def wrapped(
    words: str,
    indent: str = "",
    hang: str | None = None,
    width: int | None = None,
    *,
    whole: bool = False,
) -> list[str]:
    """`shown` words in lines of at most `width` columns, the first after `indent`, others after `hang`.

    `width` is `columns()`, and `hang` is `indent`, if not given. A word longer than a line is
    broken, unless words stay `whole`, as a path to be copied should.
    """
    lines = wrap(
        shown(words),
        columns() if width is None else width,
        initial_indent=indent,
        subsequent_indent=indent if hang is None else hang,
        break_on_hyphens=False,
        break_long_words=not whole,
    )
    return lines or [indent.rstrip()]


def block(words: str, *, first: str = "", rest: str = "") -> str:
    """`wrapped` words as one text: `first` and `rest` begin its lines."""
    return "\n".join(wrapped(words, first, rest))


def marked(before: str, words: str, after: str, indent: str) -> list[str]:
    """A quote inside its context, wrapped and indented, the quote marked."""
    text = f"{_edged(before)}{_OPEN}{shown(words)}{_SHUT}{_edged(after)}"
    lines = wrap(
        text.strip(),
        columns(),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
    first, last = (f"{_BOLD}«", f"»{_PLAIN}") if _can_be_bold() else ("«", "»")
    return [line.replace(_OPEN, first).replace(_SHUT, last) for line in lines]


def _can_be_bold() -> bool:
    """Whether a terminal reads along that knows what bold is, and nobody asked for plain words."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _edged(text: str) -> str:
    """The text as shown, with a blank at either end where it has one."""
    head = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    return f"{head}{shown(text)}{tail}"


def beside(left: list[str], right: list[str], width: int) -> list[str]:
    """Two blocks side by side, the left one `width` columns wide."""
    rows = max(len(left), len(right))
    pairs = zip(left + [""] * (rows - len(left)), right + [""] * (rows - len(right)), strict=True)
    return [f"{one:<{width}}{other}".rstrip() for one, other in pairs]
