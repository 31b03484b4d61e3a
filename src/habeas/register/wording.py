"""Which characters and sizes the register takes.

Laws: every text in it is NFC, without NUL, lone surrogates and controls that turn the direction of
writing (what one reads must be what stands there); nothing is larger than its limit.
"""

import re
from unicodedata import is_normalized

from habeas.errors import MistakeError

BODY_LIMIT = 256 * 1024
"""Bytes a log entry's body may have."""

TEXT_LIMIT = 64 * 1024 * 1024
"""Bytes a report's text may have, as UTF-8."""

ORIGINAL_LIMIT = 256 * 1024 * 1024
"""Bytes a report's original may have."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def check_words(words: str, what: str) -> None:
    """Refuse a text with characters that do not belong in a register.

    `what` names it in the sentence ("claim c-1").

    Raises:
        MistakeError: it is not NFC, or holds NUL or a control that turns the direction of writing.
    """
    if "\0" in words:
        raise _refused(what, "holds a NUL character", code="text-with-nul")
    if _TURNING.search(words):
        raise _refused(
            what, "holds a control that turns the direction of writing", code="text-with-bidi"
        )
    if not is_normalized("NFC", words):
        raise _refused(what, "is not in Unicode's normal form C", code="text-not-nfc")


def check_id(name: str) -> None:
    """Refuse an id that is not 1 to 64 letters, digits, `-` or `_` of ASCII.

    Raises:
        MistakeError: it is not.
    """
    if not _ID.fullmatch(name):
        raise MistakeError(
            f"“{name[:80]}” cannot be an id; use 1 to 64 of A-Z, a-z, 0-9, - and _.",
            code="id-unfit",
        )


def check_digest(digest: str, what: str) -> None:
    """Refuse a SHA-256 that is not 64 small hexadecimal digits.

    Raises:
        MistakeError: it is not.
    """
    if not _DIGEST.fullmatch(digest):
        raise MistakeError(
            f"“{digest[:80]}”, of {what}, is no SHA-256 in hexadecimal digits.",
            code="digest-unfit",
        )


def check_size(size: int, limit: int, what: str) -> None:
    """Refuse what has more bytes than its limit.

    Raises:
        MistakeError: it has.
    """
    if size > limit:
        raise MistakeError(
            f"The register takes at most {limit} bytes for {what}, not {size}; split it.",
            code="content-too-large",
        )


def _refused(what: str, words: str, *, code: str) -> MistakeError:
    return MistakeError(f"The text of {what} {words}; clean it before it is put.", code=code)
