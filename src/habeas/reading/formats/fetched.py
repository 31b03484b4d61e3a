"""What the headers of a page told, once they are dropped: its encoding and its address.

Decides how a page is kept whose encoding only its headers told (as UTF-8), and what of its address.
"""

from urllib.parse import urlsplit, urlunsplit

from habeas.reading.formats.decoding import known_encoding
from habeas.reading.formats.html import declared_encoding


def in_utf8(body: bytes, charset: str) -> bytes:
    """The page in UTF-8, where only the dropped headers told its encoding, `charset`."""
    encoding = known_encoding(charset) if charset else None
    if encoding is None or declared_encoding(body) is not None or body.startswith(b"\xef\xbb\xbf"):
        return body
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(encoding, "replace").encode("utf-8")
    return body


def address(written: str) -> str:
    """An address without the user, password and fragment it may hold; "" for what is none."""
    try:
        parts = urlsplit(written.strip("<>"))
    except ValueError:
        return ""
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))[:2_000]
