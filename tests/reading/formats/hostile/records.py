"""More web archives: lengths that lie, headers without end, packings in packings."""

import gzip
import zlib
from collections.abc import Iterator

from tests.reading.formats import made

_GOOD = made.record("https://example.org/a", made.page())
_HEAD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n"
    "WARC-Date: 2025-12-14T10:00:00Z\r\nContent-Type: application/http\r\n{more}"
    "Content-Length: {length}\r\n\r\n"
)


def _record(
    headers: str = "", body: bytes = b"", *, more: str = "", length: object = None
) -> bytes:
    """An answer with these headers; `length` is what it says of itself, right unless given."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html" + headers.encode() + b"\r\n\r\n"
    answer += body or made.page()
    size = len(answer) if length is None else length
    return _HEAD.format(more=more, length=size).encode() + answer + b"\r\n\r\n"


def records() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    for at, length in enumerate((10, 0, 10_000_000_000, "9" * 5_000, "\u0665\u0660", "", "0x10")):
        yield f"length-{at}.warc", _record(length=length) + _GOOD
    yield "two-lengths.warc", _record(more="Content-Length: 5\r\n") + _GOOD
    yield "header.warc", _record(more=f"X: {'y' * 500_000}\r\n")
    yield "many-headers.warc", _record(more="X: y\r\n" * 20_000)
    yield "answer-header.warc", _record(f"\r\nSet-Cookie: {'x' * 500_000}")
    yield "answer-headers.warc", _record("\r\nA: b" * 20_000)
    for charset in ("utf-7", "utf-16", "idna", "undefined", "hex", "zlib", "x" * 900, "'"):
        yield (
            f"charset-{charset[:9]}.warc",
            _record(f"; charset={charset}", b"<html>\xd0\xff"),
        )
    page = made.page()
    chunks = b"".join(b"1\r\n%c\r\n" % one for one in page * 20) + b"0\r\n\r\n"
    for name, body in (
        ("many", chunks),
        ("minus", b"-5\r\n" + page),
        ("words", b"5;" + b"x" * 90_000 + b"\r\n" + page),
    ):
        yield f"chunks-{name}.warc", _record("\r\nTransfer-Encoding: chunked", body)
    for name, coding, body in (
        ("raw", "deflate", zlib.compress(page)[2:-4]),
        ("twice", "gzip", gzip.compress(gzip.compress(page))),
        ("lie", "gzip", page),
        ("unknown", "zstd", b"\x28\xb5\x2f\xfd" + b"x" * 50),
    ):
        yield f"coding-{name}.warc", _record(f"\r\nContent-Encoding: {coding}", body)
    packed = gzip.compress(_GOOD)
    yield "thrice.warc.gz", gzip.compress(gzip.compress(packed))
    yield "tail.warc.gz", packed + b"junk" * 1_000
    yield "end-cut.warc.gz", packed + gzip.compress(_record())[:-8]
    yield "sum.warc.gz", packed[:-8] + bytes(8)
    yield "empty-parts.warc.gz", packed + gzip.compress(b"") * 5_000
    yield "name.warc.gz", b"\x1f\x8b\x08\x08\0\0\0\0\0\xff" + b"n" * 99_999 + b"\0" + packed[10:]
    for name, old, new in (
        ("no-kind", b"WARC-Type: response\r\n", b""),
        ("odd-kind", b"WARC-Type: response", b"WARC-Type: \xff\0"),
        ("day", b"2025-12-14T10", b"9999-99-99T99"),
        ("no-address", b"WARC-Target-URI: https://example.org/a\r\n", b""),
        ("address-lines", b"example.org/a", b"example.org/\x1b]0;y\x07\xe2\x80\xae"),
        ("short-lines", b"\r\n", b"\n"),
        ("version", b"WARC/1.0", b"WARC/99.99"),
        ("revisit", b"WARC-Type: response", b"WARC-Type: revisit"),
    ):
        yield f"{name}.warc", _GOOD.replace(old, new)
    empty = b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    yield "empty-records.warc", empty * 5_000
    deep = made.record("https://example.org/d", b"<html>" + b"<div>" * 9_999 + b"words")
    yield "one-deep.warc", deep + _GOOD
    parts: dict[str, str | bytes] = {"archive/b.warc": _GOOD, "datapackage.json": "[" * 99_999}
    yield "one-bad.wacz", made.zipped({"archive/a.warc": b"WARC/1.0\r\nx", **parts})
    yield "no-archive.wacz", made.zipped({"archive/a.warc": made.zipped({"x": "y"}), **parts})
