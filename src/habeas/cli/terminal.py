"""How words of reports and names reach a terminal: harmless, wrapped, the quote marked.

Decides what a terminal may get. Laws: no control character, escape sequence or direction mark of a
quote or a name reaches it, each is shown as what it is; lines have at most 80 columns, but where one
word is longer; a quote is bold on a terminal and stands between « » elsewhere.
"""

import json
import sys
import unicodedata
from textwrap import wrap

WIDTH = 80
_OPEN, _SHUT = "\ue000", "\ue001"
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_HARMLESS = frozenset("\u00ad\u200c\u200d")


def safe(words: str) -> str:
    """The words on one line, with every sign that could steer a terminal written out."""
    return "".join(_shown(sign) for sign in words)


def _shown(sign: str) -> str:
    if sign.isspace():
        return " "
    if unicodedata.category(sign) not in _UNSEEN or sign in _HARMLESS:
        return sign
    return f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}"


def json_line(values: object) -> str:
    """The values as one line of JSON; signs that could steer a terminal are escaped."""
    text = json.dumps(values, ensure_ascii=False)
    return "".join(sign if _harmless(sign) else _escaped(sign) for sign in text)


def _harmless(sign: str) -> bool:
    return " " <= sign <= "~" or unicodedata.category(sign) not in _UNSEEN


def _escaped(sign: str) -> str:
    return json.dumps(sign)[1:-1] if sign != "\x7f" else "\\u007f"


def wrapped(words: str, indent: str = "", hang: str | None = None, width: int = WIDTH) -> list[str]:
    """Lines of at most `width` columns; the first begins with `indent`, the others with `hang`."""
    later = indent if hang is None else hang
    lines = wrap(
        safe(words),
        width,
        initial_indent=indent,
        subsequent_indent=later,
        break_on_hyphens=False,
    )
    return lines or [indent.rstrip()]


def marked(before: str, words: str, after: str, indent: str) -> list[str]:
    """A quote inside its context, wrapped and indented, the quote marked."""
    text = f"{safe(before)}{_OPEN}{safe(words)}{_SHUT}{safe(after)}"
    lines = wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
    bold = sys.stdout.isatty()
    first, last = (_BOLD, _PLAIN) if bold else ("«", "»")
    return [line.replace(_OPEN, first).replace(_SHUT, last) for line in lines]


def beside(left: list[str], right: list[str], width: int) -> list[str]:
    """Two blocks side by side, the left one `width` columns wide."""
    rows = max(len(left), len(right))
    pairs = zip(left + [""] * (rows - len(left)), right + [""] * (rows - len(right)), strict=True)
    return [f"{one:<{width}}{other}".rstrip() for one, other in pairs]
