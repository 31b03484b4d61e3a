"""Bytes to characters: which encoding a text is in, decided by evidence and never by hope.

Order: byte order mark; UTF-16 or UTF-32 without one, told by where the zero bytes are; UTF-8; the
encoding a page declares; then an old 8-bit encoding, if its words look like words (`legacy`).
Laws: never an exception but `ReportError`; what was replaced or guessed is said in a warning.
Leaves NFC, controls and the like to `habeas.language.clean`.
"""

import codecs
from dataclasses import dataclass
from functools import lru_cache

from habeas.errors import ReportError
from habeas.reading.formats.legacy import best_legacy

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DAMAGED_PER_MILLE = 10
"""Broken places per thousand non-ASCII characters up to which a text still counts as UTF-8."""

_WIDE_MINIMUM = 8
"""Bytes from which their places may speak for UTF-16 or UTF-32."""

_WIDE = (
    ("utf-32-le", (2, 3), (0,)),
    ("utf-32-be", (0, 1), (3,)),
    ("utf-16-le", (1, 3), (0, 2)),
    ("utf-16-be", (0, 2), (1, 3)),
)
"""Per encoding, the places of four where high bytes stand, and where they do not."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they came in (a Python name), and what was odd, as sentences."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decoded(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """The characters of `data`; `declared` is the encoding the document names, if it does.

    Raises:
        ReportError: no encoding makes words of it (code "encoding").
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, name)
    if wide := wide_encoding(data[:4096]):
        return _marked(data, wide, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as wrong:
        place = wrong.start
    return (
        _as_declared(data, declared)
        or _damaged_utf8(data)
        or _guessed(data)
        or _refused(name, place)
    )


@lru_cache(maxsize=4)
def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 (mark or not) by where its high bytes are; None if it is neither.

    The high byte of a European letter is 0, 1 or 4; no other text holds those bytes at all. Every format
    asks, before one says that the file is its own: the last answers are remembered.
    """
    for mark, encoding in _MARKS[1:]:
        if head.startswith(mark):
            return encoding
    usable = len(head) - len(head) % 4
    if usable < _WIDE_MINIMUM:
        return None
    high = [_high_share(head[place:usable:4]) for place in range(4)]
    for encoding, full, empty in _WIDE:
        if all(high[at] > 0.9 for at in full) and all(high[at] < 0.5 for at in empty):
            return encoding if _decodes(head[:usable], encoding) else None
    return None


def narrow(data: bytes) -> bytes:
    """Bytes in UTF-16 or UTF-32 as UTF-8, for formats told by their words; all others as they are."""
    encoding = wide_encoding(data[:4096])
    if encoding is None:
        return data
    return data.decode(encoding, "replace").removeprefix("\ufeff").encode("utf-8", "replace")


def known_encoding(label: str) -> str | None:
    """Python's name of an encoding a page may declare; None where it is unknown or no text encoding.

    As in browsers, Latin 1 and ASCII mean Windows-1252.
    """
    try:
        found = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if found.name in ("ascii", "iso8859-1"):
        return "cp1252"
    return found.name if found.name.startswith(_TRUSTED) else None


_TRUSTED = ("utf-8", "cp12", "cp866", "iso8859", "koi8", "mac", "gb", "big5", "shift_jis", "euc")


def _high_share(column: bytes) -> float:
    return sum(column.count(byte) for byte in (0, 1, 4)) / len(column)


def _decodes(data: bytes, encoding: str) -> bool:
    text = data.decode(encoding, errors="replace")
    return "\0" not in text and text.count("\ufffd") <= 1


def _marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as wrong:
        text = data.decode(encoding, errors="replace")
        broken = text.count("\ufffd")
        if broken > 1 and broken * 100 > len(text):
            _refused(name, wrong.start)
        return Decoded(text, encoding, (_replaced(broken, encoding),))


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    encoding = known_encoding(declared) if declared else None
    if encoding is None or encoding.startswith("utf"):
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    if broken * 1000 > (beyond_ascii - broken) * _DAMAGED_PER_MILLE and broken > 1:
        return None
    if beyond_ascii - broken < 20 * broken:
        return None
    return Decoded(text, "utf-8", (_replaced(broken, "utf-8"),))


def _guessed(data: bytes) -> Decoded | None:
    found = best_legacy(data)
    if found is None:
        return None
    warning = f"No encoding is named; the letters speak for {found.encoding}."
    return Decoded(found.text, found.encoding, (warning,))


def _refused(name: str, place: int) -> Decoded:
    raise ReportError(
        f"“{name}” is in an encoding Habeas cannot tell (byte {place} is not UTF-8, and no other "
        "encoding makes words of it); save it as UTF-8, and try again.",
        code="encoding",
        report=name,
    )


def _replaced(broken: int, encoding: str) -> str:
    if broken == 1:
        return f"One place is damaged ({encoding}) and stands as “\ufffd”."
    return f"{broken} places are damaged ({encoding}) and stand as “\ufffd”."
