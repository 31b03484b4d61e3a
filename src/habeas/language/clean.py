"""Characters that no text may hold: dropped or put in order, and said so."""

import re
import unicodedata
from dataclasses import dataclass

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NUL = re.compile("\0")
_LONE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_KINDS = (
    (_NUL, "NUL character"),
    (_LONE, "half of a character (lone surrogate)"),
    (_BIDI, "mark that turns the direction of writing"),
    (_CONTROLS, "control character"),
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text in NFC without such characters, and one sentence per kind that was dropped."""

    text: str
    warnings: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """The text in NFC, with "\\n" line ends, without what no text may hold."""
    warnings = []
    for pattern, words in _KINDS:
        text, dropped = pattern.subn("", text)
        if dropped:
            warnings.append(f"Dropped {dropped} × {words}.")
    text = re.sub("\r\n?|\x0c", "\n", text)
    return Cleaned(unicodedata.normalize("NFC", text), tuple(warnings))
